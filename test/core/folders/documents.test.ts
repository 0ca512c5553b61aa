import { rename, rm, symlink, utimes, stat } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FolderId } from '../../../src/shared/model.ts';
import { digestText, TestEngine } from '../support/engine.ts';

const NOTES = '# 회의록\n\n논문은 *없다*.\n';

describe('plain documents', () => {
  let engine: TestEngine;
  let folder: FolderId;

  beforeEach(async () => {
    engine = await TestEngine.create();
    await engine.write('digests/2024/notes.md', NOTES);
    await engine.write('digests/2024/02/05.md', digestText('2024-02-05', [{ title: 'Alpha' }]));
    await engine.write('digests/2024/02/06.md', '## Daily Papers (2024-02-06)\n');
    await engine.write('secret.md', '# secret\n');
    await engine.start();
    folder = (await engine.openFolder('digests')).id;
  });
  afterEach(() => engine.remove());

  const read = (file: string) => engine.call('document.read', { folder, file });

  it('are files that the scan told to hold no paper, with name, path and text', async () => {
    expect(await read('2024/notes.md')).toEqual({
      name: 'notes.md',
      path: engine.path('digests/2024/notes.md'),
      text: NOTES,
    });
    expect((await read('2024/02/06.md')).text).toBe('## Daily Papers (2024-02-06)\n');
  });

  it('are decoded whatever they were written in, and very long ones are cut', async () => {
    const utf16 = Buffer.from(`\uFEFF${NOTES}`, 'utf16le');
    const korean = Buffer.from([0xc7, 0xd1, 0xb1, 0xdb, 0x0a]);
    await engine.write('digests/a.txt', utf16);
    await engine.write('digests/b.txt', korean);
    await engine.write('digests/c.txt', 'x '.repeat(1_000_000));
    await engine.openFolder('digests');
    expect((await read('a.txt')).text).toBe(NOTES);
    expect((await read('b.txt')).text).toBe('한글\n');
    expect((await read('c.txt')).text).toHaveLength(400_000);
  });

  it.each([
    '2024/02/05.md',
    '../secret.md',
    '2024/../../secret.md',
    '2024\\notes.md',
    './2024/notes.md',
    '2024//notes.md',
    '/etc/passwd',
    'no-such.md',
    '__proto__',
  ])('are nothing else that a path could name: %s', async (file) => {
    await expect(read(file)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('are not found by the absolute path, nor in a folder that is not open', async () => {
    await expect(read(engine.path('digests/2024/notes.md'))).rejects.toMatchObject({
      code: 'not-found',
    });
    const elsewhere = engine.call('document.read', { folder: 'f', file: '2024/notes.md' });
    await expect(elsewhere).rejects.toMatchObject({ code: 'not-found' });
  });

  it('are refused when swapped for a link out of the folder, even of the same size and time', async () => {
    const path = engine.path('digests/2024/notes.md');
    const { atime, mtime } = await stat(path);
    const twin = await engine.write('twin.md', NOTES.replace('없다', '많다'));
    await utimes(twin, atime, mtime);
    await rm(path);
    await symlink(twin, path);
    await expect(read('2024/notes.md')).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('are refused when the folder above them is swapped for a link out', async () => {
    await engine.write('elsewhere/notes.md', NOTES);
    await rename(engine.path('digests/2024'), engine.path('moved'));
    await symlink(engine.path('elsewhere'), engine.path('digests/2024'));
    await expect(read('2024/notes.md')).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('that changed or went since the scan are not shown, and a changed folder is scanned again', async () => {
    await engine.write('digests/2024/notes.md', digestText('2024-02-07', [{ title: 'New' }]));
    const scanned = engine.scanned();
    await expect(read('2024/notes.md')).rejects.toMatchObject({ code: 'read-failed' });
    await scanned;
    await expect(read('2024/notes.md')).rejects.toMatchObject({ code: 'not-found' });
    await rm(engine.path('digests/2024/02/06.md'));
    await expect(read('2024/02/06.md')).rejects.toMatchObject({ code: 'read-failed' });
  });
});
