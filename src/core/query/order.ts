/** The orders in which a list can stand. */
import { assertNever } from '../../shared/errors.ts';
import type { SortKey } from '../../shared/model.ts';
import type { Library, LibraryPaper } from '../library/library.ts';

type Compare = (a: LibraryPaper, b: LibraryPaper) => number;

const collator = new Intl.Collator(['ko', 'en'], { numeric: true });

/** Newest day first; papers without a day last; within a day as the digest prints them. */
const byAppearance: Compare = (a, b) => {
  if (a.date !== b.date) return (a.date ?? '') < (b.date ?? '') ? 1 : -1;
  const [first, second] = [a.appearances[0], b.appearances[0]];
  if (first === undefined || second === undefined) return 0;
  if (first.folder !== second.folder) return first.folder < second.folder ? -1 : 1;
  if (first.file !== second.file) return first.file < second.file ? -1 : 1;
  return first.position - second.position;
};

/** What is not told stands last in either direction. */
function byValue<T>(value: (paper: LibraryPaper) => T | null, compare: (a: T, b: T) => number) {
  return (descending: boolean): Compare =>
    (a, b) => {
      const [first, second] = [value(a), value(b)];
      if (first === null || second === null) {
        return first === second ? 0 : first === null ? 1 : -1;
      }
      return descending ? compare(second, first) : compare(first, second);
    };
}

const byDate = byValue(
  (paper) => paper.date,
  (a, b) => (a < b ? -1 : a > b ? 1 : 0),
);
const byVotes = byValue(
  (paper) => paper.votes,
  (a, b) => a - b,
);
const byTitle = byValue((paper) => paper.title, collator.compare);
const byAuthors = byValue((paper) => paper.authors[0] ?? null, collator.compare);

function comparison(sort: SortKey, descending: boolean): Compare {
  switch (sort) {
    case 'auto':
      return byAppearance;
    case 'date':
      return byDate(descending);
    case 'votes':
      return byVotes(descending);
    case 'title':
      return byTitle(descending);
    case 'authors':
      return byAuthors(descending);
    default:
      return assertNever(sort);
  }
}

/** Keeps the library's orders until it changes: every view is a part of one of them. */
export class Orders {
  readonly #library: Library;
  readonly #sorted = new Map<string, readonly LibraryPaper[]>();
  #auto: readonly LibraryPaper[] = [];
  #version = -1;

  constructor(library: Library) {
    this.#library = library;
  }

  /** Every paper of the library; equal ones stand in the order of `auto`. */
  sorted(sort: SortKey, descending: boolean): readonly LibraryPaper[] {
    if (this.#version !== this.#library.version) {
      this.#version = this.#library.version;
      this.#sorted.clear();
      this.#auto = [...this.#library.papers.values()].sort(byAppearance);
    }
    if (sort === 'auto') return this.#auto;
    const key = `${sort} ${String(descending)}`;
    const known = this.#sorted.get(key);
    if (known !== undefined) return known;
    const sorted = [...this.#auto].sort(comparison(sort, descending));
    this.#sorted.set(key, sorted);
    return sorted;
  }
}
