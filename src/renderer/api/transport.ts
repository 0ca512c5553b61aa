import type { AppEvent } from '../../shared/contract.ts';
import type { Result } from '../../shared/errors.ts';

/** `unauthorised`: the host is there, but this page holds no valid token. `gone`: nothing answers. */
export type Connection = 'connecting' | 'ready' | 'unauthorised' | 'gone';

/** A way to the host. Calls never reject; a dead host is an `engine-stopped` error. */
export interface Transport {
  call(method: string, input: unknown): Promise<Result<unknown>>;
  /** Listens to every event; gives back how to stop. */
  listen(listener: (event: AppEvent) => void): () => void;
  /** Tells the present connection at once, and every change of it; gives back how to stop. */
  watch(listener: (connection: Connection) => void): () => void;
  /** The path of a dropped file or folder; null where the host cannot tell. */
  pathOf(file: File): string | null;
}
