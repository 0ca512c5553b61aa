import type { QueryNode, TextNode } from './syntax.ts';

/** The words that a query looks for, in its order: what is ranked by, and what is highlighted. Not those it excludes. */
export function wordsOf(node: QueryNode | null): readonly TextNode[] {
  if (node === null) return [];
  if (node.kind === 'text') return [node];
  return node.kind === 'all' || node.kind === 'any' ? node.parts.flatMap(wordsOf) : [];
}

/** Whether a query asks for what the reader does (marks, notes, lists), so that its answer changes while one reads. */
export function followsReader(node: QueryNode | null): boolean {
  switch (node?.kind) {
    case undefined:
    case 'date':
    case 'votes':
    case 'in':
      return false;
    case 'text':
      return node.field === 'note';
    case 'is':
    case 'list':
      return true;
    case 'has':
      return node.value === 'note' || node.value === 'list';
    case 'not':
      return followsReader(node.part);
    case 'all':
    case 'any':
      return node.parts.some(followsReader);
  }
}
