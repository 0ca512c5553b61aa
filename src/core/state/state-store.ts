import { z } from 'zod';
import { AppError } from '../../shared/errors.ts';
import type { Change, Instant, PaperId, Problem, UndoState } from '../../shared/model.ts';
import { change as changeSchema } from '../../shared/schemas.ts';
import { asAppError, failingAs } from './failures.ts';
import type { Files } from './files.ts';
import { nodeFiles } from './files.ts';
import type { Direction, History } from './history.ts';
import { emptyHistory, remember, travel, undoState } from './history.ts';
import { encodeLine } from './journal-line.ts';
import type { Journal } from './journal.ts';
import { beginJournal } from './journal.ts';
import { Lock } from './lock.ts';
import type { MutableState, ReaderState } from './reader-state.ts';
import type { Recovered } from './recovery.ts';
import type { Edit, Performed } from './perform.ts';
import { editOf, perform } from './perform.ts';
import { recover } from './recovery.ts';
import { SnapshotFolder } from './snapshot-folder.ts';
import { takeSnapshot } from './snapshot.ts';

export interface StateStoreOptions {
  /** The data folder; made when missing. */
  readonly dir: string;
  readonly now: () => Instant;
  readonly files?: Files;
  /** Bytes that the journal may reach before it is folded into the snapshot. */
  readonly foldAt?: number;
  /** How long (ms) nothing must have changed before it is folded, so that no change waits for a fold. 0: at once. */
  readonly foldPause?: number;
}

/** What a change did. `changed` counts what did change: 0 when it was so already. */
export interface Applied {
  readonly changed: number;
  readonly papers: readonly PaperId[];
  readonly kind: Change['kind'];
  /** Those of a batch's changes, each once; else the one kind. */
  readonly kinds: readonly Change['kind'][];
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

function kindsOf(edit: Edit): readonly Change['kind'][] {
  return 'parts' in edit
    ? [...new Set(edit.parts.map(({ change }) => change.kind))]
    : [edit.change.kind];
}

/** The reader's own data: in memory for reading, on disk before any change resolves. */
export class StateStore {
  /** What was set aside or recovered at opening. */
  readonly problems: readonly Problem[];
  readonly #now: () => Instant;
  readonly #foldAt: number;
  readonly #foldPause: number;
  readonly #lock: Lock;
  readonly #journal: Journal;
  readonly #folder: SnapshotFolder;
  readonly #state: MutableState;
  #history: History = emptyHistory;
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
    this.#state = recovered.state;
    this.#seq = recovered.seq;
    this.problems = recovered.problems;
  }

  /**
   * Opens or creates the data in a folder and takes its lock. Errors: data-in-use, read-failed (a newer format too),
   * write-failed.
   */
  static async open(options: StateStoreOptions): Promise<StateStore> {
    const { dir, now, files = nodeFiles } = options;
    const lock = await failingAs('write-failed', dir, async () => {
      await files.makeFolder(dir);
      return Lock.acquire(dir);
    });
    try {
      const recovered = await failingAs('read-failed', dir, () => recover(files, dir, now()));
      const journal = await failingAs('write-failed', dir, () =>
        beginJournal(files, dir, recovered),
      );
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
    const time = this.#now();
    const performed = perform(this.#state, editOf(valid.data), time);
    if (performed === null) {
      // It is so because of a change that may still be refused: then this one is refused with it.
      if (this.#pending.length > 0) await this.#enqueue('', () => undefined);
      return { changed: 0, papers: [], kinds: [], kind: change.kind, undo: this.undoState };
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
    if (this.#closing !== null) {
      throw new AppError('engine-stopped', 'The reading state is closed.');
    }
  }

  get #unfolded(): boolean {
    return this.#seq > 0 && this.#folder.seq !== this.#seq;
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

  /** Begun only when nothing is pending, so that memory and journal say the same. */
  async #fold(): Promise<void> {
    const snapshot = await this.#holding(async () => {
      const taken = await takeSnapshot(this.#state, this.#seq);
      // Later changes go to a segment of their own, so that segments begin and end where snapshots do.
      if (this.#journal.size > 0) await this.#journal.rotate(taken.seq + 1);
      return taken;
    });
    await this.#folder.write(snapshot);
    this.#nextFold = this.#foldAt;
  }

  /** Runs something while further changes wait. */
  async #holding<T>(run: () => Promise<T>): Promise<T> {
    const running = run();
    const ended = (): void => undefined;
    this.#gate = running.then(ended, ended);
    try {
      return await running;
    } finally {
      this.#gate = null;
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
      await this.#lock.release();
    }
  }
}
