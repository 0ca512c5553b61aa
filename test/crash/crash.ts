/** `npm run crash`: kills the engine at random moments and looks whether everything that it acknowledged is there. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { editOf, perform } from '../../src/core/state/perform.ts';
import { emptyState, type MutableState } from '../../src/core/state/reader-state.ts';
import { StateStore } from '../../src/core/state/state-store.ts';
import { AppError } from '../../src/shared/errors.ts';
import type { Change } from '../../src/shared/model.ts';
import { Random } from '../bench/random.ts';
import { fingerprint, isRefusal } from './edits.ts';
import { liveAndDie, type Round, type Victim } from './round.ts';

const USAGE = 'npm run crash -- [--rounds N] [--seed N]';

export interface CrashReport {
  readonly seed: number;
  readonly rounds: number;
  readonly kills: Readonly<Record<Round['phase'], number>>;
  /** Edits that were acknowledged, and those that were not but are there, each of them whole. */
  readonly acknowledged: number;
  readonly unacknowledged: number;
  /** Rounds after which an acknowledged edit was missing, or half of one was there. */
  readonly lost: number;
  readonly faults: readonly string[];
}

function readArguments(args: readonly string[]): {
  readonly rounds: number;
  readonly seed: number;
} {
  const { values } = parseArgs({
    args: [...args],
    options: { rounds: { type: 'string', default: '100' }, seed: { type: 'string' } },
  });
  const rounds = Number(values.rounds);
  const seed = Number(values.seed ?? Date.now() % 1_000_000_007);
  if (!Number.isSafeInteger(rounds) || rounds < 1 || !Number.isSafeInteger(seed)) {
    throw new Error(USAGE);
  }
  return { rounds, seed };
}

/** Does an edit to the state that is expected, as the engine would. */
function expectEdit(state: MutableState, change: Change): void {
  try {
    perform(state, editOf(change), 0);
  } catch (error) {
    if (!(error instanceof AppError) || !isRefusal(error.code)) throw error;
  }
}

interface Reopened {
  readonly state: string;
  readonly problems: readonly string[];
}

/** What a fresh store makes of a copy of the data, and once more after it has folded them: so the snapshot counts too. */
async function reopen(dataDir: string): Promise<readonly [Reopened, Reopened]> {
  const copy = await mkdtemp(join(tmpdir(), 'lectern-crash-copy-'));
  const look = async (): Promise<Reopened> => {
    const store = await StateStore.open({ dir: copy, now: () => Date.now() });
    const state = fingerprint(store.state);
    const problems = store.problems.map(({ message }) => message);
    await store.close();
    return { state, problems };
  };
  try {
    await cp(dataDir, copy, { recursive: true });
    return [await look(), await look()];
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

/** Runs the rounds, all on the same data. The report tells what was found; rejects only when it could not be run. */
async function run(victim: Victim, rounds: number, seed: number): Promise<CrashReport> {
  const random = new Random(seed);
  const kills = { starting: 0, editing: 0, closing: 0 };
  const faults: string[] = [];
  let [acknowledged, unacknowledged, lost] = [0, 0, 0];
  const expected = emptyState();
  for (let round = 1; round <= rounds; round++) {
    const life = await liveAndDie(victim, random);
    kills[life.phase]++;
    acknowledged += life.acknowledged;
    const [first, second] = await reopen(victim.dataDir);
    const told = [...life.faults, ...first.problems, ...second.problems];
    if (first.state !== second.state) told.push('the fold changed the state');
    faults.push(...told.map((fault) => `round ${round}: ${fault}`));

    for (const edit of life.edits.slice(0, life.settled)) expectEdit(expected, edit);
    const open = life.edits.slice(life.settled);
    let more = 0;
    while (fingerprint(expected) !== first.state && more < open.length) {
      for (const edit of open.slice(more, ++more)) expectEdit(expected, edit);
    }
    unacknowledged += more;
    if (fingerprint(expected) !== first.state) {
      lost++;
      // What follows would only be told again.
      break;
    }
  }
  return { seed, rounds, kills, acknowledged, unacknowledged, lost, faults };
}

/** Runs the harness; false when something was found. script: the bundled victim.js; engine: the built engine.js. */
export async function crash(
  script: string,
  engine: string,
  args: readonly string[],
): Promise<boolean> {
  const { rounds, seed } = readArguments(args);
  const dataDir = await mkdtemp(join(tmpdir(), 'lectern-crash-'));
  console.log(`${rounds} rounds with seed ${seed} …`);
  const report = await run({ script, engine, dataDir }, rounds, seed);
  const good = report.lost === 0 && report.faults.length === 0 && report.acknowledged > 0;
  for (const fault of report.faults) console.error(fault);
  console.log(JSON.stringify(report));
  if (good) await rm(dataDir, { recursive: true, force: true });
  else console.error(`The data are kept in ${dataDir}.`);
  return good;
}
