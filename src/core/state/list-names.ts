import type { ListId, ReadingList } from '../../shared/model.ts';
import { named, nameKey, withNames } from '../../shared/query/names.ts';
import type { ListChange } from './list-changes.ts';

type Lists = readonly ReadingList[];
/** Lists by what they are called. */
export type Called = readonly Pick<ReadingList, 'id' | 'name'>[];

/** The names of lists before and after lists got other names. */
export interface Renaming {
  readonly before: Called;
  readonly now: ReadonlyMap<ListId, string>;
  /** Those of `before` that have another name now. */
  readonly renamed: Called;
}

/** What got another name between two states of the lists; null when nothing did. */
export function renaming(before: Called, after: Called): Renaming | null {
  const now = new Map(after.map((list) => [list.id, list.name]));
  const renamed = before.filter(({ id, name }) => {
    const other = now.get(id) ?? name;
    return other !== name && nameKey(other) !== nameKey(name);
  });
  return renamed.length === 0 ? null : { before, now, renamed };
}

/**
 * A query that names lists, after lists got other names: it goes on meaning the lists that it meant. A name that two lists
 * had and one has kept gives way to both names. (One that comes to be shared means both lists from then on, as when a
 * second list of a name is made: a query has nothing but the name to tell them by.)
 */
export function followedQuery(query: string, { before, now, renamed }: Renaming): string {
  return withNames(query, (operator, name) => {
    if (operator !== 'list' || named(renamed, name, 'stored').length === 0) return null;
    return [...new Set(named(before, name, 'stored').flatMap(({ id }) => now.get(id) ?? []))];
  });
}

/** The changes by which smart lists follow others that got other names between two states. */
export function followingChanges(before: Lists, after: Lists): readonly ListChange[] {
  const names = renaming(before, after);
  if (names === null) return [];
  return after.flatMap((list) => {
    if (list.query === null) return [];
    const query = followedQuery(list.query, names);
    if (query === list.query) return [];
    return { kind: 'list.update', list: list.id, patch: { query } } as const;
  });
}
