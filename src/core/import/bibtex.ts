/** BibTeX and BibLaTeX, entry by entry: one that is broken costs none of the others. */
import { latexToText } from '../../shared/latex/latex-text.ts';
import type { Identity } from '../digest/identity.ts';
import type { Pause } from '../slices.ts';
import { identityOf, type References, type Unreadable } from './reference.ts';

const UNESCAPED: Readonly<Record<string, string>> = {
  textbackslash: '\\',
  textbraceleft: '{',
  textbraceright: '}',
  textasciicircum: '^',
  textasciitilde: '~',
};

/** What a field typesets, as plain text: the way back from export/latex.ts, and the accents of others. */
function fieldText(latex: string): string {
  const known = latex.replace(/\\(text[a-z]+)\{\}/g, (all, name: string) => UNESCAPED[name] ?? all);
  return latexToText(known.replace(/\\([&%#_])/g, '$1'))
    .replace(/(?<!\\)[{}]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The value at the start of a text: braced, quoted or bare; its length, or null when it has no end. */
function valueAt(text: string): { readonly value: string; readonly length: number } | null {
  const first = text.charAt(0);
  if (first !== '{' && first !== '"') {
    const bare = /^[^\s,}]+/.exec(text)?.[0];
    return bare === undefined ? null : { value: bare, length: bare.length };
  }
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '{') depth++;
    if (sign === '}') depth--;
    const ends = first === '{' ? depth === 0 : at > 0 && sign === '"' && depth === 0;
    if (ends) return { value: text.slice(1, at), length: at + 1 };
  }
  return null;
}

function fieldsOf(body: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  const name = /[\s,]*([\w-]+)\s*=\s*/y;
  let at = 0;
  for (;;) {
    name.lastIndex = at;
    const match = name.exec(body);
    if (match === null) return fields;
    const value = valueAt(body.slice(name.lastIndex));
    if (value === null) return fields;
    fields.set((match[1] ?? '').toLowerCase(), value.value);
    at = name.lastIndex + value.length;
  }
}

/** Reads the entries of a file. Errors: none; an entry that names no paper is told. */
export async function readBibtex(text: string, pause: Pause): Promise<References> {
  const papers: Identity[] = [];
  const problems: Unreadable[] = [];
  // An entry begins its line: so does the next one behind one that is never closed.
  const starts = [...text.matchAll(/^[ \t]*@(\w+)\s*\{\s*([^,\s}]*)\s*,/gm)];
  for (const [index, match] of starts.entries()) {
    await pause(match.index / text.length);
    if (/^(?:string|comment|preamble)$/i.test(match[1] ?? '')) continue;
    const end = starts[index + 1]?.index ?? text.length;
    const fields = fieldsOf(text.slice(match.index + match[0].length, end));
    const get = (name: string): string => fields.get(name) ?? '';
    const paper = identityOf({
      title: fieldText(get('title')),
      doi: get('doi'),
      arxiv: get('eprint'),
      addresses: [get('url').replace(/^\\url\{(.*)\}$/, '$1'), get('howpublished'), get('note')],
    });
    if (paper !== null) papers.push(paper);
    else {
      const line = text.slice(0, match.index).split('\n').length;
      problems.push({ line, text: match[2] ?? '' });
    }
  }
  return { papers, problems };
}
