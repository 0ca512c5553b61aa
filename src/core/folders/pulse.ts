/** Feels whether a folder is still there: drives come and go without a word, and a folder may be moved from above. */
import type { Dir } from 'node:fs';
import { opendir, stat } from 'node:fs/promises';

const STEADY_MS = 5_000;
const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 30_000;

export class Pulse {
  readonly #path: string;
  readonly #onChange: () => void;
  #last: string | null = null;
  #retry = FIRST_RETRY_MS;
  #timer: NodeJS.Timeout | null = null;
  #stopped = false;

  /** onChange: the folder came, went, or is another one than when it was last felt. */
  constructor(path: string, onChange: () => void) {
    this.#path = path;
    this.#onChange = onChange;
  }

  /** What stands at the path now, null when it is no folder that can be listed; later beats are compared with it. */
  async feel(): Promise<string | null> {
    this.#last = await identityOf(this.#path);
    if (this.#last !== null) this.#retry = FIRST_RETRY_MS;
    this.#wait();
    return this.#last;
  }

  stop(): void {
    this.#stopped = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  #wait(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (this.#stopped) return;
    const ms = this.#last === null ? this.#retry : STEADY_MS;
    this.#timer = setTimeout(() => void this.#beat(), ms).unref();
  }

  /** One look at a time: on a dead network drive it may take minutes. */
  async #beat(): Promise<void> {
    const last = this.#last;
    if (last === null) this.#retry = Math.min(2 * this.#retry, LAST_RETRY_MS);
    const now = await identityOf(this.#path);
    if (this.#stopped || last !== this.#last) return;
    if (now !== last) this.#onChange();
    this.#wait();
  }
}

/** Device and number of a folder: another when a drive is mounted there or another folder takes its place. */
async function identityOf(path: string): Promise<string | null> {
  try {
    const folder: Dir = await opendir(path);
    try {
      await folder.read();
    } finally {
      await folder.close();
    }
    const { dev, ino } = await stat(path, { bigint: true });
    return `${String(dev)}:${String(ino)}`;
  } catch {
    // Why it cannot be listed is told by the scan that follows.
    return null;
  }
}
