import type { IsoDate, PaperId } from '../../shared/model.ts';
import { indexOfChoseong, skeletonOf } from './choseong.ts';
import { fold } from './fold.ts';
import { bitsOf, Signatures } from './signatures.ts';
import { parseTerms } from './terms.ts';
import type { Term } from './terms.ts';
import { withoutLatex } from './without-latex.ts';
import { isWordStart } from './word-start.ts';

export interface Searchable {
  readonly id: PaperId;
  readonly title: string;
  readonly authors: readonly string[];
  readonly text: string;
  readonly date: IsoDate | null;
  readonly votes: number | null;
}

/** One folded string holds title, authors and text in this order: the first hit is then the best one. */
interface Entry {
  readonly id: PaperId;
  readonly folded: string;
  readonly titleEnd: number;
  readonly authorsEnd: number;
  /** Grows with the date, then with the votes. */
  readonly recency: number;
  /** Of its signature. */
  readonly slot: number;
  /** Made by the first search for initial consonants. */
  skeleton: string | null;
}

/** Fields by rank; the sum over the terms decides first. */
const TITLE = 0;
const AUTHORS = 1;
const TEXT = 2;

/** Between fields, and between what is alike in a field: no word and no white space, so that nothing is found across it. */
const FIELD = '\0';
const PART = '\u0001';

function toEntry(paper: Searchable, slot: number): Entry {
  const plain = withoutLatex(paper.title);
  const titles = plain === paper.title ? plain : paper.title + PART + plain;
  // Folded as a whole: V8 then gives one flat string, which a search need not flatten first.
  const folded = fold(
    titles.replaceAll(FIELD, '') + FIELD + paper.authors.join(PART) + FIELD + paper.text,
  );
  const titleEnd = folded.indexOf(FIELD);
  return {
    id: paper.id,
    folded,
    titleEnd,
    authorsEnd: folded.indexOf(FIELD, titleEnd + 1),
    recency: recency(paper),
    slot,
    skeleton: null,
  };
}

/** More votes than this count as this many, so that date and votes fit a number. */
const MOST_VOTES = 2 ** 24 - 2;

function recency({ date, votes }: Searchable): number {
  const day = date === null ? 0 : Number(date.replaceAll('-', ''));
  return day * 2 ** 24 + (votes === null ? 0 : 1 + Math.min(votes, MOST_VOTES));
}

/** Where a term first occurs at or after `from`, or -1. */
function position(entry: Entry, term: Term, from = 0): number {
  const { folded } = entry;
  switch (term.kind) {
    case 'text':
      return folded.indexOf(term.text, from);
    case 'phrase':
      if (!term.words.every((word) => folded.includes(word, from))) return -1;
      term.pattern.lastIndex = from;
      return term.pattern.exec(folded)?.index ?? -1;
    case 'choseong':
      entry.skeleton ??= skeletonOf(folded);
      return indexOfChoseong(folded, entry.skeleton, term.word, from);
  }
}

/** Whether a term that occurs in the title, first at `at`, begins a word there or further on in the title. */
function beginsWord(entry: Entry, term: Term, at: number): boolean {
  for (let hit = at; hit >= 0 && hit < entry.titleEnd; hit = position(entry, term, hit + 1)) {
    if (isWordStart(entry.folded, hit)) return true;
  }
  return false;
}

function neededBits(term: Term): readonly number[] {
  switch (term.kind) {
    case 'text':
      return bitsOf(term.text);
    case 'phrase':
      return term.words.flatMap(bitsOf);
    case 'choseong':
      return [];
  }
}

/**
 * Null when the paper does not match; else how far its terms stand from the title, 0 being best, and among equals how
 * many stand in the title inside of words only.
 */
function rank(entry: Entry, terms: readonly Term[]): number | null {
  let fields = 0;
  let inside = 0;
  for (const term of terms) {
    const at = position(entry, term);
    if (at >= 0 === term.excluded) return null;
    if (term.excluded) continue;
    if (at >= entry.titleEnd) fields += at < entry.authorsEnd ? AUTHORS : TEXT;
    else {
      fields += TITLE;
      if (!beginsWord(entry, term, at)) inside += 1;
    }
  }
  return fields * (terms.length + 1) + inside;
}

/** Finds papers by a complete scan over folded text (docs/notes/search.md tells why not by an index of words). */
export class SearchIndex {
  readonly #entries = new Map<PaperId, Entry>();
  readonly #signatures = new Signatures();
  readonly #freeSlots: number[] = [];
  /** All entries, newest and most voted first; null when it must be made anew. */
  #order: readonly Entry[] | null = null;

  get size(): number {
    return this.#entries.size;
  }

  /** Adds a paper or replaces what was known of it. */
  set(paper: Searchable): void {
    const slot = this.#entries.get(paper.id)?.slot ?? this.#freeSlots.pop() ?? this.size;
    const entry = toEntry(paper, slot);
    this.#signatures.write(slot, entry.folded);
    this.#entries.set(paper.id, entry);
    this.#order = null;
  }

  remove(id: PaperId): void {
    const entry = this.#entries.get(id);
    if (entry === undefined) return;
    this.#entries.delete(id);
    this.#freeSlots.push(entry.slot);
    this.#order = null;
  }

  /**
   * Ids that match every term, best first: hits in the title before those in authors and text, in the title those that
   * begin a word before those inside of words, then newer, then more votes, then as they came. No terms: every id.
   * `within`: only these.
   */
  search(text: string, within?: (id: PaperId) => boolean): readonly PaperId[] {
    const terms = parseTerms(text);
    const bits = terms.filter(({ excluded }) => !excluded).flatMap(neededBits);
    const byRank: PaperId[][] = [];
    this.#order ??= [...this.#entries.values()].sort((a, b) => b.recency - a.recency);
    for (const entry of this.#order) {
      if (!this.#signatures.mayHold(entry.slot, bits)) continue;
      if (within !== undefined && !within(entry.id)) continue;
      const found = rank(entry, terms);
      if (found !== null) (byRank[found] ??= []).push(entry.id);
    }
    return byRank.flat();
  }
}
