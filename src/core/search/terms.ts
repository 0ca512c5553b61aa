import { choseongWord } from './choseong.ts';
import type { ChoseongWord } from './choseong.ts';
import { fold } from './fold.ts';

/** One thing that a paper must hold, or with `excluded` must not. */
export type Term = { readonly excluded: boolean } & (
  | { readonly kind: 'text'; readonly text: string }
  /** Words in a row, whatever white space is between them in the digest. `pattern` is global: set its lastIndex. */
  | { readonly kind: 'phrase'; readonly words: readonly string[]; readonly pattern: RegExp }
  | { readonly kind: 'choseong'; readonly word: ChoseongWord }
);

/** A minus, then a phrase in straight or typographic quotes (an open one runs to the end), or a word. */
const TERM = /(?<minus>-?)(?:["“”„](?<phrase>[^"“”„]*)(?:["“”„]|$)|(?<word>[^\s"“”„]+))/g;

function phraseTerm(phrase: string, excluded: boolean): Term | null {
  const words = fold(phrase).split(/\s+/).filter(Boolean);
  const [first] = words;
  if (first === undefined) return null;
  if (words.length === 1) return { kind: 'text', text: first, excluded };
  const pattern = new RegExp(words.map(escapeRegExp).join('\\s+'), 'g');
  return { kind: 'phrase', words, pattern, excluded };
}

function wordTerm(typed: string, excluded: boolean): Term | null {
  const word = choseongWord(typed);
  if (word !== null) return { kind: 'choseong', word, excluded };
  const text = fold(typed).trim();
  return text === '' || text === '-' ? null : { kind: 'text', text, excluded };
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

/** Reads a query: words all of which must occur, `"phrases"`, `-without`; a word of initial consonants is one for Hangul. */
export function parseTerms(query: string): readonly Term[] {
  const terms: Term[] = [];
  for (const { groups } of query.normalize('NFC').matchAll(TERM)) {
    const excluded = groups?.['minus'] === '-';
    const phrase = groups?.['phrase'];
    const term =
      phrase === undefined
        ? wordTerm(groups?.['word'] ?? '', excluded)
        : phraseTerm(phrase, excluded);
    if (term !== null) terms.push(term);
  }
  return terms;
}
