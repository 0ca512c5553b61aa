import type { FileHandle } from 'node:fs/promises';
import { mkdir, mkdtemp, open, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { saveFile } from '../../../src/core/host/save-file.ts';

let dir: string;
let digests: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'lectern-save-'));
  digests = join(dir, 'digests');
  await mkdir(join(digests, '2024'), { recursive: true });
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const insideDigests = expect.objectContaining({ code: 'inside-digest-folder' }) as Error;

test('a text is written whole and leaves nothing beside it', async () => {
  await saveFile(join(dir, '목록.md'), '# 읽을 논문\n', [digests]);
  expect(await readFile(join(dir, '목록.md'), 'utf8')).toBe('# 읽을 논문\n');
  expect((await readdir(dir)).sort()).toEqual(['digests', '목록.md']);
});

test('an existing file is replaced', async () => {
  await writeFile(join(dir, 'a.md'), 'a much longer text than the new one');
  await saveFile(join(dir, 'a.md'), 'new', []);
  expect(await readFile(join(dir, 'a.md'), 'utf8')).toBe('new');
});

test('nothing is written into a digest folder, however deep or roundabout', async () => {
  await symlink(digests, join(dir, 'link'));
  for (const path of [
    join(digests, 'a.md'),
    join(digests, '2024', 'a.md'),
    join(digests, '2024', 'new', 'folder', 'a.md'),
    `${dir}/other/../digests/a.md`,
    join(dir, 'link', 'a.md'),
    join(dir, 'link', '2024', 'a.md'),
  ]) {
    await expect(saveFile(path, 'x', [digests])).rejects.toEqual(insideDigests);
  }
  expect(await readdir(digests)).toEqual(['2024']);
});

test('a digest folder that was opened through a link is the same folder', async () => {
  await symlink(digests, join(dir, 'link'));
  await expect(saveFile(join(digests, 'a.md'), 'x', [join(dir, 'link')])).rejects.toEqual(
    insideDigests,
  );
});

test('a folder whose name only begins alike is not inside', async () => {
  await mkdir(`${digests}-export`);
  await saveFile(join(`${digests}-export`, 'a.md'), 'x', [digests]);
  expect(await readdir(`${digests}-export`)).toEqual(['a.md']);
});

test('a link to a digest is replaced, not followed', async () => {
  await writeFile(join(digests, 'day.md'), 'digest');
  await symlink(join(digests, 'day.md'), join(dir, 'a.md'));
  await saveFile(join(dir, 'a.md'), 'export', [digests]);
  expect(await readFile(join(digests, 'day.md'), 'utf8')).toBe('digest');
  expect(await readFile(join(dir, 'a.md'), 'utf8')).toBe('export');
});

test('a folder that is missing, or a folder of that name, is a failed write', async () => {
  const failed = expect.objectContaining({ code: 'write-failed', retryable: true }) as Error;
  await expect(saveFile(join(dir, 'none', 'a.md'), 'x', [])).rejects.toEqual(failed);
  await expect(saveFile(digests, 'x', [])).rejects.toEqual(failed);
  expect(await readdir(dir)).toEqual(['digests']);
});

test('a digest folder that is gone does not keep others from saving', async () => {
  await saveFile(join(dir, 'a.md'), 'x', [join(dir, 'gone')]);
  expect(await readFile(join(dir, 'a.md'), 'utf8')).toBe('x');
});

describe.each([
  ['ENOSPC', 'full'],
  ['EACCES', 'denied'],
  ['EROFS', 'read-only'],
  ['EIO', 'device'],
])('a disk that answers %s', (code, fault) => {
  it.each(['writeFile', 'sync'] as const)(
    'to %s leaves the former file and nothing beside it',
    async (operation) => {
      const path = join(dir, 'list.md');
      await saveFile(path, 'former', []);
      const handle = await open(path);
      const prototype = Object.getPrototypeOf(handle) as FileHandle;
      await handle.close();
      const refused = vi
        .spyOn(prototype, operation)
        .mockRejectedValue(Object.assign(new Error(code), { code }));
      await expect(saveFile(path, 'new', [])).rejects.toMatchObject({
        code: 'write-failed',
        fault,
      });
      refused.mockRestore();
      expect((await readdir(dir)).sort()).toEqual(['digests', 'list.md']);
      expect(await readFile(path, 'utf8')).toBe('former');
      await saveFile(path, 'new', []);
      expect(await readFile(path, 'utf8')).toBe('new');
    },
  );
});
