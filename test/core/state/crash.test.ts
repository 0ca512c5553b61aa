import fc from 'fast-check';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Files } from '../../../src/core/state/files.ts';
import { nodeFiles } from '../../../src/core/state/files.ts';
import { StateStore } from '../../../src/core/state/state-store.ts';
import { AppError } from '../../../src/shared/errors.ts';
import type { Change, ProblemCode } from '../../../src/shared/model.ts';
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

interface Life {
  /** How many changes were acknowledged. */
  readonly acknowledged: number;
  readonly problems: readonly ProblemCode[];
}

/** Makes the changes in order, in two lives of the store, until something stops it. */
async function live(files: Files, folder: string, changes: readonly Change[]): Promise<Life> {
  let acknowledged = 0;
  const problems: ProblemCode[] = [];
  const half = Math.floor(changes.length / 2);
  try {
    for (const part of [changes.slice(0, half), changes.slice(half)]) {
      const store = await open(files, folder);
      problems.push(...store.problems.map(({ code }) => code));
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
  return { acknowledged, problems };
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
    const { acknowledged, problems } = await live(files, folder, script);
    await files.end();
    await die(folder);

    const after = await open(nodeFiles, folder);
    const kept = plain(after.state);
    expect([states[acknowledged], states[acknowledged + 1]]).toContainEqual(kept);
    expect([...problems, ...after.problems]).toEqual([]);
    await after.close();
  }
}, 60_000);

test('a power failure at any operation, and another while recovering, loses nothing acknowledged', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyChange, { maxLength: 15 }),
      fc.nat(110),
      fc.nat(25),
      fc.boolean(),
      fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })),
      async (changes, first, second, inOrder, numbers) => {
        const random = (): number => {
          const next = numbers.next();
          return next.done === true ? 0 : next.value;
        };
        const states = await statesOf(changes);
        const disk = new SimulatedDisk(new Map(), first);
        const { acknowledged } = await live(disk, dir, changes);
        await settle();
        await die(dir);

        const recovering = disk.restarted(random, inOrder, second);
        const { problems } = await live(recovering, dir, []);
        await settle();
        await die(dir);

        const store = await open(recovering.restarted(random, inOrder), dir);
        expect([states[acknowledged], states[acknowledged + 1]]).toContainEqual(plain(store.state));
        // Every file was whole; out of order, the name of the current snapshot may be missing.
        const told = [...problems, ...store.problems.map(({ code }) => code)];
        expect(inOrder ? told : told.filter((code) => code !== 'state-recovered')).toEqual([]);
        await store.close();
      },
    ),
    { numRuns: 500 },
  );
}, 60_000);

/** Lets operations that found no power end. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
}
