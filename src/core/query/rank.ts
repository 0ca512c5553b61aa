/** How well papers answer a search: by where its words stand in them. */
import { assertNever } from '../../shared/errors.ts';
import type { QueryNode, TextNode } from '../../shared/query/syntax.ts';
import { wordsOf } from '../../shared/query/words.ts';
import { forEachBit } from '../bits.ts';
import type { Hits } from '../search/search-index.ts';
import { dealt, type Numbers } from './numbers.ts';

/** Fields by rank; the sum over the words decides first. */
const AUTHORS = 1;
const TEXT = 2;
const NOTE = 3;
/** Of papers that a part does not find. */
const NOT_FOUND = 0xffff_ffff;

/** A rank for each number. */
export type Ranks = Uint32Array;

/**
 * Gives how far the words of a search stand from the title in each paper that it finds, 0 being best, and among equals how
 * many stand in the title inside of words only. Of alternatives the best counts; what excludes or filters does not.
 */
export function ranksOf(
  node: QueryNode | null,
  hits: (node: TextNode) => Hits,
  capacity: number,
): Ranks {
  const field = wordsOf(node).length + 1;
  const ranks = node === null ? null : rank(node, hits, capacity, field);
  return ranks ?? new Uint32Array(capacity);
}

/** Null for a part that ranks nothing. `field`: what one field further from the title costs. */
function rank(
  node: QueryNode,
  hits: (node: TextNode) => Hits,
  capacity: number,
  field: number,
): Ranks | null {
  switch (node.kind) {
    case 'text':
      return textRanks(node, hits(node), capacity, field);
    case 'all':
    case 'any': {
      const parts = node.parts
        .map((part) => rank(part, hits, capacity, field))
        .filter((part) => part !== null);
      if (node.kind === 'all') return parts.length === 0 ? null : parts.reduce(sum);
      if (parts.length === 0) return null;
      const best = parts.reduce(least);
      // An alternative that looks for no words is as good as a hit in the text.
      if (parts.length < node.parts.length) {
        for (let at = 0; at < capacity; at++) best[at] = Math.min(best[at] ?? 0, field * TEXT);
      }
      return best;
    }
    case 'not':
    case 'date':
    case 'votes':
    case 'is':
    case 'has':
    case 'list':
    case 'in':
      return null;
    default:
      return assertNever(node);
  }
}

function textRanks(node: TextNode, hits: Hits, capacity: number, field: number): Ranks {
  const { found, title, begins, authors, note } = hits;
  const ranks = new Uint32Array(capacity);
  const inAuthors = node.field === 'author' ? 0 : field * AUTHORS;
  for (let at = 0; at < capacity; at++) {
    const word = at >>> 5;
    const bit = 1 << (at & 31);
    if (((found[word] ?? 0) & bit) === 0) ranks[at] = NOT_FOUND;
    else if (((title[word] ?? 0) & bit) !== 0)
      ranks[at] = ((begins[word] ?? 0) & bit) === 0 ? 1 : 0;
    else ranks[at] = ((authors[word] ?? 0) & bit) === 0 ? field * TEXT : inAuthors;
  }
  const inNote = node.field === 'note' ? 0 : field * NOTE;
  if (note !== undefined) forEachBit(note, (number) => (ranks[number] = inNote));
  return ranks;
}

function sum(a: Ranks, b: Ranks): Ranks {
  for (let at = 0; at < a.length; at++) {
    const [first, second] = [a[at] ?? 0, b[at] ?? 0];
    a[at] = first === NOT_FOUND || second === NOT_FOUND ? NOT_FOUND : first + second;
  }
  return a;
}

function least(a: Ranks, b: Ranks): Ranks {
  for (let at = 0; at < a.length; at++) a[at] = Math.min(a[at] ?? 0, b[at] ?? 0);
  return a;
}

/** An order by ranks, which this uses up: best first, equal ones as they stood, and what no part finds last. */
export function byRank(order: Numbers, ranks: Ranks): Numbers {
  let worst = 0;
  for (const number of order) {
    const rank = ranks[number] ?? 0;
    if (rank !== NOT_FOUND && rank > worst) worst = rank;
  }
  for (const number of order) {
    if (ranks[number] === NOT_FOUND) ranks[number] = worst + 1;
  }
  return dealt(order, ranks, worst + 1);
}
