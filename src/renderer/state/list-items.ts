import type { ResultGroup } from '../../shared/model.ts';

/**
 * How a list scrolls: to the selected row, by the least way or with room around it; or as many rows as it moved, so that it
 * seems to stay; or to a place in pixels, where it was at the end of the last start.
 */
export interface Scroll {
  readonly to:
    | 'nearest'
    | 'center'
    | { readonly by: number; readonly headings: number }
    | { readonly offset: number };
}

/** Height of a group's heading, in CSS pixels: `--heading` of GroupHeading.svelte. */
export const HEADING_HEIGHT = 34;

/** 0, 1, 2, …: as many as were wanted so far. */
const upward: number[] = [];

/** What stands in the list, top to bottom: row 0, 1, … by their indexes, headings as -1 (of group 0), -2, …. */
export function listItems(total: number, groups: readonly ResultGroup[]): readonly number[] {
  if (groups.length === 0) {
    while (upward.length < total) upward.push(upward.length);
    return upward.slice(0, total);
  }
  const items: number[] = [];
  let next = 0;
  for (let row = 0; row < total; row += 1) {
    if (groups[next]?.start === row) {
      items.push(-1 - next);
      next += 1;
    }
    items.push(row);
  }
  return items;
}

/** How many headings stand above a row: its place among the items is so much further down. */
export function headingsAbove(row: number, groups: readonly ResultGroup[]): number {
  let [low, high] = [0, groups.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((groups[middle]?.start ?? 0) <= row) low = middle + 1;
    else high = middle;
  }
  return low;
}

type RowAmong = readonly [row: number, groups: readonly ResultGroup[]];

/** Scrolls as far as a row went, over the headings that stand above it now: it seems to stay. */
export function following(before: RowAmong, now: RowAmong): Scroll {
  return {
    to: { by: now[0] - before[0], headings: headingsAbove(...now) - headingsAbove(...before) },
  };
}

/** The group that a row is the first of, or undefined. */
export function groupAt(row: number, groups: readonly ResultGroup[]): ResultGroup | undefined {
  const group = groups[headingsAbove(row, groups) - 1];
  return group?.start === row ? group : undefined;
}
