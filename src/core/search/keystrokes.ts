/** Texts as they are typed: ㅁㅗㄷ, which an input method shows as 몯, begins 모델 and 모두. */
import {
  FINAL_KEYS,
  FIRST_SYLLABLE,
  INITIAL_KEYS,
  isSyllable,
  VOWEL_KEYS,
} from '../../shared/hangul.ts';
import { initialOf } from '../../shared/query/choseong.ts';
import type { Runs } from './runs.ts';

/** Between what is not typed in a row. */
const BREAK = 0;
/** Each key as a character: the initials as `initialOf` numbers them, then the vowels. */
const KEYS = INITIAL_KEYS + VOWEL_KEYS.filter((keys) => keys.length === 1).join('');

function characters(keys: string): string {
  return Array.from(keys, (key) => String.fromCharCode(KEYS.indexOf(key) + 1)).join('');
}

const BY_SYLLABLE = Array.from(INITIAL_KEYS, characters).flatMap((initial) =>
  VOWEL_KEYS.map(characters).flatMap((vowel) =>
    FINAL_KEYS.map(characters).map((final) => initial + vowel + final),
  ),
);

/** Most keys of a syllable: 괅 has one for its initial, and two each for its vowel and final. */
const MOST = 5;
/** The same in a row, each with room for the most, so that a text's keys are written without a string for each syllable. */
const TABLE = Buffer.alloc(BY_SYLLABLE.length * MOST);
for (const [at, keys] of BY_SYLLABLE.entries()) TABLE.write(keys, at * MOST, 'latin1');

/** Used again for each text that is not very long. */
const ROOM = Buffer.allocUnsafeSlow(64 * 1024);

/**
 * The keys that type a folded text, where it is Hangul. A consonant before a vowel always begins a syllable: who has some keys
 * in a row that begin so has these syllables, the last one perhaps with more to come.
 */
export function keystrokesOf(folded: string): string {
  const most = folded.length * MOST;
  const room = most <= ROOM.length ? ROOM : Buffer.allocUnsafe(most);
  let end = 0;
  let isBroken = false;
  for (let at = 0; at < folded.length; at++) {
    const code = folded.charCodeAt(at);
    const isWhole = isSyllable(code);
    if (isWhole) {
      const first = (code - FIRST_SYLLABLE) * MOST;
      for (let from = first; from < first + MOST; from++) {
        const key = TABLE[from] ?? 0;
        if (key === 0) break;
        room[end++] = key;
      }
    } else {
      const initial = initialOf(code);
      // A bare consonant may be the last of some keys, but nothing goes on from it.
      if (initial > 0) room[end++] = initial;
      if (initial > 0 || !isBroken) room[end++] = BREAK;
    }
    isBroken = !isWhole;
  }
  return room.toString('latin1', 0, end);
}

/** Keystrokes from where a syllable begins: all up to those that a syllable begins with behind an open one. */
export const KEYSTROKES: Runs = {
  unitOf: (code) => code,
  beginsAt: (keys, at) =>
    keys.charCodeAt(at) <= INITIAL_KEYS.length && keys.charCodeAt(at + 1) > INITIAL_KEYS.length,
  shortest: 2,
  plain: 4,
  longest: 12,
};
