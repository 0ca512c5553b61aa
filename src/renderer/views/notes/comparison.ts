import { presentableDiff } from '@codemirror/merge';

export interface Part {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** Two texts as one: what both have, what only the former had (`gone`), what only the latter has (`new`). */
export function comparison(before: string, after: string): readonly Part[] {
  const parts: Part[] = [];
  const add = (kind: Part['kind'], text: string): void => {
    if (text !== '') parts.push({ kind, text });
  };
  let end = 0;
  for (const { fromA, toA, fromB, toB } of presentableDiff(before, after, { scanLimit: 5_000 })) {
    add('same', before.slice(end, fromA));
    add('gone', before.slice(fromA, toA));
    add('new', after.slice(fromB, toB));
    end = toA;
  }
  add('same', before.slice(end));
  return parts;
}
