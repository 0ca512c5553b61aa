/** Finds words in what is on screen, across the elements that they are spread over. */

import { fold as foldWord } from '../../shared/query/fold.ts';

const UNSEEN = '.katex-mathml, .visually-hidden, .label-colon, button, textarea, svg, [hidden]';
const BLOCK =
  'p, li, h1, h2, h3, h4, h5, h6, td, th, dt, dd, pre, blockquote, summary, div, section, header';
/** More than anyone walks through; a single letter in a very long text ends here. */
export const MAX_FOUND = 1_000;

/** A part of a text, in its units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A character with the marks, or the vowel and consonant of a syllable in parts, that belong to it. */
const CHARACTER = /[\s\S][\p{M}\u1160-\u11ff]*/gu;

/** What hinders a text from folding to itself but for case, unit for unit: most texts on screen hold none of it. */
const NOT_PLAIN = /[^ -~\uac00-\ud7a3]| {2}/;

/** A character as searches compare it; a space as one. */
function fold(character: string): string {
  return /^\s/u.test(character) ? ' ' : foldWord(character);
}

function foldText(text: string): string {
  return text.replace(CHARACTER, fold).replace(/ +/g, ' ').trim();
}

/** A text that was taken in, and where its folded form begins. */
interface Piece<From> {
  readonly from: From;
  readonly begins: number;
  /** Where each unit of the folded form stands in the text; null: where it stands in the folded form. */
  readonly spans: readonly Span[] | null;
}

/** The folded form of texts in a row, and where each of its units stands in them. */
class Folded<From> {
  text = '';
  readonly #pieces: Piece<From>[] = [];

  /** Takes in a text; blanks in a row are one. */
  read(text: string, from: From): void {
    if (text === '') return;
    const begins = this.text.length;
    if (!NOT_PLAIN.test(text) && !(text.startsWith(' ') && this.text.endsWith(' '))) {
      this.#pieces.push({ from, begins, spans: null });
      this.text += text.toLowerCase();
      return;
    }
    const spans: Span[] = [];
    let units = '';
    let isBlank = this.text.endsWith(' ');
    let start = 0;
    for (const [character] of text.matchAll(CHARACTER)) {
      const end = start + character.length;
      const folded = fold(character);
      if (folded !== ' ' || !isBlank) {
        units += folded;
        for (let unit = 0; unit < folded.length; unit += 1) spans.push({ start, end });
        isBlank = folded === ' ' || (isBlank && folded === '');
      }
      start = end;
    }
    this.text += units;
    this.#pieces.push({ from, begins, spans });
  }

  /** Nothing is found across this. */
  break(): void {
    this.text += '\n';
  }

  /** Where a unit stands; null for one that no text has. */
  at(unit: number): (Span & { readonly from: From }) | null {
    const piece = this.#pieces.findLast(({ begins }) => begins <= unit);
    if (piece === undefined || unit < 0) return null;
    const within = unit - piece.begins;
    const span = piece.spans === null ? { start: within, end: within + 1 } : piece.spans[within];
    return span === undefined ? null : { ...span, from: piece.from };
  }
}

/** Every place where a global pattern finds something in a text once that is folded, in order. */
export function findInText(text: string, pattern: RegExp): readonly Span[] {
  const folded = new Folded<null>();
  folded.read(text, null);
  const found: Span[] = [];
  for (const { 0: match, index } of folded.text.matchAll(pattern)) {
    const first = folded.at(index);
    const last = folded.at(index + match.length - 1);
    if (first !== null && last !== null) found.push({ start: first.start, end: last.end });
  }
  return found;
}

/** Every place where the words stand under `root`, in order; none for no words. Never across two blocks. */
export function findText(root: Node, words: string): readonly Range[] {
  const needle = foldText(words);
  if (needle === '') return [];
  const folded = readText(root);
  const found: Range[] = [];
  for (let at = folded.text.indexOf(needle); at >= 0 && found.length < MAX_FOUND;) {
    found.push(...rangeOf(folded, at, needle.length));
    at = folded.text.indexOf(needle, at + needle.length);
  }
  return found;
}

/** Every place under `root` where a global pattern finds something in the folded text, in order. Never across two blocks. */
export function findPattern(root: Node, pattern: RegExp): readonly Range[] {
  const folded = readText(root);
  const found: Range[] = [];
  for (const { 0: match, index } of folded.text.matchAll(pattern)) {
    if (found.length === MAX_FOUND) break;
    found.push(...rangeOf(folded, index, match.length));
  }
  return found;
}

/** The range of some units of the folded text; none for no unit. */
function rangeOf(folded: Folded<Text>, start: number, length: number): readonly Range[] {
  const first = folded.at(start);
  const last = folded.at(start + length - 1);
  if (first === null || last === null) return [];
  const range = document.createRange();
  range.setStart(first.from, first.start);
  range.setEnd(last.from, last.end);
  return [range];
}

function readText(root: Node): Folded<Text> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest(UNSEEN) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const folded = new Folded<Text>();
  let block: Element | null = null;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node as Text;
    const own = text.parentElement?.closest(BLOCK) ?? null;
    // No word holds a line break once it is folded, so that nothing is found across it.
    if (own !== block && folded.text !== '') folded.break();
    block = own;
    folded.read(text.data, text);
  }
  return folded;
}
