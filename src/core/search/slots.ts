import { eachRun, type Runs } from './runs.ts';

/** Of a multiplicative hash, so that neighbours lie apart. */
const SPREAD = 0x9e3779b1;
const SPREAD_HEADS = 0x85ebca6b;
/** Places for each run in the table of runs with slots of their own: few collide, and most others are told at once. */
const SPARSE = 2;
/** To an entry of the table: the run's head, its unit, its slot. A unit is never 0. */
const WORDS = 3;

/** A run by what it holds before its last unit, and that unit (runs.ts). */
export type Run = readonly [head: number, unit: number];

/** How many slots a signature has. */
export interface SlotCounts {
  /** One run's own: of the plain runs, and of longer ones. */
  readonly own: number;
  readonly long: number;
  /** Shared by all other runs; a power of two. */
  readonly shared: number;
}

/** A long run that fewer texts of the sample have is not worth a slot. */
const LEAST_SHARE = 1 / 8;

/**
 * Which slot of a signature stands for which run. The runs that most texts have get slots of their own: such a slot tells for
 * certain who has the run. All others share the rest by their hashes.
 */
export class Slots {
  readonly size: number;
  readonly #shared: number;
  readonly #table: Int32Array;
  readonly #mask: number;

  /** own: runs that get slots of their own, none twice. shared: how many slots are left to others; a power of two. */
  constructor(own: readonly Run[], shared: number) {
    this.size = own.length + shared;
    this.#shared = shared;
    const places = 2 ** Math.ceil(Math.log2(own.length * SPARSE + 2));
    this.#table = new Int32Array(places * WORDS);
    this.#mask = places - 1;
    own.forEach(([head, unit], index) => {
      let place = hashOf(head, unit) & this.#mask;
      while (this.#table[place * WORDS + 1] !== 0) place = (place + 1) & this.#mask;
      this.#table.set([head, unit, shared + index], place * WORDS);
    });
  }

  /** The slots for texts like these: own ones for the runs that most of them have. */
  static learned(texts: readonly string[], runs: Runs, { own, long, shared }: SlotCounts): Slots {
    const chosen = [...mostCommon(texts, runs, new Slots([], 1), 'plain', 1, own)];
    const least = Math.max(2, texts.length * LEAST_SHARE);
    let left = long;
    // Each longer run begins with one that has its slot already; half of what is left goes to each length.
    for (let length = runs.plain + 1; length <= runs.longest; length++) {
      const most = length === runs.longest ? left : Math.ceil(left / 2);
      const longer = mostCommon(texts, runs, new Slots(chosen, shared), 'missed', least, most);
      chosen.push(...longer);
      left -= longer.length;
    }
    return new Slots(chosen, shared);
  }

  /** The slot of a run that has none of its own. */
  sharedSlotOf(head: number, unit: number): number {
    return hashOf(head, unit) & (this.#shared - 1);
  }

  /** The slot that is a run's own, or -1. */
  ownSlotOf(head: number, unit: number): number {
    const table = this.#table;
    for (let place = hashOf(head, unit) & this.#mask; ; place = (place + 1) & this.#mask) {
      const at = place * WORDS;
      const there = table[at + 1];
      if (there === 0) return -1;
      if (there === unit && table[at] === head) return table[at + 2] ?? 0;
    }
  }
}

/** The runs that at least so many texts have, at most so many runs, the most common first. */
function mostCommon(
  texts: readonly string[],
  runs: Runs,
  slots: Slots,
  which: 'plain' | 'missed',
  least: number,
  most: number,
): readonly Run[] {
  const found = new Map<number, { readonly run: Run; texts: number; last: number }>();
  texts.forEach((text, index) => {
    const count = (head: number, unit: number): void => {
      const key = head * 0x10000 + unit;
      const known = found.get(key);
      if (known === undefined) found.set(key, { run: [head, unit], texts: 1, last: index });
      else if (known.last !== index) {
        known.texts += 1;
        known.last = index;
      }
    };
    if (which === 'missed') eachRun(text, runs, slots, () => undefined, count);
    else eachRun(text, runs, slots, (_slot, head, unit) => count(head, unit));
  });
  return [...found.values()]
    .filter(({ texts: count }) => count >= least)
    .sort((a, b) => b.texts - a.texts)
    .slice(0, most)
    .map(({ run }) => run);
}

/** Signed: only its lower bits are used. */
function hashOf(head: number, unit: number): number {
  const product = Math.imul(unit ^ Math.imul(head, SPREAD_HEADS), SPREAD);
  return product ^ (product >>> 15);
}
