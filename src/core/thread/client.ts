/** The host's end of the engine's thread. */
import { Worker } from 'node:worker_threads';
import {
  contract,
  isHostMethod,
  isMethodName,
  type AppEvent,
  type Client,
  type EngineMethod,
  type Input,
  type MethodName,
  type Output,
} from '../../shared/contract.ts';
import {
  assertNever,
  fromErrorInfo,
  unwrap,
  type ErrorInfo,
  type Result,
} from '../../shared/errors.ts';
import type { EngineData, FromEngine, ToEngine } from './protocol.ts';

export interface EngineOptions extends EngineData {
  /** Path of the built engine.js. */
  readonly file: string;
}

export interface Engine extends Client {
  /**
   * Validates an input that came from outside and answers it; never rejects. Methods of the host are `unsupported`
   * here: a host answers them first.
   */
  request(method: string, input: unknown): Promise<Result<unknown>>;
  /** Saves everything and ends the thread. Rejects with the AppError of what could not be saved. */
  close(): Promise<void>;
  /** Resolves with the exit code when the thread has ended, asked for or not. */
  readonly ended: Promise<number>;
}

type Settle = (result: Result<unknown>) => void;

function failure(code: ErrorInfo['code'], message: string, subject: string | null): Result<never> {
  return { ok: false, error: { code, message, subject, retryable: false } };
}

/** Starts the engine's thread; resolves once reader state is open. Errors: data-in-use, read-failed, write-failed. */
export function startEngine(options: EngineOptions): Promise<Engine> {
  const { file, ...data } = options;
  const worker = new Worker(file, { workerData: data, name: 'lectern-engine' });
  return new Promise((resolve, reject) => {
    const engine = new WorkerEngine(worker, {
      onReady: () => resolve(engine),
      onFailed: (error) => {
        void worker.terminate();
        reject(fromErrorInfo(error));
      },
    });
  });
}

interface StartHooks {
  onReady(): void;
  /** The engine could not open its data, or its thread ended. */
  onFailed(error: ErrorInfo): void;
}

class WorkerEngine implements Engine {
  readonly ended: Promise<number>;
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Settle>();
  readonly #listeners = new Set<(event: AppEvent) => void>();
  #closing: Promise<void> | null = null;
  #onClosed: (error: ErrorInfo | null) => void = () => undefined;
  #stopped: ErrorInfo | null = null;
  #lastId = 0;

  constructor(worker: Worker, hooks: StartHooks) {
    this.#worker = worker;
    let crash: Error | null = null;
    worker.on('error', (error: Error) => {
      crash = error;
    });
    worker.on('message', (message: FromEngine) => this.#receive(message, hooks));
    this.ended = new Promise((resolve) => {
      worker.on('exit', (code) => {
        const reason = crash === null ? `code ${code}` : crash.message;
        this.#stop(`The reading engine has stopped (${reason}).`, hooks);
        resolve(code);
      });
    });
  }

  call<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> {
    return this.request(method, input).then((result) => unwrap(result) as Output<M>);
  }

  async request(method: string, input: unknown): Promise<Result<unknown>> {
    if (!isMethodName(method)) {
      return failure('unknown-method', `There is no method “${method}”.`, method);
    }
    if (isHostMethod(method)) {
      return failure('unsupported', `“${method}” is not available here.`, method);
    }
    const parsed = contract[method].input.safeParse(input);
    if (!parsed.success) {
      const where = parsed.error.issues.map((issue) => issue.path.join('.') || 'input').join(', ');
      return failure(
        'invalid-input',
        `${method} was called with something wrong: ${where}.`,
        where,
      );
    }
    return this.#send(method, parsed.data);
  }

  listen(listener: (event: AppEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    if (this.#stopped !== null) return;
    const error = await new Promise<ErrorInfo | null>((resolve) => {
      this.#onClosed = resolve;
      this.#post({ kind: 'close' });
    });
    await this.#worker.terminate();
    if (error !== null) throw fromErrorInfo(error);
  }

  #send(method: EngineMethod, input: unknown): Promise<Result<unknown>> {
    const stopped = this.#stopped;
    if (stopped !== null) return Promise.resolve({ ok: false, error: stopped });
    if (this.#closing !== null) {
      return Promise.resolve(failure('engine-stopped', 'Lectern is closing.', null));
    }
    return new Promise((resolve) => {
      this.#lastId += 1;
      this.#waiting.set(this.#lastId, resolve);
      this.#post({ kind: 'call', id: this.#lastId, method, input });
    });
  }

  #post(message: ToEngine): void {
    this.#worker.postMessage(message);
  }

  #receive(message: FromEngine, hooks: StartHooks): void {
    switch (message.kind) {
      case 'ready':
        hooks.onReady();
        return;
      case 'failed':
        hooks.onFailed(message.error);
        return;
      case 'answer':
        this.#waiting.get(message.id)?.(message.result);
        this.#waiting.delete(message.id);
        return;
      case 'event':
        for (const listener of this.#listeners) listener(message.event);
        return;
      case 'closed':
        this.#onClosed(message.error);
        return;
      default:
        assertNever(message);
    }
  }

  #stop(message: string, hooks: StartHooks): void {
    const error = { code: 'engine-stopped', message, subject: null, retryable: false } as const;
    this.#stopped = error;
    for (const settle of this.#waiting.values()) settle({ ok: false, error });
    this.#waiting.clear();
    this.#onClosed(error);
    hooks.onFailed(error);
  }
}
