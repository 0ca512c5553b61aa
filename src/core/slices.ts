import { setImmediate } from 'node:timers/promises';

/** Called often in long work: gives way to others once a slice of time is used up; about `done` of 1 is behind it. */
export type Pause = (done: number) => Promise<void> | undefined;

/** Lets long work share its thread: `await slicer.pause()` inside the loop gives way once a slice is used up. */
export class Slicer {
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
