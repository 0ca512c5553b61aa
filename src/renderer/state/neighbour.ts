import type { PaperId, PaperRow, Query, ResultInfo } from '../../shared/model.ts';

/** Rows looked through: more than a screen shows. */
const REACH = 400;

/** Whether a row's own marks leave it in the query's view. */
function stays({ view, unreadOnly }: Query, row: PaperRow): boolean {
  if (row.read && (unreadOnly || view.kind === 'unread')) return false;
  if (view.kind === 'starred') return row.starred;
  return view.kind !== 'noted' || row.noted;
}

/** The paper to select when the one at `index` goes: the next fetched one that stays, else the one before. */
export function neighbour(
  query: Query,
  index: number,
  rowAt: (index: number) => PaperRow | undefined,
): PaperId | null {
  for (const step of [1, -1]) {
    for (let reach = 1; reach <= REACH; reach += 1) {
      const row = rowAt(index + step * reach);
      if (row === undefined) break;
      if (stays(query, row)) return row.id;
    }
  }
  return null;
}

/** Where the selection stands in a new result: on the paper that was looked for, else where it stood, else on the first row. */
export function selectionIn(info: ResultInfo, before: number | null): number | null {
  if (info.total === 0) return null;
  return info.index ?? Math.min(before ?? 0, info.total - 1);
}
