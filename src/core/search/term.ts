import { fold } from '../../shared/query/fold.ts';
import type { TextNode } from '../../shared/query/syntax.ts';
import { choseongWord, withInitial } from '../../shared/query/choseong.ts';

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
    };

/** The term of a query's words: a word of initial consonants, one word, or several in a row. */
export function toTerm({ text, quoted }: TextNode): Term {
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

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

/** The words of which a text holds one wherever it holds the term; none where they are not so few. */
export function wholesOf(term: Term): readonly string[] {
  if (term.kind === 'text') return [term.text];
  if (term.kind === 'row') return [];
  const { start, initials } = term;
  // Half typed: of 강화ㅎ any of 강화하, 강화학, 강화한 …
  const [last, ...more] = initials.slice(start.length);
  if (start === '' || last === undefined || more.length > 0) return [];
  return withInitial(last).map((letter) => start + letter);
}

/** Where a term first occurs in a folded text at or after `from`, or -1. */
export function indexOfTerm(folded: string, term: Term, from: number): number {
  if (term.kind === 'text') return folded.indexOf(term.text, from);
  if (term.kind === 'initials') return indexOfInitials(folded, term, from);
  const { words, pattern } = term;
  for (const word of words) if (folded.indexOf(word, from) < 0) return -1;
  pattern.lastIndex = from;
  return pattern.exec(folded)?.index ?? -1;
}

function indexOfInitials(
  folded: string,
  { start, pattern }: Extract<Term, { kind: 'initials' }>,
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
