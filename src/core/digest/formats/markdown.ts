/**
 * Markdown digests of any other shape: papers as headings, list items or rows of tables; Obsidian's notes, links and
 * callouts; front matter. How they are told from what is no paper: docs/notes/formats.md.
 */
import { dateInText } from '../dates.ts';
import { arxivIdOf } from '../identity.ts';
import { readFrontMatter } from '../markdown/front-matter.ts';
import type { FrontMatter } from '../markdown/front-matter.ts';
import { headingsOf, paperSections } from '../markdown/headings.ts';
import type { Heading, PaperSection } from '../markdown/headings.ts';
import { linesOf } from '../markdown/lines.ts';
import type { Line } from '../markdown/lines.ts';
import { readListItem } from '../markdown/lists.ts';
import type { FoundPaper } from '../markdown/lists.ts';
import { PaperDraft } from '../markdown/paper.ts';
import { readTable } from '../markdown/tables.ts';
import { cleanTitle, isReferences } from '../markdown/titles.ts';
import { isPaperLink } from '../paper-links.ts';
import { readRecord } from '../record.ts';
import type { Source } from '../source.ts';
import { entryFormat } from './entries.ts';
import { MAX_PAPERS } from './format.ts';
import type { Entries, Entry } from './entries.ts';

export const markdown = entryFormat('markdown', (source) =>
  /https?:|arxiv|\bdoi|10\.\d{4}|\[\[/i.test(source.view) ? readMarkdown(source) : null,
);

function readMarkdown(source: Source): Entries | null {
  const front = readFrontMatter(source);
  const lines = linesOf(source, front?.end ?? source.start, 1 + (front?.lines ?? 0));
  if (lines === null) return null;
  const headings = headingsOf(lines);
  const note = front === null ? null : readNote(front, lines, headings);
  if (note !== null) return { entries: [note], problems: [] };
  const sections = paperSections(lines, headings);
  const papers = sections.map((section) => ({
    draft: readSection(lines, section),
    at: section.heading.at,
    end: section.end,
  }));
  const known = new Set(
    papers.flatMap(({ draft }) => draft.links.map((link) => arxivIdOf(link) ?? link)),
  );
  const others = readOutside(lines, sections, headings).filter(
    // A list of contents names again what has a section of its own.
    ({ draft }) => !draft.links.some((link) => known.has(arxivIdOf(link) ?? link)),
  );
  const days = daysOf(headings, sections);
  let day = 0;
  const entries = [...papers, ...others]
    .sort((a, b) => a.at - b.at)
    .flatMap(({ draft, at, end }): readonly Entry[] => {
      while ((days[day + 1]?.at ?? Infinity) <= at) day += 1;
      const stated = (days[day]?.at ?? Infinity) <= at ? (days[day]?.date ?? null) : null;
      const first = lines[at];
      const last = lines[end - 1];
      if (first === undefined || last === undefined) return [];
      const place = { start: first.start, end: last.next, line: first.number };
      return [draft.toEntry(place, stated, front?.day ?? null, front?.keywords ?? [])];
    });
  return { entries, problems: [] };
}

/** The paper that a whole note is of: its front matter has a paper's address. */
function readNote(
  front: FrontMatter,
  lines: readonly Line[],
  headings: readonly Heading[],
): Entry | null {
  const record = readRecord({
    ...front.record,
    title: front.record['title'] ?? headings.find(({ level }) => level === 1)?.printed,
  });
  if (record === null || !record.links.some(isPaperLink)) return null;
  const draft = new PaperDraft(record.title);
  const [first] = headings;
  const isTitle = first?.level === 1 && cleanTitle(first.printed) === cleanTitle(record.title);
  for (const address of record.links) draft.addLink({ label: '', address }, true);
  if (record.authors.length > 0) draft.authors = record.authors;
  draft.addLines(lines.filter((_, index) => !isTitle || index < first.at || index >= first.body));
  const start = lines[0]?.start ?? front.end;
  const place = { start, end: lines.at(-1)?.next ?? front.end, line: 1 };
  const entry = draft.toEntry(place, null, front.day, front.keywords);
  return {
    ...entry,
    votes: record.votes ?? entry.votes,
    pdf: record.pdf ?? entry.pdf,
    project: record.project ?? entry.project,
    code: record.code ?? entry.code,
    media: [...record.media, ...entry.media],
  };
}

function readSection(lines: readonly Line[], { heading, end }: PaperSection): PaperDraft {
  const { title } = heading;
  const isNumbered = /^(?:paper|논문|论文|論文)?\s*#?\d*$/iu.test(title.text);
  const draft = new PaperDraft(isNumbered ? '' : title.text);
  if (title.link !== null) draft.addLink(title.link, isPaperLink(title.link.address));
  for (const link of title.links) draft.addLink(link);
  if (title.rest !== '') draft.text.push(title.rest, '');
  const isQuoted = heading.level === 8;
  draft.addLines(
    lines.slice(heading.body, end),
    isQuoted ? (text) => text.replace(/^> ?/, '') : undefined,
  );
  draft.votes ??= title.votes;
  if (draft.title === '') draft.title = title.text;
  return draft;
}

/** Papers in lists and tables that stand in no paper's section, nor under references. */
function readOutside(
  lines: readonly Line[],
  sections: readonly PaperSection[],
  headings: readonly Heading[],
): readonly FoundPaper[] {
  const found: FoundPaper[] = [];
  const stops = [
    ...sections.map(({ heading, end }) => ({ at: heading.at, end })),
    ...referencesOf(lines, headings),
  ].sort((a, b) => a.at - b.at);
  let stop = 0;
  for (let at = 0; at < lines.length && found.length <= MAX_PAPERS;) {
    while ((stops[stop]?.end ?? Infinity) <= at) stop += 1;
    const next = stops[stop];
    if (next !== undefined && next.at <= at) {
      at = next.end;
      continue;
    }
    const limit = next?.at ?? lines.length;
    const table = readTable(lines, at, limit);
    const item = table === null ? readListItem(lines, at, limit) : null;
    if (table !== null) found.push(...table.papers);
    if (item !== null) found.push(item);
    at = table?.end ?? item?.end ?? at + 1;
  }
  return found;
}

function referencesOf(
  lines: readonly Line[],
  headings: readonly Heading[],
): readonly { at: number; end: number }[] {
  const found: { at: number; end: number }[] = [];
  let open: Heading | null = null;
  for (const heading of headings) {
    if (open !== null && heading.level <= open.level) {
      found.push({ at: open.at, end: heading.at });
      open = null;
    }
    if (open === null && isReferences(heading.printed)) open = heading;
  }
  if (open !== null) found.push({ at: open.at, end: lines.length });
  return found;
}

/** The headings that name a day, in order; those of papers do not count. */
function daysOf(
  headings: readonly Heading[],
  sections: readonly PaperSection[],
): readonly { at: number; date: string }[] {
  let section = 0;
  return headings.flatMap(({ printed, at }) => {
    while ((sections[section]?.end ?? Infinity) <= at) section += 1;
    const date = (sections[section]?.heading.at ?? Infinity) <= at ? null : dateInText(printed);
    return date === null ? [] : [{ at, date }];
  });
}
