import type { GroupBy } from '../../../shared/model.ts';
import { formatDate, t } from '../../i18n/i18n.svelte.ts';

/** The most votes of a band by its least: the bands of core/query/groups.ts. */
const MOST: Readonly<Record<string, number | null>> = {
  '0': 0,
  '1': 4,
  '5': 9,
  '10': 19,
  '20': 49,
  '50': 99,
  '100': null,
};

/** What a group of a result is called. */
export function groupLabel(by: GroupBy, label: string): string {
  switch (by) {
    case 'none':
      return '';
    case 'day':
      return label === '' ? t('group.noDay') : formatDate(label, 'day');
    case 'votes':
      if (label === '') return t('group.noVotes');
      return t('group.band', { least: Number(label), most: MOST[label] ?? null });
  }
}
