import { AppError } from '../../shared/errors.ts';
import type { PaperId, Query, ResultInfo } from '../../shared/model.ts';
import type { Library, LibraryPaper } from '../library/library.ts';
import type { SearchIndex } from '../search/search-index.ts';
import type { ReaderState } from '../state/reader-state.ts';
import { Orders } from './order.ts';
import { keepsRows, matchView, type Match } from './view.ts';

/** How many answers are held; an older one is `result-gone`, and its client asks again. */
const HELD = 16;

interface Held {
  readonly query: Query;
  readonly papers: readonly PaperId[];
}

export interface OpenQuery {
  readonly query: Query;
  readonly keep: string | null;
  readonly locate: PaperId | null;
}

/** Runs queries and holds their order, so that rows can change their state without moving. */
export class Results {
  readonly #library: Library;
  readonly #search: SearchIndex;
  readonly #state: ReaderState;
  readonly #orders: Orders;
  readonly #held = new Map<string, Held>();
  #last = 0;

  constructor(library: Library, search: SearchIndex, state: ReaderState) {
    this.#library = library;
    this.#search = search;
    this.#state = state;
    this.#orders = new Orders(library);
  }

  open({ query, keep, locate }: OpenQuery): ResultInfo {
    const papers = this.#run(query, this.#kept(query, keep));
    this.#last += 1;
    const result = `r${this.#last}`;
    this.#held.set(result, { query, papers });
    for (const old of this.#held.keys()) {
      if (this.#held.size <= HELD) break;
      this.#held.delete(old);
    }
    const index = locate === null ? -1 : papers.indexOf(locate);
    return { result, total: papers.length, index: index < 0 ? null : index };
  }

  /** The ids of an answer, in order. Errors: result-gone. */
  papers(result: string): readonly PaperId[] {
    const held = this.#held.get(result);
    if (held === undefined) {
      throw new AppError('result-gone', 'This list is out of date; it is being read again.', {
        retryable: true,
      });
    }
    // Used last, dropped last.
    this.#held.delete(result);
    this.#held.set(result, held);
    return held.papers;
  }

  /** Papers of an answer that the library still has, in order. Errors: result-gone. */
  present(result: string): readonly LibraryPaper[] {
    return this.papers(result).flatMap((id) => this.#library.papers.get(id) ?? []);
  }

  #kept(query: Query, keep: string | null): ReadonlySet<PaperId> {
    const held = keep === null ? undefined : this.#held.get(keep);
    if (held === undefined || !keepsRows(query.view, query.unreadOnly)) return new Set();
    return new Set(held.papers);
  }

  #run(query: Query, kept: ReadonlySet<PaperId>): readonly PaperId[] {
    const inView = matchView(query.view, this.#state);
    const unread: Match = query.unreadOnly
      ? (paper) => !this.#state.read.has(paper.id)
      : () => true;
    const match: Match = (paper) => kept.has(paper.id) || (inView(paper) && unread(paper));

    if (query.search.trim() === '')
      return this.#ordered(query)
        .filter(match)
        .map(({ id }) => id);

    // What the index holds the library holds too (Indexer): to look up every paper would only take time.
    const everything = query.view.kind === 'all' && !query.unreadOnly;
    const hits = this.#search.search(
      query.search,
      everything
        ? undefined
        : (id) => {
            const paper = this.#library.papers.get(id);
            return paper !== undefined && match(paper);
          },
    );
    if (query.sort === 'auto') return hits;
    const found = new Set(hits);
    return this.#ordered(query).flatMap(({ id }) => (found.has(id) ? [id] : []));
  }

  /** A reading list stands in the reader's own order unless another is asked for. */
  #ordered({ view, sort, descending }: Query): readonly LibraryPaper[] {
    if (view.kind !== 'list' || sort !== 'auto') return this.#orders.sorted(sort, descending);
    const list = this.#state.lists.find(({ id }) => id === view.list);
    return list?.papers.flatMap((id) => this.#library.papers.get(id) ?? []) ?? [];
  }
}
