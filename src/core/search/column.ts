import { either, forEachBit, setBit, without, type Bits } from '../bits.ts';
import { InitialSignatures } from './initials.ts';
import { KEYSTROKES, keystrokesOf } from './keystrokes.ts';
import { CHARACTERS } from './runs.ts';
import { Signatures } from './signatures.ts';
import type { SlotCounts } from './slots.ts';
import { indexOfTerm, wholesOf, type Term } from './term.ts';

/** Texts that tell what most are like. */
const SAMPLE = 64;

export interface ColumnOptions {
  /** Slots of the signatures, of those of initials, and of those of keystrokes. */
  readonly characters: SlotCounts;
  readonly initials: SlotCounts;
  readonly keystrokes: SlotCounts;
}

/** One kind of text of all papers, folded, by number, with what rules out most papers without touching their text. */
export class Column {
  readonly #folded: string[] = [];
  readonly #signatures: Signatures;
  readonly #initials: InitialSignatures;
  readonly #keystrokes: Signatures;

  constructor({ characters, initials, keystrokes }: ColumnOptions) {
    const sample = (): readonly string[] => this.sample();
    this.#signatures = Signatures.learning(CHARACTERS, characters, sample);
    this.#initials = new InitialSignatures(initials, sample);
    this.#keystrokes = Signatures.learning(KEYSTROKES, keystrokes, () =>
      this.sample().map(keystrokesOf),
    );
  }

  text(number: number): string {
    return this.#folded[number] ?? '';
  }

  /** Writes a folded text at a number that has none. */
  write(number: number, folded: string): void {
    this.#signatures.write(number, folded);
    this.#initials.write(number, folded);
    this.#keystrokes.write(number, keystrokesOf(folded));
    this.#folded[number] = folded;
  }

  clear(number: number): void {
    this.#folded[number] = '';
    this.#signatures.clear(number);
    this.#initials.clear(number);
    this.#keystrokes.clear(number);
  }

  /**
   * Of a set those whose text holds the term; a new set. `places`: where a term that each occurrence of this one begins with
   * first occurs, or 0; told anew for those that had to be looked at.
   */
  find(set: Bits, term: Term, places: Uint32Array | null = null): Bits {
    const found = set.slice();
    this.#narrow(found, term);
    const folded = this.#folded;
    forEachBit(without(found, this.#sure(found, term)), (number) => {
      const at = indexOfTerm(folded[number] ?? '', term, places?.[number] ?? 0);
      if (at < 0) setBit(found, number, false);
      else if (places !== null) places[number] = at;
    });
    return found;
  }

  /** Some of the texts that were written so far. */
  sample(): readonly string[] {
    const step = Math.max(1, Math.floor(this.#folded.length / SAMPLE));
    return this.#folded.filter((text, number) => number % step === 0 && text !== '');
  }

  #narrow(set: Bits, term: Term): void {
    if (term.kind === 'text') this.#signatures.narrow(set, [term.text]);
    else {
      if (term.words.length > 0) this.#signatures.narrow(set, term.words);
      if (term.kind === 'initials') this.#initials.narrow(set, term.initials);
      if (term.kind === 'unfinished') this.#keystrokes.narrow(set, [term.keystrokes]);
    }
  }

  /** Of a narrowed set those that need no look. */
  #sure(set: Bits, term: Term): Bits {
    if (term.kind === 'initials' && term.words.length === 0) {
      return this.#initials.sure(set, term.initials);
    }
    const sure = this.#signatures.sure(set, wholesOf(term));
    if (term.kind !== 'unfinished') return sure;
    return either(sure, this.#keystrokes.sure(set, [term.keystrokes]));
  }
}
