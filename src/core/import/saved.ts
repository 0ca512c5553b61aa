/** Lectern's own data on their way in: added to what there is, or in its place. Times and earlier versions come along. */
import type { Instant, Note, PaperId, ReadingList, SingleChange } from '../../shared/model.ts';
import { READ_NEXT } from '../../shared/model.ts';
import type { SavedState } from '../export/saved-state.ts';
import type { SingleEdit } from '../state/changes.ts';
import { withVersion } from '../state/note-versions.ts';
import type { ReaderState } from '../state/reader-state.ts';
import { READ_NEXT_LIST } from '../state/reader-state.ts';
import type { StoredState } from '../state/stored-state.ts';
import { storeState } from '../state/stored-state.ts';

/** Of one paper's note; a file may hold no more. */
const MOST_VERSIONS = 1_000;
const MOST_ID = 190;

function addMarks(
  kind: 'read' | 'star',
  file: SavedState['read'],
  has: ReadonlyMap<PaperId, Instant>,
): readonly SingleEdit[] {
  const added = [...new Map(file)].filter(([paper]) => !has.has(paper));
  if (added.length === 0) return [];
  const papers = added.map(([paper]) => paper);
  return [{ change: { kind, papers, value: true }, instants: added.map(([, time]) => time) }];
}

/** What becomes of a note and its versions when others come to it: the later text is the note, none is dropped. */
function mergedNote(
  own: Note | undefined,
  versions: readonly Note[],
  theirs: Note | undefined,
  others: readonly Note[],
): { readonly note: Note | undefined; readonly versions: readonly Note[] } {
  const isLater = theirs !== undefined && (own === undefined || theirs.updated > own.updated);
  const note = isLater && theirs.text !== own?.text ? theirs : own;
  const more = [own, theirs, ...others].filter((each) => each !== undefined);
  return { note, versions: more.reduce((kept, each) => withVersion(kept, note, each), versions) };
}

function addNotes(file: SavedState, state: ReaderState): readonly SingleEdit[] {
  const notes = new Map(file.notes.filter(([, { text }]) => text.trim() !== ''));
  const versions = new Map(file.noteVersions);
  return [...new Set([...notes.keys(), ...versions.keys()])].flatMap((paper) => {
    const own = state.notes.get(paper);
    const kept = state.noteVersions.get(paper) ?? [];
    const merged = mergedNote(own, kept, notes.get(paper), versions.get(paper) ?? []);
    const edits: SingleEdit[] = [];
    if (merged.note !== undefined && merged.note !== own) {
      const { text, updated } = merged.note;
      edits.push({ change: { kind: 'note', paper, text }, instants: [updated] });
    }
    // After the note, whose change may keep a version by itself.
    if (edits.length > 0 || merged.versions !== kept) {
      const all = merged.versions.slice(0, MOST_VERSIONS);
      edits.push({ change: { kind: 'note.versions', paper, versions: all }, instants: null });
    }
    return edits;
  });
}

function addLists(file: SavedState['lists'], state: ReaderState): readonly SingleEdit[] {
  const own = new Map(state.lists.map((list) => [list.id, list]));
  const changes: SingleChange[] = [];
  const put = (list: ReadingList): void => {
    const { id } = list;
    if (own.has(id)) return;
    own.set(id, list);
    // Behind the others, before READ_NEXT.
    changes.push({ kind: 'list.put', list, index: own.size });
  };
  for (const list of soundLists(file)) {
    const there = own.get(list.id);
    if (there === undefined) put(list);
    else if ((there.query === null) !== (list.query === null)) {
      // One fills itself and the other does not: both stay.
      put({ ...list, id: `${list.id.slice(0, MOST_ID)}-imported` });
    } else {
      const has = new Set(there.papers);
      const papers = list.papers.filter((paper) => !has.has(paper));
      if (papers.length > 0) changes.push({ kind: 'list.add', list: list.id, papers });
      if (there.description === '' && list.description !== '') {
        const patch = { description: list.description };
        changes.push({ kind: 'list.update', list: list.id, patch });
      }
    }
  }
  return changes.map((change) => ({ change, instants: null }));
}

/** Lists as the state has them: each once, each paper once, none in a list that fills itself, READ_NEXT last. */
function soundLists(lists: readonly ReadingList[]): readonly ReadingList[] {
  const byId = new Map<string, ReadingList>();
  for (const list of lists) {
    const papers = list.query === null ? [...new Set(list.papers)] : [];
    byId.set(list.id, { ...list, papers });
  }
  const queue = byId.get(READ_NEXT);
  byId.delete(READ_NEXT);
  const { name, query } = READ_NEXT_LIST;
  return [...byId.values(), queue ? { ...queue, name, query } : READ_NEXT_LIST];
}

/** What adds saved data to a state: nothing of it goes; of two notes the later shows, the other is an earlier version. */
export function mergeEdits(file: SavedState, state: ReaderState): readonly SingleEdit[] {
  return [
    ...addMarks('read', file.read, state.read),
    ...addMarks('star', file.starred, state.starred),
    ...addNotes(file, state),
    ...addLists(file.lists, state),
  ];
}

/** The state once saved data have taken its place. What belongs to this computer (folders, allowed media) stays. */
export function replacedState(file: SavedState, state: ReaderState): StoredState {
  const notes = new Map(file.notes.filter(([, { text }]) => text.trim() !== ''));
  const settings = Object.entries(file.settings ?? {}).filter(([, value]) => value !== undefined);
  return {
    ...storeState(state),
    read: [...new Map(file.read)],
    starred: [...new Map(file.starred)],
    notes: Array.from(notes, ([paper, { text, updated }]) => [paper, text, updated]),
    noteVersions: Array.from(new Map(file.noteVersions), ([paper, versions]) => [
      paper,
      versions.map(({ text, updated }): [string, Instant] => [text, updated]),
    ]),
    lists: soundLists(file.lists).map((list) => ({ ...list, papers: [...list.papers] })),
    settings: { ...state.settings, ...Object.fromEntries(settings) },
  };
}

/** A whole state, from a backup, as the part of it that is the reader's own. */
export function savedFromStored(stored: StoredState): SavedState {
  const { read, starred, notes, noteVersions, lists, settings } = stored;
  return {
    read,
    starred,
    lists,
    settings,
    notes: notes.map(([paper, text, updated]) => [paper, { text, updated }] as const),
    noteVersions: noteVersions.map(
      ([paper, versions]) =>
        [paper, versions.map(([text, updated]) => ({ text, updated }))] as const,
    ),
  };
}
