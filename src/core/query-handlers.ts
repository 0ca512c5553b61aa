/** Answers what the contract says of queries: rows, and ids by their place among them. */
import type { EngineHandlers, Input } from '../shared/contract.ts';
import type { Indexer } from './folders/indexer.ts';
import type { Library } from './library/library.ts';
import type { Papers } from './papers.ts';
import type { Results } from './query/results.ts';
import type { ReaderState } from './state/reader-state.ts';

interface Options {
  readonly results: Results;
  readonly indexer: Indexer;
  readonly library: Library;
  readonly papers: Papers;
  readonly state: ReaderState;
}

type QueryHandlers = Pick<EngineHandlers, Extract<keyof EngineHandlers, `query.${string}`>>;

/** How long a search waits for an index that is being built; it then answers with what is there, and tells more later. */
export const INDEX_WAIT_MS = 300;

export function queryHandlers({
  results,
  indexer,
  library,
  papers,
  state,
}: Options): QueryHandlers {
  const nextUnread = ({ result, from, backwards }: Input<'query.nextUnread'>): number | null => {
    const ids = results.papers(result);
    const step = backwards ? -1 : 1;
    for (let index = from + step; index >= 0 && index < ids.length; index += step) {
      const id = ids[index];
      if (id !== undefined && !state.read.has(id)) return index;
    }
    return null;
  };

  return {
    'query.open': async (input) => {
      if (input.query.search.trim() !== '') await indexer.caughtUp(INDEX_WAIT_MS);
      return results.open(input);
    },
    'query.rows': ({ result, offset, limit }) =>
      results
        .papers(result)
        .slice(offset, offset + limit)
        .map((id) => papers.row(id, results.inNotes(result))),
    'query.nextUnread': nextUnread,
    'query.ids': ({ result, part, index }) => {
      const ids = results.papers(result);
      if (part === 'all') return ids;
      return part === 'above' ? ids.slice(0, index) : ids.slice(index + 1);
    },
    'query.range': ({ result, from, to }) =>
      results.papers(result).slice(Math.min(from, to), Math.max(from, to) + 1),
    'query.find': ({ result, paper }) => {
      const index = results.papers(result).indexOf(paper);
      return index < 0 ? null : index;
    },
    'query.older': ({ result, before }) =>
      results.papers(result).filter((id) => {
        const date = library.papers.get(id)?.date ?? null;
        return date !== null && date < before && !state.read.has(id);
      }),
  };
}
