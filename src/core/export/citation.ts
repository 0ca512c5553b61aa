/** What a reference says of a paper, before any format has its say. */
import { cleanLine, cleanLines, webAddress } from './clean.ts';
import type { ExportOptions, ExportPaper } from './export-paper.ts';
import { plainNote } from './note-links.ts';

/** arXiv's identifier schemes: `2402.01391` since April 2007, `hep-th/9901001` before (arxiv.org/help/arxiv_identifier). */
const ARXIV_ID =
  /^(?:(?<archive>[a-z-]+(?:\.[A-Z]{2})?)\/(?=\d{7}$)|(?=\d{4}\.))(?<year>\d{2})(?<month>0[1-9]|1[0-2])\.?\d{3,5}$/;

export interface Citation {
  /** On one line, as printed: it may hold LaTeX. */
  readonly title: string;
  /** As printed, none empty. */
  readonly authors: readonly string[];
  readonly year: number | null;
  /** 1 to 12. */
  readonly month: number | null;
  readonly arxivId: string | null;
  /** Known of old identifiers only, which tell it. */
  readonly primaryClass: string | null;
  readonly doi: string | null;
  readonly url: string | null;
  readonly pdf: string | null;
  /** The reader's note; '' for none, or when it was not asked for. */
  readonly note: string;
}

/** The facts of a reference. It came out when its arXiv identifier says, else on the day of its digest. */
export function citationOf(paper: ExportPaper, options: Pick<ExportOptions, 'notes'>): Citation {
  const { row, links } = paper;
  const arxiv = ARXIV_ID.exec(paper.arxivId ?? '')?.groups;
  const [, dateYear, dateMonth] = /^(\d{4})-(\d{2})/.exec(row.date ?? '') ?? [];
  const shortYear = arxiv?.['year'];
  const arxivYear =
    shortYear === undefined ? undefined : `${Number(shortYear) >= 91 ? 19 : 20}${shortYear}`;
  const year = Number(arxivYear ?? dateYear ?? 0);
  const month = Number(arxiv?.['month'] ?? dateMonth ?? 0);
  return {
    title: cleanLine(row.title),
    authors: row.authors.map(cleanLine).filter((name) => name !== ''),
    year: year === 0 ? null : year,
    month: month >= 1 && month <= 12 ? month : null,
    arxivId: arxiv === undefined ? null : paper.arxivId,
    primaryClass: arxiv?.['archive'] ?? null,
    doi: /^doi:(10\.\d{4,9}\/[\w.()/:;-]+)$/i.exec(row.id)?.[1] ?? null,
    url: webAddress(links.abstract) ?? webAddress(links.page),
    pdf: webAddress(links.pdf),
    note: options.notes ? cleanLines(plainNote(paper.note ?? '')).trim() : '',
  };
}
