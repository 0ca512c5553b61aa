import type { Bits } from '../bits.ts';
import { InitialSignatures } from './initials.ts';
import { BLOCK_WORDS, PAIRS, Signatures } from './signatures.ts';
import { Slots } from './slots.ts';
import { indexOfTerm, type Term } from './term.ts';

/** Texts that tell what most are like. */
const SAMPLE = 64;

export interface ColumnOptions {
  /** Slots of the signatures that are one run's own. */
  readonly own: number;
  /** Slots that all other runs share; a power of two, as is the sum. */
  readonly shared: number;
}

/** One kind of text of all papers, folded, by number, with what rules out most papers without touching their text. */
export class Column {
  readonly #folded: string[] = [];
  readonly #signatures: Signatures;
  readonly #initials = new InitialSignatures(() => this.#sample());

  constructor({ own, shared }: ColumnOptions) {
    this.#signatures = new Signatures({
      runs: PAIRS,
      slots: new Slots([], own + shared),
      learn: () => Slots.learned(this.#sample(), PAIRS, own, shared),
    });
  }

  text(number: number): string {
    return this.#folded[number] ?? '';
  }

  /** Writes a folded text at a number that has none. */
  write(number: number, folded: string): void {
    this.#signatures.write(number, folded);
    this.#initials.write(number, folded);
    this.#folded[number] = folded;
  }

  clear(number: number): void {
    this.#folded[number] = '';
    this.#signatures.clear(number);
    this.#initials.clear(number);
  }

  /** Narrows a set to the numbers that may hold the term. */
  narrow(set: Bits, term: Term): void {
    if (term.kind === 'text') this.#signatures.narrow(set, [term.text]);
    else {
      if (term.words.length > 0) this.#signatures.narrow(set, term.words);
      if (term.kind === 'initials') this.#initials.narrow(set, term.initials);
    }
  }

  /** For each block of papers, whether `narrow` leaves exactly those that hold the term; null when it does for none. */
  certain(term: Term): Uint8Array | null {
    if (term.kind === 'text') return this.#signatures.certain(term.text);
    if (term.kind === 'row' || term.words.length > 0) return null;
    return this.#initials.certain(term.initials);
  }

  /**
   * Takes those out of a narrowed set whose text does not hold the term. `certain`: blocks that need no look. `places`: where
   * a term that each occurrence of this one begins with first occurs, or 0; told anew for those that were looked at.
   */
  keep(set: Bits, term: Term, certain: Uint8Array | null, places: Uint32Array | null): void {
    const folded = this.#folded;
    for (let word = 0; word < set.length; word++) {
      if (certain?.[Math.floor(word / BLOCK_WORDS)] === 1) continue;
      let left = set[word] ?? 0;
      while (left !== 0) {
        const lowest = left & -left;
        left ^= lowest;
        const number = word * 32 + 31 - Math.clz32(lowest);
        const at = indexOfTerm(folded[number] ?? '', term, places?.[number] ?? 0);
        if (at < 0) set[word] = (set[word] ?? 0) ^ lowest;
        else if (places !== null) places[number] = at;
      }
    }
  }

  #sample(): readonly string[] {
    const step = Math.max(1, Math.floor(this.#folded.length / SAMPLE));
    return this.#folded.filter((text, number) => number % step === 0 && text !== '');
  }
}
