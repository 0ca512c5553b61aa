/** Finds formulas in text: `$…$`, `$$…$$`, `\(…\)`, `\[…\]`. Prices such as $5 and $10 are no formulas. */

export interface Formula {
  /** What stood in the text, with its delimiters. */
  readonly raw: string;
  readonly source: string;
  readonly display: boolean;
}

// A formula spans no blank line, holds no other delimiter and is short: a lone delimiter never swallows a text, and
// looking for its end stays linear.
const IN_DOLLARS = String.raw`(?:\\[\s\S]|(?!\n[ \t]*\n)[^\\$])`;
const IN_BRACKETS = String.raw`(?:\\[^[\]()]|(?!\n[ \t]*\n)[^\\])`;
// Pandoc's rule: no space inside the dollars.
const DOLLAR = new RegExp(
  String.raw`^\$(?![\s$])(${IN_DOLLARS}{0,2000}?(?:\\\S|[^\s\\$]))\$(?!\$)`,
);
const DISPLAY_DOLLARS = new RegExp(String.raw`^\$\$(${IN_DOLLARS}{1,4000}?)\$\$`);
const PARENTHESES = new RegExp(String.raw`^\\\((${IN_BRACKETS}{1,4000}?)\\\)`);
const BRACKETS = new RegExp(String.raw`^\\\[(${IN_BRACKETS}{1,4000}?)\\\]`);

/** `5 (or US`, `20 million`, `3/월`: an amount and words, so the dollar sign before it is a currency's. */
const PRICE = /^\d[\d.,]*\s*(?:[kKmMbB]\b)?(?:[\s/(]+\p{L}{2,}|[\s/(]*\p{Script=Hangul})/u;
/** Words without any sign of mathematics between two dollar signs. */
const PROSE = /^(?=.*\p{L}{4})[\p{L}\d.,'’-]+(?:\s+[\p{L}\d.,'’-]+)+$/u;

/** The formula at the start of a text, or null. */
export function formulaAt(text: string): Formula | null {
  if (text.startsWith('$$')) return formula(DISPLAY_DOLLARS.exec(text), true);
  if (text.startsWith('\\[')) return formula(BRACKETS.exec(text), true);
  if (text.startsWith('\\(')) return formula(PARENTHESES.exec(text), false);
  const found = formula(DOLLAR.exec(text), false);
  return found && isMoney(found, text) ? null : found;
}

function isMoney({ source, raw }: Formula, text: string): boolean {
  // Pandoc allows no digit after the closing dollar; titles print `$\sim$20`.
  const digitFollows = /\d/.test(text.charAt(raw.length)) && !/[\\^_]/.test(source);
  return digitFollows || PRICE.test(source) || PROSE.test(source);
}

function formula(match: RegExpExecArray | null, display: boolean): Formula | null {
  const source = match?.[1]?.trim() ?? '';
  return match === null || source === '' ? null : { raw: match[0], source, display };
}

/** Index of the next place where a formula may start; -1 when there is none. */
export function nextFormulaStart(text: string): number {
  return text.search(/(?<!\\)\$|\\[([]/);
}

/** A text cut at its formulas, in order. */
export function splitFormulas(text: string): readonly (string | Formula)[] {
  const parts: (string | Formula)[] = [];
  let start = 0;
  for (let at = nextFormulaStart(text); at < text.length && at >= 0;) {
    const found = formulaAt(text.slice(at));
    if (found) {
      if (at > start) parts.push(text.slice(start, at));
      parts.push(found);
      start = at + found.raw.length;
    }
    const from = found ? start : at + 1;
    const next = nextFormulaStart(text.slice(from));
    at = next < 0 ? -1 : from + next;
  }
  if (start < text.length) parts.push(text.slice(start));
  return parts;
}
