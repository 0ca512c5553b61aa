import type { ListId, ListOutline } from '../../../shared/model.ts';
import type { PickOption } from '../../components/pick-option.ts';
import { t } from '../../i18n/i18n.svelte.ts';
import { listName } from './list-name.ts';

/** The lists whose name holds what was typed, and a new one when none has just that name (its key is `new`). */
export function listOptions(
  lists: readonly ListOutline[],
  within: readonly ListId[],
  typed: string,
): readonly PickOption[] {
  const folded = (text: string): string => text.normalize('NFKC').trim().toLowerCase();
  const wanted = folded(typed);
  const found = lists
    .filter((list) => list.query === null && folded(listName(list)).includes(wanted))
    .map((list): PickOption => {
      const { id } = list;
      return { key: id, label: listName(list), icon: 'list', checked: within.includes(id) };
    });
  if (wanted === '' || lists.some((list) => folded(listName(list)) === wanted)) return found;
  return [...found, { key: 'new', label: t('lists.new', { name: typed.trim() }), icon: 'plus' }];
}
