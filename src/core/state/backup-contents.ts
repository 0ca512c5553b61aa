import type { BackupContents } from '../../shared/model.ts';
import type { StoredState } from './stored-state.ts';

/** What a backup holds, in numbers. */
export function contentsOf(state: StoredState): BackupContents {
  const { read, starred, notes, lists } = state;
  let latest: number | null = null;
  for (const [, instant] of [...read, ...starred]) latest = Math.max(latest ?? 0, instant);
  for (const [, , updated] of notes) latest = Math.max(latest ?? 0, updated);
  return {
    read: read.length,
    starred: starred.length,
    notes: notes.length,
    lists: lists.length,
    latest,
  };
}
