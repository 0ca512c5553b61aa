/** Backups, restores, moves, migrations and merges that are stopped, lose power, or are refused by the disk at any file operation. */
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ReaderData } from '../../../src/core/state/reader-data.ts';
import { AppError } from '../../../src/shared/errors.ts';
import type { BackupKind, Change, ProblemCode } from '../../../src/shared/model.ts';
import { plain } from './arbitraries.ts';
import { FaultyFiles, systemError, type Operation } from './faulty-files.ts';
import { SimulatedDisk } from './simulated-disk.ts';
import { Random } from '../../bench/random.ts';

const NOON = Date.UTC(2026, 10, 25, 12);
const DAY_MS = 24 * 60 * 60_000;
const CODES = ['ENOSPC', 'EACCES', 'EROFS', 'EIO'];
/** How many things that may be lost are tried at each loss of power; half of them with names in order. */
const CHANCES = Number(process.env['CHANCES'] ?? 2);
const READS: readonly string[] = ['read', 'size', 'list'];

let base: string;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'lectern-accidents-'));
});
afterEach(() => rm(base, { recursive: true, force: true }));

const note = (paper: string, text: string): Change => ({ kind: 'note', paper, text });
const star = (paper: string): Change => ({ kind: 'star', papers: [paper], value: true });

interface World {
  readonly data: ReaderData;
  readonly files: FaultyFiles;
  readonly folder: string;
}

/** The data in `home` of a folder, as an engine opens them, once what an opening begins by itself has ended. */
async function open(folder: string, day = 0, files = new FaultyFiles()): Promise<World> {
  let now = NOON + day * DAY_MS;
  const nothing = (): void => undefined;
  const data = await ReaderData.open({
    defaultDir: join(folder, 'home'),
    movable: true,
    now: () => now++,
    onChanged: nothing,
    onAccess: nothing,
    onProblems: nothing,
    files,
  });
  await files.idle();
  return { data, files, folder };
}

interface Scenario {
  readonly name: string;
  /** Makes the data as they are before, in a folder of their own. */
  readonly prepare: (folder: string) => Promise<void>;
  readonly steps: readonly ((world: World) => Promise<unknown>)[];
  /** Which files of `home` are still somewhere after any accident, byte by byte. */
  readonly keeps?: (name: string, text: string) => boolean;
  /** What opening the data tells besides. */
  readonly tells?: readonly ProblemCode[];
}

async function live(folder: string, changes: readonly Change[], day = 0): Promise<void> {
  const { data, files } = await open(folder, day);
  for (const change of changes) await data.change(change);
  await files.idle();
  await data.close();
}

const TORN = '{"torn';
const first = [note('a', '첫 메모')];

async function oldestBackup(data: ReaderData): Promise<string> {
  const backup = (await data.backups()).at(-1);
  if (backup === undefined) throw new Error('there is no backup');
  return backup.name;
}

const scenarios: readonly Scenario[] = [
  {
    name: 'a daily backup',
    prepare: async (folder) => {
      await live(folder, first);
      await live(folder, [note('b', 'since')], 1);
    },
    steps: [
      async ({ data, files }) => {
        await data.change(note('a', 'second'));
        await files.idle();
      },
    ],
  },
  {
    name: 'a restore',
    prepare: async (folder) => {
      await live(folder, first);
      await live(folder, [note('b', 'since')], 1);
    },
    steps: [
      ({ data }) => data.change(note('a', 'gone after the restore')),
      async ({ data }) => data.restore({ kind: 'kept', name: await oldestBackup(data) }),
      ({ data }) => data.change(star('b')),
      ({ data }) => data.undo(),
      ({ data }) => data.undo(),
    ],
  },
  {
    name: 'a move',
    prepare: (folder) => live(folder, first),
    steps: [
      ({ data }) => data.change(note('b', 'before')),
      ({ data, folder }) => data.move(join(folder, 'there'), 'merge'),
      ({ data }) => data.change(note('b', 'after')),
    ],
  },
  {
    name: 'a move into other data',
    prepare: async (folder) => {
      await live(folder, first);
      await live(join(folder, 'other'), [note('c', 'other')], 1);
    },
    steps: [
      ({ data, folder }) => data.move(join(folder, 'other/home'), 'merge'),
      ({ data }) => data.change(note('b', 'there')),
    ],
  },
  {
    name: 'a migration',
    prepare: (folder) => {
      const fixture = join(import.meta.dirname, '../../fixtures/state/v1');
      return cp(fixture, join(folder, 'home'), { recursive: true });
    },
    steps: [({ data }) => data.change(note('a', 'new'))],
  },
  {
    name: 'a merge of conflict copies',
    prepare: async (folder) => {
      const [home, other] = [join(folder, 'home'), join(folder, 'other/home')];
      await live(folder, first);
      await cp(home, other, { recursive: true });
      await live(folder, [note('a', 'ours, later'), note('d', 'ours')], 2);
      await live(join(folder, 'other'), [note('a', 'theirs, earlier'), note('c', 'theirs')], 1);
      for (const name of await readdir(other)) {
        if (!/^(?:state|journal\.\d+)\.jsonl?$/.test(name)) continue;
        const copy = name.replace(/(\.jsonl?)$/, " (reader's conflicted copy 2026-11-25)$1");
        await cp(join(other, name), join(home, copy));
      }
    },
    steps: [({ data }) => data.change(star('c'))],
    keeps: (name) => name.includes('conflicted copy'),
  },
  {
    name: 'a start with damaged files',
    prepare: async (folder) => {
      await live(folder, first);
      const { data, files } = await open(folder, 1);
      await data.change(note('b', 'since'));
      await data.change(note('c', 'of a line that is damaged'));
      await data.change(note('d', 'behind it'));
      await files.idle();
      // As a crash leaves it, then broken.
      const home = join(folder, 'home');
      const names = (await readdir(home)).filter((name) => name.startsWith('journal.'));
      const journal = names.toSorted().at(-1) ?? '';
      const lines = await readFile(join(home, journal), 'utf8');
      await data.close();
      await writeFile(join(home, journal), lines.replace('damaged', 'DAMAGED'));
      await writeFile(join(home, 'state.json'), TORN);
    },
    steps: [({ data }) => data.change(star('c'))],
    keeps: (_name, text) => text === TORN || text.includes('DAMAGED'),
    tells: ['state-set-aside', 'state-recovered'],
  },
];

