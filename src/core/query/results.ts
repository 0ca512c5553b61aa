import { AppError } from '../../shared/errors.ts';
import type { Count, ListId, PaperId, Query, ResultInfo, View } from '../../shared/model.ts';
import { parseQuery } from '../../shared/query/parse.ts';
import type { QueryHint, QueryNode, TextNode } from '../../shared/query/syntax.ts';
import { followsReader, wordsOf } from '../../shared/query/words.ts';
import {
  bitsOf,
  both,
  countBits,
  either,
  forEachBit,
  hasBit,
  without,
  type Bits,
} from '../bits.ts';
import type { LibraryPaper } from '../library/library.ts';
import { Evaluator, type Evaluated, type EvaluatorOptions, type QueryList } from './evaluate.ts';
import { Arranged } from './arranged.ts';
import { grouped } from './groups.ts';
import { among } from './numbers.ts';
import { Orders, WARM_SORTS, type Added } from './order.ts';
import { Slicer } from '../slices.ts';
import { parted } from './rank.ts';
import { suggestion } from './suggest.ts';
import { keepsRows } from './view.ts';

/** How many answers are held; an older one is `result-gone`, and its client asks again. */
const HELD = 16;

/**
 * One of each kind, finished and composed: the first ones take several times as long as those after them, until V8 has
 * compiled their loops.
 */
const WARM_SEARCHES = ['ㄱ', '가', '가ㄴ', '가나', 'a', 'ar', 'arx', 'arxi'];

/** Every paper, as lists stand by themselves. */
export const EVERYTHING: Query = {
  view: { kind: 'all' },
  search: '',
  sort: 'auto',
  descending: true,
  group: 'none',
  unreadOnly: false,
};

interface Held {
  readonly query: Query;
  readonly composing: number | undefined;
  readonly papers: Arranged;
  readonly inNotes: FoundInNotes;
}

interface Found {
  readonly node: QueryNode | null;
  readonly hints: readonly QueryHint[];
  readonly shown: Bits;
  readonly evaluated: Evaluated;
  readonly found: Bits;
}

/** What of an answer is there by the reader's notes alone. */
export interface FoundInNotes {
  readonly papers: ReadonlySet<PaperId>;
  /** What the search looks for in notes. */
  readonly words: readonly TextNode[];
}

interface Counted {
  readonly stamp: string;
  readonly lists: readonly QueryList[];
  readonly counts: Map<ListId, Count>;
}

export interface OpenQuery {
  readonly query: Query;
  /** Where in the search ends what an input method still composes. */
  readonly composing?: number | undefined;
  readonly keep: string | null;
  readonly locate: PaperId | null;
}

export interface ResultsOptions extends EvaluatorOptions {
  readonly added: Added;
}

/** Runs queries and holds their order, so that rows can change their state without moving. */
export class Results {
  readonly #options: ResultsOptions;
  readonly #evaluator: Evaluator;
  readonly #orders: Orders;
  readonly #held = new Map<string, Held>();
  /** Counts of lists, while nothing changes that they depend on. */
  #counted: Counted = { stamp: '', lists: [], counts: new Map() };
  #last = 0;
  #isWarm = false;

  constructor(options: ResultsOptions) {
    this.#options = options;
    this.#evaluator = new Evaluator(options);
    this.#orders = new Orders(options.catalogue, options.added);
  }

  /** Resolves when a query can be answered without long work in one piece; undefined when that is so. */
  prepare({ sort }: Query): Promise<void> | undefined {
    const slicer = new Slicer();
    return this.#orders.prepare(sort, () => slicer.pause());
  }

