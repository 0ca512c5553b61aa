import { SvelteMap } from 'svelte/reactivity';
import type { Client } from '../../shared/contract.ts';
import type { FolderId, FolderInfo, ScanProgress } from '../../shared/model.ts';
import type { Toasts } from './toasts.svelte.ts';

/** Opening and closing folders, and how far their scans are. */
export class FoldersState {
  /** Scans that run now. */
  readonly scans = new SvelteMap<FolderId, ScanProgress>();
  readonly #client: Client;
  readonly #toasts: Toasts;
  readonly #onClosed: () => Promise<void>;

  /** onClosed: called when a folder was closed, which can be undone. */
  constructor(client: Client, toasts: Toasts, onClosed: () => Promise<void>) {
    this.#client = client;
    this.#toasts = toasts;
    this.#onClosed = onClosed;
  }

  /** Takes in a `scan` event. */
  progress(progress: ScanProgress): void {
    if (progress.state === 'running') this.scans.set(progress.folder, progress);
    else this.scans.delete(progress.folder);
  }

  /** The opened folder, or null after an error, which is told. */
  open(path: string): Promise<FolderInfo | null> {
    return this.#try(() => this.#client.call('folders.open', { path }));
  }

  openSample(): Promise<FolderInfo | null> {
    return this.#try(() => this.#client.call('folders.openSample', {}));
  }

  async close(folder: FolderId): Promise<void> {
    await this.#try(async () => {
      await this.#client.call('folders.close', { folder });
      await this.#onClosed();
    });
  }

  async rescan(folder: FolderId): Promise<void> {
    await this.#try(() => this.#client.call('folders.rescan', { folder }));
  }

  async rescanAll(): Promise<void> {
    const folders = await this.#try(() => this.#client.call('folders.list', {}));
    for (const { id } of folders ?? []) await this.rescan(id);
  }

  async cancelScan(folder: FolderId): Promise<void> {
    await this.#try(() => this.#client.call('folders.cancelScan', { folder }));
  }

  /** Folders whose path begins with what was typed. */
  async complete(typed: string): Promise<readonly string[]> {
    return (await this.#try(() => this.#client.call('folders.complete', { typed }))) ?? [];
  }

  /** Paths opened before, newest first. */
  async recent(): Promise<readonly string[]> {
    return (await this.#try(() => this.#client.call('folders.recent', {}))) ?? [];
  }

  async #try<T>(run: () => Promise<T>): Promise<T | null> {
    try {
      return await run();
    } catch (error) {
      this.#toasts.fail(error);
      return null;
    }
  }
}
