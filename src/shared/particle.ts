import { finalOf, isSyllable } from './hangul.ts';

/**
 * A Korean word with the particle that its end takes: `afterConsonant` (을, 은, 이) or `afterVowel` (를, 는, 가), both where it
 * ends in no Hangul syllable. Marks behind the word, as quotes or a colon, count for nothing.
 */
export function withParticle(word: string, afterConsonant: string, afterVowel: string): string {
  const letters = word.replace(/[^\p{L}\p{N}]+$/u, '');
  const last = letters.charCodeAt(letters.length - 1);
  if (!isSyllable(last)) return `${word}${afterConsonant}(${afterVowel})`;
  return word + (finalOf(last) === 0 ? afterVowel : afterConsonant);
}
