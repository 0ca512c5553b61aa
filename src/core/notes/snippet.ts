/** The place of a note where a search finds something, in a line. */
import { fold } from '../../shared/query/fold.ts';
import type { TextNode } from '../../shared/query/syntax.ts';
import { indexOfTerm, toTerm } from '../search/term.ts';

/** Longer than any row is wide. */
const LENGTH = 160;
/** Characters before what was found: the end of a row is cut by the window, its beginning is not. */
const BEFORE = 16;

/** What a note says without the marks of Markdown, in one line. */
function plainLine(text: string): string {
  return text
    .replace(/\[\[[^[\]|\n]*\|([^\n]*?)\]\](?!\])/g, '$1')
    .replace(/!?\[([^\]\n]*)\]\([^)\s]*\)/g, '$1')
    .replace(/^[ \t]*(?:(?:#{1,6}|[-*+]|\d{1,9}[.)]|>)[ \t]+|\[[ xX]\][ \t]+|>)+/gm, '')
    .replace(/^[ \t]*(?:```.*|---+|\*\*\*+)$/gm, '')
    .replace(/(\*\*|__|`|~~)(?=\S)(.+?)\1/g, '$2')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Where some of the words first occur in a line, as a place in its list of words; null when none does. */
function placeIn(words: readonly string[], nodes: readonly TextNode[]): number | null {
  const folded = words.map(fold);
  const line = folded.join(' ');
  const places = nodes.map((node) => indexOfTerm(line, toTerm(node), 0)).filter((at) => at >= 0);
  if (places.length === 0) return null;
  const at = Math.min(...places);
  let end = 0;
  const found = folded.findIndex((word) => {
    end += word.length + 1;
    return end > at;
  });
  return found < 0 ? null : found;
}

/** A part of a note that holds one of the words; null when the note holds none of them as it reads. */
export function noteSnippet(text: string, nodes: readonly TextNode[]): string | null {
  const words = plainLine(text).split(' ');
  const place = placeIn(words, nodes);
  if (place === null) return null;
  let start = place;
  for (let room = BEFORE; start > 0; start--) {
    room -= (words[start - 1] ?? '').length + 1;
    if (room < 0) break;
  }
  const part = words.slice(start).join(' ');
  const cut = part.length > LENGTH ? `${part.slice(0, LENGTH).trimEnd()}…` : part;
  return start > 0 ? `…${cut}` : cut;
}
