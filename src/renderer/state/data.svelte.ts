import type { Client, HostInfo } from '../../shared/contract.ts';
import { toErrorInfo, type ErrorInfo } from '../../shared/errors.ts';
import type { BackupContents, BackupInfo, BackupSource, DataInfo } from '../../shared/model.ts';
import type { Platform } from '../api/platform.ts';
import { t } from '../i18n/i18n.svelte.ts';
import type { Changes } from './changes.svelte.ts';
import type { Toasts } from './toasts.svelte.ts';

interface Options {
  readonly client: Client;
  readonly platform: Platform;
  readonly toasts: Toasts;
  readonly changes: Changes;
}

/** A backup that the reader is about to restore, once its contents have been looked at. */
export interface Candidate {
  readonly source: BackupSource;
  /** A kept one's information, or the name of a chosen file. */
  readonly of: BackupInfo | string;
  readonly contents: BackupContents;
}

/** How the reader's data are open, where they live, and their backups. */
export class DataState {
  /** Null until the host told. */
  info = $state.raw<DataInfo | null>(null);
  backups = $state.raw<readonly BackupInfo[]>([]);
  candidate = $state.raw<Candidate | null>(null);
  /** The folder that holds data already, to which the reader wants to move. */
  occupied = $state<string | null>(null);
  busy = $state(false);
  /** What went wrong last, shown where it was asked for. */
  error = $state.raw<ErrorInfo | null>(null);
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Whether changes can be made; true until the host has told. */
  get writable(): boolean {
    return this.info?.access.mode !== 'read';
  }

  async load(): Promise<void> {
    this.info = await this.#options.client.call('data.info', {});
  }

  hear(info: DataInfo): void {
    this.info = info;
  }

  /** Tries again to open the data for changes; says when that did not work either. */
  async retry(takeOver: boolean): Promise<void> {
    await this.#told(() => this.#options.client.call('data.retry', { takeOver }));
  }

  async useDefault(): Promise<void> {
    await this.#told(() => this.#options.client.call('data.useDefault', {}));
  }

  async #told(ask: () => Promise<DataInfo>): Promise<void> {
    const { toasts } = this.#options;
    this.busy = true;
    try {
      this.info = await ask();
      toasts.done(this.writable ? t('data.nowWritable') : t('data.stillReadOnly'));
    } catch (error) {
      toasts.fail(error);
    } finally {
      this.busy = false;
    }
  }

  /** Forgets what was asked for in the settings, and reads the list of backups. */
  async openSection(): Promise<void> {
    this.#clear();
    await this.#attempt(async () => {
      await this.load();
      this.backups = await this.#options.client.call('data.backups', {});
    });
  }

  /** Looks at a kept backup before it is restored. */
  async consider(backup: BackupInfo): Promise<void> {
    await this.#consider({ kind: 'kept', name: backup.name }, backup);
  }

  /** The same for a file of the reader's. */
  async considerFile(file: File): Promise<void> {
    await this.#consider({ kind: 'text', text: await file.text() }, file.name);
  }

  async #consider(source: BackupSource, of: BackupInfo | string): Promise<void> {
    this.#clear();
    await this.#attempt(async () => {
      const contents = await this.#options.client.call('data.backupContents', { source });
      this.candidate = { source, of, contents };
    });
  }

  forget(): void {
    this.#clear();
  }

  /** Restores what was looked at. */
  async restore(): Promise<void> {
    const { candidate } = this;
    if (candidate === null) return;
    const { client, changes } = this.#options;
    await this.#attempt(async () => {
      await client.call('data.restore', { source: candidate.source });
      this.candidate = null;
      await changes.tellLast();
      this.backups = await client.call('data.backups', {});
    });
  }

  /** Saves all data as one file, where the reader says or as a download. */
  async saveFile(host: HostInfo): Promise<void> {
    const { client, platform, toasts } = this.#options;
    this.#clear();
    await this.#attempt(async () => {
      const { name, text } = await client.call('data.backupFile', {});
      const path = await platform.saveFile(host, { name, text, encoding: 'utf8' });
      if (path !== null) toasts.done(t('data.fileSaved', { name: path === '' ? name : path }));
    });
  }

  /** Moves the data to a folder; when there are some in it already, `occupied` asks what to do. */
  async move(dir: string, existing: 'refuse' | 'merge'): Promise<boolean> {
    const { client, toasts } = this.#options;
    this.#clear();
    return this.#attempt(async () => {
      try {
        this.info = await client.call('data.move', { dir, existing });
        toasts.done(t('data.moved', { dir: this.info.dir }));
      } catch (error) {
        if (toErrorInfo(error).code !== 'data-there') throw error;
        this.occupied = dir;
      }
    });
  }

  #clear(): void {
    this.candidate = null;
    this.occupied = null;
    this.error = null;
  }

  /** True when it went well; else `error` tells. */
  async #attempt(run: () => Promise<void>): Promise<boolean> {
    this.busy = true;
    try {
      await run();
      return true;
    } catch (error) {
      this.error = toErrorInfo(error);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
