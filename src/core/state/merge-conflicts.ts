import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Instant, Problem } from '../../shared/model.ts';
import type { Conflicts } from './conflict-files.ts';
import type { Files } from './files.ts';
import type { Entry } from './journal-line.ts';
import { ChangeTimes, merge } from './merge.ts';
import { readJournal } from './read-journal.ts';
import type { ReaderState } from './reader-state.ts';
import { setAside } from './set-aside.ts';
import type { StoredState } from './stored-state.ts';
import { restoreState, storeState } from './stored-state.ts';

/**
 * How conflict copies and rivals are merged into a state: gives the merged one, or null when that changes nothing.
 * Rejects with the system's error.
 */
export async function merging(
  files: Files,
  dir: string,
  now: Instant,
  theirs: { readonly conflicts: Conflicts | null; readonly rivals: readonly Entry[] },
): Promise<(state: ReaderState) => StoredState | null> {
  const { conflicts, rivals } = theirs;
  const journal = await readJournal(files, dir, 0, now, 'look');
  const isRival = (entry: Entry): boolean =>
    rivals.some((rival) => isDeepStrictEqual(rival, entry));
  const own = new Map(
    journal.entries.filter((entry) => !isRival(entry)).map((entry) => [entry.seq, entry]),
  );
  const foreign = (conflicts?.entries ?? []).filter(
    (entry) => !isDeepStrictEqual(own.get(entry.seq), entry),
  );
  const times = new ChangeTimes([...own.values()]);
  return (state) => {
    const before = storeState(state);
    const merged = restoreState(before);
    merge(merged, { states: conflicts?.states ?? [], entries: [...foreign, ...rivals] }, times);
    const after = storeState(merged);
    return isDeepStrictEqual(after, before) ? null : after;
  };
}

/** Renames conflict copies that were merged, so that they are not merged again; tells them. */
export async function putAway(
  files: Files,
  dir: string,
  now: Instant,
  conflicts: Conflicts,
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const name of conflicts.names) {
    const file = await setAside(files, join(dir, name), now, 'merged');
    problems.push(
      told(file, 'A conflict copy of a sync service was merged into the reading state.'),
    );
  }
  for (const name of conflicts.newer) {
    problems.push(
      told(
        join(dir, name),
        'A conflict copy was written by a newer Lectern. Update Lectern to have it merged.',
      ),
    );
  }
  return problems;
}

function told(file: string, message: string): Problem {
  return { folder: null, file, code: 'state-merged', message, line: null };
}
