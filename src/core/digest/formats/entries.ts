/** Formats whose papers' texts are no parts of their files: what they read are entries, and papers are made of these here. */
import type { Media } from '../../../shared/model.ts';
import { cleanLine } from '../../export/clean.ts';
import { digestDay } from '../dates.ts';
import type { StatedDays } from '../dates.ts';
import type { ByteRange, DigestPaper, DigestProblem } from '../digest.ts';
import { arxivIdOf, doiOf, identify } from '../identity.ts';
import { summaryText } from '../summary-text.ts';
import type { Source } from '../source.ts';
import { cutProblem, MAX_PAPERS } from './format.ts';
import type { DigestFormat } from './format.ts';

/** One paper as a file prints it. Lines and spaces are put right when it becomes a DigestPaper. */
export interface Entry {
  readonly title: string;
  /** Addresses of the paper (`paperAddress`), the one that the title leads to first. */
  readonly links: readonly string[];
  readonly pdf: string | null;
  readonly project: string | null;
  readonly code: string | null;
  readonly authors: readonly string[];
  readonly votes: number | null;
  readonly media: readonly Media[];
  readonly days: Omit<StatedDays, 'path'>;
  /** Markdown. */
  readonly text: string;
  /** Where it stands; no two begin at the same byte. */
  readonly range: ByteRange;
  readonly line: number;
}

export interface Entries {
  readonly entries: readonly Entry[];
  readonly problems: readonly DigestProblem[];
}

/** A DigestFormat of a function that reads a file's entries, `null` when the file is of another format. */
export function entryFormat(
  name: string,
  readEntries: (source: Source) => Entries | null,
): DigestFormat {
  const known = new WeakMap<Source, Entries | null>();
  const read = (source: Source): Entries => {
    const found = known.has(source) ? known.get(source) : readEntries(source);
    known.set(source, found ?? null);
    return found ?? { entries: [], problems: [] };
  };
  return {
    name,
    recognise: (source) => {
      const { entries, problems } = read(source);
      return entries.length + problems.length > 0;
    },
    parse(source, path) {
      const { entries, problems } = read(source);
      const told = [...problems];
      const papers = entries
        .slice(0, MAX_PAPERS)
        .flatMap((entry) => toPaper(entry, path, told) ?? []);
      if (entries.length > MAX_PAPERS) told.push(cutProblem());
      return { papers, problems: told };
    },
    texts(source) {
      const texts = new Map<number, string>();
      for (const { range, text } of read(source).entries) texts.set(range.start, text);
      known.delete(source);
      return ({ start, end }) => (start < end ? summaryText(texts.get(start) ?? '').text : '');
    },
  };
}

/** Longer ones are cut: a heading of the daily papers must hold a title and its link. */
const MAX_TITLE = 500;

/** A title as one line that a heading can hold; '' when nothing of it stays. */
export function titleText(printed: string): string {
  const title = cleanLine(printed.slice(0, 4 * MAX_TITLE))
    .replaceAll('](', '] (')
    .replace(/(?: #+)+$/, '')
    .replace(/^#+$/, '');
  return title.length <= MAX_TITLE ? title : `${cleanLine(title.slice(0, MAX_TITLE))}…`;
}

function toPaper(entry: Entry, path: string, problems: DigestProblem[]): DigestPaper | null {
  const { line, range, votes } = entry;
  const title = titleText(entry.title);
  if (title === '') {
    problems.push(withoutTitle(line));
    return null;
  }
  const identifying = entry.links.find((link) => arxivIdOf(link) !== null);
  const fallback = entry.links.find((link) => doiOf(link) !== null) ?? entry.links[0] ?? null;
  const { id, arxivId } = identify(identifying ?? fallback, title);
  if (entry.links.length === 0) {
    const message = 'The paper has no link to a web page: it is known by its title.';
    problems.push({ code: 'paper-without-link', message, line });
  }
  const { text, media } = summaryText(entry.text);
  return {
    id,
    title,
    arxivId,
    links: {
      page: entry.links[0] ?? null,
      abstract: arxivId === null ? null : `https://arxiv.org/abs/${arxivId}`,
      pdf: arxivId === null ? entry.pdf : `https://arxiv.org/pdf/${arxivId}`,
      project: entry.project,
      code: entry.code,
    },
    authors: entry.authors.map(cleanLine).filter((name) => name !== ''),
    votes,
    media: distinct([...entry.media, ...media]),
    date: digestDay({ ...entry.days, path }),
    body: { start: range.start, end: text === '' ? range.start : range.end },
    line,
  };
}

/** What an entry is told by that cannot be a paper. */
export function withoutTitle(line: number): DigestProblem {
  const message = 'An entry has no title: it is not shown.';
  return { code: 'entry-unreadable', message, line };
}

function distinct(media: readonly Media[]): readonly Media[] {
  return [...new Map(media.map((medium) => [medium.url, medium])).values()];
}
