/** Which papers may hold Hangul with some initials in a row: `ㄱㅎㅎㅅ` stands for 강화학습. */
import { initialOf, INITIALS } from '../../shared/query/choseong.ts';
import type { Bits } from '../bits.ts';
import { either } from '../bits.ts';
import type { Runs } from './runs.ts';
import { Signatures } from './signatures.ts';
import { Slots, type Run, type SlotCounts } from './slots.ts';

/** Each initial and each pair of them: so few that all have slots of their own. */
const SHORT: Runs = { unitOf: initialOf, beginsAt: null, shortest: 1, plain: 2, longest: 2 };
/** Runs of three; and of up to six, so that words which most papers hold (`ㅂㅇㅈㄴㄷ`) need not be looked for in each. */
const LONG: Runs = { unitOf: initialOf, beginsAt: null, shortest: 3, plain: 3, longest: 6 };

const EACH = Array.from({ length: INITIALS }, (_, index) => index + 1);
const SHORT_SLOTS = new Slots(
  [0, ...EACH].flatMap((head) => EACH.map((unit): Run => [head, unit])),
  1,
);

export class InitialSignatures {
  readonly #short = new Signatures({ runs: SHORT, slots: SHORT_SLOTS, learn: null });
  readonly #long: Signatures;

  /** counts: of the slots for runs of three and more. sample: some of the folded texts that were written so far. */
  constructor(counts: SlotCounts, sample: () => readonly string[]) {
    this.#long = Signatures.learning(LONG, counts, sample);
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
  narrow(set: Bits, initials: readonly number[]): void {
    const typed = lettersOf(initials);
    this.#short.narrow(set, [typed]);
    this.#long.narrow(set, [typed]);
  }

  /** Of a narrowed set those that hold them for certain: of one or two initials all. */
  sure(set: Bits, initials: readonly number[]): Bits {
    const typed = [lettersOf(initials)];
    return either(this.#short.sure(set, typed), this.#long.sure(set, typed));
  }
}

function lettersOf(initials: readonly number[]): string {
  return String.fromCharCode(...initials.map((initial) => 0x1100 + initial - 1));
}
