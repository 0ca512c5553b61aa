import { romanize } from 'es-hangul';
import type { CitationKeyPlace } from '../../shared/export-formats.ts';
import { DEFAULT_SETTINGS } from '../../shared/model.ts';
import { latexToText } from '../../shared/latex/latex-text.ts';
import { fold } from '../../shared/query/fold.ts';
import { finish } from '../slices.ts';
import { citationOf } from './citation.ts';
import type { ExportPaper, KeyedPaper } from './export-paper.ts';
import { familyName, isEastAsian, personName } from './names.ts';

/** Words that tell papers apart too little to name them. */
const STOP_WORDS = new Set(
  'a an and are as at by can do does for from how in into is it of on or the to toward towards via we what when why with'.split(
    ' ',
  ),
);

const MAX_KEY = 60;

/** ASCII letters and digits; Hangul in Latin letters (Revised Romanization). */
function ascii(text: string): string {
  const romanized = text.normalize('NFC').replace(/[가-힣]+/g, (hangul) => romanize(hangul));
  return fold(romanized).replace(/[^a-z0-9]/g, '');
}

/** `Wei Shen` and `Shen, Wei` → `shen`; a Korean name whole, since its parts are not told apart. */
function authorKey(name: string): string {
  if (isEastAsian(name)) return ascii(name.replace(/[\s,]+/g, ''));
  const person = personName(name);
  // Of a name that has no parts, the last word before any comma names it best.
  const words = familyName(person).split(',')[0]?.trim().split(/\s+/) ?? [];
  return ascii(person.kind === 'whole' ? (words.at(-1) ?? '') : words.join(''));
}

/** The first words of a title that tell it apart; those behind them are not looked at. */
function tellingWords(title: string, count: number): readonly string[] {
  const words: string[] = [];
  for (const printed of latexToText(title).split(/[\s:,.;–—/-]+/)) {
    const word = ascii(printed);
    if (word !== '' && !STOP_WORDS.has(word)) words.push(word);
    if (words.length === count) break;
  }
  return words;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** What stands in a pattern for what, in lower case; with a capital first letter (`[Author]`) each word has one. */
const PLACES: Readonly<Record<CitationKeyPlace, (paper: ExportPaper) => readonly string[]>> = {
  author: ({ row }) => [authorKey(row.authors[0] ?? '')],
  authors: ({ row }) => row.authors.slice(0, 3).map(authorKey),
  year: (paper) => [String(citationOf(paper, { notes: false }).year ?? '')],
  title: ({ row }) => tellingWords(row.title, 1),
  titles: ({ row }) => tellingWords(row.title, 3),
  arxiv: ({ arxivId }) => [(arxivId ?? '').replace(/[^\w.-]/g, '')],
};

function isPlace(name: string): name is CitationKeyPlace {
  return Object.hasOwn(PLACES, name);
}

/** The key that a pattern makes of a paper, not yet told apart from others: ASCII that BibTeX and LaTeX take as it is. */
function stemOf(paper: ExportPaper, pattern: string): string {
  const filled = pattern.replace(/\[(\w+)\]/g, (_all, name: string) => {
    const place = name.toLowerCase();
    const words = isPlace(place) ? PLACES[place](paper) : [];
    return (/^[A-Z]/.test(name) ? words.map(capital) : words).join('');
  });
  const stem = filled.replace(/[^A-Za-z0-9:._+-]/g, '').slice(0, MAX_KEY);
  return /^[A-Za-z]/.test(stem) ? stem : `paper${stem}`;
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

/** So many keys are made between two rests. */
const KEYS = 100;

/**
 * Gives each paper a key of its own. Papers that a pattern makes alike are told apart by letters in the order of their
 * identities, not of the list: sorted otherwise, or with newer papers before them, they keep their keys.
 */
export function withKeys(papers: readonly ExportPaper[], pattern: string): readonly KeyedPaper[] {
  return finish(keyedInSlices(papers, pattern));
}

/** The same for a generator of text, which gives way (by empty pieces) while the keys of very many papers are made. */
export function* keyedInSlices(
  papers: readonly ExportPaper[],
  pattern: string,
): Generator<string, readonly KeyedPaper[]> {
  const used = new Set<string>();
  const next = new Map<string, number>();
  const keys = new Map<ExportPaper, string>();
  const byIdentity = papers.toSorted((a, b) =>
    a.row.id < b.row.id ? -1 : Number(a.row.id > b.row.id),
  );
  for (const paper of byIdentity) {
    const stem = stemOf(paper, pattern.trim() === '' ? DEFAULT_SETTINGS.citationKey : pattern);
    // BibTeX takes keys that differ in case alone for the same.
    const same = stem.toLowerCase();
    let index = next.get(same) ?? 0;
    while (used.has(same + suffix(index))) index++;
    used.add(same + suffix(index));
    next.set(same, index + 1);
    keys.set(paper, stem + suffix(index));
    if (keys.size % KEYS === 0) yield '';
  }
  return papers.map((paper) => ({ paper, key: keys.get(paper) ?? '' }));
}