  /** Readies the orders, so that the first list in one of them comes at once; and, once, what a search runs through. */
  async warm(): Promise<void> {
    for (const sort of WARM_SORTS) await this.prepare({ ...EVERYTHING, sort });
    if (this.#isWarm) return;
    this.#isWarm = true;
    const slicer = new Slicer();
    for (const search of WARM_SEARCHES) {
      await slicer.pause();
      this.search(search);
      this.#find({ ...EVERYTHING, search }, search.length);
    }
  }

  open({ query, composing, keep, locate }: OpenQuery): ResultInfo {
    const { catalogue } = this.#options;
    const { node, hints, shown, evaluated, found } = this.#find(query, composing);
    const bits = this.#withKept(found, { query, composing }, node, keep);

    const { arranged: papers, groups } = grouped(
      this.#arranged(query, node, evaluated, bits),
      query,
      catalogue,
    );
    const inNotes = this.#inNotes(node, evaluated, bits);
    const result = this.#hold({ query, composing, papers, inNotes });
    return {
      result,
      total: papers.length,
      index: locate === null ? null : this.#indexIn(papers, locate),
      groups,
      hints,
      // The layout of a word is told by the whole of it.
      suggestion:
        composing !== undefined
          ? null
          : suggestion(node, papers.length, (other) =>
              countBits(both(shown, this.#evaluator.query(other).bits)),
            ),
    };
  }

  /** The ids that a search finds in the whole library, best first; the answer is not held. */
  search(search: string): readonly PaperId[] {
    return this.all({ ...EVERYTHING, search });
  }

  /** The ids of all papers that a query means now, in its order; the answer is not held. */
  all(query: Query): readonly PaperId[] {
    const { node, evaluated, found } = this.#find(query);
    return this.#options.catalogue.ids(this.#arranged(query, node, evaluated, found).all());
  }

  /** How many papers a list holds: a smart one, those that its query means now. */
  count(list: QueryList): Count {
    const { catalogue, index, lists, today } = this.#options;
    const stamp = `${catalogue.version} ${catalogue.marksVersion} ${index.version} ${today()}`;
    if (this.#counted.stamp !== stamp || this.#counted.lists !== lists()) {
      this.#counted = { stamp, lists: lists(), counts: new Map() };
    }
    const { counts } = this.#counted;
    const known = counts.get(list.id);
    if (known !== undefined) return known;
    const papers = this.#evaluator.list(list);
    const unread = countBits(without(papers, catalogue.read));
    const count = { total: countBits(papers), unread };
    counts.set(list.id, count);
    return count;
  }

  /** The ids of an answer, in order: all, or those at [from, to). Errors: result-gone. */
  papers(result: string, from = 0, to = Infinity): readonly PaperId[] {
    return this.#options.catalogue.ids(this.#get(result).papers.slice(from, to));
  }

  /** Where a paper stands in an answer, or null. Errors: result-gone. */
  indexOf(result: string, paper: PaperId): number | null {
    return this.#indexIn(this.#get(result).papers, paper);
  }

  /** Where the next unread paper stands after (or before) a place in an answer, or null. Errors: result-gone. */
  nextUnread(result: string, from: number, backwards: boolean): number | null {
    const numbers = this.#get(result).papers.all();
    const { present, read } = this.#options.catalogue;
    const unread = without(present, read);
    const step = backwards ? -1 : 1;
    for (let index = from + step; index >= 0 && index < numbers.length; index += step) {
      if (hasBit(unread, numbers[index] ?? 0)) return index;
    }
    return null;
  }

  /** Which of an answer are there by the reader's notes alone. Errors: result-gone. */
  inNotes(result: string): FoundInNotes {
    return this.#get(result).inNotes;
  }

  /** The papers that a query means now (`found`, a new set), and those of its view that may be shown. */
  #find(query: Query, composing?: number): Found {
    const { node, hints: typed } = parseQuery(query.search, composing);
    const hints: QueryHint[] = [...typed];
    const tell = (hint: QueryHint): void => void hints.push(hint);
    const list = this.#smartList(query.view);
    const inView =
      list === undefined ? this.#evaluator.view(query.view) : this.#evaluator.list(list, tell);
    const shown = query.unreadOnly ? without(inView, this.#options.catalogue.read) : inView;
    const evaluated = this.#evaluator.query(node, tell);
    return { node, hints, shown, evaluated, found: both(shown, evaluated.bits) };
  }

  #get(result: string): Held {
    const held = this.#held.get(result);
    if (held === undefined) {
      throw new AppError('result-gone', 'This list is out of date; it is being read again.', {
        retryable: true,
      });
    }
    // Used last, dropped last.
    this.#held.delete(result);
    this.#held.set(result, held);
    return held;
  }

  /** Papers of an answer that the library still has, in order. Errors: result-gone. */
  present(result: string): readonly LibraryPaper[] {
    const { catalogue } = this.#options;
    return [...this.#get(result).papers.all()].flatMap((number) => catalogue.paper(number) ?? []);
  }

  #indexIn(papers: Arranged, paper: PaperId): number | null {
    const number = this.#options.catalogue.numberOf(paper);
    const index = number === undefined ? -1 : papers.all().indexOf(number);
    return index < 0 ? null : index;
  }

  #hold(held: Held): string {
    this.#last += 1;
    const result = `r${this.#last}`;
    this.#held.set(result, held);
    for (const old of this.#held.keys()) {
      if (this.#held.size <= HELD) break;
      this.#held.delete(old);
    }
    return result;
  }

  #smartList(view: View): QueryList | undefined {
    if (view.kind !== 'list') return undefined;
    return this.#options.lists().find(({ id, query }) => id === view.list && query !== null);
  }

  /** Rows of the same query that no longer match, where that is because of what the reader did, stay until it is left. */
  #withKept(
    found: Bits,
    { query, composing }: Pick<Held, 'query' | 'composing'>,
    node: QueryNode | null,
    keep: string | null,
  ): Bits {
    const held = keep === null ? undefined : this.#held.get(keep);
    if (held === undefined) return found;
    const { search, view, unreadOnly } = held.query;
    const same =
      search === query.search &&
      composing === held.composing &&
      unreadOnly === query.unreadOnly &&
      JSON.stringify(view) === JSON.stringify(query.view);
    if (!same) return found;
    const { catalogue } = this.#options;
    const kept = this.#keeps(query, node)
      ? both(bitsOf(held.papers.all(), catalogue.capacity), catalogue.present)
      : catalogue.setOf(held.inNotes.papers);
    return either(found, kept);
  }

