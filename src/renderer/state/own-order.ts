import type { ListId } from '../../shared/model.ts';
import type { App } from './app.svelte.ts';

/** The list that is shown in its own order, all of it, so that papers can be moved in it; null when none is. */
export function ownOrder(app: Pick<App, 'list' | 'outline'>): ListId | null {
  const { view, search, sort, unreadOnly } = app.list.query;
  if (view.kind !== 'list' || search.trim() !== '' || sort !== 'auto' || unreadOnly) return null;
  return listOf(app, view.list)?.query === null ? view.list : null;
}

/** Whether a list holds what its search finds: nothing is put in or taken out by hand. */
export function isSmart(app: Pick<App, 'outline'>, list: ListId): boolean {
  return (listOf(app, list)?.query ?? null) !== null;
}

function listOf({ outline }: Pick<App, 'outline'>, list: ListId) {
  return outline.current?.lists.find(({ id }) => id === list);
}
