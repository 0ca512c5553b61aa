import type { Runs } from './signatures.ts';

/** Of a multiplicative hash, so that neighbours lie apart. */
const SPREAD = 0x9e3779b1;
/** Places for each run in the table of runs with slots of their own: few collide, and most others are told at once. */
const SPARSE = 2;

/**
 * Which slot of a signature stands for which run of characters. The runs that most texts have get slots of their own: such a
 * slot tells for certain who has the run. All others share the rest by their hashes.
 */
export class Slots {
  readonly size: number;
  readonly #shared: number;
  /** By hash: a run, or 0, and after it its slot. */
  readonly #table: Uint32Array;
  readonly #mask: number;

  /** own: runs that get slots of their own, none twice and none 0. shared: how many slots are left to others; a power of two. */
  constructor(own: readonly number[], shared: number) {
    this.size = own.length + shared;
    this.#shared = shared;
    const places = 2 ** Math.ceil(Math.log2(own.length * SPARSE + 2));
    this.#table = new Uint32Array(places * 2);
    this.#mask = places * 2 - 1;
    own.forEach((run, index) => {
      let at = this.#place(hashOf(run));
      while (this.#table[at] !== 0) at = (at + 2) & this.#mask;
      this.#table[at] = run;
      this.#table[at + 1] = shared + index;
    });
  }

  /** The slots for texts like these: own ones for the `most` runs that most of them have. */
  static learned(texts: readonly string[], runs: Runs, most: number, shared: number): Slots {
    const found = new Map<number, { texts: number; last: number }>();
    texts.forEach((text, index) => {
      runs.each(text, (run) => {
        const known = found.get(run);
        if (known === undefined) found.set(run, { texts: 1, last: index });
        else if (known.last !== index) {
          known.texts += 1;
          known.last = index;
        }
        return true;
      });
    });
    // Equally common ones stay in the order they were met in: a run never comes before one that it holds.
    const common = [...found].sort(([, a], [, b]) => b.texts - a.texts).slice(0, most);
    return new Slots(
      common.map(([run]) => run),
      shared,
    );
  }

  slotOf(run: number): number {
    const hash = hashOf(run);
    const own = this.#own(run, hash);
    return own < 0 ? hash & (this.#shared - 1) : own;
  }

  /** The slot that is a run's own, or -1. */
  ownSlotOf(run: number): number {
    return this.#own(run, hashOf(run));
  }

  /** Whether a slot stands for one run alone. */
  isOwn(slot: number): boolean {
    return slot >= this.#shared;
  }

  #place(hash: number): number {
    return ((hash >>> 8) << 1) & this.#mask;
  }

  #own(run: number, hash: number): number {
    const table = this.#table;
    for (let at = this.#place(hash); ; at = (at + 2) & this.#mask) {
      const there = table[at];
      if (there === run) return table[at + 1] ?? 0;
      if (there === 0) return -1;
    }
  }
}

function hashOf(run: number): number {
  const product = Math.imul(run, SPREAD);
  return (product ^ (product >>> 15)) >>> 0;
}
