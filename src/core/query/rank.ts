/** How well papers answer a search: by where its words stand in them. */
import { assertNever } from '../../shared/errors.ts';
import type { QueryNode, TextNode } from '../../shared/query/syntax.ts';
import { wordsOf } from '../../shared/query/words.ts';
import { both, either, isEmpty, without, type Bits } from '../bits.ts';
import type { Hits } from '../search/search-index.ts';

/** Fields by rank; the sum over the words decides first. */
const AUTHORS = 1;
const TEXT = 2;
const NOTE = 3;

/** What each paper's words cost, 0 being best: sets that share no paper. */
type Ranks = ReadonlyMap<number, Bits>;

/**
 * Parts a set into papers that answer a search equally well, best first: by how far its words stand from the title, and
 * among equals by how many stand in the title inside of words only. Of alternatives the best counts; what excludes or filters
 * does not. Last stand those that no part finds.
 */
export function parted(
  bits: Bits,
  node: QueryNode | null,
  hits: (node: TextNode) => Hits,
): readonly Bits[] {
  const field = wordsOf(node).length + 1;
  const ranks = node === null ? null : rank(node, { bits, hits, field });
  if (ranks === null) return [bits];
  const parts = bestFirst(ranks).map(([, papers]) => papers);
  const left = parts.reduce(without, bits);
  return isEmpty(left) ? parts : [...parts, left];
}

interface Ranked {
  /** The papers that matter: of many words few are left, and then little is to be done for each. */
  readonly bits: Bits;
  readonly hits: (node: TextNode) => Hits;
  /** What one field further from the title costs. */
  readonly field: number;
}

/** Null for a part that ranks nothing. */
function rank(node: QueryNode, ranked: Ranked): Ranks | null {
  switch (node.kind) {
    case 'text':
      return textRanks(node, ranked);
    case 'all':
    case 'any': {
      const parts = node.parts.map((part) => rank(part, ranked)).filter((part) => part !== null);
      if (parts.length === 0) return null;
      if (node.kind === 'all') return parts.reduce(sum);
      // An alternative that looks for no words is as good as a hit in the text.
      const isWordless = parts.length < node.parts.length;
      const wordless = added([[ranked.field * TEXT, ranked.bits]]);
      return least(isWordless ? [...parts, wordless] : parts);
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

function textRanks(node: TextNode, { bits, hits, field }: Ranked): Ranks {
  const { found, title, begins, authors, note } = hits(node);
  const inNote = both(bits, note ?? new Uint32Array(bits.length));
  const inText = [title, authors, inNote].reduce(without, both(bits, found));
  return added([
    [0, both(bits, begins)],
    [1, without(both(bits, title), begins)],
    [node.field === 'author' ? 0 : field * AUTHORS, both(bits, authors)],
    [field * TEXT, inText],
    [node.field === 'note' ? 0 : field * NOTE, inNote],
  ]);
}

/** Those with both, at what both cost. */
function sum(a: Ranks, b: Ranks): Ranks {
  return added(
    [...a].flatMap(([first, some]) =>
      [...b].map(([second, others]): [number, Bits] => [first + second, both(some, others)]),
    ),
  );
}

/** Each paper at the least that it costs. */
function least(parts: readonly Ranks[]): Ranks {
  const all = bestFirst(added(parts.flatMap((ranks) => [...ranks])));
  const ranks = new Map<number, Bits>();
  let before: Bits | null = null;
  for (const [cost, papers] of all) {
    ranks.set(cost, before === null ? papers : without(papers, before));
    before = before === null ? papers : either(before, papers);
  }
  return ranks;
}

/** Papers that cost the same put together; none at a cost that none has. */
function added(sets: readonly (readonly [cost: number, papers: Bits])[]): Ranks {
  const ranks = new Map<number, Bits>();
  for (const [cost, papers] of sets) {
    if (isEmpty(papers)) continue;
    const others = ranks.get(cost);
    ranks.set(cost, others === undefined ? papers : either(others, papers));
  }
  return ranks;
}

function bestFirst(ranks: Ranks): readonly (readonly [cost: number, papers: Bits])[] {
  return [...ranks].sort(([a], [b]) => a - b);
}
