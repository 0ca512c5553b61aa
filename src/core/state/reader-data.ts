/** The reader's own data as the engine holds them: open for changes, or only to be read while they cannot be. */
import { AppError } from '../../shared/errors.ts';
import type {
  BackupContents,
  BackupInfo,
  BackupSource,
  Change,
  ChangeLabel,
  DataAccess,
  DataInfo,
  Instant,
  PaperId,
  Problem,
  UndoState,
} from '../../shared/model.ts';
import { Backups, readBackup } from './backups.ts';
import { contentsOf } from './backup-contents.ts';
import { asAppError, failingAs } from './failures.ts';
import type { Files } from './files.ts';
import { errorCode, nodeFiles } from './files.ts';
import { emptyHistory, undoState } from './history.ts';
import type { Place } from './location.ts';
import { locate, point } from './location.ts';
import { look, signature } from './look.ts';
import { Lock } from './lock.ts';
import { landingPlace, leaveOld, moveTo } from './moving.ts';
import { accessAfter } from './read-only.ts';
import type { BatchEdit } from './perform.ts';
import type { MutableState, ReaderState } from './reader-state.ts';
import { emptyState } from './reader-state.ts';
import { encodeSnapshot, takeSnapshot } from './snapshot.ts';
import type { Applied } from './state-store.ts';
import { StateStore } from './state-store.ts';
import type { StoredState } from './stored-state.ts';
import { replaceState } from './stored-state.ts';
import { Upkeep } from './upkeep.ts';

export interface ReaderDataOptions {
  /** Where data live unless they were moved. */
  readonly defaultDir: string;
  /** Whether the app may move them: not when LECTERN_DATA names the place. */
  readonly movable: boolean;
  /** Whether data are only to be read, as they are now: no lock is taken and nothing is written. */
  readonly readOnly?: boolean;
  readonly now: () => Instant;
  /** The state changed in another way than by who called. */
  readonly onChanged: (kinds: readonly ChangeLabel['kind'][], papers: readonly PaperId[]) => void;
  readonly onAccess: () => void;
  readonly onProblems: () => void;
  readonly files?: Files;
  /** How often another process's changes are looked for, and conflict copies and backups that are due. */
  readonly followMs?: number;
  readonly upkeepMs?: number;
}

const FOLLOW_MS = 1_000;
const UPKEEP_MS = 60_000;

export class ReaderData {
  readonly #options: ReaderDataOptions;
  readonly #files: Files;
  readonly #state: MutableState = emptyState();
  #place: Place;
  #access: DataAccess = { mode: 'write' };
  /** Null while data can only be read. */
  #store: StateStore | null = null;
  #upkeep: Upkeep | null = null;
  /** Told while data can only be read. */
  #seen: readonly Problem[] = [];
  /** What a move could not put away. */
  #left: readonly Problem[] = [];
  #signature = '';
  #timer: NodeJS.Timeout | undefined;
  #following: Promise<void> | null = null;
  /** Set while the data change place or are opened anew: changes wait. */
  #switching: Promise<unknown> | null = null;
  #closed = false;

  private constructor(options: ReaderDataOptions, place: Place) {
    this.#options = options;
    this.#files = options.files ?? nodeFiles;
    this.#place = place;
  }

  /** Opens the data, for changes if that is possible. Errors: read-failed, write-failed (no folder can be made). */
  static async open(options: ReaderDataOptions): Promise<ReaderData> {
    const { files = nodeFiles, defaultDir, movable } = options;
    const place = await failingAs('read-failed', defaultDir, () =>
      locate(files, defaultDir, movable),
    );
    const data = new ReaderData(options, place);
    await data.#open(false);
    return data;
  }

  /** A live view, the same object for ever. */
  get state(): ReaderState {
    return this.#state;
  }

  get undoState(): UndoState {
    return this.#store?.undoState ?? undoState(emptyHistory);
  }

