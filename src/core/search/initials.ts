/** Which papers may hold Hangul with some initials in a row: `ㄱㅎㅎㅅ` stands for 강화학습. */
import { initialOf, INITIALS } from '../../shared/query/choseong.ts';
import { Signatures } from './signatures.ts';

/** One hash for each initial and each pair of them, so that these are told exactly. */
const SHORT_BITS = 512;
/** Of triples a summary has some 600 different ones. */
const LONG_BITS = 2048;
const BASE = INITIALS + 1;

export class InitialSignatures {
  readonly #short = new Signatures(SHORT_BITS, short);
  readonly #long = new Signatures(LONG_BITS, long);

  /** Writes the initials of a folded text at a number that has none. */
  write(number: number, folded: string): void {
    this.#short.write(number, folded);
    this.#long.write(number, folded);
  }

  clear(number: number): void {
    this.#short.clear(number);
    this.#long.clear(number);
  }

  /** Narrows a set to the numbers whose texts may hold these initials in a row; exactly, when they are one or two. */
  narrow(set: Uint32Array, initials: readonly number[]): void {
    const typed = String.fromCharCode(...initials.map((initial) => 0x1100 + initial - 1));
    this.#short.narrow(set, [typed]);
    this.#long.narrow(set, [typed]);
  }
}

/** How many initials `narrow` tells exactly. */
export const EXACT_INITIALS = 2;

function short(folded: string, visit: (hash: number) => void): void {
  let first = 0;
  for (let index = 0; index < folded.length; index++) {
    const second = initialOf(folded.charCodeAt(index));
    if (second !== 0) {
      visit(second);
      if (first !== 0) visit(first * BASE + second);
    }
    first = second;
  }
}

function long(folded: string, visit: (hash: number) => void): void {
  let first = 0;
  let second = 0;
  for (let index = 0; index < folded.length; index++) {
    const third = initialOf(folded.charCodeAt(index));
    if (first !== 0 && second !== 0 && third !== 0) {
      visit(Math.imul((first * BASE + second) * BASE + third, 0x9e3779b1) >>> 16);
    }
    first = second;
    second = third;
  }
}
