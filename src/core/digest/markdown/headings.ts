/** Papers that are headings: found by what their headings and the first lines under these lead to. */
import { isPaperLink } from '../paper-links.ts';
import { readFields, withoutMarker } from './fields.ts';
import { isBlank } from './lines.ts';
import type { Line } from './lines.ts';
import { MAX_LINE } from './links.ts';
import { isPaperItem } from './lists.ts';
import { isDay, isPaperTitle, isPart, isReferences, readTitle } from './titles.ts';
import type { Title } from './titles.ts';

export interface Heading {
  /** 1 to 6; 7 for a bold or linked line alone, 8 for a callout. */
  readonly level: number;
  readonly printed: string;
  /** Index of its line, and of the first line under it. */
  readonly at: number;
  readonly body: number;
  readonly title: Title;
}

export interface PaperSection {
  readonly heading: Heading;
  /** Index after the last line. */
  readonly end: number;
}

const BOLD = 7;
const CALLOUT = 8;
/** In so many lines that are not blank a paper's link is looked for. */
const FIRST_LINES = 12;

/** Every heading of a text, in order: ATX, underlined with `=`, bold lines that are titles, callouts. */
export function headingsOf(lines: readonly Line[]): readonly Heading[] {
  const headings: Heading[] = [];
  const add = (level: number, printed: string, at: number, body = at + 1): void => {
    headings.push({ level, printed, at, body, title: readTitle(printed) });
  };
  lines.forEach((line, at) => {
    if (line.isCode || line.text.length > MAX_LINE) return;
    const { text } = line;
    const [, marks, heading] = /^ {0,3}(#{1,6})(?:[ \t]+|(?=\[))(.*)$/.exec(text) ?? [];
    const callout = /^> ?\[![\w-]+\][+-]?\s*(.*)$/.exec(text)?.[1];
    if (marks !== undefined && heading !== undefined)
      add(marks.length, heading.trimEnd().replace(/(?:^|[ \t])#+$/, ''), at);
    else if (callout !== undefined) add(CALLOUT, callout, at);
    else if (/^=+\s*$/.test(text) && at > 0 && isParagraph(lines[at - 1]))
      add(1, lines[at - 1]?.text ?? '', at - 1, at + 1);
    else if (isTitleLine(text)) add(BOLD, text, at);
  });
  return headings;
}

function isParagraph(line: Line | undefined): boolean {
  return line !== undefined && !line.isCode && /^ {0,3}[^\s#>|*+-]/.test(line.text);
}

/** A line that is nothing but a title: numbered in bold, or bold or plain with a paper's link. */
function isTitleLine(text: string): boolean {
  if (
    /^\s*(?:[-+>|]|\*\s|\d+[.)]\s)/.test(text) ||
    !/^\s*(?:\*\*|__|\[|[^\s\p{L}\p{N}])/u.test(text)
  )
    return false;
  const title = readTitle(text);
  if (title.rest !== '') return false;
  return (
    isPaperTitle(title) ||
    (title.text !== '' && /^\s*(?:\*\*|__)\s*\d{1,4}[.)]\s.*(?:\*\*|__)\s*$/.test(text))
  );
}

/** The sections of papers, in order; none inside of another one. */
export function paperSections(
  lines: readonly Line[],
  headings: readonly Heading[],
): readonly PaperSection[] {
  const evidence = evidenceOf(lines, headings);
  const excluded = excludedOf(headings);
  const strongLevels = new Set(
    headings.flatMap(({ level }, index) =>
      evidence[index] === 'paper' && excluded[index] !== true ? [level] : [],
    ),
  );
  const contains = containersOf(headings, evidence);
  const sections: PaperSection[] = [];
  let covered = 0;
  headings.forEach((heading, index) => {
    if (heading.at < covered || excluded[index] === true) return;
    const found = evidence[index];
    const isPaper =
      found === 'paper' ||
      (found === 'link' && contains[index] !== true) ||
      (found === 'fields' && strongLevels.has(heading.level));
    if (!isPaper) return;
    const end = endOf(lines, headings, index);
    sections.push({ heading, end });
    covered = end;
  });
  return sections;
}

/** What tells a heading for a paper's: a paper's link, a labelled link to anywhere, or only other fields or a link. */
type Evidence = 'paper' | 'link' | 'fields' | null;

function evidenceOf(lines: readonly Line[], headings: readonly Heading[]): readonly Evidence[] {
  const found: Evidence[] = headings.map(() => null);
  /** The heading that the lines at hand tell of: a part's lines are those of the heading above it. */
  let owner = -1;
  headings.forEach((heading, index) => {
    const above = headings[owner];
    const isOwn = !isPart(heading.printed) || above === undefined || heading.level <= above.level;
    if (isOwn) owner = index;
    const { title } = headings[owner] ?? heading;
    if (isOwn && isDay(heading.printed)) return;
    const next = headings[index + 1]?.at ?? lines.length;
    const under = underOf(lines, heading.body, next);
    found[owner] = stronger(
      found[owner] ?? null,
      isOwn ? stronger(ofTitle(title), under) : title.text === '' ? null : under,
    );
    if (isOwn && title.text === '' && under !== 'paper') found[owner] = null;
    if (isOwn && isReferences(heading.printed)) found[owner] = null;
    if (isOwn && isPart(heading.printed) && !isPaperTitle(title)) found[owner] = null;
  });
  return found;
}

function ofTitle(title: Title): Evidence {
  if (isPaperTitle(title)) return 'paper';
  if (title.text !== '' && title.links.some(({ address }) => isPaperLink(address))) return 'paper';
  return title.link === null ? null : 'fields';
}

function underOf(lines: readonly Line[], from: number, to: number): Evidence {
  let best: Evidence = null;
  let seen = 0;
  for (let at = from; at < to && seen < FIRST_LINES; at += 1) {
    const line = lines[at];
    if (line === undefined || isBlank(line)) continue;
    // What is nested belongs to an item of a list, and an item that is a paper to itself.
    if (/^\s+(?:[-*+]|\d+[.)])\s/.test(line.text)) continue;
    if (isPaperItem(line)) break;
    seen += 1;
    const items = line.isCode ? null : readFields(line.text);
    for (const { field, links } of items ?? []) {
      if (links.some(({ address }) => isPaperLink(address)))
        return field === 'abstract' || field === 'institutions' ? best : 'paper';
      if ((field === 'link' || field === 'pdf') && withoutMarker(line.text).search(/[:：]/) > 0)
        best = stronger(best, 'link');
      if (field === 'authors' || field === 'votes') best = stronger(best, 'fields');
    }
  }
  return best;
}

const STRENGTH = ['fields', 'link', 'paper'] as const;

function stronger(a: Evidence, b: Evidence): Evidence {
  if (a === null || b === null) return a ?? b;
  return STRENGTH.indexOf(a) >= STRENGTH.indexOf(b) ? a : b;
}

/** Headings of references and tables of contents, and all below them. */
function excludedOf(headings: readonly Heading[]): readonly boolean[] {
  let until: number | null = null;
  return headings.map(({ level, printed }) => {
    if (until !== null && level > until) return true;
    until = isReferences(printed) ? level : null;
    return until !== null;
  });
}

/** Headings that have a paper's heading below them. */
function containersOf(
  headings: readonly Heading[],
  evidence: readonly Evidence[],
): readonly boolean[] {
  const contains = headings.map(() => false);
  const open: number[] = [];
  headings.forEach(({ level }, index) => {
    while (open.length > 0 && (headings[open.at(-1) ?? 0]?.level ?? 0) >= level) open.pop();
    if (evidence[index] === 'paper' || evidence[index] === 'link') {
      for (const above of open) contains[above] = true;
    }
    open.push(index);
  });
  return contains;
}

function endOf(lines: readonly Line[], headings: readonly Heading[], index: number): number {
  const own = headings[index];
  if (own === undefined) return lines.length;
  if (own.level === CALLOUT) {
    let end = own.body;
    while (lines[end]?.text.startsWith('>') === true && !/^> ?\[!/.test(lines[end]?.text ?? ''))
      end += 1;
    return end;
  }
  // At most the headings up to the next section are looked at, and each once: the next section begins there.
  for (let next = index + 1; next < headings.length; next += 1) {
    const heading = headings[next];
    if (heading !== undefined && heading.level <= own.level) return heading.at;
  }
  return lines.length;
}
