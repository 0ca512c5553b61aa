import type { Client, HostInfo } from '../../shared/contract.ts';
import { fromErrorInfo, toErrorInfo, type ErrorInfo } from '../../shared/errors.ts';
import type { KeptExport, KeptExportInfo } from '../../shared/model.ts';
import type { Platform } from '../api/platform.ts';
import { t } from '../i18n/i18n.svelte.ts';
import type { Toasts } from './toasts.svelte.ts';

interface Options {
  readonly client: Client;
  readonly platform: Platform;
  readonly toasts: Toasts;
  /** Shows the list of kept exports. */
  readonly onShow: () => void;
}

/** The folders that are kept as an export is. */
export class KeptExports {
  items = $state.raw<readonly KeptExportInfo[]>([]);
  /** The id of the one that is being written by the reader's wish. */
  writing = $state<string | null>(null);
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  async load(): Promise<void> {
    this.items = await this.#options.client.call('kept.list', {});
  }

  /** Takes in how they go; what went wrong, or was set aside, is told once. */
  hear(items: readonly KeptExportInfo[]): void {
    const before = new Map(this.items.map((info) => [info.kept.id, info]));
    this.items = items;
    for (const info of items) this.#tellNews(info, before.get(info.kept.id));
  }

  /** Keeps a folder from now on; what went wrong, or null. */
  async put(kept: KeptExport): Promise<ErrorInfo | null> {
    const { client, toasts, onShow } = this.#options;
    try {
      const { kept: made } = await client.call('kept.put', { kept });
      await this.load();
      const text = t('kept.done', { folder: made.folder });
      toasts.done(text, { label: t('kept.show'), run: onShow });
      return null;
    } catch (error) {
      return toErrorInfo(error);
    }
  }

  /** Keeps it no longer; can be undone. */
  async remove({ kept }: KeptExportInfo): Promise<void> {
    const { client, toasts } = this.#options;
    await this.#told(async () => {
      await client.call('kept.remove', { id: kept.id });
      await this.load();
      toasts.done(t('kept.removed', { folder: kept.folder }), {
        label: t('undo.action'),
        run: () => void this.#putBack(kept),
      });
    });
  }

  async write({ kept }: KeptExportInfo): Promise<void> {
    this.writing = kept.id;
    await this.#told(async () => {
      await this.#options.client.call('kept.write', { id: kept.id });
      await this.load();
    });
    this.writing = null;
  }

  async showFolder(host: HostInfo, { kept }: KeptExportInfo): Promise<void> {
    await this.#told(() => this.#options.platform.showFolder(host, kept.folder));
  }

  async #putBack(kept: KeptExport): Promise<void> {
    await this.#told(async () => {
      await this.#options.client.call('kept.put', { kept });
      await this.load();
    });
  }

  #tellNews(info: KeptExportInfo, before: KeptExportInfo | undefined): void {
    const { toasts } = this.#options;
    const { error, aside } = info;
    // It waits by itself, and needs nobody.
    const isNews = error !== null && error.code !== 'export-waits';
    if (isNews && error.code !== before?.error?.code) toasts.fail(fromErrorInfo(error));
    const known = before?.aside ?? [];
    for (const name of aside) {
      if (!known.includes(name)) toasts.done(t('kept.aside', { name }));
    }
  }

  async #told(run: () => Promise<void>): Promise<void> {
    try {
      await run();
    } catch (error) {
      this.#options.toasts.fail(error);
    }
  }
}
