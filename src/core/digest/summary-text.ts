import type { Media } from '../../shared/model.ts';
import { cleanLines } from '../export/clean.ts';
import { eachLine, headingLevel, headingText, isDailyPapers } from './formats/daily-headings.ts';
import { readLinkedText } from './heading.ts';
import { Section } from './section.ts';

export interface SummaryText {
  readonly text: string;
  /** Of the lines that hold nothing else; the text has them no more. */
  readonly media: readonly Media[];
}

/** The fields that stand above a text in the daily papers: below them, lines that look like these are text. */
const FIELDS = 'Vote: -\nAuthors: -\n';

/**
 * A text as the daily papers can hold it: no heading of it begins a paper or a day, its media stand beside it, no blank
 * line around. Every format gives its texts like this, so that a digest can be written of any paper (export/digest-markdown.ts).
 */
export function summaryText(markdown: string): SummaryText {
  const lowered = FIELDS + withoutTitles(cleanLines(markdown));
  const section = new Section((start, end) => lowered.slice(start, end));
  eachLine(lowered, 0, (start, end, next) => section.add(lowered, start, end, next));
  const { extent } = section;
  if (extent === null) return { text: '', media: section.media };
  const text = section.text.map(({ start, end }) =>
    lowered.slice(start, Math.min(end, extent.end)),
  );
  return { text: text.join(''), media: section.media };
}

/** Headings moved below those that begin papers and days; in code, where headings are comments, only such as do begin one. */
function withoutTitles(text: string): string {
  if (!text.includes('#')) return text;
  let line = '';
  const section = new Section((start, end) => line.slice(start, end));
  return text
    .split('\n')
    .map((original) => {
      line = original;
      const level = headingLevel(line, 0, line.length);
      const { inCode } = section;
      section.add(line, 0, line.length, line.length);
      if (level === 0) return line;
      if (!inCode) return `${'#'.repeat(4)} ${headingText(line)}`;
      return beginsInCode(level, headingText(line)) ? `    ${line}` : line;
    })
    .join('\n');
}

function beginsInCode(level: number, text: string): boolean {
  return level < 3 ? isDailyPapers(text) : readLinkedText(text).link !== null;
}
