/** ASCII and Hangul syllables fold to themselves but for case; most digests hold nothing else. */
const PLAIN = /^[\0-\x7f\uac00-\ud7a3]*$/;

/** Letters that carry their accent as a part of themselves, so that no normal form takes it off. */
const STROKED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ŧ: 't',
  þ: 'th',
};

/** What no one sees, and what soft hyphens and joiners do inside a word must not keep it from being found. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const LATIN = /[\u00df-\u024f\u1e00-\u1eff]/g;
const MARKS_ON_LATIN = /(?<=[a-z])\p{M}+/gu;

function unaccent(letter: string): string {
  const base = letter.normalize('NFD').replace(/\p{M}/gu, '');
  return STROKED[base] ?? base;
}

/**
 * The form in which texts are compared: NFKC, lower case, accents of Latin letters removed (`café` → `cafe`), typographic
 * quotes and dashes as those of the keyboard, Hangul in whole syllables. Folding twice gives the same.
 */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .replace(INVISIBLE, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(LATIN, unaccent)
    .replace(MARKS_ON_LATIN, '')
    .replace(/[‘’‚‛]/g, "'")
    .replace(/[“”„‟]/g, '"')
    .replace(/[‐-―−]/g, '-')
    .replaceAll('ς', 'σ');
}
