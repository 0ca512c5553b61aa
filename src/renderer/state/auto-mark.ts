import type { PaperId, PaperRow, Settings } from '../../shared/model.ts';

/**
 * How a paper came to be selected. `moved`: the reader went to it. `forward`: by going on from the one before.
 * `passing`: a key is held down. `selecting`: it joins others that are chosen together. `itself`: nobody asked, as when a view opens.
 */
export type Selecting = 'moved' | 'forward' | 'passing' | 'selecting' | 'itself';

type Row = Pick<PaperRow, 'id' | 'read'>;

interface Options {
  readonly settings: () => Pick<Settings, 'autoMark' | 'autoMarkSeconds'>;
  /** Marks papers read, as one change. */
  readonly mark: (papers: readonly PaperId[]) => void;
  /** Whether the paper is out of sight, so that nobody reads it. */
  readonly hidden: () => boolean;
}

/** How long scrolling rests before what was scrolled past is marked: one change, and one undo, for each time. */
const REST_MS = 400;

/**
 * Decides what becomes read without the reader's saying so, by the setting (docs/notes/renderer.md). `onOpen`: what the
 * reader goes to, and what is left by going on. `afterDelay`: what stays on screen. `onScroll`: what is left behind, in
 * the list or by going on.
 */
export class AutoMark {
  readonly #options: Options;
  /** On screen and not yet opened: shown by itself, or only passed by. */
  #shown: PaperId | null = null;
  readonly #past = new Set<PaperId>();
  #delay: ReturnType<typeof setTimeout> | undefined;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Takes in that a paper was selected. */
  selected(row: Row, how: Selecting): void {
    clearTimeout(this.#delay);
    const { autoMark } = this.#options.settings();
    const opened = how === 'moved' || how === 'forward';
    const before = this.#shown;
    const left = how === 'forward' && before !== null && before !== row.id ? [before] : [];
    const isOpenedAtOnce = opened && autoMark !== 'onScroll';
    this.#shown = isOpenedAtOnce || row.read ? null : row.id;
    switch (autoMark) {
      case 'never':
        break;
      case 'onOpen':
        this.#mark(opened && !row.read ? [...left, row.id] : left);
        break;
      case 'afterDelay':
        if (how !== 'itself' && !row.read) this.#wait(row.id);
        break;
      case 'onScroll':
        this.#mark(left);
        break;
    }
  }

  /** Takes in that no paper is on screen any more. */
  left(): void {
    clearTimeout(this.#delay);
    this.#shown = null;
  }

  /** Takes in which rows were scrolled past in the list. */
  scrolledPast(rows: readonly Row[]): void {
    if (this.#options.settings().autoMark !== 'onScroll') return;
    for (const { id, read } of rows) if (!read) this.#past.add(id);
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      this.#mark([...this.#past]);
      this.#past.clear();
    }, REST_MS);
  }

  /** The reader decided about these papers; nothing is marked by itself. */
  decided(papers: readonly PaperId[]): void {
    for (const paper of papers) this.#past.delete(paper);
    if (this.#shown !== null && papers.includes(this.#shown)) this.#shown = null;
    if (this.#waiting !== null && papers.includes(this.#waiting)) clearTimeout(this.#delay);
  }

  #waiting: PaperId | null = null;

  #wait(paper: PaperId): void {
    this.#waiting = paper;
    this.#delay = setTimeout(() => {
      // The reader may have changed the setting meanwhile.
      if (this.#options.settings().autoMark !== 'afterDelay') return;
      if (this.#options.hidden()) this.#wait(paper);
      else this.#mark([paper]);
    }, this.#options.settings().autoMarkSeconds * 1_000);
  }

  #mark(papers: readonly PaperId[]): void {
    if (papers.length > 0) this.#options.mark(papers);
  }
}
