import type { ReadingList } from '../../shared/model.ts';
import { named, nameKey, withNames } from '../../shared/query/names.ts';
import type { ListChange } from './list-changes.ts';

type Lists = readonly ReadingList[];
type Called = readonly Pick<ReadingList, 'id' | 'name'>[];

/**
 * A query that names lists, after lists got other names: it goes on meaning the lists that it meant. A name that two lists
 * had and one has kept gives way to both names. (One that comes to be shared means both lists from then on, as when a
 * second list of a name is made: a query has nothing but the name to tell them by.)
 */
export function followedQuery(query: string, before: Called, after: Called): string {
  const now = new Map(after.map((list) => [list.id, list.name]));
  const renamed = before.filter(({ id, name }) => nameKey(now.get(id) ?? name) !== nameKey(name));
  if (renamed.length === 0) return query;
  return withNames(query, (operator, name) => {
    if (operator !== 'list' || named(renamed, name, 'stored').length === 0) return null;
    return [...new Set(named(before, name, 'stored').flatMap(({ id }) => now.get(id) ?? []))];
  });
}

/** The changes by which smart lists follow others that got other names between two states. */
export function followingChanges(before: Lists, after: Lists): readonly ListChange[] {
  return after.flatMap((list) => {
    if (list.query === null) return [];
    const query = followedQuery(list.query, before, after);
    if (query === list.query) return [];
    return { kind: 'list.update', list: list.id, patch: { query } } as const;
  });
}
