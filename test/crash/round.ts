/** One life of the engine: acts until it is killed. */
import { fork } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import type { Random } from '../bench/random.ts';
import { callOf, type Act, type LoneKind } from './acts.ts';
import { isRefusal } from './model.ts';
import type { FromVictim, ToVictim } from './protocol.ts';

export type Phase = 'starting' | 'editing' | 'closing' | LoneKind;

export interface Round {
  /** Every act that was asked for, in order. */
  readonly acts: readonly Act[];
  /** How many of them, from the first, are known to have come to their end: up to the last that was acknowledged. */
  readonly settled: number;
  readonly acknowledged: number;
  /** What the engine had just to do when it was killed. */
  readonly phase: Phase;
  /** The text of the one-file backup that was asked for last, once it was answered. */
  readonly saved: string | null;
  readonly faults: readonly string[];
}

export interface Victim {
  /** Paths of the bundled victim.js and clock.js, the built engine.js and the data folder's default place. */
  readonly script: string;
  readonly clock: string;
  readonly engine: string;
  readonly home: string;
}

/** What a life is made of: what is done among others, and the act that is done alone before the end, if any. */
export interface Plan {
  readonly next: () => Act;
  readonly lone: () => Promise<Act | null>;
  /** What the clock shows at the beginning. */
  readonly begin: number;
}

const STARTING_MS = 250;
const EDITING_MS = 300;
const CLOSING_MS = 30;
const LONE_MS: Readonly<Record<LoneKind, number>> = { move: 60, restore: 30, import: 10, save: 10 };

class Life {
  readonly acts: Act[] = [];
  readonly faults: string[] = [];
  settled = 0;
  acknowledged = 0;
  phase: Phase = 'starting';
  saved: string | null = null;
  readonly ended: Promise<void>;
  readonly ready: Promise<void>;
  #killed = false;
  #open = 0;
  #onIdle: () => void = () => undefined;
  readonly #child;
  readonly #next: () => Act;

  constructor({ script, clock, engine, home }: Victim, plan: Plan, atOnce: number) {
    this.#next = plan.next;
    this.#child = fork(script, [engine, home], {
      serialization: 'advanced',
      execArgv: ['--import', pathToFileURL(clock).href],
      env: { ...process.env, LECTERN_TEST_CLOCK: String(plan.begin) },
    });
    this.ready = new Promise((resolve) => {
      this.#child.on('message', (message: FromVictim) => {
        if (message.kind === 'answer') this.#answered(message);
        if (message.kind !== 'ready') return;
        this.phase = 'editing';
        resolve();
        for (let count = 0; count < atOnce; count++) this.#goOn();
      });
    });
    this.ended = new Promise((resolve) => {
      // Not `exit`: answers may still be in the pipe then.
      this.#child.on('close', (code) => {
        if (!this.#killed) this.faults.push(`the engine's process ended by itself, with ${code}`);
        resolve();
      });
    });
  }

  send(message: ToVictim): void {
    // A process that is dead hears nothing: what it did not answer is not counted as saved.
    this.#child.send(message, () => undefined);
  }

  ask(act: Act): void {
    this.acts.push(act);
    this.#open++;
    this.send({ kind: 'call', id: this.acts.length, ...callOf(act) });
  }

  /** Resolves once nothing that was asked for is under way; asks for nothing more. */
  idle(): Promise<void> {
    this.phase = 'closing';
    return new Promise((resolve) => {
      this.#onIdle = resolve;
      if (this.#open === 0) resolve();
    });
  }

  async kill(): Promise<void> {
    this.#killed = true;
    this.#child.kill('SIGKILL');
    await this.ended;
  }

  #goOn(): void {
    if (this.phase === 'editing') this.ask(this.#next());
  }

  #answered({ id, error, value }: Extract<FromVictim, { kind: 'answer' }>): void {
    this.#open--;
    const act = this.acts[id - 1];
    if (error === null) {
      this.settled = Math.max(this.settled, id);
      this.acknowledged++;
      if (act?.kind === 'save') this.saved = (value as { readonly text: string }).text;
      // A list that is not there is an answer too, and has to wait for no other.
    } else if (!isRefusal(error) && error !== 'data-there') {
      this.faults.push(`${act?.kind ?? 'an act'} failed: ${error}`);
    }
    if (this.#open === 0) this.#onIdle();
    this.#goOn();
  }
}

/**
 * Lets the engine live for a random while, with up to a few acts under way at once, and kills it; `starting`: before it
 * was asked for anything.
 */
export async function liveAndDie(
  victim: Victim,
  plan: Plan,
  random: Random,
  only?: 'starting',
): Promise<Round> {
  const atOnce = only === 'starting' ? 0 : random.pick([1, 2, 8]);
  const life = new Life(victim, plan, atOnce);
  if (atOnce === 0 || random.chance(0.15)) await wait(random.next() * STARTING_MS);
  else {
    await Promise.race([life.ready, life.ended]);
    await wait(random.next() * EDITING_MS);
    if (random.chance(0.5)) await actAlone(life, plan, random);
    else if (random.chance(0.4)) {
      life.phase = 'closing';
      life.send({ kind: 'close' });
      await wait(random.next() * CLOSING_MS);
    }
  }
  await life.kill();
  const { acts, settled, acknowledged, phase, saved, faults } = life;
  return { acts, settled, acknowledged, phase, saved, faults };
}

async function actAlone(life: Life, plan: Plan, random: Random): Promise<void> {
  await Promise.race([life.idle(), life.ended]);
  const act = await plan.lone();
  if (act === null) return;
  life.phase = act.kind as LoneKind;
  life.ask(act);
  await wait(random.next() * LONE_MS[life.phase]);
}
