/** Runs an asynchronous job one at a time; however often it is asked for meanwhile, it runs once more afterwards. */
export class Coalesced {
  readonly #run: () => Promise<void>;
  #running: Promise<void> | null = null;
  #again = false;

  /** run: never rejects. */
  constructor(run: () => Promise<void>) {
    this.#run = run;
  }

  /** Resolves when a run that began after this call has ended. */
  ask(): Promise<void> {
    if (this.#running !== null) {
      this.#again = true;
      return this.#running;
    }
    this.#running = this.#loop();
    return this.#running;
  }

  async #loop(): Promise<void> {
    do await this.#run();
    while (this.#askedAgain());
    this.#running = null;
  }

  #askedAgain(): boolean {
    const again = this.#again;
    this.#again = false;
    return again;
  }
}
