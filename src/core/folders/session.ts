/** One opened folder: loaded from its cache, scanned, followed, and saved, until it ends. */
import type { AppEvent } from '../../shared/contract.ts';
import { attempt, toErrorInfo, type ErrorInfo } from '../../shared/errors.ts';
import type {
  FolderId,
  FolderStatus,
  PaperId,
  Problem,
  ProblemCode,
  ScanProgress,
} from '../../shared/model.ts';
import { Debounce } from '../../shared/debounce.ts';
import type { Library } from '../library/library.ts';
import type { LibraryStore } from '../library/library-store.ts';
import { scanFolder, type ScannedFile, type ScanResult } from '../library/scan.ts';
import { Throttle } from '../throttle.ts';
import { Pulse } from './pulse.ts';
import { Watcher } from './watcher.ts';

export interface SessionOptions {
  readonly library: Library;
  readonly store: LibraryStore;
  readonly emit: (event: AppEvent) => void;
  /** Papers came, changed or went. */
  readonly onPapers: (papers: readonly PaperId[]) => void;
  readonly onStatus: () => void;
  readonly onProblems: () => void;
}

const PROGRESS_MS = 100;
/** A pull changes hundreds of files in a row, an editor writes one in several steps: each is one change. */
const CHANGES = { quiet: 200, most: 2_000 };
/** The cache is written whole, so not for every change; what is lost with it is only read again. */
const SAVING = { quiet: 2_000, most: 60_000 };

interface Request {
  readonly abort: AbortController;
  /** Nobody asked for it: only its end is told. */
  quiet: boolean;
}

export class FolderSession {
  readonly id: FolderId;
  /** Its real path when it was opened. */
  readonly path: string;
  readonly #options: SessionOptions;
  readonly #watcher = new Watcher(() => this.#changes.ask());
  readonly #pulse: Pulse;
  readonly #changes = new Debounce(() => this.#follow(), CHANGES);
  readonly #saving = new Debounce(() => void this.#then(() => this.#save()), SAVING);
  #status: FolderStatus = 'scanning';
  /** Of the folder as scanned; those of its files stand with the files in the library. */
  #scanProblems: readonly Problem[] = [];
  #cacheProblem: Problem | null = null;
  #saveProblem: Problem | null = null;
  /** The load, the scans and the saves, one after the other. */
  #work: Promise<void>;
  #scanned: Promise<void> = Promise.resolve();
  #running: Request | null = null;
  /** A scan that was asked for and has not begun: what is asked for meanwhile is the same. */
  #waiting: Request | null = null;
  /** Files that were found to be other than the library says. */
  readonly #doubted = new Set<string>();
  /** Of the folder that was last scanned, as Pulse tells it. */
  #identity: string | null = null;
  #isFollowing = true;
  #isUnsaved = false;
  #isEnded = false;

  /** before: what has to be done before the folder is loaded. */
  constructor(id: FolderId, path: string, before: Promise<void>, options: SessionOptions) {
    this.id = id;
    this.path = path;
    this.#options = options;
    this.#pulse = new Pulse(path, () => this.#follow());
    this.#work = before;
    void this.#then(() => this.#load());
    this.scan();
  }

  get status(): FolderStatus {
    return this.#status;
  }

  /** Whether all papers of the folder are known, as far as it can be read. */
  get complete(): boolean {
    return this.#status === 'ready' && this.#isFollowing;
  }

  /** Resolves when no scan that was asked for until now is running any more. */
  get scanned(): Promise<void> {
    return this.#scanned;
  }

