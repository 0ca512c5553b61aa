import type { Instant, Note, PaperId } from '../../shared/model.ts';
import type { ReaderState } from './reader-state.ts';

/** A note that rests this long is a version when it is changed again: typing goes on in the same one. */
const SESSION_MS = 5 * 60_000;
/** Who writes without a rest gets a version this often. */
const LONGEST_MS = 10 * 60_000;
const MOST_VERSIONS = 50;
/** Characters of all kept versions of a paper's note, the newest excepted. */
const MOST_CHARACTERS = 2_000_000;

/** Whether a text that is about to be replaced is worth keeping. */
function isVersion(note: Note, last: Note | undefined, text: string, time: Instant): boolean {
  if (time - note.updated >= SESSION_MS) return true;
  // Much of it goes at once: a slip of the hand, maybe.
  if (text.length * 2 < note.text.length) return true;
  return last !== undefined && note.updated - last.updated >= LONGEST_MS;
}

/**
 * Earlier texts of a paper's note, newest first, once it becomes `text` at `time`; the same array when there is nothing
 * new to keep. Depends on nothing but its arguments, so that a replay of the journal keeps the same versions.
 */
export function keptVersions(
  state: ReaderState,
  paper: PaperId,
  text: string,
  time: Instant,
): readonly Note[] {
  const versions = state.noteVersions.get(paper) ?? [];
  const note = state.notes.get(paper);
  const [last] = versions;
  if (note === undefined || note.text === last?.text) return versions;
  if (!isVersion(note, last, text, time)) return versions;
  let characters = 0;
  return [note, ...versions].filter((version, index) => {
    characters += index === 0 ? 0 : version.text.length;
    return index < MOST_VERSIONS && characters <= MOST_CHARACTERS;
  });
}

/** The versions with one more text in its place by time; the same array when that is the note or among them already. */
export function withVersion(
  versions: readonly Note[],
  note: Note | undefined,
  more: Note,
): readonly Note[] {
  const known = [note, ...versions].some((each) => each?.text === more.text);
  if (known || more.text === '') return versions;
  return [...versions, more].sort((a, b) => b.updated - a.updated);
}
