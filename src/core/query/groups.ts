import type { GroupBy, Query, ResultGroup } from '../../shared/model.ts';
import type { LibraryPaper } from '../library/library.ts';
import type { Catalogue } from './catalogue.ts';
import { Arranged } from './arranged.ts';
import { dealt } from './numbers.ts';

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
  arranged: Arranged,
  query: Query,
  catalogue: Catalogue,
): { readonly arranged: Arranged; readonly groups: readonly ResultGroup[] } {
  const { group } = query;
  if (group === 'none') return { arranged, groups: [] };
  const numbers = arranged.all();
  const sizes = new Map<string, number>();
  const labelled = Array.from(numbers, (number) => {
    const paper = catalogue.paper(number);
    const label = paper === undefined ? NONE : labelOf(paper, group);
    sizes.set(label, (sizes.get(label) ?? 0) + 1);
    return label;
  });
  const turn = isAscending(query) ? 1 : -1;
  const labels = [...sizes.keys()].sort((a, b) => {
    if (a === NONE || b === NONE) return a === b ? 0 : a === NONE ? 1 : -1;
    if (group === 'votes') return turn * (Number(a) - Number(b));
    return turn * (a < b ? -1 : a > b ? 1 : 0);
  });
  const places = new Map(labels.map((label, place) => [label, place]));
  const keys = new Int32Array(catalogue.capacity);
  labelled.forEach((label, at) => (keys[numbers[at] ?? 0] = places.get(label) ?? 0));
  let start = 0;
  const groups = labels.map((label): ResultGroup => {
    const group = { start, label };
    start += sizes.get(label) ?? 0;
    return group;
  });
  return { arranged: Arranged.as(dealt(numbers, keys, labels.length)), groups };
}
