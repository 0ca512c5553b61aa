import { AppError } from '../../shared/errors.ts';
import { listNamesIn, named, withExactNames } from '../../shared/query/names.ts';
import { MAX_QUERY } from '../../shared/schemas.ts';
import { followedQuery, renaming, type Called } from '../state/list-names.ts';
import type { Remembered } from './kept-file.ts';

/**
 * A kept export whose search names lists as they are called now, after they were renamed (be it by undo) since it was last
 * written. Errors: not-found when a list that it names has gone: without that part it might be the whole library.
 */
export function followedSearch(remembered: Remembered, lists: Called): Remembered {
  const { kept, named: before } = remembered;
  const { search } = kept.query;
  const followed = followedNames(search, before, lists);
  // One that could not be read back stays as it was: a list that it names is gone then.
  const exact = followed.length > MAX_QUERY ? search : followed;
  const meant = listNamesIn(exact).flatMap((name) => {
    const found = named(lists, name, 'stored');
    if (found.length > 0) return found;
    throw new AppError('not-found', 'A list that the search names has gone.', { subject: name });
  });
  return {
    ...remembered,
    kept: { ...kept, query: { ...kept.query, search: exact } },
    named: meant.map(({ id, name }) => ({ id, name })),
  };
}

function followedNames(search: string, before: Remembered['named'], lists: Called): string {
  if (before === null) return withExactNames(search, { lists, folders: [] });
  const names = renaming(before, lists);
  return names === null ? search : followedQuery(search, names);
}
