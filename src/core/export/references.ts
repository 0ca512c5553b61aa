/** References as a style prints them, by citeproc-js, the processor of Zotero. */
import CSL from 'citeproc';
import { DEFAULT_CITATION_STYLE, isCitationStyle } from '../../shared/export-formats.ts';
import { keyedInSlices } from './citation-keys.ts';
import { loadStyle } from './citation-style.ts';
import { cleanLine } from './clean.ts';
import { toCslItem, type CslItem } from './csl-json.ts';
import type { ExportOptions, ExportPaper } from './export-paper.ts';

/** References that are made in one slice. */
const BATCH = 25;
/** Parts what citeproc would take for markup (`<i>`, `<span …>`); taken out again of what it has made. */
const WORD_JOINER = '\u2060';

function withoutMarkup(item: CslItem): CslItem {
  return {
    ...item,
    title: item.title.replaceAll(WORD_JOINER, '').replaceAll('<', `<${WORD_JOINER}`),
  };
}

/** `[1]W. Shen` → `[1] W. Shen`: in plain text nothing sets the number apart. */
function plain(entry: string): string {
  return cleanLine(entry.replaceAll(WORD_JOINER, '')).replace(/^(\[\d+\]|\d+\.)(?=\S)/, '$1 ');
}

/** A reference a line, with a blank line between, in the order of the style (APA: by author; IEEE: as given). */
export async function* writeReferences(
  papers: readonly ExportPaper[],
  options: Pick<ExportOptions, 'citationKey' | 'citationStyle'>,
): AsyncGenerator<string> {
  if (papers.length === 0) return;
  const name = isCitationStyle(options.citationStyle)
    ? options.citationStyle
    : DEFAULT_CITATION_STYLE;
  const { style, locale } = await loadStyle(name);
  const bare = { notes: false, summaries: false, citationKey: options.citationKey };
  const items = new Map<string, CslItem>();
  for (const keyed of yield* keyedInSlices(papers, options.citationKey)) {
    items.set(keyed.key, withoutMarkup(toCslItem(keyed, bare)));
  }
  const engine = new CSL.Engine(
    { retrieveLocale: locale, retrieveItem: (id) => items.get(id) },
    style,
    'en-US',
  );
  engine.setOutputFormat('text');
  const ids = [...items.keys()];
  // An empty piece lets the thread do something else: the style's order is known only when all are in.
  for (let end = BATCH; end < ids.length; end += BATCH) {
    engine.updateItems(ids.slice(0, end));
    yield '';
  }
  engine.updateItems(ids);
  let start: string | true | undefined = true;
  while (start !== undefined) {
    yield '';
    const made = engine.makeBibliography({ page_start: start, page_length: BATCH });
    if (made === false) return;
    const [page, entries]: typeof made & object = made;
    const joined = entries.map(plain).join('\n\n');
    yield start === true ? joined : `\n\n${joined}`;
    start = page.done ? undefined : page.entry_ids.at(-1)?.[0];
  }
  yield '\n';
}