  #inNotes(node: QueryNode | null, { hits }: Evaluated, bits: Bits): FoundInNotes {
    const words = wordsOf(node).filter(({ field }) => field === 'any' || field === 'note');
    const papers = new Set<PaperId>();
    for (const word of words) {
      const { note } = hits(word);
      if (note === undefined) continue;
      forEachBit(both(note, bits), (number) => papers.add(this.#options.catalogue.id(number)));
    }
    return { papers, words };
  }

  #keeps({ view, unreadOnly }: Query, node: QueryNode | null): boolean {
    if (keepsRows(view, unreadOnly) || followsReader(node)) return true;
    const list = this.#smartList(view);
    return typeof list?.query === 'string' && followsReader(parseQuery(list.query).node);
  }

  /** `bits`: of papers that the library has; it may not change. */
  #arranged(query: Query, node: QueryNode | null, { hits }: Evaluated, bits: Bits): Arranged {
    const { sort, descending } = query;
    if (sort !== 'auto') return Arranged.by(this.#orders.sorted(sort, descending), [bits]);
    if (wordsOf(node).length > 0) {
      // Best first; what is equally good, newer first, then with more votes.
      return Arranged.by(this.#orders.sorted('recency', true), parted(bits, node, hits));
    }
    const own = this.#ownOrder(query.view, bits);
    return own ?? Arranged.by(this.#orders.sorted('auto', true), [bits]);
  }

  /** A reading list stands in the reader's own order unless another is asked for; a smart one has none. */
  #ownOrder(view: View, bits: Bits): Arranged | null {
    if (view.kind !== 'list') return null;
    const { catalogue, lists } = this.#options;
    const list = lists().find(({ id }) => id === view.list);
    if (list === undefined || list.query !== null) return null;
    const numbers = list.papers.flatMap((id) => catalogue.numberOf(id) ?? []);
    return Arranged.as(among(Int32Array.from(numbers), bits));
  }
}
