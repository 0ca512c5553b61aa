/** Finds names by a few of their letters, as palettes do: Latin and Hangul, initial consonants, the wrong layout. */
import { convertHangulToQwerty, disassemble } from 'es-hangul';
import {
  FINALS,
  finalOf,
  FIRST_SYLLABLE,
  INITIAL_KEYS,
  isSyllable,
  PER_INITIAL,
} from '../../shared/hangul.ts';
import { typedHangul } from '../../shared/query/typed-hangul.ts';

export interface FuzzyMatch {
  /** Higher is better. */
  readonly score: number;
  /** Indexes in the name, in NFC, of the characters that were meant; ascending. */
  readonly at: readonly number[];
}

const CHAR = { latin: 1, syllable: 4, initial: 2.5 };
const WORD_START = 6;
const CONSECUTIVE = 4;
const GAP = -2;
const WHOLE_NAME = 12;
/** Less than this for each character is chance. */
const LEAST = 1.5;
const OTHER_LAYOUT = -4;
const MAX_QUERY = 40;
const MAX_NAME = 160;

function initialOf(char: string): string | null {
  const code = char.charCodeAt(0);
  return isSyllable(code)
    ? (INITIAL_KEYS[Math.floor((code - FIRST_SYLLABLE) / PER_INITIAL)] ?? null)
    : null;
}

/** Lower case, without accents, every character at its place. */
function plain(char: string): string {
  if (isSyllable(char.charCodeAt(0))) return char;
  const base = char.normalize('NFKD')[0] ?? char;
  return /[ㄱ-ㅎ]/.test(char) ? char : base.toLowerCase();
}

function plainChars(text: string): readonly string[] {
  return Array.from(text, plain);
}

/**
 * What a character of the query is worth at a place of the name; 0 when it does not match. A syllable that is still being
 * composed matches what it may become: `모` and `목` 목록, `당` 다음.
 */
function worth(query: readonly string[], i: number, name: readonly string[], j: number): number {
  const [wanted = '', there = ''] = [query[i], name[j]];
  if (wanted === there) return isSyllable(there.charCodeAt(0)) ? CHAR.syllable : CHAR.latin;
  if (initialOf(there) === wanted) return CHAR.initial;
  const [a, b] = [wanted.charCodeAt(0), there.charCodeAt(0)];
  if (i < query.length - 1 || !isSyllable(a) || !isSyllable(b)) return 0;
  const final = FINALS[finalOf(a)] ?? '';
  const open = a - finalOf(a);
  const sameOpen = open === b - finalOf(b);
  if (final === '') return sameOpen ? CHAR.initial : 0;
  const next = initialOf(name[j + 1] ?? '');
  return sameOpen && open === b && next !== null && final.endsWith(next) ? CHAR.initial : 0;
}

interface Cell {
  readonly score: number;
  readonly from: Cell | null;
  readonly at: number;
}

function isWordStart(name: readonly string[], j: number): boolean {
  return j === 0 || /[\s\-–—/·,.(“"':_]/.test(name[j - 1] ?? '');
}

/** The best way to find one word's characters in a name, in order: dynamic programming over both. */
function matchWord(query: readonly string[], name: readonly string[]): FuzzyMatch | null {
  let row: (Cell | null)[] = [];
  for (let i = 0; i < query.length; i += 1) {
    const next: (Cell | null)[] = [];
    let bestBefore: Cell | null = null;
    for (let j = 0; j < name.length; j += 1) {
      const value = worth(query, i, name, j);
      if (value > 0) {
        const own = value + (isWordStart(name, j) ? WORD_START : 0);
        if (i === 0) next[j] = { score: own, from: null, at: j };
        else {
          const beside = row[j - 1] ?? null;
          const near = beside === null ? -Infinity : beside.score + CONSECUTIVE;
          const far = bestBefore === null ? -Infinity : bestBefore.score + GAP;
          const from = near >= far ? beside : bestBefore;
          if (from !== null) next[j] = { score: own + Math.max(near, far), from, at: j };
        }
      }
      const passed = row[j - 1] ?? null;
      if (passed !== null && (bestBefore === null || passed.score > bestBefore.score)) {
        bestBefore = passed;
      }
    }
    row = next;
  }
  let best: Cell | null = null;
  for (const cell of row) if (cell && (best === null || cell.score > best.score)) best = cell;
  if (best === null || best.score < LEAST * query.length) return null;
  const at: number[] = [];
  for (let cell: Cell | null = best; cell !== null; cell = cell.from) at.unshift(cell.at);
  return { score: best.score, at };
}

function matchPlain(typed: string, name: readonly string[]): FuzzyMatch | null {
  // Keyboards make clusters of two consonants in a row: `ㄱㅅ` arrives as `ㄳ`.
  const whole = typed.replace(/[ㄳㄵㄶㄺ-ㅀㅄ]/g, (cluster) => disassemble(cluster));
  const at = new Set<number>();
  let score = 0;
  for (const word of whole.split(/\s+/).filter((part) => part !== '')) {
    const match = matchWord(plainChars(word), name);
    if (match === null) return null;
    score += match.score;
    for (const index of match.at) at.add(index);
  }
  if (plainChars(whole.trim()).join('') === name.join('')) score += WHOLE_NAME;
  return { score: score - name.length / 20, at: [...at].sort((a, b) => a - b) };
}

/** What was typed, and what the same keys mean in the other layout. */
function readings(typed: string): readonly string[] {
  if (/^[\x20-\x7e]+$/.test(typed)) {
    const hangul = typedHangul(typed);
    return hangul !== null && /[가-힣]/.test(hangul) ? [typed, hangul] : [typed];
  }
  return /[ㄱ-ㅎㅏ-ㅣ가-힣]/.test(typed) ? [typed, convertHangulToQwerty(typed)] : [typed];
}

/**
 * How well a name fits what was typed; null when it does not. Every word typed must be found, in any order: at the
 * beginnings of words, together, or scattered, in falling worth. `''` fits everything.
 */
export function fuzzyMatch(typed: string, name: string): FuzzyMatch | null {
  const query = typed.normalize('NFC').trim().slice(0, MAX_QUERY);
  if (query === '') return { score: 0, at: [] };
  const chars = plainChars(name.normalize('NFC').slice(0, MAX_NAME));
  let best: FuzzyMatch | null = null;
  for (const [at, reading] of readings(query).entries()) {
    const match = matchPlain(reading, chars);
    if (match === null) continue;
    const score = match.score + (at === 0 ? 0 : OTHER_LAYOUT);
    if (best === null || score > best.score) best = { ...match, score };
  }
  return best;
}
