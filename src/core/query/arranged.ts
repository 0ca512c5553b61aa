import { countBits, either, forEachBit, hasBit, type Bits } from '../bits.ts';
import { among, dealt, type Numbers } from './numbers.ts';

/** As many stand on the first pages of a list: they are found without putting all the others in order. */
const FIRST = 256;

/** Papers in an order, which is made only as far as one asks for it: of most searches none but the first page is looked at. */
export class Arranged {
  readonly length: number;
  readonly #order: Numbers;
  readonly #parts: readonly Bits[];
  #whole: Numbers | null;

  private constructor(
    order: Numbers,
    parts: readonly Bits[],
    length: number,
    whole: Numbers | null,
  ) {
    this.#order = order;
    this.#parts = parts;
    this.length = length;
    this.#whole = whole;
  }

  /** order: of all these papers, and of others. parts: sets that share none; those of the first stand first. None may change. */
  static by(order: Numbers, parts: readonly Bits[]): Arranged {
    const length = parts.reduce((sum, part) => sum + countBits(part), 0);
    return new Arranged(order, parts, length, null);
  }

  /** As they stand. */
  static as(numbers: Numbers): Arranged {
    return new Arranged(numbers, [], numbers.length, numbers);
  }

  /** Those at [from, to). */
  slice(from: number, to: number): Numbers {
    if (this.#whole !== null || to > FIRST) return this.all().subarray(from, to);
    return this.#first(Math.min(to, this.length)).subarray(from);
  }

  all(): Numbers {
    this.#whole ??= this.#arrange();
    return this.#whole;
  }

  #first(count: number): Numbers {
    const first = new Int32Array(count);
    let size = 0;
    for (const part of this.#parts) {
      const end = Math.min(count, size + countBits(part));
      for (let at = 0; size < end && at < this.#order.length; at++) {
        const number = this.#order[at] ?? 0;
        if (hasBit(part, number)) first[size++] = number;
      }
    }
    return first;
  }

  #arrange(): Numbers {
    const [first, ...others] = this.#parts;
    if (first === undefined) return new Int32Array();
    const order = among(this.#order, others.reduce(either, first));
    if (others.length === 0) return order;
    const keys = new Uint32Array(first.length * 32);
    others.forEach((part, index) => forEachBit(part, (number) => (keys[number] = index + 1)));
    return dealt(order, keys, others.length);
  }
}
