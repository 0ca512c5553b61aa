import type { PaperId, PaperRow, Query } from '../../shared/model.ts';

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
