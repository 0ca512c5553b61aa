import type { Outline, View } from '../../shared/model.ts';
import { formatDate, t } from '../i18n/i18n.svelte.ts';
import { listName } from './lists/list-name.ts';

/** A year, month or day, as a line under its parent (`inside`) or standing alone. '' is "no date". */
export function dateText(dates: string, inside: boolean): string {
  if (dates === '') return t('view.undated');
  const parts = dates.split('-').length;
  if (parts === 1) return formatDate(dates, 'year');
  if (parts === 2) return formatDate(dates, inside ? 'month' : 'monthOfYear');
  return formatDate(dates, inside ? 'dayOfMonth' : 'day');
}

/** What a view is called; '' for a list or folder that is gone. */
export function viewTitle(view: View, outline: Outline | null): string {
  switch (view.kind) {
    case 'list': {
      const list = outline?.lists.find(({ id }) => id === view.list);
      return list === undefined ? '' : listName(list);
    }
    case 'folder':
      return outline?.folders.find(({ id }) => id === view.folder)?.name ?? '';
    case 'dates':
      return dateText(view.dates, false);
    case 'all':
    case 'unread':
    case 'starred':
    case 'noted':
      return t(`view.${view.kind}`);
  }
}
