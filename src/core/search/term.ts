import { fold } from '../../shared/query/fold.ts';
import type { TextNode } from '../../shared/query/syntax.ts';
import { choseongWord, withInitial } from '../../shared/query/choseong.ts';
import { unfinishedForms, unfinishedPattern } from '../../shared/query/unfinished.ts';
import { keystrokesOf } from './keystrokes.ts';

/** What is looked for in a folded text. Every text that it finds holds all of `words`, and all of `initials` in a row. */
export type Term =
  | { readonly kind: 'text'; readonly text: string }
  /** Words in a row, whatever white space is between them in the digest. `pattern` is global: set its lastIndex. */
  | { readonly kind: 'row'; readonly words: readonly string[]; readonly pattern: RegExp }
  /** A word with initial consonants in it. */
  | {
      readonly kind: 'initials';
      readonly words: readonly string[];
      readonly initials: readonly number[];
      /** The syllables that it begins with. */
      readonly start: string;
      /** The whole of it. Sticky with a start, which is looked for first; else global. */
      readonly pattern: RegExp;
    }
  /** A word that an input method still composes: it may go on. `start` and `pattern` as of initials. */
  | {
      readonly kind: 'unfinished';
      readonly words: readonly string[];
      readonly keystrokes: string;
      /** Which it may become, as far as one syllable further. */
      readonly wholes: readonly string[];
      readonly start: string;
      readonly pattern: RegExp;
    };

/** The term of a query's words: a word of initial consonants, one word, or several in a row. */
export function toTerm({ text, quoted, composing }: TextNode): Term {
  if (composing) return unfinishedTerm(text, quoted);
  const choseong = quoted ? null : choseongWord(text);
  if (choseong !== null) {
    const { syllables, initials } = choseong;
    const start = /^[가-힣]*/.exec(text)?.[0] ?? '';
    const pattern = new RegExp(choseong.pattern, start === '' ? 'g' : 'y');
    return { kind: 'initials', words: syllables, initials, start, pattern };
  }
  const words = fold(text).split(/\s+/).filter(Boolean);
  const [first = ''] = words;
  if (words.length < 2) return { kind: 'text', text: first };
  const pattern = new RegExp(words.map(escapeRegExp).join('\\s+'), 'g');
  return { kind: 'row', words, pattern };
}

function unfinishedTerm(text: string, quoted: boolean): Term {
  const typed = text.slice(0, -1);
  const last = unfinishedPattern(text.slice(-1));
  const choseong = quoted ? null : choseongWord(typed);
  const words = fold(typed).trimStart().split(/\s+/);
  const [first = ''] = words;
  const source = choseong?.pattern ?? words.map(escapeRegExp).join('\\s+');
  const whole = choseong?.syllables ?? words.filter(Boolean);
  if (words.length > 1)
    return { kind: 'row', words: whole, pattern: new RegExp(source + last, 'g') };
  const start = choseong === null ? first : (/^[가-힣]*/.exec(typed)?.[0] ?? '');
  return {
    kind: 'unfinished',
    words: whole,
    keystrokes: keystrokesOf(fold(text)),
    wholes: choseong === null ? unfinishedForms(text.slice(-1)).map((form) => start + form) : [],
    start,
    pattern: new RegExp(source + last, start === '' ? 'g' : 'y'),
  };
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

/** The words of which a text holds one wherever it holds the term; none where they are not so few. */
export function wholesOf(term: Term): readonly string[] {
  if (term.kind === 'text') return [term.text];
  if (term.kind === 'row') return [];
  if (term.kind === 'unfinished') return term.wholes;
  const { start, initials } = term;
  // Half typed: of 강화ㅎ any of 강화하, 강화학, 강화한 …
  const [last, ...more] = initials.slice(start.length);
  if (start === '' || last === undefined || more.length > 0) return [];
  return withInitial(last).map((letter) => start + letter);
}

/** Where a term first occurs in a folded text at or after `from`, or -1. */
export function indexOfTerm(folded: string, term: Term, from: number): number {
  if (term.kind === 'text') return folded.indexOf(term.text, from);
  if (term.kind !== 'row') return indexOfPattern(folded, term, from);
  const { words, pattern } = term;
  for (const word of words) if (folded.indexOf(word, from) < 0) return -1;
  pattern.lastIndex = from;
  return pattern.exec(folded)?.index ?? -1;
}

function indexOfPattern(
  folded: string,
  { start, pattern }: Extract<Term, { kind: 'initials' | 'unfinished' }>,
  from: number,
): number {
  pattern.lastIndex = from;
  if (start === '') return pattern.exec(folded)?.index ?? -1;
  for (let at = folded.indexOf(start, from); at >= 0; at = folded.indexOf(start, at + 1)) {
    pattern.lastIndex = at;
    if (pattern.test(folded)) return at;
  }
  return -1;
}
