import type { ListId, ListOutline } from '../../../shared/model.ts';
import type { PickOption } from '../../components/pick-option.ts';
import { t } from '../../i18n/i18n.svelte.ts';

/** The lists whose name holds what was typed, and a new one when none has just that name (its key is `new`). */
export function listOptions(
  lists: readonly ListOutline[],
  within: readonly ListId[],
  typed: string,
): readonly PickOption[] {
  const folded = (text: string): string => text.normalize('NFKC').trim().toLowerCase();
  const wanted = folded(typed);
  const found = lists
    .filter(({ name }) => folded(name).includes(wanted))
    .map(({ id, name }): PickOption => {
      return { key: id, label: name, icon: 'list', checked: within.includes(id) };
    });
  if (wanted === '' || lists.some(({ name }) => folded(name) === wanted)) return found;
  return [...found, { key: 'new', label: t('lists.new', { name: typed.trim() }), icon: 'plus' }];
}
