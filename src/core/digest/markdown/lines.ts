import { decode } from '../source.ts';
import type { Source } from '../source.ts';
import { eachLine } from '../formats/daily-headings.ts';
import { withoutWikiLinks } from './links.ts';

export interface Line {
  /** Without its end; Obsidian's links resolved. */
  readonly text: string;
  /** Bytes, from its first to where the next line begins. */
  readonly start: number;
  readonly next: number;
  /** From 1. */
  readonly number: number;
  /** Inside of a fenced code block or an HTML comment, the lines that open and close it included. */
  readonly isCode: boolean;
}

/** A file of more lines was not written to be read. */
const MAX_LINES = 1_000_000;

/** The lines of a file from byte `first` on; null when there are too many. */
export function linesOf(
  source: Source,
  first: number,
  firstNumber: number,
): readonly Line[] | null {
  if (hasTooMany(source.view)) return null;
  const lines: Line[] = [];
  let number = firstNumber - 1;
  let fence = '';
  let inComment = false;
  eachLine(source.view, first, (start, end, next) => {
    number += 1;
    const printed = decode(source, start, end).trimEnd();
    const mark = inComment ? undefined : /^(?:>\s?)* {0,3}(`{3,}|~{3,})/.exec(printed)?.[1];
    let isCode = fence !== '' || inComment;
    if (mark !== undefined && fence === '') {
      fence = mark;
      isCode = true;
    } else if (mark?.startsWith(fence) === true && /[`~]\s*$/.test(printed)) fence = '';
    else if (!isCode && printed.trimStart().startsWith('<!--')) {
      isCode = true;
      inComment = !printed.includes('-->');
    } else if (inComment) inComment = !printed.includes('-->');
    const text = isCode ? printed : withoutWikiLinks(printed);
    lines.push({ text, start, next, number, isCode });
  });
  return lines;
}

function hasTooMany(view: string): boolean {
  let at = -1;
  for (let count = 0; count < MAX_LINES; count += 1) {
    at = view.indexOf('\n', at + 1);
    if (at === -1) return false;
  }
  return true;
}

export function isBlank({ text }: Line): boolean {
  return text.trim() === '';
}
