/** What the reader's data must be: the rules of the engine, without its files. */
import { planImport } from '../../src/core/import/plan.ts';
import { emptyHistory, remember, travel, type History } from '../../src/core/state/history.ts';
import { editOf, perform, performAsked, type Edit } from '../../src/core/state/perform.ts';
import { emptyState, type ReaderState } from '../../src/core/state/reader-state.ts';
import { AppError } from '../../src/shared/errors.ts';
import type { PaperId } from '../../src/shared/model.ts';
import type { Act } from './acts.ts';

const STEP_MS = 11 * 60_000;
/** Later than any time of the engine, so that what this model says of intervals is what the engine finds. */
const BEGIN = Date.UTC(8_000, 0);
/** Earlier texts that must be found: fewer than the versions that are kept. */
const TEXTS = 40;

export class Model {
  readonly #state = emptyState();
  /** What each paper's note said since all was last replaced, apart from the rules of versions. */
  readonly #texts = new Map<PaperId, string[]>();
  #history: History = emptyHistory;
  #now = BEGIN;

  get state(): ReaderState {
    return this.#state;
  }

  /** What a paper's note has said, newest last. */
  texts(paper: PaperId): readonly string[] {
    return this.#texts.get(paper) ?? [];
  }

  /** Another life of the engine: nothing can be undone. */
  restart(): void {
    this.#history = emptyHistory;
  }

  /** Does an act, as the engine would: what it refuses, and what does nothing to the state, does nothing. */
  async do(act: Act): Promise<void> {
    try {
      await this.#do(act);
    } catch (error) {
      if (!(error instanceof AppError) || !isRefusal(error.code)) throw error;
    }
  }

  async #do(act: Act): Promise<void> {
    switch (act.kind) {
      case 'change':
        this.#edit(editOf(act.change));
        return;
      case 'undo':
      case 'redo':
        this.#travel(act.kind);
        return;
      case 'import': {
        const context = { state: this.#state, knows: () => false, now: this.#now };
        const { edit } = await planImport(act.request, context);
        if (edit.kind === 'change') this.#edit(editOf(edit.change));
        else if (edit.kind === 'batch') this.#edit(edit.make(this.#state));
        else this.#edit({ restore: edit.make(this.#state), reason: 'import' });
        return;
      }
      case 'restore':
        this.#edit({ restore: act.stored, reason: 'backup' });
        return;
      case 'move':
      case 'save':
        return;
    }
  }

  #edit(edit: Edit): void {
    const performed = performAsked(this.#state, edit, this.#tick());
    if (performed === null) return;
    const { label, back, undoable } = performed;
    if (undoable) this.#history = remember(this.#history, { label, edit: back });
    this.#keepTexts(performed.edit, performed.papers);
  }

  #travel(direction: 'undo' | 'redo'): void {
    for (let step = this.#history[direction].at(-1); step; step = this.#history[direction].at(-1)) {
      const performed = perform(this.#state, step.edit, this.#tick());
      const back = performed && { label: step.label, edit: performed.back };
      this.#history = travel(this.#history, direction, back);
      if (performed === null) continue;
      this.#keepTexts(performed.edit, performed.papers);
      return;
    }
  }

  #keepTexts(edit: Edit, papers: readonly PaperId[]): void {
    if ('restore' in edit) this.#texts.clear();
    for (const paper of 'restore' in edit ? this.#state.notes.keys() : papers) {
      const text = this.#state.notes.get(paper)?.text;
      const texts = this.#texts.get(paper) ?? [];
      if (text === undefined || text === texts.at(-1)) continue;
      this.#texts.set(paper, [...texts, text].slice(-TEXTS));
    }
  }

  #tick(): number {
    this.#now += STEP_MS;
    return this.#now;
  }

  /** The papers of whose notes a text is neither the present one nor an earlier version in `state`. */
  missingTexts(state: ReaderState): readonly PaperId[] {
    return [...this.#texts].flatMap(([paper, texts]) => {
      const versions = state.noteVersions.get(paper) ?? [];
      const found = new Set([state.notes.get(paper)?.text, ...versions.map(({ text }) => text)]);
      return texts.every((text) => found.has(text)) ? [] : [paper];
    });
  }
}

/** A state as text: equal for equal states, but for times, which the engine sets. */
export function fingerprint(state: ReaderState): string {
  const byPaper = <T>(entries: Iterable<readonly [PaperId, T]>): readonly unknown[] =>
    [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  const sorted = (names: Iterable<string>): readonly string[] => [...names].sort();
  // What was read back has its fields in another order.
  const fields = (value: object): readonly unknown[] =>
    Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(
    Object.entries({
      read: sorted(state.read.keys()),
      starred: sorted(state.starred.keys()),
      notes: byPaper(Array.from(state.notes, ([paper, { text }]) => [paper, text] as const)),
      noteVersions: byPaper(
        Array.from(
          state.noteVersions,
          ([paper, versions]) => [paper, versions.map(({ text }) => text)] as const,
        ),
      ),
      lists: state.lists.map(fields),
      settings: fields(state.settings),
      mediaPapers: sorted(state.mediaPapers),
      mediaFolders: sorted(state.mediaFolders),
      folders: state.folders,
      recent: state.recent,
    }),
  );
}

/** Codes of what is refused because of the state that the act meets: a list that is gone, or that is a smart one. */
export function isRefusal(code: string): boolean {
  return code === 'not-found' || code === 'invalid-input';
}
