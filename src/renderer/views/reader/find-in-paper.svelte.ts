import { findText } from '../../render/find-text.ts';

/** Names of the highlights that base.css paints. */
const ALL = 'find';
const ONE = 'find-current';

/** Absent in jsdom and in browsers of before 2023, which then only scroll to what is found. */
function highlights(): HighlightRegistry | null {
  return typeof CSS !== 'undefined' && 'highlights' in CSS ? CSS.highlights : null;
}

/** Words looked for in the paper on screen: where they stand, and at which of these places the reader is. */
export class FindInPaper {
  open = $state(false);
  words = $state('');
  found = $state.raw<readonly Range[]>([]);
  /** Index of the place that the reader is at. */
  at = $state(0);
  readonly #root: () => HTMLElement;

  /** `root`: the element that holds the paper and scrolls. */
  constructor(root: () => HTMLElement) {
    this.#root = root;
  }

  /** Looks for words from now on, beginning at the first place at or below the top of what is seen. */
  search(words: string): void {
    this.words = words;
    this.found = findText(this.#root(), words);
    const { top } = this.#root().getBoundingClientRect();
    const next = this.found.findIndex((range) => range.getBoundingClientRect().bottom > top);
    this.at = Math.max(0, next);
    this.#show();
  }

  /** The text has changed: its places are looked for again, and nothing scrolls. */
  refresh(): void {
    this.found = findText(this.#root(), this.words);
    this.at = Math.max(0, Math.min(this.at, this.found.length - 1));
    this.#paint();
  }

  /** To the next place, or the one before, round and round. */
  go(step: 1 | -1): void {
    const count = this.found.length;
    if (count === 0) return;
    this.at = (this.at + step + count) % count;
    this.#show();
  }

  /** Ends the search; the place that the reader is at is selected, so that reading and copying go on there. */
  close(): void {
    const range = this.found[this.at];
    this.open = false;
    this.found = [];
    this.#paint();
    if (range === undefined) return;
    const selection = getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
  }

  #show(): void {
    this.#paint();
    const range = this.found[this.at];
    if (range === undefined) return;
    const root = this.#root();
    const place = range.getBoundingClientRect();
    const box = root.getBoundingClientRect();
    if (place.top >= box.top + 8 && place.bottom <= box.bottom - 8) return;
    root.scrollTop += place.top - box.top - box.height / 3;
  }

  #paint(): void {
    const registry = highlights();
    if (registry === null) return;
    const current = this.found[this.at];
    registry.set(ALL, new Highlight(...this.found));
    const one = new Highlight(...(current === undefined ? [] : [current]));
    one.priority = 1;
    registry.set(ONE, one);
  }
}
