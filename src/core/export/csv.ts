/** CSV by RFC 4180, made so that a spreadsheet shows what it holds and runs none of it. */
import { citationOf } from './citation.ts';
import { keyedInSlices } from './citation-keys.ts';
import { cleanLine, cleanLines, webAddress } from './clean.ts';
import type { ExportOptions, ExportPaper, KeyedPaper } from './export-paper.ts';

type CsvOptions = Pick<ExportOptions, 'notes' | 'summaries' | 'bom' | 'citationKey'>;

/** What Excel, LibreOffice and Sheets take for the beginning of a formula, in full width too, even behind blanks or apostrophes. */
const FORMULA = /^'*\s*[=+\-@＝＋－＠|%]|^[\t\r\n]/u;

/** A cell in quotes; one that a spreadsheet would compute begins with an apostrophe, which marks text. */
export function csvCell(text: string): string {
  const inert = FORMULA.test(text) ? `'${text}` : text;
  return `"${inert.replaceAll('"', '""')}"`;
}

const COLUMNS = [
  'key',
  'id',
  'title',
  'authors',
  'date',
  'year',
  'votes',
  'arxiv',
  'doi',
  'url',
  'pdf',
  'project',
  'code',
  'read',
  'starred',
  'lists',
] as const;

function record({ paper, key }: KeyedPaper, options: CsvOptions): readonly string[] {
  const { row, links } = paper;
  const { title, authors, year, arxivId, doi, url, pdf, note } = citationOf(paper, options);
  const cells: Readonly<Record<(typeof COLUMNS)[number], string>> = {
    key,
    id: cleanLine(row.id),
    title,
    authors: authors.join('; '),
    date: row.date ?? '',
    year: year === null ? '' : String(year),
    votes: row.votes === null ? '' : String(row.votes),
    arxiv: arxivId ?? '',
    doi: doi ?? '',
    url: url ?? '',
    pdf: pdf ?? '',
    project: webAddress(links.project) ?? '',
    code: webAddress(links.code) ?? '',
    read: row.read ? 'yes' : 'no',
    starred: row.starred ? 'yes' : 'no',
    lists: paper.lists.map(cleanLine).join('; '),
  };
  return [
    ...COLUMNS.map((column) => cells[column]),
    ...(options.summaries ? [cleanLines(paper.text).trim()] : []),
    ...(options.notes ? [note] : []),
  ];
}

/** A CSV file in UTF-8 with a line of names; every cell in quotes, lines ended by CRLF. */
export function* writeCsv(papers: readonly ExportPaper[], options: CsvOptions): Generator<string> {
  const names = [
    ...COLUMNS,
    ...(options.summaries ? ['summary'] : []),
    ...(options.notes ? ['note'] : []),
  ];
  const line = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`;
  yield (options.bom ? '\ufeff' : '') + line(names);
  for (const keyed of yield* keyedInSlices(papers, options.citationKey))
    yield line(record(keyed, options));
}
