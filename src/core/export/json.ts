import type { ExportOptions, ExportPaper } from './export-paper.ts';
import { SAVED_FORMAT, SAVED_VERSION, type SavedState } from './saved-state.ts';

/** JSON that no script element, template or old parser takes for anything else. */
function json(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>\u007f-\u009f\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function paperJson(
  { row, arxivId, links, media, text, lists }: ExportPaper,
  { summaries }: Pick<ExportOptions, 'summaries'>,
): unknown {
  const { id, title, authors, date, votes } = row;
  const summary = summaries ? { summary: text } : {};
  return { id, title, authors, date, votes, arxivId, links, media, lists, ...summary };
}

/** Lectern's JSON: the reader's state, then the papers, one a line. Reads back by `saved-state.ts`. */
export function* writeJson(
  papers: readonly ExportPaper[],
  options: Pick<ExportOptions, 'title' | 'notes' | 'summaries'>,
  state: SavedState,
): Generator<string> {
  yield `{\n"format": ${json(SAVED_FORMAT)},\n"version": ${SAVED_VERSION},\n"title": ${json(options.title)},\n`;
  yield '"state": {\n';
  const kept = options.notes ? state : { ...state, notes: [], noteVersions: [] };
  yield Object.entries(kept)
    .map(([name, value]) => `${json(name)}: ${json(value)}`)
    .join(',\n');
  yield '\n},\n"papers": [';
  let gap = '\n';
  for (const paper of papers) {
    yield gap + json(paperJson(paper, options));
    gap = ',\n';
  }
  yield '\n]\n}\n';
}
