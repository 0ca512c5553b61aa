import { assertNever } from '../../shared/errors.ts';
import type { ChangeLabel } from '../../shared/model.ts';
import { listName } from '../views/lists/list-name.ts';
import { t } from './i18n.svelte.ts';

/** What a change did, in words. */
export function changeText({ kind, value, papers, name, list: id }: ChangeLabel): string {
  const count = papers;
  const list = listName({ id: id ?? '', name: name ?? '' });
  switch (kind) {
    case 'read':
      return value ? t('change.read', { count }) : t('change.unread', { count });
    case 'star':
      return value ? t('change.starred', { count }) : t('change.unstarred', { count });
    case 'note':
      return value ? t('change.noted') : t('change.noteDeleted');
    case 'note.versions':
      return t('change.noted');
    case 'list.put':
      return t('change.listPut', { list });
    case 'list.update':
      return t('change.listUpdated', { list });
    case 'restore':
      if (name === 'import') return t('change.imported');
      return name === 'merge' ? t('change.merged') : t('change.restored');
    case 'list.move':
      return t('change.listMoved', { list });
    case 'batch':
      return name ?? t('change.batch', { count });
    case 'list.delete':
      return t('change.listDeleted', { list });
    case 'list.add':
      return t('change.listAdded', { count, list });
    case 'list.remove':
      return t('change.listRemoved', { count, list });
    case 'list.order':
      return t('change.listOrdered', { list });
    case 'settings':
      return t('change.settings');
    case 'media.paper':
    case 'media.folder':
      return value ? t('change.mediaAllowed') : t('change.mediaBlocked');
    case 'folder.open':
      return t('change.folderOpened');
    case 'folder.close':
      return t('change.folderClosed');
    default:
      return assertNever(kind);
  }
}
