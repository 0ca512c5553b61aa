import { assertNever } from '../../shared/errors.ts';
import type { View } from '../../shared/model.ts';
import type { LibraryPaper } from '../library/library.ts';
import type { ReaderState } from '../state/reader-state.ts';

export type Match = (paper: LibraryPaper) => boolean;

/** Whether a paper belongs to a view. `dates` matches any appearance, so a paper printed on two days stands in both. */
export function matchView(view: View, state: ReaderState): Match {
  switch (view.kind) {
    case 'all':
      return () => true;
    case 'unread':
      return (paper) => !state.read.has(paper.id);
    case 'starred':
      return (paper) => state.starred.has(paper.id);
    case 'noted':
      return (paper) => state.notes.has(paper.id);
    case 'list': {
      const papers = new Set(state.lists.find((list) => list.id === view.list)?.papers);
      return (paper) => papers.has(paper.id);
    }
    case 'folder':
      return (paper) => paper.appearances.some(({ folder }) => folder === view.folder);
    case 'dates':
      return (paper) =>
        paper.appearances.some(
          ({ folder, paper: { date } }) =>
            folder === view.folder &&
            (view.dates === '' ? date === null : (date?.startsWith(view.dates) ?? false)),
        );
    default:
      return assertNever(view);
  }
}

/** Whether rows that no longer match may stay until the list is left: where the reader's own marks decide. */
export function keepsRows(view: View, unreadOnly: boolean): boolean {
  return unreadOnly || view.kind === 'unread' || view.kind === 'starred' || view.kind === 'noted';
}
