import type { SortKey } from '../../../shared/model.ts';
import type { MenuItem } from '../../components/menu-item.ts';
import { parseQuery } from '../../../shared/query/parse.ts';
import { wordsOf } from '../../../shared/query/words.ts';
import { t } from '../../i18n/i18n.svelte.ts';
import { GROUPINGS } from '../../state/arrangement.ts';
import type { ListState } from '../../state/list.svelte.ts';

/** Each key begins with the direction that one means by it: newest, most votes, A to Z. Chosen again, it turns round. */
const BEGINS_DESCENDING: Readonly<Record<SortKey, boolean>> = {
  auto: true,
  date: true,
  votes: true,
  title: false,
  authors: false,
  added: true,
};

function autoLabel({ search, view }: ListState['query']): string {
  if (wordsOf(parseQuery(search).node).length > 0) return t('sort.relevance');
  return view.kind === 'list' ? t('sort.own') : t('sort.auto');
}

/** The menu of how the list is sorted and grouped. */
export function sortItems(list: ListState): readonly MenuItem[] {
  return [...sorts(list), ...groupings(list)];
}

function groupings(list: ListState): readonly MenuItem[] {
  return GROUPINGS.map((group, index) => ({
    label: t(`group.${group}`),
    checked: list.query.group === group,
    begins: index === 0,
    run: () => void list.group(group),
  }));
}

function sorts(list: ListState): readonly MenuItem[] {
  const { query } = list;
  const keys = Object.keys(BEGINS_DESCENDING) as SortKey[];
  return keys.map((key) => {
    const checked = query.sort === key;
    const label = key === 'auto' ? autoLabel(query) : t(`sort.${key}`);
    const turns = checked && key !== 'auto';
    return {
      label: turns ? `${label} ${query.descending ? '↓' : '↑'}` : label,
      checked,
      run: () => void list.sort(key, turns ? !query.descending : BEGINS_DESCENDING[key]),
    };
  });
}
