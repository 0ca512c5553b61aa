import { cleanLine, cleanLines } from '../export/clean.ts';

/** A part of a text that Markdown must leave alone: a formula in dollars. */
const FORMULA = /\$[^$\n]{1,2000}\$/g;
/** What begins a block where a paragraph begins (CommonMark 4 and 5). */
const BLOCK =
  /^(?:#{1,6}(?=\s|$)|[-+](?=\s|$)|>|=+\s*$|-{3,}|\d{1,9}(?=[.)](?:\s|$))|(?:vote|author)s?\s*:)/i;
/** Lines that only Markdown has. */
const MARKUP =
  /^[ \t]*(?:[-*+][ \t]+\S|\d{1,3}[.)][ \t]+\S|#{1,6}[ \t]+\S|```|>[ \t])|\*\*[^*\n]+\*\*|\[[^[\]\n]+\]\(https?:/m;

/**
 * Prose of a field as Markdown. Plain prose has its lines joined to paragraphs and what would be markup escaped, formulas
 * left as they are; prose that is written in Markdown (lists, bold labels, links) stays as it is.
 */
export function proseMarkdown(prose: string): string {
  const clean = cleanLines(prose).trim();
  if (MARKUP.test(clean)) return clean;
  return clean
    .split(/\n\s*\n/)
    .map((paragraph) => paragraphMarkdown(cleanLine(paragraph)))
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

function paragraphMarkdown(text: string): string {
  let markdown = '';
  let end = 0;
  for (const match of text.matchAll(FORMULA)) {
    markdown += escaped(text.slice(end, match.index)) + match[0];
    end = match.index + match[0].length;
  }
  markdown += escaped(text.slice(end));
  return BLOCK.test(markdown) ? escapedStart(markdown) : markdown;
}

function escaped(text: string): string {
  return text
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '\\\\')
    .replace(/[`*[\]<]|~(?=~)/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}{\\])/gu, '\\_')
    .replace(/&(?=#?\w+;)/g, '\\&');
}

function escapedStart(text: string): string {
  const number = /^\d+/.exec(text)?.[0];
  if (number !== undefined) return `${number}\\${text.slice(number.length)}`;
  // A field's name is no punctuation, which alone a backslash escapes: its colon is.
  return /^\p{L}/u.test(text) ? text.replace(':', '\\:') : `\\${text}`;
}
