import type { Outline, Query } from '../../../shared/model.ts';

export type EmptyCase =
  | 'scanning'
  | 'search'
  | 'noFolder'
  | 'folder'
  | 'allRead'
  | 'starred'
  | 'noted'
  | 'list'
  | 'smart'
  | 'day';

/** Why the list is empty, most telling reason first. */
export function emptyCase(query: Query, outline: Outline | null, scanning: boolean): EmptyCase {
  if (query.search.trim() !== '') return 'search';
  if (outline !== null && outline.folders.length === 0) return 'noFolder';
  if (outline?.all.total === 0) return scanning ? 'scanning' : 'folder';
  const { view } = query;
  switch (view.kind) {
    case 'starred':
    case 'noted':
      return query.unreadOnly && outline !== null && outline[view.kind].total > 0
        ? 'allRead'
        : view.kind;
    case 'list': {
      const list = outline?.lists.find(({ id }) => id === view.list);
      if (query.unreadOnly && (list?.count.total ?? 0) > 0) return 'allRead';
      return list === undefined || list.query === null ? 'list' : 'smart';
    }
    case 'folder': {
      const folder = outline?.folders.find(({ id }) => id === view.folder);
      if ((folder?.count.total ?? 0) > 0) return 'allRead';
      return scanning ? 'scanning' : 'folder';
    }
    case 'dates':
      return query.unreadOnly ? 'allRead' : 'day';
    case 'all':
    case 'unread':
      return 'allRead';
  }
}
