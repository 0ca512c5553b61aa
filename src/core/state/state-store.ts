import { z } from 'zod';
import { AppError } from '../../shared/errors.ts';
import type {
  Change,
  ChangeLabel,
  Instant,
  PaperId,
  Problem,
  RestoreReason,
  UndoState,
} from '../../shared/model.ts';
import { change as changeSchema } from '../../shared/schemas.ts';
import { Backups } from './backups.ts';
import { asAppError, failingAs } from './failures.ts';
import type { Files } from './files.ts';
import { nodeFiles } from './files.ts';
import type { Direction, History } from './history.ts';
import { emptyHistory, remember, travel, undoState } from './history.ts';
import type { Entry } from './journal-line.ts';
import { encodeLine } from './journal-line.ts';
import type { Journal } from './journal.ts';
import { beginJournal } from './journal.ts';
import { Lock } from './lock.ts';
import type { MutableState, ReaderState } from './reader-state.ts';
import type { Recovered } from './recovery.ts';
import type { BatchEdit, Edit, Performed } from './perform.ts';
import { editOf, kindOf, kindsOf, perform, performAsked } from './perform.ts';
import { recover } from './recovery.ts';
import { SnapshotFolder } from './snapshot-folder.ts';
import type { Snapshot } from './snapshot.ts';
import { STATE_VERSION, takeSnapshot } from './snapshot.ts';
import type { StoredState } from './stored-state.ts';
import { replaceState } from './stored-state.ts';

export interface StateStoreOptions {
  /** The data folder; made when missing. */
  readonly dir: string;
  readonly now: () => Instant;
  readonly files?: Files;
  /** Bytes that the journal may reach before it is folded into the snapshot. */
  readonly foldAt?: number;
  /** How long (ms) nothing must have changed before it is folded, so that no change waits for a fold. 0: at once. */
  readonly foldPause?: number;
  /** What is to hold the state, for those who look at it already. */
  readonly state?: MutableState;
  /** What was undoable before, with the same state in another folder. */
  readonly history?: History;
  /** Whether a lock of another computer is taken over. */
  readonly takeOver?: boolean;
}

/** What a change did. `changed` counts what did change: 0 when it was so already. */
export interface Applied {
  readonly changed: number;
  readonly papers: readonly PaperId[];
  readonly kind: ChangeLabel['kind'];
  /** Those of a batch's changes, each once; else the one kind. */
  readonly kinds: readonly ChangeLabel['kind'][];
  readonly undo: UndoState;
}

/** A change that shows in memory and is not on disk yet, with what brings the former state back. */
interface Pending {
  readonly line: string;
  readonly revert: () => void;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

const FOLD_AT = 1_000_000;
const FOLD_PAUSE_MS = 1_000;
/** A journal that has grown by as many times its measure is folded without a pause. */
const PATIENCE = 8;

/** Whether what was read is of an earlier format. */
function isOutdated({ versions }: Recovered): boolean {
  return versions !== null && versions.oldest < STATE_VERSION;
}

/** The reader's own data: in memory for reading, on disk before any change resolves. */
export class StateStore {
  /** What was set aside or recovered at opening. */
  readonly problems: readonly Problem[];
  /** Changes that another Lectern made meanwhile under numbers of these, found at opening and not applied. */
  readonly rivals: readonly Entry[];
  readonly #now: () => Instant;
  readonly #foldAt: number;
  readonly #foldPause: number;
  readonly #lock: Lock;
  readonly #journal: Journal;
  readonly #folder: SnapshotFolder;
  readonly #state: MutableState;
  #history: History;
  /** Whether files of an earlier format are there that no snapshot of the present one has taken the place of. */
  #outdated: boolean;
  /** The last change in memory. */
  #seq: number;
  /** Applied in memory, in order, not yet durable. */
  #pending: Pending[] = [];
  #writing: Promise<void> | null = null;
  #folding: Promise<void> | null = null;
  /** Size of the journal at which the next fold begins. */
  #nextFold: number;
  /** Runs while the journal is to be folded and a pause is waited for. */
  #pause: NodeJS.Timeout | undefined;
  /** Set while a fold goes over to another segment: changes wait. */
  #gate: Promise<void> | null = null;
  #closing: Promise<void> | null = null;

