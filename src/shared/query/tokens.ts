/** A query's text in parts, each with where it stands: what the parser reads, and what a search field completes. */
import { OPERATOR_NAMES, type Operator } from './syntax.ts';

interface Placed {
  readonly start: number;
  readonly end: number;
}

export type Token = Placed &
  (
    | { readonly kind: 'open' }
    | { readonly kind: 'close' }
    | { readonly kind: 'or' }
    | { readonly kind: 'minus' }
    | { readonly kind: 'word'; readonly text: string; readonly quoted: boolean }
    /** `author:kim`. `valueStart`: where its value begins, quotes included. */
    | {
        readonly kind: 'operator';
        readonly operator: Operator;
        readonly value: string;
        readonly quoted: boolean;
        readonly valueStart: number;
      }
  );

const QUOTE = /["“”„]/;
/** Everything that opens or closes a string of words. */
export const QUOTES = new RegExp(QUOTE, 'g');
const SPACE = /\s/;
/** A name, then a colon (also the full-width one of an input method) or a comparison: `votes>20`. */
const OPERATOR = new RegExp(
  `^(${Object.values(OPERATOR_NAMES).flat().join('|')})(?:[:：]|(?=[<>=≤≥]))`,
  'iu',
);
const BY_NAME: ReadonlyMap<string, Operator> = new Map(
  (Object.keys(OPERATOR_NAMES) as Operator[]).flatMap((operator) =>
    OPERATOR_NAMES[operator].map((name) => [name, operator] as const),
  ),
);
const COMPARED: readonly Operator[] = ['date', 'votes'];

/** Splits a query, which is to be in NFC. Every character that is no white space belongs to a token; nothing fails. */
export function tokenize(query: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < query.length) {
    const token = SPACE.test(query.charAt(at)) ? null : tokenAt(query, at, tokens.at(-1));
    if (token !== null) tokens.push(token);
    at = token?.end ?? at + 1;
  }
  return tokens;
}

function tokenAt(query: string, start: number, before: Token | undefined): Token {
  const first = query.charAt(start);
  const single = { start, end: start + 1 };
  if (first === '(') return { kind: 'open', ...single };
  if (first === ')') return { kind: 'close', ...single };
  const negated = before?.kind === 'minus' && before.end === start;
  if (first === '-' && !negated) return { kind: 'minus', ...single };
  if (QUOTE.test(first)) return { kind: 'word', quoted: true, ...quotedAt(query, start) };
  const end = wordEnd(query, start);
  const text = query.slice(start, end);
  if (!negated && (text === 'OR' || text === '|')) return { kind: 'or', start, end };
  return operatorAt(query, start, text) ?? { kind: 'word', text, quoted: false, start, end };
}

function operatorAt(query: string, start: number, word: string): Token | null {
  const [head, name] = OPERATOR.exec(word) ?? [];
  const operator = BY_NAME.get(name?.toLowerCase() ?? '');
  if (head === undefined || operator === undefined) return null;
  if (head === name && !COMPARED.includes(operator)) return null;
  const valueStart = start + head.length;
  if (head === word && QUOTE.test(query.charAt(valueStart))) {
    const { text, end } = quotedAt(query, valueStart);
    return { kind: 'operator', operator, value: text, quoted: true, valueStart, start, end };
  }
  const value = word.slice(head.length);
  const end = start + word.length;
  return { kind: 'operator', operator, value, quoted: false, valueStart, start, end };
}

/** What stands in quotes; a quote left open runs to the end, so that typing one never empties the list. */
function quotedAt(query: string, start: number): Placed & { readonly text: string } {
  let close = start + 1;
  while (close < query.length && !QUOTE.test(query.charAt(close))) close += 1;
  return { text: query.slice(start + 1, close), start, end: Math.min(close + 1, query.length) };
}

/** A word ends at white space, a quote, or a parenthesis that has no partner in the word: `f(x)` is one. */
function wordEnd(query: string, start: number): number {
  let at = start;
  while (at < query.length) {
    const character = query.charAt(at);
    if (SPACE.test(character) || QUOTE.test(character) || character === ')') break;
    if (character === '(') {
      const close = partnerOf(query, at);
      if (close === null) break;
      at = close;
    }
    at += 1;
  }
  return at;
}

/** The place of the parenthesis that closes the one at `open` before the word ends. */
function partnerOf(query: string, open: number): number | null {
  let depth = 0;
  for (let at = open; at < query.length; at += 1) {
    const character = query.charAt(at);
    if (SPACE.test(character) || QUOTE.test(character)) return null;
    if (character === '(') depth += 1;
    else if (character === ')') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return null;
}
