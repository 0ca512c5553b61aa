/** Groups of reading lists: a list's `group` is '' or names joined by `/`, outermost first. */
import type { ListId, ListOutline } from '../../../shared/model.ts';
import { READ_NEXT } from '../../../shared/model.ts';

/** A line of the lists' tree. */
export type ListLine =
  | {
      readonly kind: 'group';
      readonly path: string;
      readonly name: string;
      readonly level: number;
      readonly lists: readonly ListOutline[];
    }
  | { readonly kind: 'list'; readonly list: ListOutline; readonly level: number };

/** A group as typed: blank names and spaces around them go. */
export function cleanGroup(typed: string): string {
  return typed
    .split('/')
    .map((name) => name.trim())
    .filter(Boolean)
    .join('/');
}

/** Whether a group is another one or lies in it. */
export function isWithin(group: string, path: string): boolean {
  return group === path || group.startsWith(`${path}/`);
}

/**
 * The lists as a tree: a group stands where its first list stands, and its lists and groups below it, each in the
 * reader's own order. `isOpen`: whether a group's lines show.
 */
export function listTree(
  lists: readonly ListOutline[],
  isOpen: (path: string) => boolean,
): readonly ListLine[] {
  return linesOf(lists, '', 1, isOpen);
}

function linesOf(
  lists: readonly ListOutline[],
  path: string,
  level: number,
  isOpen: (path: string) => boolean,
): readonly ListLine[] {
  const lines: ListLine[] = [];
  const done = new Set<string>();
  for (const list of lists) {
    if (list.group === path) lines.push({ kind: 'list', list, level });
    else {
      const name = list.group.slice(path === '' ? 0 : path.length + 1).split('/')[0] ?? '';
      const below = path === '' ? name : `${path}/${name}`;
      if (done.has(below)) continue;
      done.add(below);
      const inside = lists.filter(({ group }) => isWithin(group, below));
      lines.push({ kind: 'group', path: below, name, level, lists: inside });
      if (isOpen(below)) lines.push(...linesOf(inside, below, level + 1, isOpen));
    }
  }
  return lines;
}

/** Where a list may stand, in the order shown: before or after each of the others, each in its group. */
export interface Place {
  readonly index: number;
  readonly group: string;
}

/** The place one line up or down from where a list stands, into and out of groups; null at the end. */
export function stepPlace(lists: readonly ListOutline[], id: ListId, step: 1 | -1): Place | null {
  const lines = listTree(lists, () => true).filter(
    (line) => line.kind === 'group' || line.list.id !== READ_NEXT,
  );
  const at = lines.findIndex((line) => line.kind === 'list' && line.list.id === id);
  const own = lines[at];
  if (own?.kind !== 'list') return null;
  const neighbour = lines[at + step];
  const { group } = own.list;
  const parent = group.includes('/') ? group.slice(0, group.lastIndexOf('/')) : '';
  if (step === 1) {
    // Below a group's last list is the way out of it.
    if (neighbour === undefined || neighbour.level < own.level) {
      return group === '' ? null : placeAfter(lists, id, lastOf(lists, group), parent);
    }
    return neighbour.kind === 'group'
      ? placeBefore(lists, id, neighbour.lists[0]?.id ?? null, neighbour.path)
      : placeAfter(lists, id, neighbour.list.id, neighbour.list.group);
  }
  if (neighbour === undefined) return null;
  if (neighbour.level < own.level) {
    const [first] = lists.filter((list) => isWithin(list.group, group));
    return placeBefore(lists, id, first?.id ?? null, parent);
  }
  // Above may be the last list of a group, which takes it in.
  return neighbour.kind === 'list' && neighbour.list.group !== group
    ? placeAfter(lists, id, neighbour.list.id, neighbour.list.group)
    : placeBefore(lists, id, neighbour.kind === 'list' ? neighbour.list.id : null, group);
}

/** The place just before another list, in a group. */
export function placeBefore(
  lists: readonly ListOutline[],
  id: ListId,
  other: ListId | null,
  group: string,
): Place {
  const rest = lists.filter((list) => list.id !== id && list.id !== READ_NEXT);
  const at = rest.findIndex((list) => list.id === other);
  return { index: at < 0 ? lists.findIndex((list) => list.id === id) : at, group };
}

/** The place just behind another list, in a group. */
export function placeAfter(
  lists: readonly ListOutline[],
  id: ListId,
  other: ListId | null,
  group: string,
): Place {
  const { index } = placeBefore(lists, id, other, group);
  return { index: other === null || other === id ? index : index + 1, group };
}

function lastOf(lists: readonly ListOutline[], group: string): ListId | null {
  return lists.findLast((list) => isWithin(list.group, group))?.id ?? null;
}

/** The order of a list's papers once some of them stand before (or behind) another, in their own order. */
export function movedPapers(
  papers: readonly string[],
  moved: readonly string[],
  target: string,
  side: 'before' | 'after',
): readonly string[] {
  const set = new Set(moved);
  if (set.has(target)) return papers;
  const own = papers.filter((id) => set.has(id));
  const rest = papers.filter((id) => !set.has(id));
  const at = rest.indexOf(target) + (side === 'after' ? 1 : 0);
  return rest.toSpliced(at, 0, ...own);
}

/** The order once some papers went one place up or down as a block; the same array at the end. */
export function steppedPapers(
  papers: readonly string[],
  moved: readonly string[],
  step: 1 | -1,
): readonly string[] {
  const set = new Set(moved);
  const places = papers.flatMap((id, index) => (set.has(id) ? [index] : []));
  const edge = step === 1 ? places.at(-1) : places[0];
  const target = edge === undefined ? undefined : papers[edge + step];
  if (target === undefined) return papers;
  return movedPapers(papers, moved, target, step === 1 ? 'after' : 'before');
}
