/** `npm run crash`: kills the engine at random moments and looks whether everything that it acknowledged is there. */
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readBackup } from '../../src/core/state/backups.ts';
import type { ReaderState } from '../../src/core/state/reader-state.ts';
import { restoreState } from '../../src/core/state/stored-state.ts';
import { Random } from '../bench/random.ts';
import { anyAct, anyImport, newestRestore, type Act } from './acts.ts';
import { dieMigrating } from './migrating.ts';
import { fingerprint, Model } from './model.ts';
import { checkBackups, placeOf, reopen } from './reopen.ts';
import { liveAndDie, type Phase, type Round, type Victim } from './round.ts';

const USAGE = 'npm run crash -- [--rounds N] [--seed N]';
const DAY_MS = 24 * 60 * 60_000;
/** Longer than any life lasts by its own clock. */
const LIFE_DAYS = 60;
/** One round in as many is of data of an earlier format. */
const MIGRATING = 20;

export interface CrashReport {
  readonly seed: number;
  readonly rounds: number;
  readonly kills: Readonly<Partial<Record<Phase | 'migrating', number>>>;
  /** Acts that were acknowledged, and those that were not but are there, each of them whole. */
  readonly acknowledged: number;
  readonly unacknowledged: number;
  /** Copies of which one file was damaged, by what was done; each gave the same state. */
  readonly damaged: Readonly<Record<string, number>>;
  readonly backups: number;
  /** Rounds after which an acknowledged act was missing, or half of one was there. */
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

class Harness {
  readonly #victim: Victim;
  readonly #base: string;
  readonly #random: Random;
  readonly #model = new Model();
  readonly #knownBackups = new Set<string>();
  readonly #kills: Partial<Record<Phase | 'migrating', number>> = {};
  readonly #damaged: Record<string, number> = {};
  readonly #faults: string[] = [];
  #acknowledged = 0;
  #unacknowledged = 0;
  #lost = 0;

  constructor(victim: Victim, base: string, random: Random) {
    this.#victim = victim;
    this.#base = base;
    this.#random = random;
  }

  get lost(): number {
    return this.#lost;
  }

  report(seed: number, rounds: number): CrashReport {
    return {
      seed,
      rounds,
      kills: this.#kills,
      acknowledged: this.#acknowledged,
      unacknowledged: this.#unacknowledged,
      damaged: this.#damaged,
      backups: this.#knownBackups.size,
      lost: this.#lost,
      faults: this.#faults,
    };
  }

  /** Data of an earlier format: nothing else hangs on this round. */
  async migrate(round: number, fixture: string): Promise<void> {
    this.#count('migrating');
    this.#tell(round, await dieMigrating(this.#victim, fixture, this.#random));
  }

