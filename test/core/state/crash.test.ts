import fc from 'fast-check';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Files } from '../../../src/core/state/files.ts';
import { nodeFiles } from '../../../src/core/state/files.ts';
import { encodeLine } from '../../../src/core/state/journal-line.ts';
import { emptyState } from '../../../src/core/state/reader-state.ts';
import { StateStore } from '../../../src/core/state/state-store.ts';
import { AppError } from '../../../src/shared/errors.ts';
import type { Change, Problem, ProblemCode } from '../../../src/shared/model.ts';
import { LIST_DEFAULTS } from '../../../src/shared/model.ts';
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
  return StateStore.open({ dir: folder, now: () => 1_000, files, foldAt: 200, foldPause: 0 });
}

/** As the end of its process leaves it: a lock that nobody alive holds. */
async function die(folder: string): Promise<void> {
  await rm(join(folder, 'lock'), { force: true });
}

const script: readonly Act[] = [
  { kind: 'read', papers: ['a', 'b', 'c'], value: true },
  { kind: 'note', paper: 'a', text: '첫 메모' },
  {
    kind: 'list.put',
    list: { ...LIST_DEFAULTS, id: 'l', name: 'List', papers: ['a'], created: 1 },
    index: 0,
  },
  { kind: 'list.add', list: 'l', papers: ['b', 'c'] },
  { kind: 'read', papers: ['b'], value: false },
  { kind: 'folder.open', folder: { path: '/digests', opened: 1 } },
  'undo',
  'redo',
  { kind: 'list.remove', list: 'l', papers: ['a'] },
  { kind: 'star', papers: ['c'], value: true },
  { kind: 'settings', patch: { theme: 'dark' } },
  { kind: 'note', paper: 'a', text: 'second note' },
  { kind: 'folder.close', path: '/digests' },
  { kind: 'list.delete', list: 'l' },
];

type Act = Change | 'undo' | 'redo';

function act(store: StateStore, what: Act): Promise<unknown> {
  switch (what) {
    case 'undo':
      return store.undo();
    case 'redo':
      return store.redo();
    default:
      return store.change(what).catch((error: unknown) => {
        // A list that is not there is an answer too.
        if (!(error instanceof AppError) || !/^(not-found|invalid-input)$/.test(error.code))
          throw error;
      });
  }
}

/** Two lives of the store: undo goes no further back than the second. */
function lives(acts: readonly Act[]): readonly (readonly Act[])[] {
  const half = Math.floor(acts.length / 2);
  return [acts.slice(0, half), acts.slice(half)];
}

/** The states that the acts lead through, the first one before any of them. */
async function statesOf(acts: readonly Act[]): Promise<readonly unknown[]> {
  const disk = new SimulatedDisk();
  const states = [plain(emptyState())];
  for (const part of lives(acts)) {
    const store = await open(disk, dir);
    for (const what of part) {
      await act(store, what);
      states.push(plain(store.state));
    }
    await store.close();
  }
  return states;
}

interface Life {
  /** How many acts were acknowledged. */
  readonly acknowledged: number;
  /** What the openings told, but for torn lines of the journal, which nobody was told were saved. */
  readonly told: readonly ProblemCode[];
}

function toldBy(store: StateStore): readonly ProblemCode[] {
  const isTornLine = ({ code, file, message }: Problem): boolean =>
    code === 'state-set-aside' &&
    /journal\.\d+\.jsonl\.broken-/.test(file) &&
    message.includes('its last line is not whole');
  return store.problems.filter((problem) => !isTornLine(problem)).map(({ code }) => code);
}

function isAccident(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.message === 'stopped' || error.message === 'no power' || isAccident(error.cause);
}

/** Acts in order, in two lives of the store, until an accident stops it. */
async function live(files: Files, folder: string, acts: readonly Act[]): Promise<Life> {
  let acknowledged = 0;
  const told: ProblemCode[] = [];
  try {
    for (const part of lives(acts)) {
      const store = await open(files, folder);
      told.push(...toldBy(store));
      for (const what of part) {
        await act(store, what);
        acknowledged++;
      }
      await store.close();
    }
  } catch (error) {
    if (!isAccident(error)) throw error;
  }
  return { acknowledged, told };
}

const anyAct = fc.oneof(
  { weight: 4, arbitrary: anyChange },
  { weight: 1, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) },
);

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
    const { acknowledged, told } = await live(files, folder, script);
    await files.end();
    await die(folder);

    const after = await open(nodeFiles, folder);
    const kept = plain(after.state);
    expect([states[acknowledged], states[acknowledged + 1]]).toContainEqual(kept);
    expect([...told, ...toldBy(after)]).toEqual([]);
    await after.close();
  }
}, 60_000);

test('a power failure at any operation, and another while recovering, loses nothing acknowledged', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyAct, { maxLength: 15 }),
      fc.nat(110),
      fc.nat(25),
      fc.boolean(),
      fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })),
      async (acts, first, second, inOrder, numbers) => {
        const random = (): number => {
          const next = numbers.next();
          return next.done === true ? 0 : next.value;
        };
        const states = await statesOf(acts);
        const disk = new SimulatedDisk(first);
        const { acknowledged } = await live(disk, dir, acts);
        await settle();
        await die(dir);

        const recovering = disk.restarted(random, inOrder, second);
        const recovery = await live(recovering, dir, []);
        await settle();
        await die(dir);

        const store = await open(recovering.restarted(random, inOrder), dir);
        expect([states[acknowledged], states[acknowledged + 1]]).toContainEqual(plain(store.state));
        // Every snapshot was whole; out of order, the name of the current one may be missing.
        const told = [...recovery.told, ...toldBy(store)];
        expect(inOrder ? told : told.filter((code) => code !== 'state-recovered')).toEqual([]);
        await store.close();
      },
    ),
    { numRuns: 500 },
  );
}, 60_000);

test('a power failure while damage is put right loses nothing that was good', async () => {
  const line = (seq: number): string =>
    encodeLine({
      seq,
      time: 1_000,
      edit: { change: { kind: 'star', papers: [`p${seq}`], value: true }, instants: null },
    });
  const journal = Buffer.from(`${line(1)}broken\n${line(2)}torn`);
  const snapshot = Buffer.from('broken too');
  const files = { 'journal.1.jsonl': journal, 'state.json': snapshot };
  let hadPower = false;
  for (let left = 1; !hadPower; left++) {
    for (const [inOrder, part] of [true, false].flatMap((each) =>
      [0, 0.3, 0.6, 0.9].map((number) => [each, number] as const),
    )) {
      const disk = SimulatedDisk.holding(dir, files, left);
      await live(disk, dir, []);
      await settle();
      await die(dir);
      hadPower = disk.hasPower;

      const after = disk.restarted(() => part, inOrder);
      const store = await open(after, dir);
      expect([...store.state.starred.keys()]).toEqual(['p1', 'p2']);
      expect(after.contents).toEqual(expect.arrayContaining([journal, snapshot]));
      await store.close();
    }
  }
});

/** Lets operations that found no power end. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
}
