/** Backups, restores, moves, migrations and merges that are stopped, or refused by the disk, at any file operation. */
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ReaderData } from '../../../src/core/state/reader-data.ts';
import { AppError } from '../../../src/shared/errors.ts';
import type { Change } from '../../../src/shared/model.ts';
import { plain } from './arbitraries.ts';
import { FaultyFiles, systemError } from './faulty-files.ts';

const NOON = Date.UTC(2026, 10, 25, 12);
const DAY_MS = 24 * 60 * 60_000;
const CODES = ['ENOSPC', 'EACCES', 'EROFS', 'EIO'];
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
}

async function live(folder: string, changes: readonly Change[], day = 0): Promise<void> {
  const { data, files } = await open(folder, day);
  for (const change of changes) await data.change(change);
  await files.idle();
  await data.close();
}

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
    name: 'a merge of a conflict copy',
    prepare: async (folder) => {
      await live(folder, first);
      await live(join(folder, 'other'), [note('c', 'theirs')], 1);
      const copy = join(folder, "home/state (reader's conflicted copy 2026-11-25).json");
      await cp(join(folder, 'other/home/state.json'), copy);
    },
    steps: [({ data }) => data.change(star('c'))],
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

/** The states that the steps lead through; the first is that of the opened data. */
async function statesOf({ steps }: Scenario, prepared: string): Promise<readonly unknown[]> {
  const folder = await mkdtemp(join(base, 'whole-'));
  await cp(prepared, folder, { recursive: true });
  const world = await open(folder, 2);
  const states = [stateOf(world)];
  for (const step of steps) {
    await step(world);
    states.push(stateOf(world));
  }
  await world.data.close();
  return states;
}

/** What the next start finds; nothing is damaged, and every kept backup can be read. */
async function found(folder: string): Promise<unknown> {
  const world = await open(folder, 2);
  const { data } = world;
  expect(data.info.access).toEqual({ mode: 'write' });
  // Of a torn line nobody was told that it was saved.
  const told = data.problems.filter(({ message }) => !message.includes('last line is not whole'));
  expect(told.filter(({ code }) => code !== 'state-merged')).toEqual([]);
  for (const { name } of await data.backups()) {
    await expect(data.backupContents({ kind: 'kept', name })).resolves.toBeDefined();
  }
  const state = stateOf(world);
  await data.close();
  return state;
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
  if (error.message === 'stopped' || isStop(error.cause)) return true;
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

describe.each(scenarios)('$name', (scenario) => {
  it('that is stopped before any file operation loses nothing acknowledged, and is there whole or not at all', async () => {
    const prepared = await preparedBy(scenario);
    const states = await statesOf(scenario, prepared);
    let isStopped = true;
    let moments = 0;
    for (; isStopped; moments++) {
      const folder = await mkdtemp(join(base, 'stop-'));
      await cp(prepared, folder, { recursive: true });
      let left = moments;
      isStopped = false;
      const files = new FaultyFiles(() => {
        if (left-- > 0) return;
        isStopped = true;
        throw new Error('stopped');
      });
      const done = await stepsUntilStopped(scenario, folder, files);
      await files.end();
      await die(folder);
      expect(states.slice(done, done + 2), `at ${moments}`).toContainEqual(await found(folder));
    }
    expect(moments).toBeGreaterThan(15);
  }, 120_000);

  it('that the disk refuses at any one write tells it, harms nothing, and works when it is tried again', async () => {
    const prepared = await preparedBy(scenario);
    const states = await statesOf(scenario, prepared);
    let isRefused = true;
    for (let moment = 0; isRefused; moment++) {
      const folder = await mkdtemp(join(base, 'refuse-'));
      await cp(prepared, folder, { recursive: true });
      let left = moment;
      isRefused = false;
      const files = new FaultyFiles(({ name }) => {
        if (READS.includes(name) || left-- !== 0) return;
        isRefused = true;
        throw systemError(CODES[moment % CODES.length] ?? '');
      });
      await tryAgain(scenario, await open(folder, 2, files), states);
      expect(await found(folder), `at ${moment}`).toEqual(states.at(-1));
    }
  }, 120_000);
});