/** A state without the name of the folder, which differs, and the times, which go on while it is tried again. */
function stateOf({ data, folder }: World): unknown {
  const text = JSON.stringify(plain(data.state)).replaceAll(folder, '');
  return JSON.parse(text.replace(/\b1[78]\d{11}\b/g, '0'));
}

async function preparedBy({ prepare }: Scenario): Promise<string> {
  const folder = await mkdtemp(join(base, 'before-'));
  await prepare(folder);
  return folder;
}

interface Expected {
  /** The states that the steps lead through; the first is that of the opened data. */
  readonly states: readonly unknown[];
  /** The backups from before, and of what kinds some are there once a step is done: those that it waits for. */
  readonly backups: readonly string[];
  readonly kinds: readonly (readonly BackupKind[])[];
}

async function keptFor({ data }: World): Promise<readonly BackupKind[]> {
  return (await data.backups()).map(({ kind }) => kind).filter((kind) => kind !== 'daily');
}

async function expectedOf({ steps }: Scenario, prepared: string): Promise<Expected> {
  const folder = await mkdtemp(join(base, 'whole-'));
  await cp(prepared, folder, { recursive: true });
  const backups = await readdir(join(folder, 'home/backups')).catch(() => []);
  const world = await open(folder, 2);
  const states = [stateOf(world)];
  const kinds = [await keptFor(world)];
  for (const step of steps) {
    await step(world);
    states.push(stateOf(world));
    kinds.push(await keptFor(world));
  }
  await world.data.close();
  return { states, backups, kinds };
}

/** What the next start finds; nothing is damaged, and every kept backup can be read. `also`: what it may tell besides. */
async function found(
  folder: string,
  files = new FaultyFiles(),
  also: readonly string[] = [],
): Promise<{ state: unknown; backups: readonly string[]; kinds: readonly BackupKind[] }> {
  const world = await open(folder, 2, files);
  const { data } = world;
  expect(data.info.access).toEqual({ mode: 'write' });
  // Of a torn line nobody was told that it was saved.
  const told = data.problems.filter(({ message }) => !message.includes('last line is not whole'));
  expect(told.filter(({ code }) => !['state-merged', ...also].includes(code))).toEqual([]);
  const backups = (await data.backups()).map(({ name }) => name);
  for (const name of backups) {
    await expect(data.backupContents({ kind: 'kept', name })).resolves.toBeDefined();
  }
  const state = stateOf(world);
  const kinds = await keptFor(world);
  await data.close();
  return { state, backups, kinds };
}

/** How many steps were acknowledged until the files stopped. */
async function stepsUntilStopped(
  { steps }: Scenario,
  folder: string,
  files: FaultyFiles,
): Promise<number> {
  let done = 0;
  try {
    const world = await open(folder, 2, files);
    for (const step of steps) {
      await step(world);
      done++;
    }
    await world.data.close();
  } catch (error) {
    if (!isStop(error)) throw error;
  }
  return done;
}

function isStop(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.message === 'stopped' || error.message === 'no power' || isStop(error.cause))
    return true;
  // Data that could not be opened for changes are open for reading.
  return error instanceof AppError && error.code === 'read-only';
}

/** As the end of its process leaves the data: locks that nobody alive holds. */
async function die(folder: string): Promise<void> {
  for (const name of await readdir(folder, { recursive: true })) {
    if (basename(name) === 'lock') await rm(join(folder, name), { force: true });
  }
}

