import { join } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import { readBackup } from './backups.ts';
import { conflictOf } from './conflict-name.ts';
import type { Files } from './files.ts';
import type { Entry } from './journal-line.ts';
import { entriesOf } from './read-journal.ts';
import type { StoredState } from './stored-state.ts';

export interface Conflicts {
  /** All of them, also those that could not be read. */
  readonly names: readonly string[];
  readonly states: readonly StoredState[];
  readonly entries: readonly Entry[];
  /** Of a newer format: left alone. */
  readonly newer: readonly string[];
}

/** Reads the conflict copies of a data folder; null when there are none. Rejects with the system's error. */
export async function readConflicts(files: Files, dir: string): Promise<Conflicts | null> {
  const found = (await files.list(dir)).filter((name) => conflictOf(name) !== null);
  if (found.length === 0) return null;
  const names: string[] = [];
  const states: StoredState[] = [];
  const entries: Entry[] = [];
  const newer: string[] = [];
  for (const name of found) {
    const bytes = await files.read(join(dir, name));
    if (bytes === null) continue;
    try {
      if (conflictOf(name) === 'snapshot') states.push(readBackup(bytes, name));
      else entries.push(...entriesOf(bytes.toString('utf8'), name));
      names.push(name);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code === 'data-newer') newer.push(name);
      else names.push(name);
    }
  }
  return { names, states, entries, newer };
}
