import { disassemble } from 'es-hangul';
import { fold } from './fold.ts';

/** Unicode 16, 3.12: syllables are ordered by initial, 588 to each. */
const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
const PER_INITIAL = 588;

const FIRST_JAMO = 0x1100;
const LAST_JAMO = 0x1112;

/** Initials as one-byte characters: a skeleton then takes half the memory of its text, and scans faster. */
const FIRST_CODE = 0x80;
const OTHER = 0x2e;

/** A word with initial consonants in it: `ㄱㅎㅎㅅ`, `강화ㅎㅅ`. */
export interface ChoseongWord {
  readonly skeleton: string;
  /** What stands at each place, where the reader typed the syllable whole; null where only its initial. */
  readonly syllables: readonly (string | null)[];
}

/**
 * The skeleton's byte for each character: a syllable's initial, also for a consonant that stands alone, which folding makes
 * a conjoining one (U+1100 ff., in the order of the syllables).
 */
const BYTES = new Uint8Array(0x10000).fill(OTHER);
for (let code = FIRST_SYLLABLE; code <= LAST_SYLLABLE; code++) {
  BYTES[code] = FIRST_CODE + Math.floor((code - FIRST_SYLLABLE) / PER_INITIAL);
}
for (let code = FIRST_JAMO; code <= LAST_JAMO; code++) BYTES[code] = FIRST_CODE + code - FIRST_JAMO;

/**
 * The initials of a folded text, position by position: a one-byte character for each Hangul syllable, `.` for all else.
 * es-hangul's getChoseong answers the same question, but drops what is not Hangul, so positions are lost.
 */
export function skeletonOf(folded: string): string {
  const bytes = Buffer.allocUnsafe(folded.length);
  for (let index = 0; index < folded.length; index++) {
    bytes[index] = BYTES[folded.charCodeAt(index)] ?? OTHER;
  }
  return bytes.toString('latin1');
}

/**
 * Reads a word as the reader typed it, before folding (NFKC would take its consonants for halves of syllables). Null when it
 * holds no bare consonant, or anything that is not Hangul. Clusters that keyboards make (`ㄳ`) count as their parts.
 */
export function choseongWord(word: string): ChoseongWord | null {
  if (!/^[ㄱ-ㅎ가-힣]+$/.test(word) || !/[ㄱ-ㅎ]/.test(word)) return null;
  const characters = Array.from(word.replace(/[ㄱ-ㅎ]/g, (consonant) => disassemble(consonant)));
  return {
    skeleton: skeletonOf(fold(characters.join(''))),
    syllables: characters.map((character) => (/[가-힣]/.test(character) ? character : null)),
  };
}

/** Where the word first occurs at or after `from`, or -1. `skeleton` is that of `folded`. */
export function indexOfChoseong(
  folded: string,
  skeleton: string,
  word: ChoseongWord,
  from = 0,
): number {
  let at = skeleton.indexOf(word.skeleton, from);
  while (at >= 0) {
    const start = at;
    if (
      word.syllables.every((syllable, i) => syllable === null || folded[start + i] === syllable)
    ) {
      return at;
    }
    at = skeleton.indexOf(word.skeleton, at + 1);
  }
  return -1;
}
