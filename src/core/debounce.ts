export interface DebounceOptions {
  /** Milliseconds without being asked after which it runs. */
  readonly quiet: number;
  /** Milliseconds after the first time it was asked at which it runs all the same. */
  readonly most: number;
}

/** Calls `run` once it has not been asked for a while: many askings in a row are one. Holds no process. */
export class Debounce {
  readonly #run: () => void;
  readonly #options: DebounceOptions;
  #quiet: NodeJS.Timeout | null = null;
  #most: NodeJS.Timeout | null = null;

  constructor(run: () => void, options: DebounceOptions) {
    this.#run = run;
    this.#options = options;
  }

  ask(): void {
    this.#most ??= this.#after(this.#options.most);
    if (this.#quiet === null) this.#quiet = this.#after(this.#options.quiet);
    else this.#quiet.refresh();
  }

  /** What was asked and has not run is forgotten. */
  stop(): void {
    for (const timer of [this.#quiet, this.#most]) if (timer !== null) clearTimeout(timer);
    this.#quiet = null;
    this.#most = null;
  }

  #after(ms: number): NodeJS.Timeout {
    const fire = (): void => {
      this.stop();
      this.#run();
    };
    return setTimeout(fire, ms).unref();
  }
}
