import { romanize } from 'es-hangul';
import { fold } from '../search/fold.ts';

/** Words that tell papers apart too little to name them. */
const STOP_WORDS = new Set(
  'a an and are as at by can do does for from how in into is it of on or the to toward towards via we what when why with'.split(
    ' ',
  ),
);

/** ASCII letters and digits; Hangul in Latin letters (Revised Romanization). */
function ascii(text: string): string {
  const romanized = text.normalize('NFC').replace(/[가-힣]+/g, (hangul) => romanize(hangul));
  return fold(romanized).replace(/[^a-z0-9]/g, '');
}

/** `Wei Shen` and `Shen, Wei` → `shen`; a Korean name whole, since its parts are not told apart. */
function familyName(name: string): string {
  const [beforeComma] = name.split(',');
  const words = (name.includes(',') ? (beforeComma ?? '') : name).trim().split(/\s+/);
  return ascii(/[가-힣]/.test(name) ? words.join('') : (words.at(-1) ?? ''));
}

function titleWord(title: string): string {
  const words = title.split(/[\s:,.;–—/-]+/).map(ascii);
  return words.find((word) => word !== '' && !STOP_WORDS.has(word)) ?? '';
}

/** 0 → ``, 1 → `b`, … 25 → `z`, 26 → `ba`: the first of a kind keeps its key when another one joins. */
function suffix(index: number): string {
  if (index === 0) return '';
  let letters = '';
  for (let rest = index; rest > 0; rest = Math.floor(rest / 26)) {
    letters = String.fromCharCode(97 + (rest % 26)) + letters;
  }
  return letters;
}

export interface Cited {
  readonly authors: readonly string[];
  readonly year: string | null;
  readonly title: string;
}

/** Gives keys like `shen2024stepcoder`: lower-case ASCII, each once, and the same for the same papers in the same order. */
export class CitationKeys {
  readonly #used = new Set<string>();
  readonly #next = new Map<string, number>();

  next({ authors, year, title }: Cited): string {
    const base = `${familyName(authors[0] ?? '')}${year ?? ''}${titleWord(title)}`.slice(0, 60);
    const stem = /^[a-z]/.test(base) ? base : `paper${base}`;
    let index = this.#next.get(stem) ?? 0;
    while (this.#used.has(stem + suffix(index))) index++;
    const key = stem + suffix(index);
    this.#next.set(stem, index + 1);
    this.#used.add(key);
    return key;
  }
}
