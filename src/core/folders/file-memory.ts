/** As long as most digests. */
const SIZE = 128 * 1024;
const MOST_SPARE = 16;

/**
 * Memory that files are read into, used again once nobody reads it. V8 counts memory outside of its heap and collects the
 * whole heap whenever 64 MB more of it were asked for: reading some thousand files, each into memory of its own, had it do
 * so time and again.
 */
export class FileMemory {
  readonly #spare: Buffer[] = [];

  /** At least as many bytes, whatever is in them. */
  take(size: number): Buffer {
    const spare = size <= SIZE ? this.#spare.pop() : undefined;
    return spare ?? Buffer.allocUnsafeSlow(Math.max(size, SIZE));
  }

  /** What was taken, and is not read by anybody any more. */
  giveBack(memory: Buffer): void {
    if (memory.length === SIZE && this.#spare.length < MOST_SPARE) this.#spare.push(memory);
  }
}
