/** Long work that a client follows and may end: it has a name that the client gave. */
import type { AppEvent } from '../shared/contract.ts';
import { AppError } from '../shared/errors.ts';
import { Slicer } from './slices.ts';

/** No more often than this is progress told. */
const TELL_MS = 100;

export class Job {
  readonly #slicer = new Slicer();
  readonly #tell: (done: number) => void;
  #told = performance.now();
  #cancelled = false;

  constructor(tell: (done: number) => void) {
    this.#tell = tell;
  }

  cancel(): void {
    this.#cancelled = true;
  }

  /** Gives way to others once a slice is used up; `done` of 1 is behind it. Rejects with `cancelled`. */
  pause(done: number): Promise<void> | undefined {
    const now = performance.now();
    if (now - this.#told >= TELL_MS) {
      this.#told = now;
      this.#tell(Math.min(1, done));
    }
    return this.#slicer.pause()?.then(() => this.refuseWhenCancelled());
  }

  /** Errors: cancelled. */
  refuseWhenCancelled(): void {
    if (this.#cancelled) throw new AppError('cancelled', 'It was cancelled.');
  }
}

/** The work that is being done. */
export class Jobs {
  readonly #running = new Map<string, Job>();
  readonly #emit: (event: AppEvent) => void;

  constructor(emit: (event: AppEvent) => void) {
    this.#emit = emit;
  }

  /** Does work under a name; without one nobody is told and nobody can end it. */
  async run<T>(name: string | undefined, work: (job: Job) => Promise<T>): Promise<T> {
    const job = new Job((done) => {
      if (name !== undefined) this.#emit({ type: 'progress', job: name, done });
    });
    if (name !== undefined) this.#running.set(name, job);
    try {
      return await work(job);
    } finally {
      if (name !== undefined && this.#running.get(name) === job) this.#running.delete(name);
    }
  }

  /** Ends work at its next pause; nothing happens when it has ended. */
  cancel(name: string): void {
    this.#running.get(name)?.cancel();
  }
}
