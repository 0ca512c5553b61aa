/** The keys that type each part of a syllable (Unicode 16, 3.12, has the parts in this order): of ㅘ ㅗ and ㅏ, of ㄳ ㄱ and ㅅ. */
import { disassemble } from 'es-hangul';

export const INITIAL_KEYS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
export const VOWEL_KEYS = Array.from('ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ', disassembled);
/** The first is no final consonant. */
export const FINAL_KEYS = [
  '',
  ...Array.from('ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ', disassembled),
];

function disassembled(letter: string): string {
  return disassemble(letter);
}
