/** What goes on beside the changes: the daily backup, and conflict copies that a sync service brings. */
import { join } from 'node:path';
import type { ChangeLabel, Instant, PaperId, Problem } from '../../shared/model.ts';
import { dayOf } from './backup-rule.ts';
import { BACKUPS, Backups } from './backups.ts';
import { readConflicts } from './conflict-files.ts';
import { asAppError } from './failures.ts';
import type { Files } from './files.ts';
import type { Entry } from './journal-line.ts';
import { merging, putAway } from './merge-conflicts.ts';
import type { StateStore } from './state-store.ts';

export interface UpkeepOptions {
  readonly files: Files;
  readonly dir: string;
  readonly now: () => Instant;
  readonly store: StateStore;
  readonly onChanged: (kinds: readonly ChangeLabel['kind'][], papers: readonly PaperId[]) => void;
  readonly onProblems: () => void;
}

export class Upkeep {
  readonly #options: UpkeepOptions;
  readonly #backups: Backups;
  #rivals: readonly Entry[];
  #merged: readonly Problem[] = [];
  #failed: Problem | null = null;
  /** The day of the last backup, and the last change in it. */
  #backedUp: { readonly day: number; readonly seq: number | null } | null = null;
  #running: Promise<void> | null = null;
  #paused = false;

  constructor(options: UpkeepOptions) {
    this.#options = options;
    this.#rivals = options.store.rivals;
    this.#backups = new Backups(options.files, options.dir, options.now);
  }

  get problems(): readonly Problem[] {
    return this.#failed === null ? this.#merged : [...this.#merged, this.#failed];
  }

  /** Does what is due; what fails is told and tried again the next time. Never rejects. */
  run(): Promise<void> {
    if (this.#paused) return Promise.resolve();
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  /** Called after a change: the first one of a day brings that day's backup. */
  changed(): void {
    if (this.#backedUp !== null && this.#backedUp.day !== dayOf(this.#options.now())) {
      void this.run();
    }
  }

  async ended(): Promise<void> {
    await this.#running;
  }

  /** Begins nothing more; resolves when what is under way has ended. */
  async pause(): Promise<void> {
    this.#paused = true;
    await this.ended();
  }

  goOn(): void {
    this.#paused = false;
  }

  async #run(): Promise<void> {
    const told = JSON.stringify(this.problems);
    this.#failed = null;
    try {
      await this.#mergeConflicts();
      await this.#backUp();
    } catch (error) {
      const { dir } = this.#options;
      const { message } = asAppError('write-failed', join(dir, BACKUPS), error);
      const file = join(dir, BACKUPS);
      this.#failed = { folder: null, file, code: 'backup-failed', message, line: null };
    }
    if (JSON.stringify(this.problems) !== told) this.#options.onProblems();
  }

  async #mergeConflicts(): Promise<void> {
    const { files, dir, now, store, onChanged } = this.#options;
    const conflicts = await readConflicts(files, dir);
    const rivals = this.#rivals;
    if (conflicts === null && rivals.length === 0) return;
    const mergeInto = await merging(files, dir, now(), { conflicts, rivals });
    if (mergeInto(store.state) !== null) {
      await this.#backups.keep('merge', await store.snapshot());
      await store.restore(mergeInto, 'merge');
      onChanged(['restore'], []);
    }
    this.#rivals = [];
    if (conflicts === null) return;
    // Merged and durable: only now are they renamed.
    const told = await putAway(files, dir, now(), conflicts);
    const known = new Set(this.#merged.map(({ file }) => file));
    this.#merged = [...this.#merged, ...told.filter(({ file }) => !known.has(file))];
  }

  async #backUp(): Promise<void> {
    const { now, store } = this.#options;
    const day = dayOf(now());
    this.#backedUp ??= await this.#lastBackup();
    // Of a reader who has done nothing, or nothing since, there is nothing to keep.
    if (this.#backedUp.day === day || store.seq === 0 || this.#backedUp.seq === store.seq) return;
    const snapshot = await store.snapshot();
    await this.#backups.keep('daily', snapshot);
    this.#backedUp = { day, seq: snapshot.seq };
  }

  async #lastBackup(): Promise<{ readonly day: number; readonly seq: number | null }> {
    const newest = (await this.#backups.list()).find(({ kind }) => kind === 'daily');
    if (newest === undefined) return { day: -1, seq: null };
    return { day: dayOf(newest.created), seq: await this.#backups.seqOf(newest.name) };
  }
}
