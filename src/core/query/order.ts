/** The orders in which a list can stand. */
import { assertNever } from '../../shared/errors.ts';
import type { Instant, PaperId, SortKey } from '../../shared/model.ts';
import type { LibraryPaper } from '../library/library.ts';
import type { Pause } from '../slices.ts';
import { Alphabet } from './alphabet.ts';
import type { Catalogue } from './catalogue.ts';
import { dealt, type Numbers } from './numbers.ts';

type Compare = (a: LibraryPaper, b: LibraryPaper) => number;
/** `recency`: newest day, then most votes; the order of search results that are equally good. */
export type OrderKey = SortKey | 'recency';
type ValueKey = Exclude<SortKey, 'auto'>;
type Value = string | number | null;

/** Newest day first; papers without a day last; within a day as the digest prints them. */
const byAppearance: Compare = (a, b) => {
  if (a.date !== b.date) return (a.date ?? '') < (b.date ?? '') ? 1 : -1;
  const [first, second] = [a.appearances[0], b.appearances[0]];
  if (first === undefined || second === undefined) return 0;
  if (first.folder !== second.folder) return first.folder < second.folder ? -1 : 1;
  if (first.file !== second.file) return first.file < second.file ? -1 : 1;
  return first.position - second.position;
};

/** Sorts that compare texts as a reader's language does. */
export const SLOW_SORTS = ['title', 'authors'] as const;

/** When Lectern first saw a paper. */
export interface Added {
  of(paper: PaperId): Instant | null;
  /** Grows when earlier dates came to be known. */
  readonly version: number;
}

/** What each paper's value comes to among all: 0 for the least, and for what is not told one more than the greatest. */
interface Places {
  readonly of: Int32Array;
  /** Of what is not told. */
  readonly untold: number;
}

interface Kept<T> {
  readonly version: string;
  readonly value: T;
}

/** Keeps the library's orders until it changes: every view is a part of one of them. Papers by their numbers. */
export class Orders {
  readonly #catalogue: Catalogue;
  readonly #added: Added;
  readonly #orders = new Map<string, Kept<Numbers>>();
  readonly #places = new Map<ValueKey, Kept<Places>>();
  /** Comparing texts as readers of Korean and English do is slow: it is done once for each. */
  readonly #alphabets = { title: new Alphabet(), authors: new Alphabet() };

  constructor(catalogue: Catalogue, added: Added) {
    this.#catalogue = catalogue;
    this.#added = added;
  }

  /** Resolves when orders by this key take no long work any more; undefined when that is so. */
  prepare(sort: SortKey, pause: Pause): Promise<void> | undefined {
    if (sort !== 'title' && sort !== 'authors') return undefined;
    const values = this.#values(sort);
    return this.#alphabets[sort].prepare(values, pause);
  }

  /** Every paper of the library; equal ones stand in the order of `auto`, and what is not told stands last. */
  sorted(sort: OrderKey, descending: boolean): Numbers {
    const key = sort === 'auto' || sort === 'recency' ? sort : `${sort} ${String(descending)}`;
    const version = this.#version(sort);
    const known = this.#orders.get(key);
    if (known?.version === version) return known.value;
    const value = this.#sort(sort, descending, known?.value);
    this.#orders.set(key, { version, value });
    return value;
  }

  #version(sort: OrderKey): string {
    return `${this.#catalogue.version} ${sort === 'added' ? this.#added.version : 0}`;
  }

  #sort(sort: OrderKey, descending: boolean, before: Numbers | undefined): Numbers {
    if (sort === 'auto') return this.#printed(before);
    if (sort !== 'recency') return this.#dealt(this.sorted('auto', true), sort, descending);
    return this.#dealt(this.#dealt(this.sorted('auto', true), 'votes', true), 'date', true);
  }

  /** Little changes between two versions, and what is nearly sorted is sorted quickly. */
  #printed(before: Numbers | undefined): Numbers {
    const catalogue = this.#catalogue;
    const papers: { readonly number: number; readonly paper: LibraryPaper }[] = [];
    const seen = new Uint8Array(catalogue.capacity);
    const take = (number: number): void => {
      const paper = catalogue.paper(number);
      if (paper !== undefined && seen[number] === 0) papers.push({ number, paper });
      seen[number] = 1;
    };
    before?.forEach(take);
    for (let number = 0; number < seen.length; number++) take(number);
    papers.sort((a, b) => byAppearance(a.paper, b.paper));
    return Int32Array.from(papers, ({ number }) => number);
  }

  #dealt(order: Numbers, sort: ValueKey, descending: boolean): Numbers {
    const { of, untold } = this.#placesOf(sort);
    if (!descending) return dealt(order, of, untold);
    const turned = of.map((place) => (place === untold ? untold : untold - 1 - place));
    return dealt(order, turned, untold);
  }

  #placesOf(sort: ValueKey): Places {
    const version = this.#version(sort);
    const known = this.#places.get(sort);
    if (known?.version === version) return known.value;
    const values = this.#values(sort);
    const value =
      sort === 'title' || sort === 'authors'
        ? placesOf(values, this.#alphabets[sort].places(values))
        : placesOf(values, placesByValue(values));
    this.#places.set(sort, { version, value });
    return value;
  }

  /** By number. */
  #values(sort: ValueKey): readonly Value[] {
    const { capacity } = this.#catalogue;
    return Array.from({ length: capacity }, (_, number) => {
      const paper = this.#catalogue.paper(number);
      return paper === undefined ? null : this.#value(paper, sort);
    });
  }

  #value(paper: LibraryPaper, sort: ValueKey): Value {
    switch (sort) {
      case 'date':
        return paper.date;
      case 'votes':
        return paper.votes;
      case 'title':
        return paper.title;
      case 'authors':
        return paper.authors[0] ?? null;
      case 'added':
        return this.#added.of(paper.id);
      default:
        return assertNever(sort);
    }
  }
}

/** Each value's place among the different ones there are. */
function placesByValue(values: readonly Value[]): ReadonlyMap<Value, number> {
  const different = [...new Set(values)].filter((value) => value !== null);
  // All numbers, or all days, whose text is their order.
  different.sort((a, b) => (a < b ? -1 : 1));
  return new Map(different.map((value, place) => [value, place]));
}

function placesOf(values: readonly Value[], places: ReadonlyMap<Value, number>): Places {
  const untold = places.size;
  const of = Int32Array.from(values, (value) =>
    value === null ? untold : (places.get(value) ?? untold),
  );
  return { of, untold };
}
