/** ASCII and Hangul syllables fold to themselves but for case; most digests hold nothing else. */
const PLAIN = /^[\0-\x7f\uac00-\ud7a3]*$/;

/** What normal forms leave as it is, and a keyboard types otherwise. */
const TYPED: Readonly<Record<string, string>> = {
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
  ς: 'σ',
  '−': '-',
};

/** What no one sees, and what soft hyphens and joiners do inside a word must not keep it from being found. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
/** Latin letters beyond ASCII, the final sigma, typographic dashes and quotes, the minus sign. */
const OTHERWISE = /[\u00df-\u024f\u1e00-\u1effς‐-―‘-‟−]/g;
/** Written so that V8 looks for the rare marks first, and behind them for their letter then. */
const MARKS_ON_LATIN = /[\u0300-\u036f]+(?<=[a-z][\u0300-\u036f]+)/g;

function asTyped(character: string): string {
  if (character >= '‐' && character <= '―') return '-';
  if (character >= '‘' && character <= '‛') return "'";
  if (character >= '“' && character <= '‟') return '"';
  const base = character.normalize('NFD').replace(/\p{M}/gu, '');
  return TYPED[base] ?? base;
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
    .replace(OTHERWISE, asTyped)
    .replace(MARKS_ON_LATIN, '');
}
