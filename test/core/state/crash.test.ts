import fc from 'fast-check';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Files } from '../../../src/core/state/files.ts';
import { nodeFiles } from '../../../src/core/state/files.ts';
import { StateStore } from '../../../src/core/state/state-store.ts';
import { AppError } from '../../../src/shared/errors.ts';
import type { Change } from '../../../src/shared/model.ts';
import { anyChange, plain } from './arbitraries.ts';
import { FaultyFiles } from './faulty-files.ts';
import { SimulatedDisk } from './simulated-disk.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'lectern-crash-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

/** Folds every few changes, so that most moments are in the middle of one. */
function open(files: Files, folder: string): Promise<StateStore> {
  return StateStore.open({ dir: folder, now: () => 1_000, files, foldAt: 200 });
}

/** As the end of its process leaves it: a lock that nobody alive holds. */
async function die(folder: string): Promise<void> {
  await rm(join(folder, 'lock'), { force: true });
}

const script: readonly Change[] = [
  { kind: 'read', papers: ['a', 'b', 'c'], value: true },
  { kind: 'note', paper: 'a', text: '첫 메모' },
  { kind: 'list.put', list: { id: 'l', name: 'List', papers: ['a'], created: 1 }, index: 0 },
  { kind: 'list.add', list: 'l', papers: ['b', 'c'] },
  { kind: 'read', papers: ['b'], value: false },
  { kind: 'folder.open', folder: { path: '/digests', opened: 1 } },
  { kind: 'list.remove', list: 'l', papers: ['a'] },
  { kind: 'star', papers: ['c'], value: true },
  { kind: 'settings', patch: { theme: 'dark' } },
  { kind: 'note', paper: 'a', text: 'second note' },
  { kind: 'folder.close', path: '/digests' },
  { kind: 'list.delete', list: 'l' },
];

/** The states that the changes lead through, the first one before any of them. */
async function statesOf(changes: readonly Change[]): Promise<readonly unknown[]> {
  const store = await open(new SimulatedDisk(), dir);
  const states = [plain(store.state)];
  for (const change of changes) {
    await store.change(change).catch(() => null);
    states.push(plain(store.state));
  }
  await store.close();
  return states;
}

/** Makes the changes in order, in two lives of the store, until something stops it; gives how many were acknowledged. */
async function live(files: Files, folder: string, changes: readonly Change[]): Promise<number> {
  let acknowledged = 0;
  const half = Math.floor(changes.length / 2);
  try {
    for (const part of [changes.slice(0, half), changes.slice(half)]) {
      const store = await open(files, folder);
      for (const change of part) {
        await store.change(change).catch((error: unknown) => {
          // A list that is not there is an answer too.
          if (!(error instanceof AppError) || error.code !== 'not-found') throw error;
        });
        acknowledged++;
      }
      await store.close();
    }
  } catch {
    // The accident.
  }
  return acknowledged;
}

test('a stop before any file operation keeps every acknowledged change and no half one', async () => {
  const states = await statesOf(script);
  let stopped = true;
  for (let limit = 0; stopped; limit++) {
    const folder = await mkdtemp(join(dir, 'stop-'));
    let count = 0;
    stopped = false;
    const files = new FaultyFiles(() => {
      if (count++ < limit) return;
      stopped = true;
      throw new Error('stopped');
    });
    const acknowledged = await live(files, folder, script);
    await files.end();
    await die(folder);

    const after = await open(nodeFiles, folder);
    const kept = plain(after.state);
    expect([states[acknowledged], states[acknowledged + 1]]).toContainEqual(kept);
    expect(after.problems).toEqual([]);
    await after.close();
  }
}, 60_000);

test('a power failure at any operation, and another while recovering, loses nothing acknowledged', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyChange, { maxLength: 15 }),
      fc.nat(90),
      fc.nat(25),
      fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })),
      async (changes, first, second, numbers) => {
        const random = (): number => {
          const next = numbers.next();
          return next.done === true ? 0 : next.value;
        };
        const states = await statesOf(changes);
        const disk = new SimulatedDisk(new Map(), first);
        const acknowledged = await live(disk, dir, changes);
        await settle();
        await die(dir);

        const recovering = disk.restarted(random, second);
        await live(recovering, dir, []);
        await settle();
        await die(dir);

        const store = await open(recovering.restarted(random), dir);
        expect([states[acknowledged], states[acknowledged + 1]]).toContainEqual(plain(store.state));
        expect(store.problems.map(({ code }) => code)).not.toContain('state-recovered');
        await store.close();
      },
    ),
    { numRuns: 300 },
  );
}, 60_000);

/** Lets operations that found no power end. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
}
