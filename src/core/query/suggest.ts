import { inOtherLayout, otherLayout } from '../../shared/query/layout.ts';
import { printQuery } from '../../shared/query/print.ts';
import type { QueryNode } from '../../shared/query/syntax.ts';
import { wordsOf } from '../../shared/query/words.ts';

/** So few papers may have been found by chance: a string of letters stands inside some longer word. */
const FEW = 3;
/** Words that are tried one by one. */
const MOST_WORDS = 8;

/**
 * A query that finds more than the one that was typed, whose words stand in the wrong keyboard layout; null when there is
 * none. `count` tells how many papers a query finds, here and now.
 */
export function suggestion(
  node: QueryNode | null,
  found: number,
  count: (node: QueryNode) => number,
): string | null {
  if (node === null || found > FEW) return null;
  const words = wordsOf(node);
  if (words.length === 0 || words.length > MOST_WORDS) return null;
  const whole = inOtherLayout(node);
  const tries = whole === null ? [] : [whole];
  // `ahepf lora`: the second word is meant as it is.
  if (words.length > 1) {
    for (const word of words) {
      const other = otherLayout(word.text);
      if (other !== null) tries.push(replaced(node, word, { ...word, text: other }));
    }
  }
  const best = tries
    .map((turned) => ({ turned, found: count(turned) }))
    .reduce<{ turned: QueryNode | null; found: number }>(
      (most, each) => (each.found > most.found ? each : most),
      { turned: null, found },
    );
  return best.turned === null ? null : printQuery(best.turned);
}

function replaced(node: QueryNode, old: QueryNode, by: QueryNode): QueryNode {
  if (node === old) return by;
  if (node.kind !== 'all' && node.kind !== 'any') return node;
  return { ...node, parts: node.parts.map((part) => replaced(part, old, by)) };
}
