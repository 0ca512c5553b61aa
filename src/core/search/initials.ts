/** Which papers may hold Hangul with some initials in a row: `ㄱㅎㅎㅅ` stands for 강화학습. */
import { initialOf, INITIALS } from '../../shared/query/choseong.ts';
import { Signatures, type Runs } from './signatures.ts';
import { Slots } from './slots.ts';

const BASE = INITIALS + 1;
/** Of triples a summary has some 600 different ones, most of them of those that are common. */
const OWN_TRIPLES = 1536;
const SHARED_TRIPLES = 512;
const SHORTEST = 3;
const LONGEST = 6;
const SHORTEST_WRAPS = BASE ** SHORTEST;
const LONGEST_WRAPS = BASE ** LONGEST;

/** Each initial and each pair of them: so few that all have slots of their own. */
const SHORT: Runs = {
  each(folded, visit) {
    let first = 0;
    for (let index = 0; index < folded.length; index++) {
      const second = initialOf(folded.charCodeAt(index));
      if (second !== 0) {
        visit(second, false);
        if (first !== 0) visit(first * BASE + second, false);
      }
      first = second;
    }
  },
  whole(folded) {
    const [first, second] = [initialOf(folded.charCodeAt(0)), initialOf(folded.charCodeAt(1))];
    if (folded.length === 1 && first !== 0) return first;
    return folded.length === 2 && first !== 0 && second !== 0 ? first * BASE + second : null;
  },
};
const SHORT_SLOTS = new Slots(
  Array.from({ length: BASE * BASE - 1 }, (_, index) => index + 1),
  1,
);

/**
 * Runs of three; and of up to six, so that words which most papers hold (`ㅂㅇㅈㄴㄷ`) need not be looked for in each. As a
 * number with a digit for each initial, and none 0, a run has a number of its own.
 */
const TRIPLES: Runs = {
  each(folded, visit) {
    let recent = 0;
    let length = 0;
    for (let index = 0; index < folded.length; index++) {
      const initial = initialOf(folded.charCodeAt(index));
      length = initial === 0 ? 0 : length + 1;
      recent = (recent * BASE + initial) % LONGEST_WRAPS;
      let wraps = SHORTEST_WRAPS;
      for (let size = SHORTEST; size <= length && size <= LONGEST; size++) {
        if (!visit(recent % wraps, size > SHORTEST)) break;
        wraps *= BASE;
      }
    }
  },
  whole(folded) {
    if (folded.length < SHORTEST || folded.length > LONGEST) return null;
    let run = 0;
    for (let index = 0; index < folded.length; index++) {
      const initial = initialOf(folded.charCodeAt(index));
      if (initial === 0) return null;
      run = run * BASE + initial;
    }
    return run;
  },
};

export class InitialSignatures {
  readonly #short = new Signatures({ runs: SHORT, slots: SHORT_SLOTS, learn: null });
  readonly #long: Signatures;

  /** sample: some of the folded texts that were written so far. */
  constructor(sample: () => readonly string[]) {
    this.#long = new Signatures({
      runs: TRIPLES,
      slots: new Slots([], OWN_TRIPLES + SHARED_TRIPLES),
      learn: () => Slots.learned(sample(), TRIPLES, OWN_TRIPLES, SHARED_TRIPLES),
    });
  }

  /** Writes the initials of a folded text at a number that has none. */
  write(number: number, folded: string): void {
    this.#short.write(number, folded);
    this.#long.write(number, folded);
  }

  clear(number: number): void {
    this.#short.clear(number);
    this.#long.clear(number);
  }

  /** Narrows a set to the numbers whose texts may hold these initials in a row. */
  narrow(set: Uint32Array, initials: readonly number[]): void {
    const typed = lettersOf(initials);
    this.#short.narrow(set, [typed]);
    this.#long.narrow(set, [typed]);
  }

  /** For each block of papers, whether `narrow` leaves exactly those that hold them: of one or two it always does. */
  certain(initials: readonly number[]): Uint8Array | null {
    const typed = lettersOf(initials);
    return this.#short.certain(typed) ?? this.#long.certain(typed);
  }
}

function lettersOf(initials: readonly number[]): string {
  return String.fromCharCode(...initials.map((initial) => 0x1100 + initial - 1));
}
