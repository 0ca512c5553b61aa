export interface DebounceOptions {
  /** Milliseconds without being asked after which it runs. */
  readonly quiet: number;
  /** Milliseconds after the first time it was asked at which it runs all the same. */
  readonly most: number;
}

type Timer = ReturnType<typeof setTimeout>;

/** Calls `run` once it has not been asked for a while: many askings in a row are one. Holds no process. */
export class Debounce {
  readonly #run: () => void;
  readonly #options: DebounceOptions;
  #quiet: Timer | null = null;
  #most: Timer | null = null;

  constructor(run: () => void, options: DebounceOptions) {
    this.#run = run;
    this.#options = options;
  }

  ask(): void {
    this.#most ??= this.#after(this.#options.most);
    if (this.#quiet !== null) clearTimeout(this.#quiet);
    this.#quiet = this.#after(this.#options.quiet);
  }

  /** What was asked and has not run is forgotten. */
  stop(): void {
    for (const timer of [this.#quiet, this.#most]) if (timer !== null) clearTimeout(timer);
    this.#quiet = null;
    this.#most = null;
  }

  #after(ms: number): Timer {
    const fire = (): void => {
      this.stop();
      this.#run();
    };
    const timer = setTimeout(fire, ms);
    // Node's timers hold the process; a browser's are numbers.
    (timer as { unref?(): void }).unref?.();
    return timer;
  }
}