  /** What could not be read as it should, the folder's own first. */
  get problems(): readonly Problem[] {
    const own = [this.#cacheProblem, ...this.#scanProblems, this.#unfollowed(), this.#saveProblem];
    const files = [...this.#options.library.files(this.id).values()].flatMap((file) =>
      file.problems.map((problem) => ({ folder: this.id, file: file.path, ...problem })),
    );
    return [...own.filter((problem) => problem !== null), ...files];
  }

  /** Reads what has changed, after the scan that is running: that one may have passed the change. */
  scan(quiet = false): void {
    if (this.#isEnded) return;
    if (this.#waiting !== null) {
      this.#waiting.quiet &&= quiet;
      return;
    }
    const request = { abort: new AbortController(), quiet };
    this.#waiting = request;
    this.#scanned = this.#then(() => this.#scan(request));
  }

  cancel(): void {
    this.#running?.abort.abort();
    this.#waiting?.abort.abort();
    // What is asked for from now on is another scan.
    this.#waiting = null;
  }

  /** A file is not what the library says. While the folder is away that is no news. */
  doubt(file: string): void {
    this.#doubted.add(file);
    if (this.#status === 'ready' || this.#status === 'scanning') this.#changes.ask();
  }

  /** Ends scans and following. Resolves when nothing is being read or written any more; rejects never. */
  async end({ save }: { readonly save: boolean }): Promise<void> {
    this.#isEnded = true;
    this.cancel();
    this.#changes.stop();
    this.#saving.stop();
    this.#pulse.stop();
    if (save) void this.#then(() => this.#save());
    await this.#work;
    this.#watcher.close();
  }

  #follow(): void {
    // Cancelled means cancelled: what changes next does not begin it again.
    if (this.#isFollowing) this.scan(this.#status === 'ready');
  }

  /** Work goes one after the other; what fails is told as a problem of the folder. */
  #then(run: () => Promise<void>): Promise<void> {
    this.#work = this.#work.then(run).catch((error: unknown) => this.#fail(toErrorInfo(error)));
    return this.#work;
  }

  async #load(): Promise<void> {
    const { library, store, onPapers } = this.#options;
    const { setAside } = await store.load(this.id, (files) =>
      onPapers(library.setFiles(this.id, files)),
    );
    if (setAside === null) return;
    const message = 'The cache of this folder was damaged; it was set aside and is built anew.';
    this.#cacheProblem = this.#problem('cache-set-aside', message, setAside);
  }

  async #scan(request: Request): Promise<void> {
    if (this.#waiting === request) this.#waiting = null;
    if (this.#isEnded) return;
    this.#running = request;
    if (!request.quiet) this.#setStatus('scanning');
    const progress = new Progress(this.id, request.quiet, this.#options.emit);
    const identity = await this.#pulse.feel();
    this.#watcher.begin();
    try {
      const isSame = identity !== null && identity === this.#identity;
      const result = await this.#read(request, progress, isSame);
      this.#identity = identity;
      this.#watcher.end();
      this.#take(result);
      progress.end(result.cancelled ? 'cancelled' : 'done');
    } catch (error) {
      this.#watcher.end();
      this.#fail(toErrorInfo(error));
      progress.end('failed');
    } finally {
      this.#running = null;
    }
  }

  #read(request: Request, progress: Progress, trustEmpty: boolean): Promise<ScanResult> {
    const { library, onPapers } = this.#options;
    const changed = (paths: readonly string[], papers: readonly PaperId[]): void => {
      for (const path of paths) this.#doubted.delete(path);
      this.#isUnsaved = true;
      this.#saving.ask();
      onPapers(papers);
    };
    return scanFolder({
      root: this.path,
      known: library.files(this.id),
      doubted: this.#doubted,
      trustEmpty,
      signal: request.abort.signal,
      onFiles: (files: readonly ScannedFile[]) =>
        changed(
          files.map(({ path }) => path),
          library.setFiles(this.id, files),
        ),
      onRemoved: (paths) => changed(paths, library.removeFiles(this.id, paths)),
      onProgress: (now) => progress.tell(now),
      onVisit: (real) => this.#watcher.visit(real),
    });
  }

  #take({ cancelled, problems }: ScanResult): void {
    this.#isFollowing = !cancelled;
    if (cancelled) this.#watcher.close();
    else this.#scanProblems = problems.map((problem) => ({ ...problem, folder: this.id }));
    this.#setStatus('ready');
    this.#tellProblems();
  }

  /** The cache only saves time: when it cannot be written, the folder is open all the same. */
  async #save(): Promise<void> {
    if (!this.#isUnsaved) return;
    this.#isUnsaved = false;
    const { library, store } = this.#options;
    const saved = await attempt(() => store.save(this.id, library.files(this.id)));
    const had = this.#saveProblem;
    this.#saveProblem = saved.ok ? null : this.#problem('cache-not-saved', saved.error.message);
    if (had !== this.#saveProblem) this.#tellProblems();
  }

  #fail({ code, message, subject }: ErrorInfo): void {
    const isMissing = code === 'folder-missing' || code === 'not-a-folder';
    const problem = isMissing ? 'folder-missing' : 'folder-unreadable';
    this.#scanProblems = [this.#problem(problem, message, subject ?? this.path)];
    this.#setStatus(isMissing ? 'missing' : 'unreadable');
    this.#tellProblems();
  }

  #unfollowed(): Problem | null {
    const { failure } = this.#watcher;
    if (this.#isFollowing && failure === null) return null;
    const reason = failure ?? 'its reading was cancelled';
    const message = `Changes in this folder are not followed: ${reason}.`;
    return this.#problem('changes-not-followed', message);
  }

  #problem(code: ProblemCode, message: string, file = this.path): Problem {
    return { folder: this.id, file, code, message, line: null };
  }

  #setStatus(status: FolderStatus): void {
    if (this.#status === status) return;
    this.#status = status;
    if (!this.#isEnded) this.#options.onStatus();
  }

  #tellProblems(): void {
    if (!this.#isEnded) this.#options.onProblems();
  }
}

/** Tells how far a scan is; of a quiet one only the end. */
class Progress {
  readonly #emit: SessionOptions['emit'];
  readonly #told: Throttle;
  readonly #quiet: boolean;
  #now: ScanProgress;

  constructor(folder: FolderId, quiet: boolean, emit: SessionOptions['emit']) {
    this.#emit = emit;
    this.#quiet = quiet;
    this.#now = { folder, files: 0, totalFiles: null, papers: 0, state: 'running' };
    this.#told = new Throttle(() => emit({ type: 'scan', progress: this.#now }), PROGRESS_MS);
    this.tell({});
  }

  tell(now: Partial<ScanProgress>): void {
    this.#now = { ...this.#now, ...now };
    if (!this.#quiet) this.#told.ask();
  }

  end(state: ScanProgress['state']): void {
    this.#told.stop();
    this.#emit({ type: 'scan', progress: { ...this.#now, state } });
  }
}
