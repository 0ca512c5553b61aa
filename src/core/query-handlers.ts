/** Answers what the contract says of queries: rows, and ids by their place among them. */
import type { EngineHandlers } from '../shared/contract.ts';
import type { PaperRow } from '../shared/model.ts';
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
  const rows = (result: string, offset: number, limit: number): readonly PaperRow[] =>
    results
      .papers(result, offset, offset + limit)
      .map((id) => papers.row(id, results.inNotes(result)));

  return {
    'query.open': async (input) => {
      if (input.query.search.trim() !== '') await indexer.caughtUp(INDEX_WAIT_MS);
      await results.prepare(input.query);
      const info = results.open(input);
      const { page } = input;
      if (page === undefined) return { ...info, offset: 0, rows: [] };
      const offset = Math.floor((info.index ?? 0) / page) * page;
      return { ...info, offset, rows: rows(info.result, offset, page) };
    },
    'query.rows': ({ result, offset, limit }) => rows(result, offset, limit),
    'query.nextUnread': ({ result, from, backwards }) =>
      results.nextUnread(result, from, backwards),
    'query.ids': ({ result, part, index }) =>
      results.papers(result, part === 'below' ? index + 1 : 0, part === 'above' ? index : Infinity),
    'query.range': ({ result, from, to }) =>
      results.papers(result, Math.min(from, to), Math.max(from, to) + 1),
    'query.find': ({ result, paper }) => results.indexOf(result, paper),
    'query.older': ({ result, before }) =>
      results.papers(result).filter((id) => {
        const date = library.papers.get(id)?.date ?? null;
        return date !== null && date < before && !state.read.has(id);
      }),
  };
}
