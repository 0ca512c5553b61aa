import { describe, expect, it } from 'vitest';
import { folderArgument, folderOfInstance } from '../../src/main/arguments.ts';

describe('the folder of a command line', () => {
  it('is the first argument that is no option, made absolute', () => {
    const argv = ['/opt/lectern', '--no-sandbox', '', 'papers', 'other'];
    expect(folderArgument(argv, '/home/me', true)).toBe('/home/me/papers');
    expect(folderArgument(['/opt/lectern', '/data/../papers'], '/home/me', true)).toBe('/papers');
  });

  it('comes after the app’s own folder while Electron runs an unpacked app', () => {
    expect(folderArgument(['electron', '.'], '/home/me', false)).toBeNull();
    expect(folderArgument(['electron', '.', 'papers'], '/home/me', false)).toBe('/home/me/papers');
  });

  it('is null when there is none', () => {
    expect(folderArgument(['/opt/lectern', '--inspect'], '/home/me', true)).toBeNull();
  });
});

describe('what a second start passes on', () => {
  it('is a folder or nothing', () => {
    expect(folderOfInstance({ folder: '/papers' })).toBe('/papers');
    expect(folderOfInstance({ folder: null })).toBeNull();
  });

  it.each([undefined, null, 'x', { folder: 3 }, {}, []])('is nothing when it is %j', (data) => {
    expect(folderOfInstance(data)).toBeNull();
  });
});
