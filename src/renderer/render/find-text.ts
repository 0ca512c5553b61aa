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

interface Place extends Span {
  readonly node: Text;
}

/** A character with the marks, or the vowel and consonant of a syllable in parts, that belong to it. */
const CHARACTER = /[\s\S][\p{M}\u1160-\u11ff]*/gu;

/** A character as searches compare it; a space as one. */
function fold(character: string): string {
  return /^\s/u.test(character) ? ' ' : foldWord(character);
}

function foldText(text: string): string {
  return text.replace(CHARACTER, fold).replace(/ +/g, ' ').trim();
}

/** Folded text, and where each of its units stands. */
class Folded<At extends Span> {
  readonly places: At[] = [];
  readonly #units: string[] = [];

  get text(): string {
    return this.#units.join('');
  }

  add(folded: string, place: At): void {
    for (let unit = 0; unit < folded.length; unit += 1) {
      this.#units.push(folded.charAt(unit));
      this.places.push(place);
    }
  }

  /** Takes in a text; blanks in a row are one. */
  read(text: string, placeOf: (span: Span) => At): void {
    let start = 0;
    for (const [character] of text.matchAll(CHARACTER)) {
      const end = start + character.length;
      const folded = fold(character);
      if (folded !== ' ' || this.#units.at(-1) !== ' ') this.add(folded, placeOf({ start, end }));
      start = end;
    }
  }
}

/** Every place where a global pattern finds something in a text once that is folded, in order. */
export function findInText(text: string, pattern: RegExp): readonly Span[] {
  const folded = new Folded<Span>();
  folded.read(text, (span) => span);
  const found: Span[] = [];
  for (const { 0: match, index } of folded.text.matchAll(pattern)) {
    const first = folded.places[index];
    const last = folded.places[index + match.length - 1];
    if (first !== undefined && last !== undefined)
      found.push({ start: first.start, end: last.end });
  }
  return found;
}

/** Every place where the words stand under `root`, in order; none for no words. Never across two blocks. */
export function findText(root: Node, words: string): readonly Range[] {
  const needle = foldText(words);
  if (needle === '') return [];
  const { text, places } = readText(root);
  const found: Range[] = [];
  for (let at = text.indexOf(needle); at >= 0 && found.length < MAX_FOUND;) {
    found.push(...rangeOf(places, at, needle.length));
    at = text.indexOf(needle, at + needle.length);
  }
  return found;
}

/** Every place under `root` where a global pattern finds something in the folded text, in order. Never across two blocks. */
export function findPattern(root: Node, pattern: RegExp): readonly Range[] {
  const { text, places } = readText(root);
  const found: Range[] = [];
  for (const { 0: match, index } of text.matchAll(pattern)) {
    if (found.length === MAX_FOUND) break;
    found.push(...rangeOf(places, index, match.length));
  }
  return found;
}

/** The range of some units of the folded text; none for no unit. */
function rangeOf(places: readonly Place[], start: number, length: number): readonly Range[] {
  const first = places[start];
  const last = places[start + length - 1];
  if (first === undefined || last === undefined) return [];
  const range = document.createRange();
  range.setStart(first.node, first.start);
  range.setEnd(last.node, last.end);
  return [range];
}

/** The folded text under a node, and where each of its units stands. */
function readText(root: Node): { readonly text: string; readonly places: readonly Place[] } {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest(UNSEEN) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const folded = new Folded<Place>();
  let block: Element | null = null;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node as Text;
    const own = text.parentElement?.closest(BLOCK) ?? null;
    // No word holds a line break once it is folded, so that nothing is found across it.
    if (own !== block && folded.places.length > 0)
      folded.add('\n', { node: text, start: 0, end: 0 });
    block = own;
    folded.read(text.data, (span) => ({ node: text, ...span }));
  }
  return folded;
}