  async round(round: number): Promise<void> {
    const random = this.#random;
    const model = this.#model;
    const life = await liveAndDie(
      this.#victim,
      {
        next: () => anyAct(random, (paper) => model.texts(paper)),
        lone: () => this.#lone(round),
        begin: Date.UTC(2026, 0) + round * LIFE_DAYS * DAY_MS,
      },
      random,
    );
    this.#count(life.phase);
    this.#acknowledged += life.acknowledged;
    this.#tell(round, life.faults);
    const { dir, there } = await placeOf(this.#victim.home);
    if (!there) this.#tell(round, [`the data are said to be in ${dir}, and are not`]);
    const found = await reopen(dir, random);
    this.#tell(round, [...found.faults, ...(await checkBackups(dir, this.#knownBackups))]);
    if (found.damaged !== null) {
      this.#damaged[found.damaged] = (this.#damaged[found.damaged] ?? 0) + 1;
    }
    model.restart();
    for (const act of life.acts.slice(0, life.settled)) await model.do(act);
    if (life.saved !== null) this.#checkSaved(round, life.saved);
    await this.#matchOpen(life.acts.slice(life.settled), fingerprint(found.state));
    if (this.#lost > 0) {
      this.#tell(round, [describe(life, found.state, model.state)]);
      // What helps to find out how: what was asked for, what is there, and what had to be.
      const evidence = { life, found: fingerprint(found.state), wanted: fingerprint(model.state) };
      await writeFile(join(this.#base, 'lost.json'), JSON.stringify(evidence));
    }
    const missing = model.missingTexts(found.state);
    if (missing.length > 0) this.#tell(round, [`texts of notes are missing: ${missing.join()}`]);
    await this.#sweep(dir);
  }

  /** Does the acts that nobody was told of until the state is the one that was found; each is there whole or not at all. */
  async #matchOpen(open: readonly Act[], found: string): Promise<void> {
    for (const act of open) {
      if (fingerprint(this.#model.state) === found) return;
      await this.#model.do(act);
      this.#unacknowledged++;
    }
    if (fingerprint(this.#model.state) !== found) this.#lost++;
  }

  /** A file of all data was asked for when nothing else was under way: it holds the state of that moment. */
  #checkSaved(round: number, text: string): void {
    const saved = restoreState(readBackup(Buffer.from(text), 'saved'));
    if (fingerprint(saved) === fingerprint(this.#model.state)) return;
    this.#tell(round, ['a saved file holds another state']);
  }

  async #lone(round: number): Promise<Act | null> {
    switch (this.#random.between(1, 5)) {
      case 1:
      case 2: {
        const back = this.#random.chance(0.2);
        return {
          kind: 'move',
          to: back ? this.#victim.home : join(this.#base, 'places', String(round)),
        };
      }
      case 3:
        return newestRestore((await placeOf(this.#victim.home)).dir);
      case 4:
        return { kind: 'save' };
      default:
        return anyImport(this.#random);
    }
  }

  /** Removes what moves have left behind: nothing reads it again. */
  async #sweep(dir: string): Promise<void> {
    const places = join(this.#base, 'places');
    for (const name of await readdir(places).catch(() => [])) {
      if (join(places, name) !== dir) await rm(join(places, name), { recursive: true });
    }
    for (const name of await readdir(this.#victim.home)) {
      if (name.startsWith('moved-')) await rm(join(this.#victim.home, name), { recursive: true });
    }
  }

  #count(phase: Phase | 'migrating'): void {
    this.#kills[phase] = (this.#kills[phase] ?? 0) + 1;
  }

  #tell(round: number, faults: readonly string[]): void {
    this.#faults.push(...faults.map((fault) => `round ${round}: ${fault}`));
  }
}

/** How a change was lost, in a line. */
function describe(
  { phase, acts, settled }: Round,
  found: ReaderState,
  wanted: ReaderState,
): string {
  const last = acts.slice(-12).map((act) => (act.kind === 'change' ? act.change.kind : act.kind));
  const parts = (state: ReaderState): readonly string[] =>
    (JSON.parse(fingerprint(state)) as readonly unknown[]).map((part) => JSON.stringify(part));
  const other = parts(wanted);
  const differ = parts(found).filter((part, index) => part !== other[index]);
  const names = differ.map((part) => part.slice(2, part.indexOf('"', 2))).join(', ');
  return `lost while ${phase}, of ${acts.length} acts ${settled} settled, last ${last.join(' ')}; other: ${names}`;
}

export interface Files {
  /** The bundled victim.js and clock.js, the built engine.js, and a folder with data of an earlier format. */
  readonly script: string;
  readonly clock: string;
  readonly engine: string;
  readonly fixture: string;
}

/** Runs the harness, all rounds on the same data; false when something was found. Rejects when it could not be run. */
export async function crash(files: Files, args: readonly string[]): Promise<boolean> {
  const { rounds, seed } = readArguments(args);
  const base = await mkdtemp(join(tmpdir(), 'lectern-crash-'));
  console.log(`${rounds} rounds with seed ${seed} …`);
  const { script, clock, engine, fixture } = files;
  const victim = { script, clock, engine, home: join(base, 'home') };
  await mkdir(victim.home);
  const harness = new Harness(victim, base, new Random(seed));
  // What follows a loss would only be told again.
  for (let round = 1; round <= rounds && harness.lost === 0; round++) {
    if (round % MIGRATING === 0) await harness.migrate(round, fixture);
    else await harness.round(round);
  }
  const report = harness.report(seed, rounds);
  const good = report.lost === 0 && report.faults.length === 0 && report.acknowledged > 0;
  for (const fault of report.faults) console.error(fault);
  console.log(JSON.stringify(report));
  if (good) await rm(base, { recursive: true, force: true });
  else console.error(`The data are kept in ${base}.`);
  return good;
}
