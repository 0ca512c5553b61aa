import type { PaperId, Query } from '../../shared/model.ts';
import { FIRST_QUERY, isArrangement } from './arrangement.ts';

/** What the list showed, without a search: a start is a fresh look. */
export interface KeptView {
  readonly query: Query;
  readonly selected: PaperId | null;
}

/** A kept query, completed where a later version of Lectern knows more; null when there is none. The engine checks the rest. */
export function keptView(value: unknown): KeptView | null {
  if (!isRecord(value) || !isRecord(value['query']) || !isRecord(value['query']['view']))
    return null;
  const kept: unknown = value['query'];
  const { view, unreadOnly } = kept as Partial<Query> & Pick<Query, 'view'>;
  const { sort, descending, group } = isArrangement(kept) ? kept : FIRST_QUERY;
  const shown = { sort, descending, group, unreadOnly: unreadOnly === true };
  const query = { ...FIRST_QUERY, view, ...shown };
  const { selected } = value;
  return { query, selected: typeof selected === 'string' ? selected : null };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
