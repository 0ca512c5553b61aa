import { SvelteMap } from 'svelte/reactivity';
import type { ErrorInfo } from '../../../shared/errors.ts';
import { toErrorInfo } from '../../../shared/errors.ts';
import type { Note, PaperId } from '../../../shared/model.ts';

/** `dirty`: typed, not yet sent. `saved`: on disk, but the paper's own note as read may still be the earlier one. */
type Phase = 'dirty' | 'saving' | 'saved' | 'failed';

interface Draft {
  readonly text: string;
  readonly phase: Phase;
  readonly error: ErrorInfo | null;
  /** The stored note that was last seen beside this draft; once saved, any other one is newer than the draft. */
  readonly seen: Note | null;
}

export interface DraftStatus {
  readonly phase: Phase | 'unchanged';
  readonly error: ErrorInfo | null;
}

interface Options {
  /** Resolves when the text is on disk; rejects with AppError. */
  readonly save: (paper: PaperId, text: string) => Promise<void>;
  /** A note could not be saved; told once for each draft. */
  readonly onFailed: (paper: PaperId, error: ErrorInfo) => void;
  readonly delayMs?: number;
  readonly retryMs?: number;
}

/** Longest wait between two attempts to save a refused note. */
const MAX_RETRY_MS = 60_000;

/**
 * Notes as they are being typed. They live apart from the editor, so that a switch to another paper, an event from the
 * host or a refused write never takes a word away: a text is dropped only when it is on disk. There are never more than the
 * papers whose notes were written since the page was opened.
 */
export class NoteDrafts {
  readonly #options: Required<Options>;
  readonly #drafts = new SvelteMap<PaperId, Draft>();
  readonly #timers = new Map<PaperId, ReturnType<typeof setTimeout>>();
  readonly #retries = new Map<PaperId, number>();
  readonly #running = new Map<PaperId, Promise<void>>();

  constructor(options: Options) {
    this.#options = { delayMs: 500, retryMs: 2_000, ...options };
  }

  /** The text that the editor shows. Reactive. */
  text(paper: PaperId, stored: Note | null): string {
    const draft = this.#drafts.get(paper);
    return draft && !isOutdated(draft, stored) ? draft.text : (stored?.text ?? '');
  }

  /** Reactive. */
  status(paper: PaperId): DraftStatus {
    const draft = this.#drafts.get(paper);
    return draft ? { phase: draft.phase, error: draft.error } : { phase: 'unchanged', error: null };
  }

  /** Whether some text is not on disk yet. Reactive. */
  get unsaved(): boolean {
    return [...this.#drafts.values()].some(({ phase }) => phase !== 'saved');
  }

  /** Takes in the stored note as it was read: drops a draft that it succeeds. */
  follow(paper: PaperId, stored: Note | null): void {
    const draft = this.#drafts.get(paper);
    if (!draft || draft.seen === stored) return;
    if (isOutdated(draft, stored)) this.#drafts.delete(paper);
    else this.#drafts.set(paper, { ...draft, seen: stored });
  }

  /** Takes in what the editor holds now. `composing`: an input method is at work; it is saved when that is done. */
  type(paper: PaperId, text: string, stored: Note | null, composing: boolean): void {
    this.#drafts.set(paper, { text, phase: 'dirty', error: null, seen: stored });
    this.#retries.delete(paper);
    if (composing) this.#cancel(paper);
    else this.#schedule(paper, this.#options.delayMs);
  }

  /** Saves a paper's text now. Resolves when it is on disk or was refused. */
  async flush(paper: PaperId): Promise<void> {
    this.#cancel(paper);
    const running = this.#running.get(paper);
    if (running) await running;
    const draft = this.#drafts.get(paper);
    if (!draft || draft.phase === 'saved') return;
    // Another caller waited beside this one and went first.
    const first = this.#running.get(paper);
    if (first) return first;
    const saving = this.#save(paper, draft.text);
    this.#running.set(paper, saving);
    await saving;
  }

  /** Saves every text now. */
  async flushAll(): Promise<void> {
    await Promise.all([...this.#drafts.keys()].map((paper) => this.flush(paper)));
  }

  async #save(paper: PaperId, text: string): Promise<void> {
    this.#change(paper, text, { phase: 'saving', error: null });
    try {
      await this.#options.save(paper, text);
      this.#retries.delete(paper);
      this.#change(paper, text, { phase: 'saved', error: null });
    } catch (thrown) {
      const error = toErrorInfo(thrown);
      this.#change(paper, text, { phase: 'failed', error });
      this.#retry(paper, error);
    } finally {
      this.#running.delete(paper);
    }
  }

  /** Notes how saving a text went, unless another one was typed meanwhile. */
  #change(paper: PaperId, text: string, change: Pick<Draft, 'phase' | 'error'>): void {
    const draft = this.#drafts.get(paper);
    if (draft?.text === text) this.#drafts.set(paper, { ...draft, ...change });
  }

  #retry(paper: PaperId, error: ErrorInfo): void {
    const tried = this.#retries.get(paper) ?? 0;
    if (tried === 0) this.#options.onFailed(paper, error);
    this.#retries.set(paper, tried + 1);
    // Text typed meanwhile has its own timer.
    if (!this.#timers.has(paper)) {
      this.#schedule(paper, Math.min(this.#options.retryMs * 2 ** tried, MAX_RETRY_MS));
    }
  }

  #schedule(paper: PaperId, ms: number): void {
    this.#cancel(paper);
    this.#timers.set(
      paper,
      setTimeout(() => void this.flush(paper), ms),
    );
  }

  #cancel(paper: PaperId): void {
    clearTimeout(this.#timers.get(paper));
    this.#timers.delete(paper);
  }
}

function isOutdated(draft: Draft, stored: Note | null): boolean {
  return draft.phase === 'saved' && !isSame(draft.seen, stored);
}

function isSame(one: Note | null, other: Note | null): boolean {
  return one === other || (one?.updated === other?.updated && one?.text === other?.text);
}
