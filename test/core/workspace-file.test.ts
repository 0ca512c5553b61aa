import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WorkspaceFile } from '../../src/core/workspace-file.ts';
import { FaultyFiles, systemError } from './state/faulty-files.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'lectern-workspace-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const file = (): WorkspaceFile => new WorkspaceFile(dir, () => 0);

test('what was written last is read at the next start, also when writes overlap', async () => {
  const first = file();
  await Promise.all([first.write({ sidebar: 200 }), first.write({ sidebar: 300, 보기: ['a'] })]);
  expect(await file().read()).toEqual({ sidebar: 300, 보기: ['a'] });
});

test('nothing was kept before the first write', async () => {
  expect(await file().read()).toEqual({});
});

test('a damaged file is set aside and costs only the look', async () => {
  await writeFile(join(dir, 'workspace.json'), '{"sidebar":');
  const damaged = file();
  expect(await damaged.read()).toEqual({});
  await damaged.write({ sidebar: 1 });
  expect((await readdir(dir)).filter((name) => name.includes('.broken-'))).toHaveLength(1);
});

test('a folder that refuses it says so', async () => {
  await rm(dir, { recursive: true });
  await expect(file().write({ a: 1 })).rejects.toMatchObject({ code: 'write-failed' });
});

test.each([
  ['ENOSPC', 'full'],
  ['EACCES', 'denied'],
  ['EROFS', 'read-only'],
  ['EIO', 'device'],
])(
  'a disk that refuses with %s at any moment says so, and what was there is still there',
  async (code, fault) => {
    const written = { sidebar: 200 };
    const seen = { refused: true };
    for (let moment = 0; seen.refused; moment++) {
      await file().write(written);
      seen.refused = false;
      const files = new FaultyFiles();
      const refusing = new WorkspaceFile(
        dir,
        () => 0,
        () => true,
        files,
      );
      let left = moment;
      files.accident = () => {
        if (left-- !== 0) return;
        seen.refused = true;
        throw systemError(code);
      };
      const refused = await refusing.write({ sidebar: 300 }).then(
        () => null,
        (error: unknown) => error,
      );
      expect(refused !== null).toBe(seen.refused);
      if (refused !== null) expect(refused).toMatchObject({ code: 'write-failed', fault });
      expect(await file().read()).toEqual(refused === null ? { sidebar: 300 } : written);
      files.accident = () => undefined;
      await refusing.write({ sidebar: 400 });
      expect(await file().read()).toEqual({ sidebar: 400 });
    }
  },
);

test('a damaged file that cannot be set aside costs only the look, and is never written over', async () => {
  await writeFile(join(dir, 'workspace.json'), '{"sidebar":');
  const files = new FaultyFiles(({ name }) => {
    if (name === 'rename') throw systemError('EIO');
  });
  const refusing = new WorkspaceFile(
    dir,
    () => 0,
    () => true,
    files,
  );
  expect(await refusing.read()).toEqual({});
  await expect(refusing.write({ a: 1 })).rejects.toMatchObject({ fault: 'device' });
  expect(await readFile(join(dir, 'workspace.json'), 'utf8')).toBe('{"sidebar":');
  files.accident = () => undefined;
  await refusing.write({ a: 1 });
  expect((await readdir(dir)).filter((name) => name.includes('.broken-'))).toHaveLength(1);
});
