/** Hangul syllables as Unicode orders them (Unicode 16, 3.12), by initial, vowel and final, and the keys that type each part. */
import { disassemble } from 'es-hangul';

export const FIRST_SYLLABLE = 0xac00;
export const LAST_SYLLABLE = 0xd7a3;
/** Syllables to a vowel: one without a final consonant, then one for each. */
export const PER_VOWEL = 28;
/** Syllables to an initial. */
export const PER_INITIAL = 588;

/** Each is a key of its own. */
export const INITIAL_KEYS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
/** Of ㅘ the keys are ㅗ and ㅏ. */
export const VOWEL_KEYS = Array.from('ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ', disassembled);
/** Final consonants in the order of the syllables; the first is none. */
export const FINALS: readonly string[] = [
  '',
  ...Array.from('ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ'),
];
/** Of ㄳ the keys are ㄱ and ㅅ. */
export const FINAL_KEYS = FINALS.map(disassembled);

export function isSyllable(code: number): boolean {
  return code >= FIRST_SYLLABLE && code <= LAST_SYLLABLE;
}

/** The place of a syllable's final consonant in `FINALS`, by its code; 0 for none. */
export function finalOf(syllable: number): number {
  return (syllable - FIRST_SYLLABLE) % PER_VOWEL;
}

function disassembled(letter: string): string {
  return disassemble(letter);
}
