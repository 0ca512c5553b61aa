import type { Client } from '../../shared/contract.ts';
import type { MediaAllowed } from '../../shared/model.ts';
import type { Changes, ClientChange } from './changes.svelte.ts';
import type { Toasts } from './toasts.svelte.ts';

interface Options {
  readonly client: Client;
  readonly changes: Changes;
  readonly toasts: Toasts;
  /** Something was taken back: what is on screen is to be read again, for its media may no longer load. */
  readonly onForgotten: () => void;
}

/** Which folders and papers may load media, for the settings; each can be taken back. */
export class MediaAllowedState {
  /** Null until they were read. */
  current = $state.raw<MediaAllowed | null>(null);
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  async load(): Promise<void> {
    try {
      this.current = await this.#options.client.call('media.allowed', {});
    } catch (error) {
      this.#options.toasts.fail(error);
    }
  }

  async forgetFolder(path: string): Promise<void> {
    await this.#forget([{ kind: 'media.folder', path, value: false }]);
  }

  async forgetPaper(paper: string): Promise<void> {
    await this.#forget([{ kind: 'media.paper', paper, value: false }]);
  }

  /** Takes everything back, the papers that are not listed too. */
  async forgetAll(): Promise<void> {
    let changed = true;
    while (changed && this.current !== null) {
      const { folders, papers } = this.current;
      if (folders.length + papers.length === 0) break;
      changed = await this.#forget([
        ...folders.map((path) => ({ kind: 'media.folder', path, value: false }) as const),
        ...papers.map(({ id }) => ({ kind: 'media.paper', paper: id, value: false }) as const),
      ]);
    }
  }

  /** False when a change was refused, which is told. */
  async #forget(changes: readonly ClientChange[]): Promise<boolean> {
    let done = true;
    for (const change of changes) {
      done = done && (await this.#options.changes.apply(change, 'silent')) !== null;
    }
    await this.load();
    this.#options.onForgotten();
    return done;
  }
}
