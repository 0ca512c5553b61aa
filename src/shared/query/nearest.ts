import { OPERATOR_NAMES, type Operator, type QueryHint } from './syntax.ts';

/** A word before a colon that may be an operator's name. `https://…` and `12:30` are none. */
const LOOKS_LIKE = /^(\p{L}{2,12})[:：](?!\/\/)/u;
/** Shorter names are too near to other words: `on:` is not `in:` mistyped. */
const SHORTEST = 3;

/** The operator that an unknown one is a typing mistake for (`auther:`), or null. */
export function nearestOperator(word: string): QueryHint | null {
  const typed = LOOKS_LIKE.exec(word)?.[1];
  if (typed === undefined) return null;
  const name = typed.toLowerCase();
  for (const operator of Object.keys(OPERATOR_NAMES) as Operator[]) {
    for (const known of OPERATOR_NAMES[operator]) {
      if (/^[a-z]/.test(known) && known.length >= SHORTEST && isOneMistake(name, known)) {
        return { kind: 'unknownOperator', typed, meant: operator };
      }
    }
  }
  return null;
}

/** Whether one letter too many, too few, or wrong, or two in the wrong order, make one word of the other. */
export function isOneMistake(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (
    end < Math.min(a.length, b.length) - start &&
    a[a.length - 1 - end] === b[b.length - 1 - end]
  ) {
    end += 1;
  }
  const [left, right] = [a.length - start - end, b.length - start - end];
  if (left <= 1 && right <= 1) return true;
  return left === 2 && right === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
}
