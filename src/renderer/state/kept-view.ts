import type { PaperId, Query } from '../../shared/model.ts';
import { FIRST_QUERY, isArrangement } from './arrangement.ts';
import type { Page } from './pages.svelte.ts';

/** What the list showed, with what was looked for in it. */
export interface KeptView {
  readonly query: Query;
  readonly selected: PaperId | null;
}

/** A kept query, completed where a later version of Lectern knows more; null when there is none. The engine checks the rest. */
export function keptView(value: unknown): KeptView | null {
  if (!isRecord(value) || !isRecord(value['query']) || !isRecord(value['query']['view']))
    return null;
  const kept: unknown = value['query'];
  const { view, unreadOnly, search: looked } = kept as Partial<Query> & Pick<Query, 'view'>;
  const { sort, descending, group } = isArrangement(kept) ? kept : FIRST_QUERY;
  const search = typeof looked === 'string' ? looked : '';
  const shown = { sort, descending, group, search, unreadOnly: unreadOnly === true };
  const query = { ...FIRST_QUERY, view, ...shown };
  const { selected } = value;
  return { query, selected: typeof selected === 'string' ? selected : null };
}

/** Whether a kept value is a page that covered the papers; null for none is one too. */
export function isPageOrNone(value: unknown): value is Page | null {
  if (value === null) return true;
  if (!isRecord(value)) return false;
  const { kind, date, list } = value;
  switch (kind) {
    case 'day':
    case 'calendar':
      return date === null || (typeof date === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(date));
    case 'list':
      return typeof list === 'string';
    default:
      return kind === 'statistics';
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
