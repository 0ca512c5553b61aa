/** Calls `run` at once, then at most once every `ms` while it goes on being asked for, the last time included. */
export class Throttle {
  readonly #run: () => void;
  readonly #ms: number;
  #timer: NodeJS.Timeout | null = null;
  #asked = false;

  constructor(run: () => void, ms: number) {
    this.#run = run;
    this.#ms = ms;
  }

  ask(): void {
    if (this.#timer !== null) {
      this.#asked = true;
      return;
    }
    this.#run();
    this.#timer = setTimeout(() => {
      this.#timer = null;
      if (!this.#asked) return;
      this.#asked = false;
      this.ask();
    }, this.#ms);
  }

  /** Nothing is called any more. */
  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#asked = false;
  }
}
