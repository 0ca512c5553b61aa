/** Brings the state back from what is on disk, whatever happened to it. docs/notes/reader-state.md tells why it may. */
import { join } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import type { Instant, Problem } from '../../shared/model.ts';
import type { Files } from './files.ts';
import type { Entry } from './journal-line.ts';
import type { Segment } from './journal.ts';
import { conflictOf } from './conflict-name.ts';
import { perform } from './perform.ts';
import type { ReadingMode, Versions } from './read-journal.ts';
import { readJournal } from './read-journal.ts';
import type { MutableState } from './reader-state.ts';
import { emptyState } from './reader-state.ts';
import { setAside } from './set-aside.ts';
import { SNAPSHOT, keptName, keptSeq } from './snapshot-folder.ts';
import type { DecodedSnapshot } from './snapshot.ts';
import { BrokenSnapshot, decodeAnySnapshot, refuseNewer } from './snapshot.ts';
import { restoreState } from './stored-state.ts';

export interface Recovered {
  readonly state: MutableState;
  /** The last change that the state holds. */
  readonly seq: number;
  /** The last change that `state.json` holds; null when it is not there or not good. */
  readonly snapshotSeq: number | null;
  readonly segments: readonly Segment[];
  /** Changes that another Lectern made meanwhile on the same data (ReadJournal.rivals). */
  readonly rivals: readonly Entry[];
  /** The oldest and the newest format of what was read; null when there was nothing. */
  readonly versions: Versions | null;
  readonly problems: readonly Problem[];
}

/**
 * Reads the whole of a data folder. To `repair`: broken files are set aside, and a newer format is refused with AppError
 * data-newer; to `look`: nothing is changed, and of a newer format comes what is understood.
 */
export async function recover(
  files: Files,
  dir: string,
  now: Instant,
  mode: ReadingMode = 'repair',
): Promise<Recovered> {
  const problems: Problem[] = [];
  const names = await files.list(dir);
  const kept = names.flatMap((name) => keptSeq(name) ?? []).sort((a, b) => b - a);

  const read = async (name: string): Promise<DecodedSnapshot | null> => {
    const path = join(dir, name);
    const bytes = await files.read(path);
    if (bytes === null) return null;
    try {
      const decoded = decodeAnySnapshot(bytes);
      if (mode === 'repair') refuseNewer(decoded.version, path);
      return decoded;
    } catch (error) {
      if (!(error instanceof BrokenSnapshot)) throw error;
      if (mode === 'look') return null;
      const message = `A snapshot of the reading state is damaged: ${error.message}. It was set aside.`;
      const file = await setAside(files, path, now);
      problems.push({ folder: null, file, code: 'state-set-aside', message, line: null });
      return null;
    }
  };

  const current = await read(SNAPSHOT);
  let base = current;
  // A kept snapshot is older than the current one, unless that one is missing, broken or was put back from elsewhere.
  for (const seq of kept) {
    if (base !== null && base.snapshot.seq >= seq) break;
    const older = await read(keptName(seq));
    if (older !== null && (base === null || older.snapshot.seq > base.snapshot.seq)) base = older;
  }

  const after = base?.snapshot.seq ?? 0;
  const journal = await readJournal(files, dir, after, now, mode);
  problems.push(...journal.problems);
  const state = base === null ? emptyState() : restoreState(base.snapshot);
  const lost = replay(state, after, journal.entries);
  const found = journal.entries.at(-1)?.seq ?? after;
  // Names tell of changes that no file holds any more. Their numbers are not used again.
  const seq = Math.max(found, ...kept, ...journal.segments.map((segment) => segment.seq - 1));
  // Where a sync service left conflict copies, they are in those, and will be merged.
  const inCopies = names.some((name) => conflictOf(name) !== null);
  if (seq > found && !inCopies) lost.push(`changes ${found + 1} to ${seq} are missing`);

  // A crash between the two renames of a write leaves no state.json, but what was to become it: nothing to tell then.
  const interrupted = names.includes(`${SNAPSHOT}.tmp`) && !names.includes(SNAPSHOT);
  const expected = names.includes(SNAPSHOT) || kept.length > 0;
  const fromElsewhere = expected && (current === null || base !== current) && !interrupted;
  if (fromElsewhere || lost.length > 0) {
    const source =
      base === null ? 'the journal' : `the snapshot of change ${after} and the journal`;
    if (found === 0) lost.unshift('nothing could be brought back');
    const outcome = lost.join('; ') || 'nothing that they tell of is missing';
    problems.push({
      folder: null,
      file: join(dir, SNAPSHOT),
      code: 'state-recovered',
      message: `The reading state was recovered from ${source}: ${outcome}.`,
      line: null,
    });
  }
  return {
    state,
    seq,
    snapshotSeq: current?.snapshot.seq ?? null,
    segments: journal.segments,
    rivals: journal.rivals,
    versions: versionsOf(base?.version ?? null, journal.versions),
    problems,
  };
}

function versionsOf(snapshot: number | null, journal: Versions | null): Versions | null {
  if (snapshot === null) return journal;
  const lines = journal ?? { oldest: snapshot, newest: snapshot };
  return {
    oldest: Math.min(snapshot, lines.oldest),
    newest: Math.max(snapshot, lines.newest),
  };
}

/** Applies entries in their order; gives in words what is missing or could not be applied. */
function replay(state: MutableState, after: number, entries: readonly Entry[]): string[] {
  const lost: string[] = [];
  let expected = after + 1;
  for (const { seq, time, edit } of entries) {
    if (seq > expected) lost.push(`changes ${expected} to ${seq - 1} are missing`);
    expected = seq + 1;
    try {
      perform(state, edit, time);
    } catch (error) {
      // Only what a missing change had made (a list) can be missed here.
      if (!(error instanceof AppError)) throw error;
      lost.push(`change ${seq} could not be applied (${error.message})`);
    }
  }
  return lost;
}
