/** The orders in which a list can stand. */
import { assertNever } from '../../shared/errors.ts';
import type { Instant, PaperId, SortKey } from '../../shared/model.ts';
import type { LibraryPaper } from '../library/library.ts';
import { finish, finishInSlices, type Pause } from '../slices.ts';
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

/** Sorts that are long work the first time, and those that the order of search results is made of. */
export const WARM_SORTS = ['date', 'votes', 'title', 'authors'] as const;

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

/** Papers to a step of what is done in slices. */
const STEP = 512;

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
    if (sort === 'auto' || this.#places.get(sort)?.version === this.#version(sort))
      return undefined;
    return this.#prepare(sort, pause);
  }

  async #prepare(sort: ValueKey, pause: Pause): Promise<void> {
    const version = this.#version(sort);
    const value = await finishInSlices(this.#findPlaces(sort), pause);
    // What changed meanwhile is taken in when the order is asked for.
    if (version === this.#version(sort)) this.#places.set(sort, { version, value });
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
    const value = finish(this.#findPlaces(sort));
    this.#places.set(sort, { version, value });
    return value;
  }

  /** In steps, each of which yields how much of the work is behind it. */
  *#findPlaces(sort: ValueKey): Generator<number, Places> {
    const { capacity } = this.#catalogue;
    const values: Value[] = [];
    for (let number = 0; number < capacity; number++) {
      const paper = this.#catalogue.paper(number);
      values.push(paper === undefined ? null : this.#value(paper, sort));
      if (number % STEP === 0) yield 0;
    }
    const places =
      sort === 'title' || sort === 'authors'
        ? yield* this.#alphabets[sort].places(values)
        : placesByValue(values);
    const untold = places.size;
    const of = new Int32Array(capacity).fill(untold);
    for (const [number, value] of values.entries()) {
      if (value !== null) of[number] = places.get(value) ?? untold;
      if (number % STEP === 0) yield 1;
    }
    return { of, untold };
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
