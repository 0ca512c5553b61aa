import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FirstSeen } from '../../../src/core/library/first-seen.ts';
import type { AppError } from '../../../src/shared/errors.ts';

const MINUTE = 60_000;
let dir: string;
let now: number;
let failures: AppError[];

function start(path = join(dir, 'first-seen.jsonl')): FirstSeen {
  return new FirstSeen({
    path,
    now: () => now,
    writable: () => true,
    onFailed: (error) => failures.push(error),
  });
}

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'lectern-seen-'));
  now = 1_700_000_000_000;
  failures = [];
});
afterEach(() => rm(dir, { recursive: true, force: true }));

describe('when papers were first seen', () => {
  it('outlives the program, and a paper that is told again keeps its date', async () => {
    const first = start();
    first.saw(['a', 'b']);
    await first.close();
    const earlier = now;
    now += 10 * MINUTE;
    const second = start();
    second.saw(['b', 'c']);
    await second.close();
    const third = start();
    await third.close();
    expect(['a', 'b', 'c', 'never'].map((id) => third.of(id))).toEqual([
      earlier,
      earlier,
      now,
      null,
    ]);
    expect(failures).toEqual([]);
  });

  it('is known at once of papers just told, and one for those that come in a row', () => {
    const seen = start();
    seen.saw(['a']);
    now += MINUTE / 2;
    seen.saw(['b']);
    expect(seen.of('b')).toBe(seen.of('a'));
    now += 2 * MINUTE;
    seen.saw(['c']);
    expect(seen.of('c')).toBe(now);
  });

  it('is kept but for what a torn or foreign line held', async () => {
    const path = join(dir, 'first-seen.jsonl');
    const first = start();
    first.saw(Array.from({ length: 2_500 }, (_, index) => `p${index}`));
    await first.close();
    await appendFile(path, '["00000000",1,["forged"]]\nnull\n["abc');
    const text = await readFile(path, 'utf8');
    now += 10 * MINUTE;
    const second = start();
    second.saw(['after']);
    await second.close();
    expect((await readFile(path, 'utf8')).startsWith(text)).toBe(true);
    const third = start();
    await third.close();
    expect(third.of('p0')).toBe(1_700_000_000_000);
    expect(third.of('p2499')).toBe(1_700_000_000_000);
    expect(third.of('forged')).toBeNull();
    expect(third.of('after')).toBe(now);
  });

  it('tells what could not be written, and goes on', async () => {
    const seen = start(join(dir, 'no', 'such', 'folder'));
    seen.saw(['a']);
    await seen.close();
    expect(failures.map(({ code }) => code)).toEqual(['write-failed']);
    expect(seen.of('a')).toBe(now);
  });
});
