import type { Client } from '../../shared/contract.ts';
import { toErrorInfo } from '../../shared/errors.ts';

/** Work that takes no longer than this needs no progress. */
const SHOWN_AFTER_MS = 300;

/** Long work that one dialog asks of the engine: at most one at a time is shown, and it can be ended. */
export class LongWork {
  /** Of 1; null while nothing is to be shown. */
  progress = $state<number | null>(null);
  readonly #works: Works;
  #name: string | null = null;
  #done = 0;

  constructor(works: Works) {
    this.#works = works;
  }

  /** Does work under a name by which the engine tells its progress. Rejects as the work does. */
  async run<T>(work: (name: string) => Promise<T>): Promise<T> {
    const name = crypto.randomUUID();
    this.#name = name;
    this.#done = 0;
    const timer = setTimeout(() => (this.progress = this.#done), SHOWN_AFTER_MS);
    this.#works.begin(name, (done) => {
      this.#done = done;
      if (this.progress !== null) this.progress = done;
    });
    try {
      return await work(name);
    } finally {
      clearTimeout(timer);
      this.#works.end(name);
      if (this.#name === name) {
        this.#name = null;
        this.progress = null;
      }
    }
  }

  /** Ends what is being done; its `run` rejects with `cancelled`. */
  cancel(): void {
    if (this.#name !== null) this.#works.cancel(this.#name);
  }
}

/** Leads the engine's progress to the work that it is of. */
export class Works {
  readonly #client: Client;
  readonly #running = new Map<string, (done: number) => void>();

  constructor(client: Client) {
    this.#client = client;
  }

  begin(name: string, tell: (done: number) => void): void {
    this.#running.set(name, tell);
  }

  end(name: string): void {
    this.#running.delete(name);
  }

  hear(name: string, done: number): void {
    this.#running.get(name)?.(done);
  }

  cancel(name: string): void {
    // A host that is gone ends its work by itself.
    this.#client.call('job.cancel', { job: name }).catch(() => undefined);
  }
}

export function isCancelled(error: unknown): boolean {
  return toErrorInfo(error).code === 'cancelled';
}
