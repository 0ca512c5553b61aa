/** The orders in which a list can stand. */
import { assertNever } from '../../shared/errors.ts';
import type { Instant, PaperId, SortKey } from '../../shared/model.ts';
import type { LibraryPaper } from '../library/library.ts';
import type { Catalogue } from './catalogue.ts';

type Compare = (a: LibraryPaper, b: LibraryPaper) => number;
/** `recency`: newest day, then most votes; the order of search results that are equally good. */
export type OrderKey = SortKey | 'recency';

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
const newest = byDate(true);
const mostVotes = byVotes(true);

/** When Lectern first saw a paper. */
export interface Added {
  of(paper: PaperId): Instant | null;
  /** Grows when earlier dates came to be known. */
  readonly version: number;
}

/** Keeps the library's orders until it changes: every view is a part of one of them. Papers by their numbers. */
export class Orders {
  readonly #catalogue: Catalogue;
  readonly #added: Added;
  /** As they were last sorted: little changes between two versions, and what is nearly sorted is sorted quickly. */
  readonly #sorted = new Map<string, { version: string; readonly numbers: number[] }>();
  #places = new Int32Array();

  constructor(catalogue: Catalogue, added: Added) {
    this.#catalogue = catalogue;
    this.#added = added;
  }

  /** Every paper of the library; equal ones stand in the order of `auto`. */
  sorted(sort: OrderKey, descending: boolean): readonly number[] {
    const version = `${this.#catalogue.version} ${sort === 'added' ? this.#added.version : 0}`;
    const key = sort === 'auto' || sort === 'recency' ? sort : `${sort} ${String(descending)}`;
    const known = this.#sorted.get(key);
    if (known?.version === version) return known.numbers;
    const numbers =
      known === undefined && sort !== 'auto'
        ? [...this.sorted('auto', true)]
        : this.#present(known?.numbers ?? []);
    const compare = this.#comparison(sort, descending);
    numbers.sort(compare);
    if (sort === 'auto') {
      this.#places = new Int32Array(this.#catalogue.capacity);
      numbers.forEach((number, place) => (this.#places[number] = place));
    }
    this.#sorted.set(key, { version, numbers });
    return numbers;
  }

  /** The numbers of before that still stand for papers, then those that are new. */
  #present(before: readonly number[]): number[] {
    const catalogue = this.#catalogue;
    const seen = new Uint8Array(catalogue.capacity);
    const numbers: number[] = [];
    for (const number of before) {
      if (catalogue.paper(number) === undefined) continue;
      seen[number] = 1;
      numbers.push(number);
    }
    for (let number = 0; number < seen.length; number++) {
      if (seen[number] === 0 && catalogue.paper(number) !== undefined) numbers.push(number);
    }
    return numbers;
  }

  #comparison(sort: OrderKey, descending: boolean): (a: number, b: number) => number {
    const catalogue = this.#catalogue;
    const compare = this.#compare(sort, descending);
    if (sort !== 'auto') this.sorted('auto', true);
    const places = this.#places;
    return (a, b) => {
      const [first, second] = [catalogue.paper(a), catalogue.paper(b)];
      if (first === undefined || second === undefined) return 0;
      const order = compare(first, second);
      return order !== 0 || sort === 'auto' ? order : (places[a] ?? 0) - (places[b] ?? 0);
    };
  }

  #compare(sort: OrderKey, descending: boolean): Compare {
    switch (sort) {
      case 'auto':
        return byAppearance;
      case 'recency':
        return (a, b) => newest(a, b) || mostVotes(a, b);
      case 'date':
        return byDate(descending);
      case 'votes':
        return byVotes(descending);
      case 'title':
        return byTitle(descending);
      case 'authors':
        return byAuthors(descending);
      case 'added':
        return byValue(
          ({ id }: LibraryPaper) => this.#added.of(id),
          (a, b) => a - b,
        )(descending);
      default:
        return assertNever(sort);
    }
  }
}
