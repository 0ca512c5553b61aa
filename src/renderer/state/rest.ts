/** How long it has to be quiet, and how long at most one waits for that, in milliseconds. */
export interface RestOptions {
  readonly quiet: number;
  readonly latest: number;
}

/** Runs a job once what asks for it rests, so that the job takes no time from what is being done. */
export class Rest {
  readonly #run: () => void;
  readonly #options: RestOptions;
  #quiet: ReturnType<typeof setTimeout> | undefined;
  #latest: ReturnType<typeof setTimeout> | undefined;

  constructor(run: () => void, options: RestOptions) {
    this.#run = run;
    this.#options = options;
  }

  ask(): void {
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => this.#end(), this.#options.quiet);
    this.#latest ??= setTimeout(() => this.#end(), this.#options.latest);
  }

  /** Nothing is to be run any more, until it is asked for again. */
  cancel(): void {
    clearTimeout(this.#quiet);
    clearTimeout(this.#latest);
    this.#latest = undefined;
  }

  #end(): void {
    this.cancel();
    this.#run();
  }
}
