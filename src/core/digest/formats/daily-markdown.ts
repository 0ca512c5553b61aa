/**
 * The daily papers in Markdown: `## Daily Papers (2024-02-05)`, then per paper `### [Title](link)`, media, `Vote:` and
 * `Authors:` lines, and a summary. Why a line scanner: docs/notes/parsing.md.
 */
import type { IsoDate } from '../../../shared/model.ts';
import { dateInPath, dateInText } from '../dates.ts';
import type { ByteRange, DigestPaper, DigestProblem } from '../digest.ts';
import { readLinkedText } from '../heading.ts';
import { arxivIdOf, doiOf, identify } from '../identity.ts';
import { pagesNamedIn } from '../paper-links.ts';
import { Section } from '../section.ts';
import { decode } from '../source.ts';
import type { Source } from '../source.ts';
import { webAddress } from '../web-address.ts';
import { eachLine, headingLevel, headings, headingText, isDailyPapers } from './daily-headings.ts';
import { cutProblem, MAX_PAPERS } from './format.ts';
import type { DigestFormat } from './format.ts';

/** `## 2024-02-05 (Monday)` begins a day; a longer heading that names one belongs to a summary. */
const MAX_DATE_HEADING = 40;

/** What other digests have and these never: papers as headings of level 1 and 2, labels in bold or in Chinese and Japanese. */
const FOREIGN = [
  '\n# [',
  '\n## [',
  ...['Author', 'Link', 'Vote', '저자', '링크', '투표', '作者', '链接', '著者', 'リンク'].map(
    (label) => `**${label}`,
  ),
  ...['저자', '作者', '链接', '著者', 'リンク'].map((label) => `\n${label}`),
].map((mark) => Buffer.from(mark).toString('latin1'));

