import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WorkspaceFile } from '../../src/core/workspace-file.ts';

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