  get problems(): readonly Problem[] {
    return this.#store === null
      ? this.#seen
      : [...this.#store.problems, ...(this.#upkeep?.problems ?? []), ...this.#left];
  }

  get writable(): boolean {
    return this.#store !== null;
  }

  get info(): DataInfo {
    const { dir, place } = this.#place;
    return { dir, defaultDir: this.#options.defaultDir, place, access: this.#access };
  }

  /** Errors: read-only, and those of StateStore.change. */
  async change(change: Change): Promise<Applied> {
    const store = await this.#writing();
    const applied = await store.change(change);
    this.#upkeep?.changed();
    return applied;
  }

  /** Errors: as `change`. */
  async undo(): Promise<Applied | null> {
    return (await this.#writing()).undo();
  }

  /** Errors: as `change`. */
  async redo(): Promise<Applied | null> {
    return (await this.#writing()).redo();
  }

  /**
   * Tries again to open data for changes that can only be read; `takeOver`: also when another computer has them open.
   * Never fails for that reason alone: `info` tells how it went. Errors: read-failed.
   */
  async retry(takeOver: boolean): Promise<DataInfo> {
    await this.#switch(async () => {
      if (this.#store !== null) return;
      const { defaultDir, movable } = this.#options;
      this.#place = await failingAs('read-failed', defaultDir, () =>
        locate(this.#files, defaultDir, movable),
      );
      await this.#open(takeOver);
      this.#tellAll();
    });
    return this.info;
  }

  /** Gives up a place that is not there, and goes back to the default one. Errors: place-unsuitable, write-failed. */
  async useDefault(): Promise<DataInfo> {
    const { defaultDir } = this.#options;
    if (this.#access.mode === 'write' || this.#access.reason !== 'missing') {
      throw new AppError('place-unsuitable', 'The data are where they should be.');
    }
    await failingAs('write-failed', defaultDir, () => point(this.#files, defaultDir, null));
    return this.retry(false);
  }

  /** Errors: read-failed. */
  backups(): Promise<readonly BackupInfo[]> {
    return failingAs('read-failed', this.#place.dir, () => this.#backups.list());
  }

  /** Reads a backup and tells what is in it. Errors: not-found, backup-invalid, data-newer, read-failed. */
  async backupContents(source: BackupSource): Promise<BackupContents> {
    return contentsOf(await this.#stored(source));
  }

  /**
   * Puts a backup's state in the place of the present one, of which a backup is made first. Errors: those of
   * `backupContents`, read-only, write-failed.
   */
  async restore(source: BackupSource): Promise<Applied | null> {
    const stored = await this.#stored(source);
    // Nothing may move the data between the backup and the restore.
    return this.#switch(async () => {
      const store = this.#openStore();
      await failingAs('write-failed', this.#place.dir, async () =>
        this.#backups.keep('restore', await store.snapshot()),
      );
      return store.restore(() => stored, 'backup');
    });
  }

  /**
   * Puts what `make` makes of the present state in its place, after a backup of that: an import that replaces. Errors:
   * read-only, write-failed.
   */
  async replace(make: (state: ReaderState) => StoredState): Promise<Applied | null> {
    // Nothing may move the data between the backup and the import.
    return this.#switch(async () => {
      const store = this.#openStore();
      await failingAs('write-failed', this.#place.dir, async () =>
        this.#backups.keep('import', await store.snapshot()),
      );
      const applied = await store.restore(make, 'import');
      this.#upkeep?.changed();
      return applied;
    });
  }

  /** Makes a batch of edits that is made of the present state. Errors: as `change`. */
  async batch(make: (state: ReaderState) => BatchEdit): Promise<Applied> {
    const store = await this.#writing();
    const applied = await store.batch(make);
    this.#upkeep?.changed();
    return applied;
  }

  /** The present state as the text of one file. */
  async backupText(): Promise<string> {
    const snapshot = await (this.#store?.snapshot() ?? takeSnapshot(this.#state, 0));
    return Buffer.from(await encodeSnapshot(snapshot)).toString('utf8');
  }

  /**
   * Moves the data to a folder (absolute): copies, reads back, and goes on there; what was here is left with a note.
   * `existing`: whether data that are there already are merged with these. Errors: unsupported, read-only, data-there,
   * place-unsuitable, data-in-use, data-newer, read-failed, write-failed; everything is then as it was.
   */
  async move(chosen: string, existing: 'refuse' | 'merge'): Promise<DataInfo> {
    await this.#switch(() => this.#move(chosen, existing));
    return this.info;
  }

  async #move(chosen: string, existing: 'refuse' | 'merge'): Promise<void> {
    const { defaultDir, now } = this.#options;
    const files = this.#files;
    const old = this.#openStore();
    const from = this.#place;
    if (from.place === 'fixed') {
      throw new AppError('unsupported', 'LECTERN_DATA names the place of the data.');
    }
    const dir = await landingPlace(files, from.dir, chosen, existing);
    if (dir === from.dir) return;
    await this.#upkeep?.pause();
    const places = { defaultDir, from: from.dir, to: dir };
    const store = await moveTo({ files, now, old, state: this.#state, ...places }).catch(
      (error: unknown) => {
        this.#upkeep?.goOn();
        throw error;
      },
    );
    this.#use(store, { dir, place: dir === defaultDir ? 'default' : 'moved', there: true });
    this.#left = await leaveOld(files, old, from, dir, now());
    this.#tellAll();
  }

  /** Folds the journal and gives the lock back. Errors: write-failed. */
  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#timer);
    await this.#switching;
    await this.#following;
    await this.#upkeep?.ended();
    await this.#store?.close();
  }

  get #backups(): Backups {
    return new Backups(this.#files, this.#place.dir, this.#options.now);
  }

  #stored(source: BackupSource): Promise<StoredState> {
    return failingAs('read-failed', this.#place.dir, async () =>
      source.kind === 'kept'
        ? this.#backups.read(source.name)
        : readBackup(Buffer.from(source.text), 'text'),
    );
  }

  /** The store, once nothing is being switched. Errors: read-only. */
  async #writing(): Promise<StateStore> {
    while (this.#switching !== null) await this.#switching;
    return this.#openStore();
  }

  /** The store. Errors: read-only. */
  #openStore(): StateStore {
    if (this.#store !== null) return this.#store;
    throw new AppError('read-only', 'Reading data can only be read now: nothing is changed.', {
      subject: this.#place.dir,
      retryable: true,
    });
  }

  async #switch<T>(run: () => Promise<T>): Promise<T> {
    while (this.#switching !== null) await this.#switching;
    const running = run();
    this.#switching = running.catch(() => undefined);
    try {
      return await running;
    } finally {
      this.#switching = null;
    }
  }

  #use(store: StateStore, place: Place): void {
    const { now, onProblems, onChanged, upkeepMs = UPKEEP_MS } = this.#options;
    this.#place = place;
    this.#store = store;
    this.#access = { mode: 'write' };
    this.#upkeep = new Upkeep({
      files: this.#files,
      dir: place.dir,
      now,
      store,
      onProblems,
      onChanged,
    });
    this.#every(upkeepMs, () => this.#upkeep?.run());
    void this.#upkeep.run();
  }

  async #open(takeOver: boolean): Promise<void> {
    const { now } = this.#options;
    const { dir, there } = this.#place;
    const files = this.#files;
    if (!there) {
      this.#access = { mode: 'read', reason: 'missing', detail: dir };
      return;
    }
    if (this.#options.readOnly === true) return this.#openToRead(dir);
    try {
      this.#use(
        await StateStore.open({ dir, now, files, takeOver, state: this.#state }),
        this.#place,
      );
    } catch (error) {
      this.#access = accessAfter(error);
      await this.#look(error);
      this.#every(this.#options.followMs ?? FOLLOW_MS, () => this.#follow());
    }
  }

  /** Reads data once for one who asked for no more; where there are none yet, that is so. */
  async #openToRead(dir: string): Promise<void> {
    const held = await failingAs('read-failed', dir, () => Lock.heldBy(dir));
    this.#access =
      held === null ? { mode: 'read', reason: 'asked', detail: '' } : accessAfter(held);
    try {
      await this.#look(null);
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') throw asAppError('read-failed', dir, error);
    }
  }

  /** Reads what is there; when there is nothing to read, what went wrong is told as it is. */
  async #look(cause: unknown): Promise<void> {
    const { dir } = this.#place;
    const read = look(this.#files, dir, this.#options.now());
    const { found, signature: seen } = await read.catch((error: unknown) => {
      throw cause ?? error;
    });
    replaceState(this.#state, found.state);
    this.#signature = seen;
    const newest = found.versions?.newest;
    if (this.#access.mode === 'read' && this.#access.reason === 'newer' && newest !== undefined) {
      this.#access = { ...this.#access, detail: String(newest) };
    } else this.#seen = found.problems;
  }

  /** Takes in what another process has changed. */
  #follow(): Promise<void> {
    this.#following ??= this.#lookAgain().finally(() => {
      this.#following = null;
    });
    return this.#following;
  }

  async #lookAgain(): Promise<void> {
    if (this.#store !== null || this.#switching !== null) return;
    try {
      if ((await signature(this.#files, this.#place.dir)) === this.#signature) return;
      await this.#look(null);
    } catch {
      // Not readable at this moment: what was read last stays, and the next look may go better.
      return;
    }
    this.#options.onChanged(['restore'], []);
  }

  #every(ms: number, run: () => Promise<void> | undefined): void {
    clearInterval(this.#timer);
    if (this.#closed) return;
    this.#timer = setInterval(() => void run(), ms).unref();
  }

  #tellAll(): void {
    this.#options.onAccess();
    this.#options.onChanged(['restore'], []);
    this.#options.onProblems();
  }
}
