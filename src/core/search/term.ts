import { fold } from '../../shared/query/fold.ts';
import type { TextNode } from '../../shared/query/syntax.ts';
import { choseongWord } from '../../shared/query/choseong.ts';

/** What is looked for in a folded text. */
export type Term =
  | { readonly kind: 'text'; readonly text: string }
  /**
   * Words in a row, whatever white space is between them in the digest, or a word of initial consonants. Every text that
   * it finds holds all of `words` and all of `initials` in a row. `pattern` is global: set its lastIndex.
   */
  | {
      readonly kind: 'pattern';
      readonly words: readonly string[];
      readonly initials: readonly number[];
      readonly pattern: RegExp;
    };

/** The term of a query's words: a word of initial consonants, one word, or several in a row. */
export function toTerm({ text, quoted }: TextNode): Term {
  const choseong = quoted ? null : choseongWord(text);
  if (choseong !== null) {
    const { syllables, initials, pattern } = choseong;
    return { kind: 'pattern', words: syllables, initials, pattern: new RegExp(pattern, 'g') };
  }
  const words = fold(text).split(/\s+/).filter(Boolean);
  const [first = ''] = words;
  if (words.length < 2) return { kind: 'text', text: first };
  const pattern = new RegExp(words.map(escapeRegExp).join('\\s+'), 'g');
  return { kind: 'pattern', words, initials: [], pattern };
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

/** Where a term first occurs in a folded text at or after `from`, or -1. */
export function indexOfTerm(folded: string, term: Term, from: number): number {
  if (term.kind === 'text') return folded.indexOf(term.text, from);
  const { words, pattern } = term;
  for (const word of words) if (folded.indexOf(word, from) < 0) return -1;
  pattern.lastIndex = from;
  return pattern.exec(folded)?.index ?? -1;
}
