/** LaTeX in titles as plain readable text, cheap enough for every row of the list: `M$^{2}$UGen` → M²UGen. */
import { splitFormulas } from './formula.ts';
import { ACCENTS, SUBSCRIPTS, SUPERSCRIPTS, SYMBOLS } from './latex-symbols.ts';

/** A title, its LaTeX replaced by Unicode characters where there are some, else by the words that it sets. */
export function latexToText(title: string): string {
  if (!/[$\\{}]/.test(title)) return title;
  return splitFormulas(title)
    .map((part) => (typeof part === 'string' ? commandsToText(part) : formulaToText(part.source)))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** LaTeX commands of running text (`\textsc{X}`, `\'e`, `\&`) as text; everything else stays as it is. */
export function commandsToText(text: string): string {
  if (!text.includes('\\')) return text;
  return symbols(accents(text))
    .replace(/\\(?:text[a-z]{2,6}|emph|mbox|underline|mathrm)\s*\{([^{}]*)\}/g, '$1')
    .replace(/\{\\(?:bf|it|sc|tt|em|rm|sf)\s+([^{}]*)\}/g, '$1')
    .replace(/\\([&%$#_{}])/g, '$1');
}

function formulaToText(source: string): string {
  return symbols(accents(source).replaceAll('~', ' '))
    .replace(/\\d?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g, '$1/$2')
    .replace(/\\sqrt\s*\{([^{}]*)\}/g, '√$1')
    .replace(/\\(?:text|math|bold|operatorname)[a-z]*\s*\{([^{}]*)\}/g, '$1')
    .replace(
      /([\^_])\s*(?:\{([^{}]*)\}|(.))/gu,
      (_all, sign: string, group?: string, one?: string) => shifted(sign, group ?? one ?? ''),
    )
    .replace(/\\(?:left|right|big|Big|displaystyle|limits)(?![a-zA-Z])/g, '')
    .replace(/\\[,;:! ]/g, ' ')
    .replace(/\\([&%$#_{}])/g, '$1')
    .replace(/\\([a-zA-Z]+)\s*/g, '$1')
    .replace(/[{}]/g, '');
}

function symbols(text: string): string {
  return text.replace(/\\([a-zA-Z]+)(?![a-zA-Z])(?:\{\})?\s*/g, (all, name: string) =>
    Object.hasOwn(SYMBOLS, name) ? (SYMBOLS[name] ?? all) : all,
  );
}

/** `\'e`, `\"{o}`, `\v{c}` as the accented letter. */
function accents(text: string): string {
  return text.replace(
    /\\(?:(["'^`~=.])\s*|([cvuHkr])(?![a-zA-Z])\s*)(?:\{(\p{L})\}|(\p{L}))/gu,
    (all, sign?: string, name?: string, braced?: string, bare?: string) => {
      const mark = ACCENTS[sign ?? name ?? ''];
      return mark === undefined ? all : ((braced ?? bare ?? '') + mark).normalize('NFC');
    },
  );
}

/** Superscript or subscript in Unicode when every character has one, else `^x`, `_x`. */
function shifted(sign: string, text: string): string {
  const table = sign === '^' ? SUPERSCRIPTS : SUBSCRIPTS;
  const characters = Array.from(text, (character) => table[character]);
  return characters.every((character) => character !== undefined)
    ? characters.join('')
    : `${sign}${text}`;
}
