import { fold } from '../../shared/query/fold.ts';
import type { TextNode } from '../../shared/query/syntax.ts';
import { isUnfinished, statesBefore, type TypedState } from '../../shared/query/unfinished.ts';
import { both, either, forEachBit, hasBit, setBit, without, type Bits } from '../bits.ts';
import { Column } from './column.ts';
import { WORD_STARTS } from './runs.ts';
import { Signatures } from './signatures.ts';
import { indexOfTerm, toTerm, wholesOf, type Term } from './term.ts';
import { withoutLatex } from './without-latex.ts';
import { isWordStart } from './word-start.ts';

export interface Searchable {
  readonly title: string;
  readonly authors: readonly string[];
  readonly text: string;
}

/** Where words occur. The sets may be remembered: they are not to be changed. */
export interface Hits {
  /** In the field asked for: title, authors or text. */
  readonly found: Bits;
  readonly title: Bits;
  /** Of those in the title, the ones where it begins a word. */
  readonly begins: Bits;
  /** Not of those in the title. */
  readonly authors: Bits;
  /** Those that have it in the reader's note and nowhere else; left out when no note has it. */
  readonly note?: Bits;
}

interface Remembered extends Hits {
  /** Where each text has it first; null when that is not remembered any more. */
  places: Uint32Array | null;
}

/** Between what is alike in a field: nothing is found across it. */
const PART = '\u0001';

/** Of a summary some 600 different pairs and 250 characters; of a title and of authors a tenth of that. */
const TEXT_SLOTS = {
  characters: { own: 2048, long: 2048, shared: 2048 },
  initials: { own: 1024, long: 512, shared: 512 },
  keystrokes: { own: 1024, long: 512, shared: 1024 },
};
const TITLE_SLOTS = {
  characters: { own: 512, long: 512, shared: 1024 },
  initials: { own: 256, long: 128, shared: 128 },
  keystrokes: { own: 256, long: 128, shared: 256 },
};
const AUTHOR_SLOTS = {
  characters: { own: 256, long: 128, shared: 512 },
  initials: { own: 0, long: 0, shared: 64 },
  keystrokes: { own: 0, long: 0, shared: 64 },
};
const START_SLOTS = { own: 512, long: 512, shared: 512 };
/** Words whose hits are remembered: those that are typed letter by letter, and those of smart lists. */
const REMEMBERED = 64;
/** As many of them with their places, which take more memory. */
const REMEMBERED_PLACES = 8;

/** Finds papers by a complete scan over folded text (docs/notes/search.md tells why not by an index of words). */
export class SearchIndex {
  readonly #titles = new Column(TITLE_SLOTS);
  readonly #authors = new Column(AUTHOR_SLOTS);
  readonly #texts = new Column(TEXT_SLOTS);
  /** What the words of titles begin with: titles that a word begins in are the better hits. */
  readonly #starts = Signatures.learning(WORD_STARTS, START_SLOTS, () => this.#titles.sample());
  readonly #remembered = new Map<string, Remembered>();
  /** Places that are not remembered any more, to be used again: what each key leaves behind has to be collected soon. */
  #spare: Uint32Array | null = null;
  #held: Bits = new Uint32Array();
  #size = 0;
  #version = 0;

  get size(): number {
    return this.#size;
  }

  /** Grows with every change. */
  get version(): number {
    return this.#version;
  }

