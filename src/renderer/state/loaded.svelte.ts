import { toErrorInfo, type ErrorInfo } from '../../shared/errors.ts';
import { Coalesced } from './coalesced.ts';

/** What a page shows, read from the engine, and read again when it has changed. */
export class Loaded<T> {
  /** Null until it was read once. */
  current = $state.raw<T | null>(null);
  /** Whether it was read once. */
  ready = $state(false);
  /** Why the last reading failed; what was read before stays. */
  error = $state.raw<ErrorInfo | null>(null);
  readonly #reading: Coalesced;

  constructor(read: () => Promise<T>) {
    this.#reading = new Coalesced(async () => {
      // Whoever asks again has thought better of it.
      if (this.error?.code === 'cancelled') this.error = null;
      try {
        this.current = await read();
        this.ready = true;
        this.error = null;
      } catch (error) {
        this.error = toErrorInfo(error);
      }
    });
  }

  /** Resolves when it was read, or could not be. */
  refresh(): Promise<void> {
    return this.#reading.ask();
  }
}
