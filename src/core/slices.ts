import { setImmediate } from 'node:timers/promises';

/** Called often in long work: gives way to others once a slice of time is used up; about `done` of 1 is behind it. */
export type Pause = (done: number) => Promise<void> | undefined;

/** Through what long work gives way: a slicer, or a part of work that is followed. */
export interface GivesWay {
  pause(): Promise<void> | undefined;
}

/** The part of followed work from one share of it to another, in so many steps. */
export class Part implements GivesWay {
  readonly #pause: Pause;
  readonly #from: number;
  readonly #by: number;
  readonly #steps: number;
  #step = 0;

  constructor(pause: Pause, [from, to]: readonly [from: number, to: number], steps: number) {
    this.#pause = pause;
    this.#from = from;
    this.#by = to - from;
    this.#steps = steps;
  }

  /** After each step; more of them than were foreseen count for nothing. */
  pause(): Promise<void> | undefined {
    this.#step = Math.min(this.#step + 1, this.#steps);
    return this.#pause(this.#from + (this.#by * this.#step) / this.#steps);
  }
}

/** Lets long work share its thread: `await slicer.pause()` inside the loop gives way once a slice is used up. */
export class Slicer implements GivesWay {
  readonly #ms: number;
  #started = performance.now();

  /** ms: how long a slice may last before the event loop has its turn. */
  constructor(ms = 8) {
    this.#ms = ms;
  }

  /** Undefined while the slice lasts, so that a loop pays for a promise only when it does give way. */
  pause(): Promise<void> | undefined {
    if (performance.now() - this.#started < this.#ms) return undefined;
    return setImmediate().then(() => {
      this.#started = performance.now();
    });
  }
}

/** Goes through steps at once, and gives what they come to. */
export function finish<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same in slices; each step yields how much of the work is behind it. */
export async function finishInSlices<T>(steps: Generator<number, T>, pause: Pause): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await pause(step.value);
  }
}
