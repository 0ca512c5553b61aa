import type { PaperId, PaperRow } from '../../shared/model.ts';

/**
 * How a paper came to be selected. `moved`: the reader went to it. `forward`: by going on from the one before.
 * `passing`: a key is held down. `itself`: nobody asked, as when a view opens.
 */
export type Selecting = 'moved' | 'forward' | 'passing' | 'itself';

/**
 * Decides what becomes read by opening it. A paper shown by itself, or only passed by, is not yet opened; it is when
 * the reader goes on from it.
 */
export class AutoMark {
  #shown: PaperId | null = null;

  /** Ids to mark read now that `row` is selected. */
  selected(row: Pick<PaperRow, 'id' | 'read'>, how: Selecting): readonly PaperId[] {
    const shown = this.#shown;
    const opened = how === 'moved' || how === 'forward';
    this.#shown = opened || row.read ? null : row.id;
    const left = how === 'forward' && shown !== null && shown !== row.id ? [shown] : [];
    return opened && !row.read ? [...left, row.id] : left;
  }

  /** The reader decided about these papers; nothing is marked by itself. */
  decided(papers: readonly PaperId[]): void {
    if (this.#shown !== null && papers.includes(this.#shown)) this.#shown = null;
  }
}
