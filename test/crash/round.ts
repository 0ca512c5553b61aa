/** One life of the engine: edits until it is killed. */
import { fork } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import type { Change } from '../../src/shared/model.ts';
import type { Random } from '../bench/random.ts';
import { anyEdit, isRefusal } from './edits.ts';
import type { FromVictim, ToVictim } from './protocol.ts';

export interface Round {
  /** Every edit that was asked for, in order. */
  readonly edits: readonly Change[];
  /** How many of them, from the first, are known to have come to their end: up to the last that was acknowledged. */
  readonly settled: number;
  readonly acknowledged: number;
  /** What the engine had just to do when it was killed. */
  readonly phase: 'starting' | 'editing' | 'closing';
  readonly faults: readonly string[];
}

export interface Victim {
  /** Paths of the bundled victim.js, the built engine.js and the data folder. */
  readonly script: string;
  readonly engine: string;
  readonly dataDir: string;
}

const STARTING_MS = 250;
const EDITING_MS = 300;
const CLOSING_MS = 30;

/** Lets the engine live for a random while, with up to a few edits under way at once, and kills it. */
export async function liveAndDie(
  { script, engine, dataDir }: Victim,
  random: Random,
): Promise<Round> {
  const edits: Change[] = [];
  const faults: string[] = [];
  let settled = 0;
  let acknowledged = 0;
  let phase: Round['phase'] = 'starting';
  const child = fork(script, [engine, dataDir], { serialization: 'advanced' });
  const send = (message: ToVictim): void => {
    // A process that is dead hears nothing: what it did not answer is not counted as saved.
    child.send(message, () => undefined);
  };
  const ask = (): void => {
    if (phase !== 'editing') return;
    const change = anyEdit(random);
    edits.push(change);
    send({ kind: 'edit', id: edits.length, change });
  };
  const atOnce = random.pick([1, 2, 8]);
  const ready = new Promise<void>((resolve) => {
    child.on('message', (message: FromVictim) => {
      switch (message.kind) {
        case 'ready':
          phase = 'editing';
          resolve();
          for (let count = 0; count < atOnce; count++) ask();
          return;
        case 'answer':
          if (message.error === null) {
            settled = Math.max(settled, message.id);
            acknowledged++;
            // A list that is not there is an answer too, and has to wait for no other.
          } else if (!isRefusal(message.error)) faults.push(`an edit failed: ${message.error}`);
          ask();
          return;
        case 'closed':
          return;
      }
    });
  });
  let killed = false;
  const ended = new Promise<void>((resolve) => {
    // Not `exit`: answers may still be in the pipe then.
    child.on('close', (code) => {
      if (!killed) faults.push(`the engine's process ended by itself, with ${code}`);
      resolve();
    });
  });

  if (random.chance(0.2)) await wait(random.next() * STARTING_MS);
  else {
    await Promise.race([ready, ended]);
    await wait(random.next() * EDITING_MS);
    if (random.chance(0.3)) {
      phase = 'closing';
      send({ kind: 'close' });
      await wait(random.next() * CLOSING_MS);
    }
  }
  const died = phase;
  killed = true;
  child.kill('SIGKILL');
  await ended;
  return { edits, settled, acknowledged, phase: died, faults };
}