  private constructor(
    options: StateStoreOptions,
    lock: Lock,
    journal: Journal,
    recovered: Recovered,
  ) {
    const { dir, now, files = nodeFiles, foldAt = FOLD_AT } = options;
    this.#now = now;
    this.#foldAt = foldAt;
    this.#foldPause = options.foldPause ?? FOLD_PAUSE_MS;
    this.#nextFold = foldAt;
    this.#lock = lock;
    this.#journal = journal;
    this.#folder = new SnapshotFolder(files, dir, recovered.snapshotSeq);
    this.#state = options.state ?? recovered.state;
    if (options.state !== undefined) replaceState(options.state, recovered.state);
    this.#history = options.history ?? emptyHistory;
    this.#outdated = isOutdated(recovered);
    this.rivals = recovered.rivals;
    this.#seq = recovered.seq;
    this.problems = recovered.problems;
  }

  /**
   * Opens or creates the data in a folder and takes its lock. Data of an earlier format are backed up first. Errors:
   * data-in-use, data-newer, read-failed, write-failed.
   */
  static async open(options: StateStoreOptions): Promise<StateStore> {
    const { dir, now, files = nodeFiles } = options;
    const lock = await failingAs('write-failed', dir, async () => {
      await files.makeFolder(dir);
      return Lock.acquire(dir, options.takeOver);
    });
    try {
      const recovered = await failingAs('read-failed', dir, () => recover(files, dir, now()));
      const journal = await failingAs('write-failed', dir, async () => {
        if (isOutdated(recovered)) await new Backups(files, dir, now).keepFiles();
        return beginJournal(files, dir, recovered);
      });
      const store = new StateStore(options, lock, journal, recovered);
      if (store.#unfolded) store.#foldInBackground();
      return store;
    } catch (error) {
      await lock.release();
      throw error;
    }
  }

  /** A live view; what it shows is on disk or about to be refused. */
  get state(): ReaderState {
    return this.#state;
  }

  get undoState(): UndoState {
    return undoState(this.#history);
  }

  get history(): History {
    return this.#history;
  }

  /** The number of the last change in memory. */
  get seq(): number {
    return this.#seq;
  }

  /** The state as it is on disk, apart from what changes later. */
  snapshot(): Promise<Snapshot> {
    return this.#holding(() => takeSnapshot(this.#state, this.#seq));
  }

  /**
   * Puts another state in the place of all that is there, as one change that can be undone. `make` is given the state as
   * it is at that moment; null when nothing is to be done. Errors: as `change`.
   */
  async restore(
    make: (state: ReaderState) => StoredState | null,
    reason: RestoreReason,
  ): Promise<Applied | null> {
    while (this.#gate !== null) await this.#gate;
    this.#refuseWhenClosed();
    const state = make(this.#state);
    return state === null ? null : this.#perform({ restore: state, reason });
  }

  /** Makes a batch of edits of the state as it is then, as one change that can be undone. Errors: as `change`. */
  async batch(make: (state: ReaderState) => BatchEdit): Promise<Applied> {
    while (this.#gate !== null) await this.#gate;
    this.#refuseWhenClosed();
    return this.#perform(make(this.#state));
  }

  /**
   * Applies a change and resolves when it is on disk; what would do nothing is left out. When the write fails, the
   * change is taken back. Errors: write-failed, not-found, invalid-input, engine-stopped.
   */
  async change(change: Change): Promise<Applied> {
    while (this.#gate !== null) await this.#gate;
    this.#refuseWhenClosed();
    // What could not be read back must not be written.
    const valid = changeSchema.safeParse(change);
    if (!valid.success) throw new AppError('invalid-input', z.prettifyError(valid.error));
    return this.#perform(editOf(valid.data));
  }

  async #perform(edit: Edit): Promise<Applied> {
    const time = this.#now();
    const performed = performAsked(this.#state, edit, time);
    if (performed === null) {
      await this.#pendingWritten();
      return { changed: 0, papers: [], kinds: [], kind: kindOf(edit), undo: this.undoState };
    }
    const { label, back, undoable } = performed;
    const history = undoable ? remember(this.#history, { label, edit: back }) : this.#history;
    return this.#commit(performed, time, history);
  }

  /** Takes the newest change back, durably; null when there is none. Errors: as `change`. */
  undo(): Promise<Applied | null> {
    return this.#travel('undo');
  }

  /** Does again what was undone last; null when there is nothing. Errors: as `change`. */
  redo(): Promise<Applied | null> {
    return this.#travel('redo');
  }

  /**
   * Folds the journal into the snapshot and gives the lock back, in any case. Errors: write-failed when it could not be
   * folded; nothing is lost then, the journal has it.
   */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #travel(direction: Direction): Promise<Applied | null> {
    while (this.#gate !== null) await this.#gate;
    this.#refuseWhenClosed();
    for (let step = this.#history[direction].at(-1); step; step = this.#history[direction].at(-1)) {
      const { label, edit } = step;
      const time = this.#now();
      const performed = perform(this.#state, edit, time);
      if (performed !== null) {
        const back = { label, edit: performed.back };
        return this.#commit(performed, time, travel(this.#history, direction, back));
      }
      // Something that is not on the stacks (a folder opened again) did it already.
      this.#history = travel(this.#history, direction, null);
    }
    await this.#pendingWritten();
    return null;
  }

  /** Makes durable what has been done in memory; takes it back when that fails. */
  async #commit(performed: Performed, time: Instant, next: History): Promise<Applied> {
    const { edit, papers, count, label, revert } = performed;
    const line = encodeLine({ seq: this.#seq + 1, time, edit });
    const history = this.#history;
    this.#history = next;
    this.#seq++;
    await this.#enqueue(line, () => {
      revert();
      this.#history = history;
      this.#seq--;
    });
    return { changed: count, papers, kinds: kindsOf(edit), kind: label.kind, undo: this.undoState };
  }

  /** An answer that nothing was to be done says too that all before it is on disk; it is refused with what is refused. */
  async #pendingWritten(): Promise<void> {
    if (this.#pending.length > 0) await this.#enqueue('', () => undefined);
  }

  #enqueue(line: string, revert: () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#pending.push({ line, revert, resolve, reject });
      this.#writing ??= this.#write();
    });
  }

  /** Writes what is pending; what comes meanwhile goes with the next write, all of it with one sync. */
  async #write(): Promise<void> {
    try {
      while (this.#pending.length > 0) {
        const batch = this.#pending.length;
        await this.#journal.append(Buffer.from(this.#pending.map(({ line }) => line).join('')));
        for (const { resolve } of this.#pending.splice(0, batch)) resolve();
      }
    } catch (error) {
      this.#takeBack(error);
    } finally {
      this.#writing = null;
    }
    this.#foldWhenDue();
  }

  /** Refuses all that is pending: what came after a refused change was made in view of it. */
  #takeBack(cause: unknown): void {
    const refused = this.#pending;
    this.#pending = [];
    for (const { revert } of refused.toReversed()) revert();
    const error = asAppError('write-failed', this.#folder.dir, cause);
    for (const { reject } of refused) reject(error);
  }

  #refuseWhenClosed(): void {
    if (this.#closing === null) return;
    throw new AppError('engine-stopped', 'The reading state is closed.');
  }

  get #unfolded(): boolean {
    return this.#seq > 0 && (this.#outdated || this.#folder.seq !== this.#seq);
  }

  /** Called when nothing is pending. */
  #foldWhenDue(): void {
    clearTimeout(this.#pause);
    const { size } = this.#journal;
    if (size < this.#nextFold) return;
    if (this.#foldPause === 0 || size >= this.#nextFold * PATIENCE) {
      this.#foldInBackground();
      return;
    }
    // A write that is under way when the time is up comes back here.
    this.#pause = setTimeout(() => {
      if (this.#writing === null) this.#foldInBackground();
    }, this.#foldPause).unref();
  }

  #foldInBackground(): void {
    if (this.#folding !== null || this.#closing !== null) return;
    this.#folding = this.#fold()
      .catch(() => {
        // Everything is in the journal. The fold is tried again when that has grown on, and at close, which tells.
        this.#nextFold = this.#journal.size + this.#foldAt;
      })
      .finally(() => {
        this.#folding = null;
      });
  }

  async #fold(): Promise<void> {
    const snapshot = await this.#holding(async () => {
      const taken = await takeSnapshot(this.#state, this.#seq);
      // Later changes go to a segment of their own, so that segments begin and end where snapshots do.
      if (this.#journal.size > 0) await this.#journal.rotate(taken.seq + 1);
      return taken;
    });
    await this.#folder.write(snapshot);
    this.#outdated = false;
    this.#nextFold = this.#foldAt;
  }

  /** Runs something while nothing is pending and further changes wait. */
  async #holding<T>(run: () => Promise<T>): Promise<T> {
    while (this.#gate !== null) await this.#gate;
    const running = (async () => {
      while (this.#writing !== null) await this.#writing;
      return run();
    })();
    const ended = (): void => undefined;
    const gate = running.then(ended, ended);
    this.#gate = gate;
    try {
      return await running;
    } finally {
      if (this.#gate === gate) this.#gate = null;
    }
  }

  async #close(): Promise<void> {
    clearTimeout(this.#pause);
    try {
      while (this.#writing !== null) await this.#writing;
      await this.#folding;
      if (this.#unfolded) await failingAs('write-failed', this.#folder.dir, () => this.#fold());
    } finally {
      await this.#journal.close();
      await failingAs('write-failed', this.#folder.dir, () => this.#lock.release());
    }
  }
}
