/**
 * Hangul that an input method still composes. Its last syllable may go on as any does that begins with the same keys: 데 as
 * 델, 고 as 과, 갑 as 값; and its last consonant may be the first one of the next syllable: 몯 as 모델, 닭 as 달걀.
 */
import { assemble, removeLastCharacter } from 'es-hangul';
import {
  FINAL_KEYS,
  finalOf,
  FIRST_SYLLABLE,
  INITIAL_KEYS,
  PER_VOWEL,
  VOWEL_KEYS,
} from '../hangul.ts';
import { choseongWord, initialLetter, withInitial } from './choseong.ts';

const UNFINISHED = new RegExp(`[${INITIAL_KEYS}가-힣]$`);

/** Whether a word may go on in its last syllable; bare consonants that are initials are looked for as such anyway. */
export function isUnfinished(text: string, quoted: boolean): boolean {
  if (!UNFINISHED.test(text)) return false;
  return quoted || /[가-힣]$/.test(text) || choseongWord(text) === null;
}

/** Source of a pattern for all that an unfinished syllable, or a bare consonant, may become in folded text. */
export function unfinishedPattern(last: string): string {
  const ways = waysOn(last).map(({ before, next }) => `${before}[${next.join('')}]`);
  return `(?:${ways.join('|')})`;
}

/** All that an unfinished syllable, or a bare consonant, may become, as far as one syllable further. */
export function unfinishedForms(last: string): readonly string[] {
  return waysOn(last).flatMap(({ before, next }) => next.map((syllable) => before + syllable));
}

/** A syllable that is finished then, or '', and those one of which follows. */
interface Way {
  readonly before: string;
  readonly next: readonly string[];
}

function waysOn(last: string): readonly Way[] {
  if (INITIAL_KEYS.includes(last)) return [{ before: '', next: withLetter(last) }];
  const code = last.charCodeAt(0);
  const final = finalOf(code);
  const open = code - final;
  const syllable = (at: number): string => String.fromCharCode(open + at);
  if (final === 0) {
    const vowel = ((open - FIRST_SYLLABLE) / PER_VOWEL) % VOWEL_KEYS.length;
    const vowels = goingOn(VOWEL_KEYS, VOWEL_KEYS[vowel] ?? '').length;
    return [
      { before: '', next: Array.from({ length: vowels * PER_VOWEL }, (_, at) => syllable(at)) },
    ];
  }
  const keys = FINAL_KEYS[final] ?? '';
  const rest = syllable(FINAL_KEYS.indexOf(keys.slice(0, -1)));
  return [
    { before: '', next: goingOn(FINAL_KEYS, keys).map(syllable) },
    { before: rest, next: withLetter(keys.slice(-1)) },
  ];
}

/** The places of those that are typed by these keys and perhaps more. Of vowels they stand in a row. */
function goingOn(parts: readonly string[], keys: string): readonly number[] {
  return parts.flatMap((part, at) => (part.startsWith(keys) ? [at] : []));
}

function withLetter(letter: string): readonly string[] {
  return withInitial(INITIAL_KEYS.indexOf(letter) + 1);
}

/** A word as it stood while it was typed. */
export interface TypedState {
  readonly text: string;
  readonly isComposing: boolean;
}

/** What an input method showed before some more keys made it `before` and this syllable: of 모 and 델 that is 모데, 모ㄷ and 몯. */
export function* statesBefore(before: string, syllable: string): Iterable<TypedState> {
  for (
    let state = removeLastCharacter(syllable);
    state !== '';
    state = removeLastCharacter(state)
  ) {
    yield { text: before + state, isComposing: /[가-힣]/.test(state) };
  }
  const joined = before.slice(0, -1) + assemble([before.slice(-1), initialLetter(syllable)]);
  if (joined.length === before.length) yield { text: joined, isComposing: true };
}
