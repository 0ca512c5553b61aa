/** Papers in an order, as their numbers in the catalogue. */
import { countBits, hasBit, type Bits } from '../bits.ts';

/** Not to be changed: an order may be held, or be a part of another. */
export type Numbers = Int32Array;

/** Those of an order that are in a set, as they stood. */
export function among(order: Numbers, bits: Bits): Numbers {
  const kept = new Int32Array(Math.min(order.length, countBits(bits)));
  let size = 0;
  for (const number of order) {
    if (hasBit(bits, number)) kept[size++] = number;
  }
  return size === kept.length ? kept : kept.slice(0, size);
}

/**
 * An order dealt by keys, least first, and equal ones as they stood (a counting sort). `keys`: for each number one of
 * 0 to `most`, which is to be no more than some times the papers.
 */
export function dealt(order: Numbers, keys: Int32Array | Uint32Array, most: number): Numbers {
  const places = new Int32Array(most + 2);
  for (const number of order) {
    const next = (keys[number] ?? 0) + 1;
    places[next] = (places[next] ?? 0) + 1;
  }
  for (let key = 1; key < places.length; key++) {
    places[key] = (places[key] ?? 0) + (places[key - 1] ?? 0);
  }
  const sorted = new Int32Array(order.length);
  for (const number of order) {
    const key = keys[number] ?? 0;
    const place = places[key] ?? 0;
    sorted[place] = number;
    places[key] = place + 1;
  }
  return sorted;
}
