import { cleanLine, cleanLines, webAddress } from './clean.ts';
import { CitationKeys } from './citation-keys.ts';
import type { ExportOptions, ExportPaper } from './export-paper.ts';
import { latexText } from './latex.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** arXiv's identifier schemes: `2402.01391` since April 2007, `hep-th/9901001` before (arxiv.org/help/arxiv_identifier). */
const ARXIV_ID =
  /^(?:(?<archive>[a-z-]+(?:\.[A-Z]{2})?)\/(?=\d{7}$)|(?=\d{4}\.))(?<year>\d{2})(?<month>0[1-9]|1[0-2])\.?\d{3,5}$/;

interface Published {
  readonly year: string | null;
  /** BibTeX's three letters. */
  readonly month: string | null;
  readonly archive: string | null;
  readonly arxivId: string | null;
}

/** When a paper came out: by its arXiv identifier, else the day of its digest. */
function published({ arxivId, row }: ExportPaper): Published {
  const arxiv = ARXIV_ID.exec(arxivId ?? '')?.groups;
  const [, dateYear, dateMonth] = /^(\d{4})-(\d{2})/.exec(row.date ?? '') ?? [];
  const shortYear = arxiv?.['year'];
  const arxivYear =
    shortYear === undefined ? undefined : `${Number(shortYear) >= 91 ? 19 : 20}${shortYear}`;
  return {
    year: arxivYear ?? dateYear ?? null,
    month: MONTHS[Number(arxiv?.['month'] ?? dateMonth) - 1] ?? null,
    archive: arxiv?.['archive'] ?? null,
    arxivId: arxiv === undefined ? null : arxivId,
  };
}

/** One name of an author list. Braces keep what BibTeX would take apart: names in Hangul or Han, `and`, odd commas. */
function author(name: string): string {
  const latex = latexText(name);
  const takenApart =
    /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(name) ||
    /(?:^|\s)(?:and|others)(?:\s|$)/i.test(name) ||
    !/^[^,]*[^,\s][^,]*(?:,[^,]*[^,\s][^,]*)?$/.test(name);
  return takenApart ? `{${latex}}` : latex;
}

/** An address for a field that `\url` sets verbatim: what could end it or start a command is percent-encoded. */
function verbatimAddress(href: string): string {
  return encodeURI(href)
    .replaceAll('%25', '%')
    .replace(/[\\{}^`]/g, (character) => encodeURIComponent(character));
}

function entry(paper: ExportPaper, keys: CitationKeys, notes: boolean): string {
  const title = cleanLine(paper.row.title);
  const authors = paper.row.authors.map(cleanLine).filter((name) => name !== '');
  const { year, month, archive, arxivId } = published(paper);
  const href = webAddress(paper.links.abstract) ?? webAddress(paper.links.page);
  const note = notes ? cleanLines(paper.note ?? '').trim() : '';
  const doi = /^doi:(10\.\d{4,9}\/[\w.()/:;-]+)$/i.exec(paper.row.id)?.[1];

  const fields: (readonly [string, string])[] = [['title', `{{${latexText(title)}}}`]];
  if (authors.length > 0) fields.push(['author', `{${authors.map(author).join(' and ')}}`]);
  if (year !== null) fields.push(['year', `{${year}}`]);
  if (month !== null) fields.push(['month', month]);
  if (arxivId !== null) fields.push(['eprint', `{${arxivId}}`], ['archivePrefix', '{arXiv}']);
  if (archive !== null) fields.push(['primaryClass', `{${archive}}`]);
  if (doi !== undefined) fields.push(['doi', `{${doi}}`]);
  if (href !== null) fields.push(['url', `{${verbatimAddress(href)}}`]);
  if (note !== '') fields.push(['annote', `{${latexText(note)}}`]);

  const key = keys.next({ authors, year, title });
  return `@misc{${key},\n${fields.map(([name, value]) => `  ${name} = ${value},\n`).join('')}}\n`;
}

/** A BibTeX file in UTF-8: one `@misc` for each paper, in their order. Notes, where asked for, stand in `annote`. */
export function toBibtex(papers: readonly ExportPaper[], options: ExportOptions): string {
  const keys = new CitationKeys();
  return papers.map((paper) => entry(paper, keys, options.notes)).join('\n');
}
