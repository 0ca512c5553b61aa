/** The opened folders: each is loaded from its cache, scanned, and kept in the library until it is closed. */
import { realpath, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { AppEvent } from '../../shared/contract.ts';
import { AppError, attempt, toErrorInfo, type ErrorInfo } from '../../shared/errors.ts';
import type {
  FolderId,
  FolderStatus,
  PaperId,
  Problem,
  ProblemCode,
  ScanProgress,
} from '../../shared/model.ts';
import { folderIdOf } from '../library/folder-id.ts';
import type { Library } from '../library/library.ts';
import type { LibraryStore } from '../library/library-store.ts';
import { scanFolder } from '../library/scan.ts';
import { Throttle } from '../throttle.ts';

interface Session {
  readonly id: FolderId;
  readonly path: string;
  status: FolderStatus;
  /** Of the folder itself; those of its files stand with the files in the library. */
  problems: readonly Problem[];
  abort: AbortController | null;
  /** The load, the scans and the saves, one after the other. */
  work: Promise<void>;
  /** The newest scan that was asked for. */
  scan: Promise<void>;
  /** Whether the library holds what the cache does not. */
  unsaved: boolean;
}

/** An opened folder, as others see it. */
export type FolderSession = Readonly<Pick<Session, 'id' | 'path' | 'status'>>;

export interface FoldersOptions {
  readonly library: Library;
  readonly store: LibraryStore;
  readonly emit: (event: AppEvent) => void;
  /** Papers came, changed or went. */
  readonly onPapers: (papers: readonly PaperId[]) => void;
}

const PROGRESS_MS = 100;

/** The real path of a folder to open. Errors: folder-missing, not-a-folder, folder-unreadable. */
export async function realFolder(path: string): Promise<string> {
  const full = resolve(path);
  const failed = (code: 'folder-missing' | 'folder-unreadable', message: string, cause: unknown) =>
    new AppError(code, message, { subject: full, cause, retryable: true });
  let real: string;
  let isFolder: boolean;
  try {
    real = await realpath(full);
    isFolder = (await stat(real)).isDirectory();
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw code === 'ENOENT' || code === 'ENOTDIR'
      ? failed('folder-missing', `There is no folder “${full}”.`, cause)
      : failed('folder-unreadable', `The folder “${full}” cannot be read.`, cause);
  }
  if (isFolder) return real;
  throw new AppError('not-a-folder', `“${full}” is a file; choose the folder that holds it.`, {
    subject: full,
  });
}

export class Folders {
  readonly #options: FoldersOptions;
  readonly #sessions = new Map<FolderId, Session>();

  constructor(options: FoldersOptions) {
    this.#options = options;
  }

  get sessions(): Iterable<FolderSession> {
    return this.#sessions.values();
  }

  /** Errors: not-found. */
  get(folder: FolderId): FolderSession {
    return this.#get(folder);
  }

  pathOf(folder: FolderId): string | null {
    return this.#sessions.get(folder)?.path ?? null;
  }

  /** Takes a folder (by its real path) that is not open yet into the library and begins its scan. */
  open(path: string): void {
    const id = folderIdOf(path);
    const session: Session = {
      id,
      path,
      status: 'scanning',
      problems: [],
      abort: null,
      work: Promise.resolve(),
      scan: Promise.resolve(),
      unsaved: false,
    };
    this.#sessions.set(id, session);
    void this.#then(session, () => this.#load(session));
    this.#rescan(session);
    this.#options.emit({ type: 'folders' });
  }

  /** Reads again what has changed in a folder. Errors: not-found. */
  rescan(folder: FolderId): void {
    const session = this.#get(folder);
    if (session.abort === null) this.#rescan(session);
  }

  /** Resolves when no scan is running or waiting any more. */
  async scanned(): Promise<void> {
    await Promise.all([...this.#sessions.values()].map(({ scan }) => scan));
  }

  /** Errors: not-found. */
  cancelScan(folder: FolderId): void {
    this.#get(folder).abort?.abort();
  }

  /** Takes the folder's papers out of the library and forgets its cache. Errors: not-found. */
  async close(folder: FolderId): Promise<void> {
    const session = this.#get(folder);
    session.abort?.abort();
    this.#sessions.delete(folder);
    await session.work;
    this.#options.onPapers(this.#options.library.removeFolder(folder));
    await this.#options.store.remove(folder);
    this.#options.emit({ type: 'folders' });
    this.#tellProblems();
  }

  /** What could not be read as it should, in the order of folders and files. */
  problems(): readonly Problem[] {
    return [...this.#sessions.values()].flatMap((session) => [
      ...session.problems,
      ...[...this.#options.library.files(session.id).values()].flatMap((file) =>
        file.problems.map((problem) => ({ folder: session.id, file: file.path, ...problem })),
      ),
    ]);
  }

  /** Ends all scans; resolves when nothing is being written any more. */
  async stop(): Promise<void> {
    const sessions = [...this.#sessions.values()];
    for (const { abort } of sessions) abort?.abort();
    await Promise.all(sessions.map(({ work }) => work));
  }

  #get(folder: FolderId): Session {
    const session = this.#sessions.get(folder);
    if (session !== undefined) return session;
    throw new AppError('not-found', 'This folder is not open any more.', { subject: folder });
  }

  #rescan(session: Session): void {
    session.scan = this.#then(session, () => this.#scan(session));
    void this.#then(session, () => this.#save(session));
  }

  /** Work on a folder goes one after the other; what fails is told as a problem of the folder. */
  #then(session: Session, run: () => Promise<void>): Promise<void> {
    session.work = session.work.then(run).catch((error: unknown) => {
      this.#fail(session, toErrorInfo(error));
    });
    return session.work;
  }

  async #load(session: Session): Promise<void> {
    const { library, store } = this.#options;
    const { setAside } = await store.load(session.id, (files) =>
      this.#options.onPapers(library.setFiles(session.id, files)),
    );
    if (setAside === null) return;
    session.problems = [
      {
        folder: session.id,
        file: setAside,
        code: 'cache-set-aside',
        message: 'The cache of this folder was damaged; it was set aside and is built anew.',
        line: null,
      },
    ];
  }

  async #scan(session: Session): Promise<void> {
    if (this.#sessions.get(session.id) !== session) return;
    const { library, emit, onPapers } = this.#options;
    const abort = new AbortController();
    session.abort = abort;
    this.#setStatus(session, 'scanning');

    let progress: ScanProgress = {
      folder: session.id,
      files: 0,
      totalFiles: null,
      papers: 0,
      state: 'running',
    };
    const told = new Throttle(() => emit({ type: 'scan', progress }), PROGRESS_MS);
    const finish = (state: ScanProgress['state']): void => {
      told.stop();
      session.abort = null;
      emit({ type: 'scan', progress: { ...progress, state } });
    };
    told.ask();

    try {
      const { cancelled, problems } = await scanFolder({
        root: session.path,
        known: library.files(session.id),
        signal: abort.signal,
        onFiles: (files) => {
          session.unsaved = true;
          onPapers(library.setFiles(session.id, files));
        },
        onRemoved: (paths) => {
          session.unsaved = true;
          onPapers(library.removeFiles(session.id, paths));
        },
        onProgress: (now) => {
          progress = { ...progress, ...now };
          told.ask();
        },
      });
      if (!cancelled) {
        const cache = session.problems.filter(({ code }) => code === 'cache-set-aside');
        session.problems = [
          ...cache,
          ...problems.map((problem) => ({ ...problem, folder: session.id })),
        ];
      }
      this.#setStatus(session, 'ready');
      finish(cancelled ? 'cancelled' : 'done');
    } catch (error) {
      this.#fail(session, toErrorInfo(error));
      finish('failed');
      return;
    }
    this.#tellProblems();
  }

  /** The cache only saves time: when it cannot be written, the folder is open all the same. */
  async #save(session: Session): Promise<void> {
    if (!session.unsaved || this.#sessions.get(session.id) !== session) return;
    session.unsaved = false;
    const { library, store } = this.#options;
    const saved = await attempt(() => store.save(session.id, library.files(session.id)));
    if (saved.ok) return;
    const { message } = saved.error;
    const { id, path } = session;
    session.problems = [
      ...session.problems,
      { folder: id, file: path, code: 'cache-not-saved', message, line: null },
    ];
    this.#tellProblems();
  }

  #fail(session: Session, error: ErrorInfo): void {
    const code = problemCodeOf(error);
    this.#setStatus(session, code === 'folder-missing' ? 'missing' : 'unreadable');
    const { message, subject } = error;
    session.problems = [
      { folder: session.id, file: subject ?? session.path, code, message, line: null },
    ];
    this.#tellProblems();
  }

  #setStatus(session: Session, status: FolderStatus): void {
    if (session.status === status) return;
    session.status = status;
    if (this.#sessions.get(session.id) === session) this.#options.emit({ type: 'folders' });
  }

  #tellProblems(): void {
    this.#options.emit({ type: 'problems', count: this.problems().length });
  }
}

function problemCodeOf({ code }: ErrorInfo): ProblemCode {
  return code === 'folder-missing' || code === 'not-a-folder'
    ? 'folder-missing'
    : 'folder-unreadable';
}

/** A folder's name as the sidebar shows it. */
export function folderName(path: string): string {
  return basename(path) || path;
}
