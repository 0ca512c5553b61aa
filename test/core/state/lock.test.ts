import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Lock } from '../../../src/core/state/lock.ts';

let dir: string;
let path: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'lectern-lock-'));
  path = join(dir, 'lock');
});
afterEach(() => rm(dir, { recursive: true, force: true }));

function leave(pid: number, started: string | null, name = path): Promise<void> {
  return writeFile(name, JSON.stringify({ pid, started }));
}

/** The id of a process that has ended. */
function deadProcess(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}

const deadPid = deadProcess();

const inUse = (pid: number) =>
  expect.objectContaining({
    code: 'data-in-use',
    message: expect.stringContaining(String(pid)) as string,
  }) as Error;

test('a lock names its process, is held by one alone and leaves nothing when given back', async () => {
  const lock = await Lock.acquire(dir);
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ pid: process.pid });
  await expect(Lock.acquire(dir)).rejects.toEqual(inUse(process.pid));
  expect(await readdir(dir)).toEqual(['lock']);
  await lock.release();
  expect(await readdir(dir)).toEqual([]);
});

test('a process that lives keeps its lock', async () => {
  const other = spawn(process.execPath, ['-e', 'process.stdin.resume()']);
  try {
    const pid = other.pid ?? 0;
    await leave(pid, null);
    await expect(Lock.acquire(dir)).rejects.toEqual(inUse(pid));
  } finally {
    other.kill();
  }
});

test.each([
  ['a dead process', () => leave(deadPid, null)],
  ['nobody (an empty file)', () => writeFile(path, '')],
  ['nobody (a torn file)', () => writeFile(path, '{"pid":1')],
])('the lock of %s is taken over', async (_, makeStale) => {
  await makeStale();
  const lock = await Lock.acquire(dir);
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ pid: process.pid });
  expect(await readdir(dir)).toEqual(['lock']);
  await lock.release();
});

test.runIf(process.platform === 'linux')(
  'the lock of a dead process whose number another one has now is taken over',
  async () => {
    await leave(process.ppid, '1');
    await (await Lock.acquire(dir)).release();
  },
);

test('of many who find the lock of a dead process one alone gets it', async () => {
  for (let round = 0; round < 50; round++) {
    await leave(deadPid, null);
    // Every other time it died while it took over from one that had died before.
    if (round % 2 === 1) await leave(deadPid, '1', `${path}.next`);
    const outcomes = await Promise.allSettled(Array.from({ length: 12 }, () => Lock.acquire(dir)));
    const locks = outcomes.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    const errors = outcomes.flatMap((each): readonly unknown[] =>
      each.status === 'rejected' ? [each.reason] : [],
    );
    expect(locks).toHaveLength(1);
    expect(errors).toEqual(errors.map(() => inUse(process.pid)));
    await locks[0]?.release();
  }
});

test('a lock that another process has taken meanwhile is left to it', async () => {
  const lock = await Lock.acquire(dir);
  await leave(deadPid, null);
  await lock.release();
  expect(await readdir(dir)).toEqual(['lock']);
});
