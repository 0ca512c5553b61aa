import type { GroupBy, Query, ResultGroup } from '../../shared/model.ts';
import type { LibraryPaper } from '../library/library.ts';
import type { Catalogue } from './catalogue.ts';

/** Least votes of each band. */
const BANDS = [100, 50, 20, 10, 5, 1, 0];
/** Of papers that state no votes, or no day: such a group stands last. */
const NONE = '';

function labelOf({ date, votes }: LibraryPaper, group: Exclude<GroupBy, 'none'>): string {
  if (group === 'day') return date ?? NONE;
  if (votes === null) return NONE;
  return String(BANDS.find((least) => votes >= least) ?? 0);
}

/** Whether the groups stand upwards: the sort they are of says so. */
function isAscending({ group, sort, descending }: Query): boolean {
  if (descending) return false;
  return (group === 'day' && sort === 'date') || (group === 'votes' && sort === 'votes');
}

/** Puts papers of a kind together, in their order, and tells where each kind begins. */
export function grouped(
  numbers: readonly number[],
  query: Query,
  catalogue: Catalogue,
): { readonly numbers: readonly number[]; readonly groups: readonly ResultGroup[] } {
  const { group } = query;
  if (group === 'none') return { numbers, groups: [] };
  const byLabel = new Map<string, number[]>();
  for (const number of numbers) {
    const paper = catalogue.paper(number);
    const label = paper === undefined ? NONE : labelOf(paper, group);
    const known = byLabel.get(label);
    if (known === undefined) byLabel.set(label, [number]);
    else known.push(number);
  }
  const turn = isAscending(query) ? 1 : -1;
  const labels = [...byLabel.keys()].sort((a, b) => {
    if (a === NONE || b === NONE) return a === b ? 0 : a === NONE ? 1 : -1;
    if (group === 'votes') return turn * (Number(a) - Number(b));
    return turn * (a < b ? -1 : a > b ? 1 : 0);
  });
  const result: number[] = [];
  const groups: ResultGroup[] = [];
  for (const label of labels) {
    groups.push({ start: result.length, label });
    for (const number of byLabel.get(label) ?? []) result.push(number);
  }
  return { numbers: result, groups };
}
