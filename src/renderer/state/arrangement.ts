import type { GroupBy, Query, SortKey } from '../../shared/model.ts';

/** How lists are sorted and grouped: kept for the next start. */
export type Arrangement = Pick<Query, 'sort' | 'descending' | 'group'>;

/** What a new reader sees first. */
export const FIRST_QUERY: Query = {
  view: { kind: 'unread' },
  search: '',
  sort: 'auto',
  descending: true,
  group: 'none',
  unreadOnly: false,
};

export const SORT_KEYS: readonly SortKey[] = ['auto', 'date', 'votes', 'title', 'authors', 'added'];
export const GROUPINGS: readonly GroupBy[] = ['none', 'day', 'votes'];

/** Whether a kept value is an arrangement, at least. */
export function isArrangement(value: unknown): value is Arrangement {
  if (typeof value !== 'object' || value === null) return false;
  const { sort, descending, group } = value as Partial<Record<keyof Arrangement, unknown>>;
  return (
    SORT_KEYS.some((key) => key === sort) &&
    GROUPINGS.some((key) => key === group) &&
    typeof descending === 'boolean'
  );
}