/** Does the steps; one that is refused says why, leaves the state as it was, and is done again. */
async function tryAgain({ steps }: Scenario, world: World, states: readonly unknown[]) {
  const { data } = world;
  if (!data.writable) await data.retry(false);
  for (const [index, step] of steps.entries()) {
    await step(world).catch(async (error: unknown) => {
      expect(error).toMatchObject({ code: 'write-failed', retryable: true });
      expect((error as AppError).fault).toBeDefined();
      expect(states.slice(Math.max(0, index - 1), index + 1)).toContainEqual(stateOf(world));
      await step(world);
    });
  }
  // A fold that is refused loses nothing: the journal has it.
  await data.close().catch((error: unknown) => {
    expect(error).toMatchObject({ code: 'write-failed' });
  });
}

interface Prepared {
  readonly scenario: Scenario;
  readonly folder: string;
  readonly expected: Expected;
  /** What has to be on the disk. */
  readonly kept: readonly Buffer[];
}

async function prepare(scenario: Scenario): Promise<Prepared> {
  const folder = await preparedBy(scenario);
  const kept: Buffer[] = [];
  for (const name of await readdir(join(folder, 'home'))) {
    if (scenario.keeps === undefined || !/^(?:state|journal)/.test(name)) continue;
    const bytes = await readFile(join(folder, 'home', name));
    if (scenario.keeps(name, bytes.toString('utf8'))) kept.push(bytes);
  }
  return { scenario, folder, expected: await expectedOf(scenario, folder), kept };
}

/** Checks what the next start finds: the states before or after the step that was under way, and nothing lost. */
async function expectFound(
  { scenario, folder, expected, kept }: Prepared,
  disk: SimulatedDisk,
  done: number,
  when: string,
  inOrder = true,
): Promise<void> {
  // Out of order, the name of a current snapshot may be missing, and a file under its former name and its new one.
  const also = [...(scenario.tells ?? []), ...(inOrder ? [] : ['state-recovered'])];
  const after = await found(folder, new FaultyFiles(undefined, disk), also);
  await die(folder);
  const { states, backups, kinds } = expected;
  expect(states.slice(done, done + 2), when).toContainEqual(after.state);
  expect(after.backups, when).toEqual(expect.arrayContaining([...backups]));
  expect(after.kinds, when).toEqual(expect.arrayContaining([...(kinds[done] ?? [])]));
  if (inOrder) expect(disk.contents, when).toEqual(expect.arrayContaining([...kept]));
}

describe.each(scenarios)('$name', (scenario) => {
  it('that is stopped before any file operation loses nothing acknowledged, and is there whole or not at all', async () => {
    const prepared = await prepare(scenario);
    const { folder } = prepared;
    let isStopped = true;
    let moments = 0;
    for (; isStopped; moments++) {
      const disk = await SimulatedDisk.copyOf(folder);
      let left = moments;
      isStopped = false;
      const stopping = (): void => {
        if (left-- > 0) return;
        isStopped = true;
        throw new Error('stopped');
      };
      const files = new FaultyFiles(stopping, disk);
      const done = await stepsUntilStopped(scenario, folder, files);
      await files.end();
      await die(folder);
      await expectFound(prepared, disk, done, `at ${moments}`);
    }
    expect(moments).toBeGreaterThan(15);
  }, 120_000);

  it('that loses power at any file operation, and again while that is put right, loses nothing acknowledged', async () => {
    const prepared = await prepare(scenario);
    const { folder } = prepared;
    let hadPower = false;
    for (let moment = 1; !hadPower; moment++) {
      const disk = await SimulatedDisk.copyOf(folder, moment);
      const files = new FaultyFiles(undefined, disk);
      const done = await stepsUntilStopped(scenario, folder, files);
      await files.end();
      await die(folder);
      hadPower = disk.hasPower;
      for (let chance = 0; chance < CHANCES; chance++) {
        const numbers = new Random(moment * CHANCES + chance);
        const random = () => numbers.next();
        const inOrder = chance % 2 === 0;
        const recovering = disk.restarted(random, inOrder, Math.floor(random() * 60));
        const again = new FaultyFiles(undefined, recovering);
        await stepsUntilStopped({ ...scenario, steps: [] }, folder, again);
        await again.end();
        await die(folder);
        const after = recovering.restarted(random, inOrder);
        await expectFound(prepared, after, done, `at ${moment}, ${chance}`, inOrder);
      }
    }
  }, 120_000);

  it.each(CODES)(
    'that the disk refuses with %s at any one write tells it, harms nothing, and works when it is tried again',
    async (code) => {
      const prepared = await prepare(scenario);
      const { folder, expected } = prepared;
      let isRefused = true;
      for (let moment = 0; isRefused; moment++) {
        const disk = await SimulatedDisk.copyOf(folder);
        let left = moment;
        isRefused = false;
        const refusing = ({ name }: Operation): void => {
          if (READS.includes(name) || left-- !== 0) return;
          isRefused = true;
          throw systemError(code);
        };
        const world = await open(folder, 2, new FaultyFiles(refusing, disk));
        await tryAgain(scenario, world, expected.states);
        await die(folder);
        await expectFound(prepared, disk, scenario.steps.length, `at ${moment}`);
      }
    },
    120_000,
  );
});
