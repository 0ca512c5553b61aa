import { disassemble } from 'es-hangul';
import { FIRST_SYLLABLE, INITIAL_KEYS, isSyllable, LAST_SYLLABLE, PER_INITIAL } from '../hangul.ts';
import { fold } from './fold.ts';

const FIRST_JAMO = 0x1100;
const LAST_JAMO = 0x1112;

export const INITIALS = LAST_JAMO - FIRST_JAMO + 1;

/** A word with initial consonants in it: `ㄱㅎㅎㅅ`, `강화ㅎㅅ`. */
export interface ChoseongWord {
  /** Of each character its initial, as `initialOf` numbers them. */
  readonly initials: readonly number[];
  /** Runs of syllables that were typed whole. */
  readonly syllables: readonly string[];
  /** Source of a pattern that finds it in folded text. */
  readonly pattern: string;
}

/**
 * The initial of each character, 1 and up; 0 for what is not Hangul. Also of a consonant that stands alone, which folding
 * makes a conjoining one (U+1100 ff., in the order of the syllables).
 */
const BY_CODE = new Uint8Array(0x10000);
for (let code = FIRST_SYLLABLE; code <= LAST_SYLLABLE; code++) {
  BY_CODE[code] = 1 + Math.floor((code - FIRST_SYLLABLE) / PER_INITIAL);
}
for (let code = FIRST_JAMO; code <= LAST_JAMO; code++) BY_CODE[code] = 1 + code - FIRST_JAMO;

/** The number of a character's initial (1 to INITIALS) by its code, 0 for what is not Hangul. */
export function initialOf(code: number): number {
  return BY_CODE[code] ?? 0;
}

/** The consonant that a syllable begins with, as it is typed by itself: `ㄷ` of 델. */
export function initialLetter(syllable: string): string {
  return INITIAL_KEYS[initialOf(syllable.charCodeAt(0)) - 1] ?? '';
}

/** All that has an initial: its syllables, and the consonant itself, as folding leaves it. */
export function withInitial(initial: number): readonly string[] {
  const first = FIRST_SYLLABLE + (initial - 1) * PER_INITIAL;
  const syllables = Array.from({ length: PER_INITIAL }, (_, index) => first + index);
  return [...syllables, FIRST_JAMO + initial - 1].map((code) => String.fromCharCode(code));
}

function patternOf(initial: number): string {
  const all = withInitial(initial);
  return `[${all[0] ?? ''}-${all[PER_INITIAL - 1] ?? ''}${all[PER_INITIAL] ?? ''}]`;
}

/**
 * Reads a word as the reader typed it, before folding (NFKC would take its consonants for halves of syllables). Null when it
 * holds no bare consonant, or anything that is not Hangul. Clusters that keyboards make (`ㄳ`) count as their parts.
 */
export function choseongWord(word: string): ChoseongWord | null {
  if (!/^[ㄱ-ㅎ가-힣]+$/.test(word) || !/[ㄱ-ㅎ]/.test(word)) return null;
  const characters = Array.from(word.replace(/[ㄱ-ㅎ]/g, (consonant) => disassemble(consonant)));
  const initials = characters.map((character) => initialOf(fold(character).charCodeAt(0)));
  return {
    initials,
    syllables: word.match(/[가-힣]+/g) ?? [],
    pattern: characters
      .map((character, at) =>
        isSyllable(character.charCodeAt(0)) ? character : patternOf(initials[at] ?? 0),
      )
      .join(''),
  };
}
