/** Texts taken apart into runs of neighbouring characters, which signatures know them by. */
import type { Slots } from './slots.ts';
import { isWordStart } from './word-start.ts';

/** What kind of runs. */
export interface Runs {
  /** What a character counts as, by its code: below 65,536, or 0 for what no run holds. */
  readonly unitOf: (code: number) => number;
  /** Whether runs begin at a place of a text; null where they begin everywhere. */
  readonly beginsAt: ((text: string, at: number) => boolean) | null;
  /** Units of the shortest ones, and of the longest that all count. More than 2 only where units are below 64. */
  readonly shortest: number;
  readonly plain: number;
  /** Longer ones, up to this, count only where they have slots of their own, and so has what they begin with. */
  readonly longest: number;
}

/** Of control characters and the space: words are looked for, and they hold none. */
const LAST_BLANK = 0x20;
const characterOf = (code: number): number => (code > LAST_BLANK ? code : 0);

/**
 * Each character and each pair of neighbours; and what most texts have up to twelve: so that words which most papers hold
 * need not be looked for in each.
 */
export const CHARACTERS: Runs = {
  unitOf: characterOf,
  beginsAt: null,
  shortest: 1,
  plain: 2,
  longest: 12,
};

/** What words begin with. */
export const WORD_STARTS: Runs = { ...CHARACTERS, beginsAt: isWordStart };

/** Of a run that is longer than the plain ones: what it begins with, by its slot. Signed, as numbers are quickest. */
const BY_SLOT = 0x4000_0000;
const UNIT_BITS = 6;

/** Used again for each text. */
let room = new Uint16Array(4096);

/** The units of a text, ended by a 0. */
function unitsOf(text: string, unitOf: Runs['unitOf']): Uint16Array {
  if (room.length <= text.length) room = new Uint16Array(text.length * 2);
  for (let at = 0; at < text.length; at++) room[at] = unitOf(text.charCodeAt(at));
  room[text.length] = 0;
  return room;
}

/**
 * Calls for each run of a text with its slot, the same one perhaps several times. A run is known by what it holds before its
 * last unit (`head`) and that unit. `missed` is called for the runs that would count if they had slots of their own.
 */
export function eachRun(
  text: string,
  { unitOf, beginsAt, shortest, plain, longest }: Runs,
  slots: Slots,
  visit: (slot: number, head: number, unit: number) => void,
  missed: ((head: number, unit: number) => void) | null = null,
): void {
  const units = unitsOf(text, unitOf);
  for (let start = 0; start < text.length; start++) {
    if (beginsAt?.(text, start) === false) continue;
    let head = 0;
    for (let length = 1; length <= longest; length++) {
      const unit = units[start + length - 1] ?? 0;
      if (unit === 0) break;
      const isPlain = length <= plain;
      const own = length < shortest ? -1 : slots.ownSlotOf(head, unit);
      if (own >= 0) visit(own, head, unit);
      else if (!isPlain) {
        missed?.(head, unit);
        break;
      } else if (length >= shortest) visit(slots.sharedSlotOf(head, unit), head, unit);
      if (length < plain) head = (head << UNIT_BITS) | unit;
      else if (own < 0) break;
      else head = BY_SLOT | own;
    }
  }
}

/** The slot that is a word's own as a whole, where it is one run; else -1. */
export function ownSlotOfWhole(
  word: string,
  { unitOf, shortest, plain, longest }: Runs,
  slots: Slots,
): number {
  if (word.length < shortest || word.length > longest) return -1;
  let head = 0;
  let own = -1;
  for (let length = 1; length <= word.length; length++) {
    const unit = unitOf(word.charCodeAt(length - 1));
    if (unit === 0) return -1;
    if (length < plain && length < word.length) head = (head << UNIT_BITS) | unit;
    else {
      own = slots.ownSlotOf(head, unit);
      if (own < 0) return -1;
      head = BY_SLOT | own;
    }
  }
  return own;
}
