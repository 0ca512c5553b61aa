/** What the Electron preload puts into the page as `window.lectern`; absent in the browser host. */
import type { AppEvent } from './contract.ts';
import type { Result } from './errors.ts';

export interface LecternBridge {
  /** Asks the host by the contract; the host checks method and input. Resolves with what `unwrap` takes; never rejects. */
  call(method: string, input: unknown): Promise<Result<unknown>>;
  /** Listens to every event; gives back how to stop. */
  listen(listener: (event: AppEvent) => void): () => void;
  /** The absolute path of a dropped DOM File (a folder is one too); '' for a File that is not on disk. */
  pathOf(file: unknown): string;
}
