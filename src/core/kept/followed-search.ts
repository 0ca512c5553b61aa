import { AppError } from '../../shared/errors.ts';
import type { ReadingList } from '../../shared/model.ts';
import { listNamesIn, named, withExactNames } from '../../shared/query/names.ts';
import { MAX_QUERY } from '../../shared/schemas.ts';
import { followedQuery } from '../state/list-names.ts';
import type { Remembered } from './kept-file.ts';

/**
 * A kept export whose search names lists as they are called now, after they were renamed (be it by undo) since it was last
 * written. Errors: not-found when a list that it names has gone: without that part it might be the whole library.
 */
export function followedSearch(
  remembered: Remembered,
  lists: readonly Pick<ReadingList, 'id' | 'name'>[],
): Remembered {
  const { kept, named: before } = remembered;
  const { search } = kept.query;
  const followed =
    before === null
      ? withExactNames(search, { lists, folders: [] })
      : followedQuery(search, before, lists);
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
