/** Sets of papers, one bit for each by its number in the catalogue. All sets of one moment have the same length. */
export type Bits = Uint32Array;

export function hasBit(bits: Bits, number: number): boolean {
  return (((bits[number >>> 5] ?? 0) >>> (number & 31)) & 1) === 1;
}

export function setBit(bits: Bits, number: number, value = true): void {
  const at = number >>> 5;
  const bit = 1 << (number & 31);
  bits[at] = value ? (bits[at] ?? 0) | bit : (bits[at] ?? 0) & ~bit;
}

/** The set of these numbers, all below `capacity`, which is a multiple of 32. */
export function bitsOf(numbers: Iterable<number>, capacity: number): Bits {
  const bits = new Uint32Array(capacity / 32);
  for (const number of numbers) setBit(bits, number);
  return bits;
}

/** In both; a new set. */
export function both(a: Bits, b: Bits): Bits {
  const result = a.slice();
  for (let at = 0; at < result.length; at++) result[at] = (result[at] ?? 0) & (b[at] ?? 0);
  return result;
}

/** In one at least; a new set. */
export function either(a: Bits, b: Bits): Bits {
  const result = a.slice();
  for (let at = 0; at < result.length; at++) result[at] = (result[at] ?? 0) | (b[at] ?? 0);
  return result;
}

/** In the first and not in the second; a new set. */
export function without(a: Bits, b: Bits): Bits {
  const result = a.slice();
  for (let at = 0; at < result.length; at++) result[at] = (result[at] ?? 0) & ~(b[at] ?? 0);
  return result;
}

export function isEmpty(bits: Bits): boolean {
  for (let at = 0; at < bits.length; at++) if (bits[at] !== 0) return false;
  return true;
}

export function countBits(bits: Bits): number {
  let count = 0;
  for (let word of bits) {
    word -= (word >>> 1) & 0x55555555;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    count += Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}

/** Calls for each number in the set, smallest first. */
export function forEachBit(bits: Bits, visit: (number: number) => void): void {
  for (let at = 0; at < bits.length; at++) {
    let word = bits[at] ?? 0;
    while (word !== 0) {
      const lowest = word & -word;
      visit(at * 32 + 31 - Math.clz32(lowest));
      word ^= lowest;
    }
  }
}
