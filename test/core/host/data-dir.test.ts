import { expect, test } from 'vitest';
import { dataDir } from '../../../src/core/host/data-dir.ts';

test('LECTERN_DATA names the folder itself', () => {
  expect(dataDir({ LECTERN_DATA: '/data/lectern' }, 'linux', '/home/a')).toBe('/data/lectern');
});

test('an empty LECTERN_DATA counts as none', () => {
  expect(dataDir({ LECTERN_DATA: '' }, 'linux', '/home/a')).toBe('/home/a/.config/Lectern/reader');
});

test('Linux follows XDG_CONFIG_HOME when it is absolute', () => {
  expect(dataDir({ XDG_CONFIG_HOME: '/x' }, 'linux', '/home/a')).toBe('/x/Lectern/reader');
  expect(dataDir({ XDG_CONFIG_HOME: 'x' }, 'linux', '/home/a')).toBe(
    '/home/a/.config/Lectern/reader',
  );
});

test('macOS and Windows have their own places', () => {
  expect(dataDir({}, 'darwin', '/Users/a')).toBe(
    '/Users/a/Library/Application Support/Lectern/reader',
  );
  expect(dataDir({ APPDATA: 'C:\\Users\\a\\R' }, 'win32', 'C:\\Users\\a')).toBe(
    'C:\\Users\\a\\R\\Lectern\\reader',
  );
  expect(dataDir({}, 'win32', 'C:\\Users\\a')).toBe(
    'C:\\Users\\a\\AppData\\Roaming\\Lectern\\reader',
  );
});