export const dailyMarkdown: DigestFormat = {
  name: 'daily-markdown',

  recognise(source) {
    const { view } = source;
    const isSure = /(?:^|\n)## Daily Papers/.test(view) && /\nVote: ?[-\d]/.test(view);
    if (!isSure && FOREIGN.some((mark) => view.includes(mark))) return false;
    let day: 'none' | 'undated' | 'dated' = 'none';
    let linked: 'none' | 'page' | 'paper' = 'none';
    let hasUnlinked = false;
    for (const heading of headings(source)) {
      if (heading.level < 3) {
        if (isDailyPapers(heading.text))
          day = dateInText(heading.text) === null ? 'undated' : 'dated';
      } else {
        const { link } = readLinkedText(heading.text);
        const page = link === null ? null : webAddress(link);
        if (page === null) hasUnlinked = true;
        else if (arxivIdOf(page) !== null || doiOf(page) !== null) linked = 'paper';
        else if (linked === 'none') linked = 'page';
      }
      // Enough to know: what follows cannot make it another format's.
      if (day === 'dated' && linked !== 'none') return true;
    }
    if (/\n(?:Vote|Authors):/.test(view)) return day !== 'none' || linked !== 'none';
    if (day === 'dated') return !hasUnlinked;
    // Headings in code are none; whoever has code and no day is read as Markdown of any shape.
    return linked === 'paper' && !hasUnlinked && !/```|~~~|<!--/.test(view);
  },

  parse(source, path) {
    return new Scan(source, path).run();
  },

  texts(source) {
    return ({ start, end }) => {
      if (start >= end || end > source.bytes.length) return '';
      const text = decode(source, start, end);
      return summaryOf(text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);
    };
  },
};

/** The daily papers without a single link: only when no other format finds papers in them. */
export const unlinkedDailyMarkdown: DigestFormat = {
  ...dailyMarkdown,
  recognise(source) {
    for (const { level, text } of headings(source)) {
      if (level < 3 && isDailyPapers(text) && dateInText(text) !== null) return true;
    }
    return false;
  },
};

/** The summary out of a paper's body, its field lines left out. `text` has `\n` line ends. */
export function summaryOf(text: string): string {
  const section = new Section((start, end) => text.slice(start, end));
  eachLine(text, 0, (start, end, next) => {
    section.add(text, start, end, next);
  });
  return textOf(section, text);
}

interface Title {
  readonly title: string;
  readonly link: string | null;
  readonly line: number;
  readonly end: number;
}

class Scan {
  readonly #source: Source;
  readonly #read: (start: number, end: number) => string;
  readonly #pathDate: IsoDate | null;
  readonly #papers: DigestPaper[] = [];
  readonly #problems: DigestProblem[] = [];
  #date: IsoDate | null;
  #title: Title | null = null;
  #section: Section;
  #isCut = false;

  constructor(source: Source, path: string) {
    this.#source = source;
    this.#read = (start, end) => decode(source, start, end);
    this.#pathDate = dateInPath(path);
    this.#date = this.#pathDate;
    this.#section = new Section(this.#read);
  }

  run() {
    const { view, start: first } = this.#source;
    let line = 0;
    eachLine(view, first, (start, end, next) => {
      line += 1;
      if (this.#isCut) return;
      if (!this.#beginsSection(start, end, next, line)) this.#section.add(view, start, end, next);
    });
    this.#finish();
    if (this.#isCut) this.#problems.push(cutProblem());
    return { papers: this.#papers, problems: this.#problems };
  }

  /** Whether the line is the title of a paper or the heading of a day; what it ends is finished. */
  #beginsSection(start: number, end: number, next: number, line: number): boolean {
    const level = headingLevel(this.#source.view, start, end);
    if (level === 0) return false;
    const text = headingText(this.#read(start, end));
    if (level < 3) {
      // Other headings are the summary's own, and in code only these can end a block that someone forgot to close.
      const date = dateInText(text);
      const isDate = date !== null && text.length <= MAX_DATE_HEADING && !this.#section.inCode;
      if (!isDailyPapers(text) && !isDate) return false;
      this.#finish();
      this.#date = date ?? this.#pathDate;
      this.#begin(null);
      return true;
    }
    const { text: title, link } = readLinkedText(text);
    if ((title === '' || this.#section.inCode) && link === null) return false;
    this.#finish();
    this.#isCut = this.#papers.length >= MAX_PAPERS;
    this.#begin(this.#isCut ? null : { title, link, line, end: next });
    return true;
  }

  #begin(title: Title | null): void {
    this.#title = title;
    this.#section = new Section(this.#read);
  }

  #finish(): void {
    if (this.#title === null) return;
    const { title: printed, link, line, end } = this.#title;
    const section = this.#section;
    const page = link === null ? null : webAddress(link);
    const target = page ?? link;
    const title = printed === '' ? (target ?? '') : printed;
    if (title === '') return;
    const { id, arxivId } = identify(target, title);
    if (page === null && arxivId === null) {
      const message = 'The title has no link to a web page: the paper is known by its title.';
      this.#problems.push({ code: 'paper-without-link', message, line });
    }
    this.#papers.push({
      id,
      title,
      arxivId,
      links: {
        page,
        abstract: arxivId === null ? null : `https://arxiv.org/abs/${arxivId}`,
        pdf: arxivId === null ? null : `https://arxiv.org/pdf/${arxivId}`,
        ...pagesNamedIn(textOf(section, this.#source.view)),
      },
      authors: section.authors ?? [],
      votes: section.votes,
      media: section.media,
      date: this.#date,
      body: bodyOf(section, end),
      line,
    });
  }
}

/** What a section holds besides its fields, out of what was added to it, without blank lines at its end; '' for nothing. */
function textOf({ text, extent }: Section, view: string): string {
  const last = extent?.end ?? 0;
  return text.map(({ start, end }) => view.slice(start, Math.min(end, last))).join('');
}

/** From the first line under the title: `summaryOf` needs the fields that stand above the text to know them again. */
function bodyOf(section: Section, start: number): ByteRange {
  const extent = section.extent;
  return extent === null ? { start, end: start } : { start, end: extent.end };
}
