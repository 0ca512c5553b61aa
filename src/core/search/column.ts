import type { Bits } from '../bits.ts';
import { EXACT_INITIALS, InitialSignatures } from './initials.ts';
import { pairs, Signatures } from './signatures.ts';
import { indexOfTerm, type Term } from './term.ts';

/** One kind of text of all papers, folded, by number, with what rules out most papers without touching their text. */
export class Column {
  readonly #folded: string[] = [];
  readonly #signatures: Signatures;
  readonly #initials = new InitialSignatures();

  /** bits: of the signatures. */
  constructor(bits: number) {
    this.#signatures = new Signatures(bits, pairs);
  }

  text(number: number): string {
    return this.#folded[number] ?? '';
  }

  /** Writes a folded text at a number that has none. */
  write(number: number, folded: string): void {
    this.#folded[number] = folded;
    this.#signatures.write(number, folded);
    this.#initials.write(number, folded);
  }

  clear(number: number): void {
    this.#folded[number] = '';
    this.#signatures.clear(number);
    this.#initials.clear(number);
  }

  /** Narrows a set to the numbers that may hold the term. True when those that are left do hold it. */
  narrow(set: Bits, term: Term): boolean {
    if (term.kind === 'text') {
      this.#signatures.narrow(set, [term.text]);
      return false;
    }
    const { words, initials } = term;
    if (words.length > 0) this.#signatures.narrow(set, words);
    if (initials.length > 0) this.#initials.narrow(set, initials);
    return words.length === 0 && initials.length <= EXACT_INITIALS;
  }

  /**
   * Takes those out of a set whose text does not hold the term. `places`: where a term that each occurrence of this one
   * begins with first occurs, or 0; told anew.
   */
  keep(set: Bits, term: Term, places: Uint32Array | null): void {
    const folded = this.#folded;
    for (let word = 0; word < set.length; word++) {
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
}
