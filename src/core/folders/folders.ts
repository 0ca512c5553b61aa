/** The opened folders, each with its session. */
import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { AppEvent } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import type { FolderId, PaperId, Problem } from '../../shared/model.ts';
import { folderIdOf } from '../library/folder-id.ts';
import type { Library, LibraryAppearance } from '../library/library.ts';
import type { LibraryStore } from '../library/library-store.ts';
import { toSystemPath } from '../library/system-path.ts';
import { FolderSession } from './session.ts';

export interface FoldersOptions {
  readonly library: Library;
  readonly store: LibraryStore;
  readonly emit: (event: AppEvent) => void;
  /** Papers came, changed or went. */
  readonly onPapers: (papers: readonly PaperId[]) => void;
}

/** An opened folder, as others see it. */
export type OpenedFolder = Readonly<Pick<FolderSession, 'id' | 'path' | 'status' | 'complete'>>;

export class Folders {
  readonly #options: FoldersOptions;
  readonly #sessions = new Map<FolderId, FolderSession>();
  /** Folders on their way out: one that is opened again waits for its own end. */
  readonly #closing = new Map<FolderId, Promise<void>>();

  constructor(options: FoldersOptions) {
    this.#options = options;
  }

  get opened(): Iterable<OpenedFolder> {
    return this.#sessions.values();
  }

  /** Errors: not-found. */
  get(folder: FolderId): OpenedFolder {
    return this.#get(folder);
  }

  pathOf(folder: FolderId): string | null {
    return this.#sessions.get(folder)?.path ?? null;
  }

  /** Takes a folder (by its real path) that is not open yet into the library, scans it and follows its changes. */
  open(path: string): void {
    const id = folderIdOf(path);
    const { emit } = this.#options;
    const session = new FolderSession(id, path, this.#closing.get(id) ?? Promise.resolve(), {
      ...this.#options,
      onStatus: () => emit({ type: 'folders' }),
      onProblems: () => this.#tellProblems(),
    });
    this.#sessions.set(id, session);
    emit({ type: 'folders' });
  }

  /** Reads what has changed in a folder; a scan that is running is followed by another. Errors: not-found. */
  rescan(folder: FolderId): void {
    this.#get(folder).scan();
  }

  /** A file is not what the library says: it is to be read again. */
  doubt(folder: FolderId, file: string): void {
    this.#sessions.get(folder)?.doubt(file);
  }

  /** Resolves when no scan is running or waiting any more. */
  async scanned(): Promise<void> {
    await Promise.all([...this.#sessions.values()].map(({ scanned }) => scanned));
  }

  /** Errors: not-found. */
  cancelScan(folder: FolderId): void {
    this.#get(folder).cancel();
  }

  /** Takes the folder's papers out of the library and forgets its cache. Errors: not-found, write-failed. */
  async close(folder: FolderId): Promise<void> {
    const session = this.#get(folder);
    this.#sessions.delete(folder);
    const closing = this.#end(session);
    const ended = closing
      .catch(() => undefined)
      .then(() => {
        if (this.#closing.get(folder) === ended) this.#closing.delete(folder);
      });
    this.#closing.set(folder, ended);
    await closing;
  }

  /** What could not be read as it should, in the order of folders and files. */
  problems(): readonly Problem[] {
    return [...this.#sessions.values()].flatMap(({ problems }) => problems);
  }

  /**
   * The same appearances, those of one file once: a folder may be opened inside another, or be reached by a link from
   * another.
   */
  async distinct(appearances: readonly LibraryAppearance[]): Promise<readonly LibraryAppearance[]> {
    if (new Set(appearances.map(({ folder }) => folder)).size < 2) return appearances;
    const seen = new Map<string, LibraryAppearance>();
    for (const appearance of appearances) {
      const { folder, file, position } = appearance;
      const path = join(this.pathOf(folder) ?? folder, file);
      // A file that is gone is as good under its own name.
      const real = await realpath(toSystemPath(path), 'buffer').catch(() => path);
      const key = `${real.toString('latin1')}\n${String(position)}`;
      if (!seen.has(key)) seen.set(key, appearance);
    }
    return [...seen.values()];
  }

  /** Ends all scans; resolves when nothing is being written any more. */
  async stop(): Promise<void> {
    const ends = [...this.#sessions.values()].map((session) => session.end({ save: true }));
    await Promise.all([...ends, ...this.#closing.values()]);
  }

  #get(folder: FolderId): FolderSession {
    const session = this.#sessions.get(folder);
    if (session !== undefined) return session;
    throw new AppError('not-found', 'This folder is not open any more.', { subject: folder });
  }

  async #end(session: FolderSession): Promise<void> {
    const { library, store, onPapers, emit } = this.#options;
    await session.end({ save: false });
    onPapers(library.removeFolder(session.id));
    emit({ type: 'folders' });
    this.#tellProblems();
    await store.remove(session.id);
  }

  #tellProblems(): void {
    this.#options.emit({ type: 'problems', count: this.problems().length });
  }
}
