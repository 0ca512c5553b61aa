/** The headings that make the daily papers, as lines of a Source's view (docs/notes/parsing.md). */
import { decode } from '../source.ts';
import type { Source } from '../source.ts';

/** A longer heading is no title but text: the bridge and the list carry whole titles. */
const MAX_HEADING = 4_096;
export interface Heading {
  readonly level: number;
  readonly text: string;
}

/** The headings of level 1 to 3, in order; those in code blocks too. */
export function* headings(source: Source): Generator<Heading> {
  const { view } = source;
  let start = source.start;
  while (start < view.length) {
    const next = view.indexOf('\n', start);
    const end = next === -1 ? view.length : next;
    const level = headingLevel(view, start, end);
    if (level > 0) yield { level, text: headingText(decode(source, start, end)) };
    start = end + 1;
  }
}

/** 1 to 3 for an ATX heading of that level (CommonMark 4.2; `###[` is let pass), 0 for every other line. */
export function headingLevel(view: string, start: number, end: number): number {
  let at = start;
  while (at < end && at < start + 3 && view.charCodeAt(at) === 0x20) at += 1;
  if (view.charCodeAt(at) !== 0x23 || end - start > MAX_HEADING) return 0;
  const first = at;
  while (at < end && at <= first + 3 && view.charCodeAt(at) === 0x23) at += 1;
  const level = at - first;
  const after = view.charCodeAt(at);
  const ends = at === end || after === 0x20 || after === 0x09 || (level === 3 && after === 0x5b);
  return level <= 3 && ends ? level : 0;
}

/** The text of an ATX heading, without its marks. */
export function headingText(line: string): string {
  const text = line.trim().replace(/^#+/, '').trim();
  const marks = /(?:^|[ \t])#+$/.exec(text);
  return marks === null ? text : text.slice(0, marks.index).trimEnd();
}

/** Whether a heading's text begins a day of the daily papers. */
export function isDailyPapers(heading: string): boolean {
  return /^[^\p{L}\p{N}]*(?:hugging ?face )?daily papers\b/iu.test(heading);
}

/** Calls with [start, end) of each line from `first` on, and with where the next begins. */
export function eachLine(
  view: string,
  first: number,
  line: (start: number, end: number, next: number) => void,
): void {
  let start = first;
  while (start < view.length) {
    const found = view.indexOf('\n', start);
    const end = found === -1 ? view.length : found;
    const next = found === -1 ? end : found + 1;
    line(start, end, next);
    start = next;
  }
}
