import { READ_NEXT, type ListId } from '../../shared/model.ts';
import type { App } from './app.svelte.ts';

/** The list that is shown in its own order, all of it, so that papers can be moved in it; null when none is. */
export function ownOrder({ list, outline }: App): ListId | null {
  const { view, search, sort, unreadOnly } = list.query;
  if (view.kind !== 'list' || search.trim() !== '' || sort !== 'auto' || unreadOnly) return null;
  const found = outline.current?.lists.find(({ id }) => id === view.list);
  return found !== undefined && (found.query === null || found.id === READ_NEXT) ? found.id : null;
}
