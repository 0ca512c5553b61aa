/** RIS as Zotero, EndNote, Mendeley and bibutils read it: two letters, two spaces, a dash, a value on one line. */
import { latexToText } from '../../shared/latex/latex-text.ts';
import { citationOf } from './citation.ts';
import { keyedInSlices } from './citation-keys.ts';
import { cleanLine } from './clean.ts';
import type { ExportOptions, ExportPaper, KeyedPaper } from './export-paper.ts';
import { familyName, personName } from './names.ts';

type RisOptions = Pick<ExportOptions, 'notes' | 'summaries' | 'citationKey'>;

/** `Family, Given, Suffix`, as RIS asks for; a whole name without a comma, which would take it apart. */
function author(printed: string): string {
  const name = personName(printed);
  if (name.kind === 'whole') return name.name.replaceAll(',', ' ').replace(/\s+/g, ' ').trim();
  const { given, suffix } = name;
  return [familyName(name), given, ...(suffix === '' ? [] : [suffix])].join(', ');
}

function record({ paper, key }: KeyedPaper, options: RisOptions): string {
  const { title, authors, year, month, arxivId, doi, url, pdf, note } = citationOf(paper, options);
  const fields: (readonly [string, string])[] = [
    // An arXiv paper is not published elsewhere, as far as a digest tells.
    ['TY', arxivId === null ? 'GEN' : 'UNPB'],
    ['ID', key],
    ['TI', latexToText(title)],
    ...authors.map((name) => ['AU', author(name)] as const),
    ['PY', year === null ? '' : String(year)],
    ['DA', year === null || month === null ? '' : `${year}/${String(month).padStart(2, '0')}//`],
    ['PB', arxivId === null ? '' : 'arXiv'],
    ['AN', arxivId === null ? '' : `arXiv:${arxivId}`],
    ['DO', doi ?? ''],
    ['UR', url ?? ''],
    ['L1', pdf ?? ''],
    ['AB', options.summaries ? paper.text : ''],
    ['N1', note],
    ['ER', ''],
  ];
  return fields
    .map(([tag, value]) => [tag, cleanLine(value)] as const)
    .filter(([tag, value]) => value !== '' || tag === 'ER')
    .map(([tag, value]) => `${tag}  - ${value}\r\n`)
    .join('');
}

/** A RIS file in UTF-8, one record for each paper. Line breaks of notes and summaries become spaces: RIS has none. */
export function* writeRis(papers: readonly ExportPaper[], options: RisOptions): Generator<string> {
  for (const keyed of yield* keyedInSlices(papers, options.citationKey))
    yield `${record(keyed, options)}\r\n`;
}