  /** Adds the paper of a number or replaces what was known of it. */
  set(number: number, { title, authors, text }: Searchable): void {
    this.remove(number);
    this.#changed();
    const plain = withoutLatex(title);
    const titles = fold(plain === title ? plain : title + PART + plain);
    this.#titles.write(number, titles);
    this.#starts.write(number, titles);
    this.#authors.write(number, fold(authors.join(PART)));
    this.#texts.write(number, fold(text));
    if (number >= this.#held.length * 32) this.#held = lengthened(this.#held, number);
    setBit(this.#held, number);
    this.#size += 1;
  }

  remove(number: number): void {
    if (!hasBit(this.#held, number)) return;
    this.#changed();
    this.#titles.clear(number);
    this.#starts.clear(number);
    this.#authors.clear(number);
    this.#texts.clear(number);
    setBit(this.#held, number, false);
    this.#size -= 1;
  }

  /** Where words occur, among the papers of a set. `few`: the set is so small that nothing of it is worth remembering. */
  find(node: TextNode, within: Bits, few: boolean): Hits {
    const prefix = `${within.length} ${node.field} ${node.quoted ? '"' : ''}`;
    const key = prefix + keyOf(typedIn(node));
    const known = this.#remembered.get(key);
    const shorter = known ?? this.#shorter(node, prefix);
    if (few && known === undefined) {
      const start = both(within, shorter === null ? this.#held : shorter.found);
      return this.#search(node, start, null, shorter);
    }
    const hits = known ?? this.#searchAll(node, shorter, within.length);
    this.#remembered.delete(key);
    this.#remembered.set(key, hits);
    this.#forget();
    return hits;
  }

  #changed(): void {
    this.#version += 1;
    this.#remembered.clear();
  }

  #forget(): void {
    let kept = this.#remembered.size;
    for (const [oldest, hits] of this.#remembered) {
      if (kept <= REMEMBERED_PLACES) break;
      if (kept > REMEMBERED) this.#remembered.delete(oldest);
      this.#spare = hits.places ?? this.#spare;
      hits.places = null;
      kept -= 1;
    }
  }

  #searchAll(node: TextNode, shorter: Remembered | null, words: number): Remembered {
    const all = new Uint32Array(words).fill(0xffffffff);
    const places = this.#places(words * 32);
    places.set(shorter?.places ?? []);
    const start = shorter === null ? both(all, this.#held) : shorter.found;
    return { ...this.#search(node, start, places, shorter), places };
  }

  /** All 0. */
  #places(size: number): Uint32Array {
    const spare = this.#spare;
    this.#spare = null;
    return spare?.length === size ? spare.fill(0) : new Uint32Array(size);
  }

  /** What was found for a beginning of these words: what holds `강화학` holds `강화`, and while one types that was found. */
  #shorter(node: TextNode, prefix: string): Remembered | null {
    if (node.quoted) return null;
    for (const beginning of beginnings(typedIn(node))) {
      const hits = this.#remembered.get(prefix + keyOf(beginning));
      if (hits !== undefined) return hits;
    }
    return null;
  }

  /** `shorter`: what was found for a beginning of the words; what holds them in a field holds that. */
  #search(node: TextNode, start: Bits, places: Uint32Array | null, shorter: Hits | null): Hits {
    const term = toTerm(node);
    const { field } = node;
    const none = new Uint32Array(start.length);
    const title =
      field === 'author' ? none : this.#titles.find(within(start, shorter?.title ?? null), term);
    const begins = this.#begins(title, term);
    if (field === 'title') return { found: title, title, begins, authors: none };
    // What has the beginning in its title may have the whole among its authors alone.
    const known = shorter === null ? null : either(shorter.authors, shorter.title);
    const authors = this.#authors.find(without(within(start, known), title), term);
    if (field === 'author') return { found: authors, title, begins, authors };
    const inHead = either(title, authors);
    const texts = this.#texts.find(without(start, inHead), term, places);
    return { found: either(inHead, texts), title, begins, authors };
  }

  /** Of titles that hold a term those in which it begins a word. */
  #begins(titles: Bits, term: Term): Bits {
    // Every Hangul syllable begins one.
    if (term.kind === 'initials' || isHangulFirst(term)) return titles;
    const begins = titles.slice();
    if (term.kind === 'text') this.#starts.narrow(begins, [term.text]);
    const sure = this.#starts.sure(begins, wholesOf(term));
    forEachBit(without(begins, sure), (number) => {
      if (!beginsWord(this.#titles.text(number), term)) setBit(begins, number, false);
    });
    return begins;
  }
}

function within(set: Bits, other: Bits | null): Bits {
  return other === null ? set : both(set, other);
}

function typedIn({ text, composing }: TextNode): TypedState {
  return { text, isComposing: composing === true };
}

function keyOf({ text, isComposing }: TypedState): string {
  return `${isComposing ? 'composing' : 'whole'} ${text}`;
}

/**
 * What each occurrence of some words begins with, longest first: of `모델` that is `모데` or `몯` as composed, `모ㄷ`, `모`
 * and `ㅁ`.
 */
function* beginnings({ text, isComposing }: TypedState): Iterable<TypedState> {
  const isHangul = /^[ㄱ-ㅎ가-힣]+$/.test(text);
  // Whole letters, digits and syllables: folding joins none of them with what is typed next.
  if (!isHangul && !/^[\w가-힣.+-]+$/.test(text)) return;
  if (!isComposing && isUnfinished(text, false)) yield { text, isComposing: true };
  for (let length = text.length - 1; length >= 0; length--) {
    const beginning = text.slice(0, length);
    const next = text.charAt(length);
    if (isHangul && /[가-힣]/.test(next)) yield* statesBefore(beginning, next);
    if (length === 0) break;
    yield { text: beginning, isComposing: false };
    yield { text: beginning, isComposing: true };
  }
}

function isHangulFirst(term: Term): boolean {
  return term.kind === 'unfinished' && /^[가-힣]?$/.test(term.start.charAt(0));
}

/** Whether a term begins a word somewhere in a text. */
function beginsWord(text: string, term: Term): boolean {
  for (let hit = indexOfTerm(text, term, 0); hit >= 0; hit = indexOfTerm(text, term, hit + 1)) {
    if (isWordStart(text, hit)) return true;
  }
  return false;
}

/** Made longer by half at least, to whole blocks. */
function lengthened(bits: Bits, number: number): Bits {
  const needed = (Math.floor(number / 512) + 1) * 16;
  const longer = new Uint32Array(Math.max(needed, Math.ceil((bits.length * 3) / 32) * 16));
  longer.set(bits);
  return longer;
}
