import { READ_NEXT, type ReadingList } from '../../../shared/model.ts';
import { t } from '../../i18n/i18n.svelte.ts';

/** What a list is called on screen: the built-in queue in the reader's language. */
export function listName({ id, name }: Pick<ReadingList, 'id' | 'name'>): string {
  return id === READ_NEXT ? t('list.readNext') : name;
}
