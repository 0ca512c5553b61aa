/** Results on the standard output, messages on the standard error; a reader that has gone (`| head`) is no failure. */
export class Output {
  readonly #out: NodeJS.WritableStream;
  readonly #err: NodeJS.WritableStream;
  #gone = false;

  constructor(out: NodeJS.WritableStream, err: NodeJS.WritableStream) {
    this.#out = out;
    this.#err = err;
    for (const stream of [out, err]) {
      stream.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EPIPE') throw error;
        this.#gone = true;
      });
    }
  }

  /** Whether nobody reads the results any more. */
  get gone(): boolean {
    return this.#gone;
  }

  /** Writes a part of the result; resolves when it has been taken, or nobody takes it any more. */
  write(text: string): Promise<void> {
    if (this.#gone) return Promise.resolve();
    return new Promise((resolve) => {
      this.#out.write(text, () => resolve());
    });
  }

  /** Tells something; always whole lines. */
  tell(message: string): void {
    this.#err.write(`${message}\n`);
  }
}
