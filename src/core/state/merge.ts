/**
 * Brings together two states that went apart on two computers. By change time: of two changes to the same thing the
 * later one holds. Notes are never dropped: of two texts the later one is the note, the other an earlier version of it.
 */
import { AppError } from '../../shared/errors.ts';
import type {
  Instant,
  ListId,
  Note,
  PaperId,
  ReadingList,
  SingleChange,
} from '../../shared/model.ts';
import type { SingleEdit } from './changes.ts';
import type { Entry } from './journal-line.ts';
import { perform } from './perform.ts';
import type { Edit } from './perform.ts';
import { withVersion } from './note-versions.ts';
import type { MutableState } from './reader-state.ts';
import type { StoredState } from './stored-state.ts';
import { restoreState } from './stored-state.ts';

/** What a change is about: two changes with no key in common have nothing to do with each other. */
function keysOf(change: SingleChange): readonly string[] {
  switch (change.kind) {
    case 'read':
    case 'star':
      return change.papers.map((paper) => `${change.kind} ${paper}`);
    case 'note':
      return [noteKey(change.paper)];
    case 'note.versions':
      return [];
    case 'list.put':
      return [listKey(change.list.id)];
    case 'list.update':
    case 'list.move':
    case 'list.delete':
    case 'list.order':
      return [listKey(change.list)];
    case 'list.add':
    case 'list.remove':
      return change.papers.map((paper) => memberKey(change.list, paper));
    case 'settings':
      return Object.keys(change.patch).map((name) => `setting ${name}`);
    case 'media.paper':
      return [`media ${change.paper}`];
    case 'media.folder':
      return [`media folder ${change.path}`];
    case 'folder.open':
      return [`folder ${change.folder.path}`];
    case 'folder.close':
      return [`folder ${change.path}`];
  }
}

const noteKey = (paper: PaperId): string => `note ${paper}`;
const listKey = (list: ListId): string => `list ${list}`;
const memberKey = (list: ListId, paper: PaperId): string => `member ${list} ${paper}`;

function singlesOf(edit: Edit): readonly SingleEdit[] {
  if ('restore' in edit) return [];
  return 'parts' in edit ? edit.parts : [edit];
}

/** When each thing was last changed, as far as a journal tells; 0 for what it does not name. */
export class ChangeTimes {
  readonly #times = new Map<string, Instant>();
  #all: Instant = 0;

  constructor(entries: readonly Entry[]) {
    for (const entry of entries) this.add(entry);
  }

  add({ edit, time }: Entry): void {
    // All of it was replaced then.
    if ('restore' in edit) this.#all = Math.max(this.#all, time);
    for (const { change } of singlesOf(edit)) {
      for (const key of keysOf(change)) this.#times.set(key, Math.max(this.of(key), time));
    }
  }

  of(key: string): Instant {
    return Math.max(this.#all, this.#times.get(key) ?? 0);
  }
}

function keepVersion(state: MutableState, paper: PaperId, note: Note): void {
  const versions = state.noteVersions.get(paper) ?? [];
  const all = withVersion(versions, state.notes.get(paper), note);
  if (all !== versions) state.noteVersions.set(paper, all);
}

/** ours: when we changed the note last, be it to delete it. */
function mergeNote(state: MutableState, paper: PaperId, theirs: Note, ours: Instant): void {
  const note = state.notes.get(paper);
  if (note?.text === theirs.text) return;
  const lastOurs = Math.max(ours, note?.updated ?? 0);
  if (theirs.updated <= lastOurs) {
    keepVersion(state, paper, theirs);
    return;
  }
  state.notes.set(paper, theirs);
  if (note !== undefined) keepVersion(state, paper, note);
}

function mergeLists(
  ours: readonly ReadingList[],
  theirs: readonly ReadingList[],
  times: ChangeTimes,
): readonly ReadingList[] {
  const merged = ours.map((list) => {
    const other = theirs.find(({ id }) => id === list.id);
    if (other === undefined) return list;
    const here = new Set(list.papers);
    const more = other.papers.filter(
      (paper) => !here.has(paper) && times.of(memberKey(list.id, paper)) === 0,
    );
    const description = list.description === '' ? other.description : list.description;
    return { ...list, description, papers: [...list.papers, ...more] };
  });
  const known = new Set(ours.map(({ id }) => id));
  // A list that we deleted since stays deleted.
  const more = theirs.filter(({ id }) => !known.has(id) && times.of(listKey(id)) === 0);
  // READ_NEXT is the last.
  return merged.toSpliced(-1, 0, ...more);
}

function mergeState(state: MutableState, stored: StoredState, times: ChangeTimes): void {
  const theirs = restoreState(stored);
  for (const kind of ['read', 'star'] as const) {
    const [marks, others] =
      kind === 'read' ? [state.read, theirs.read] : [state.starred, theirs.starred];
    for (const [paper, instant] of others) {
      // One that we took away later stays away.
      if (!marks.has(paper) && instant > times.of(`${kind} ${paper}`)) marks.set(paper, instant);
    }
  }
  for (const [paper, note] of theirs.notes) {
    mergeNote(state, paper, note, times.of(noteKey(paper)));
  }
  for (const [paper, versions] of theirs.noteVersions) {
    for (const version of versions) keepVersion(state, paper, version);
  }
  state.lists = mergeLists(state.lists, theirs.lists, times);
}

/** What of a change is later than what we did to the same things; null when nothing is. */
function laterPart(
  { change, instants }: SingleEdit,
  time: Instant,
  times: ChangeTimes,
): SingleEdit | null {
  if ('papers' in change && change.kind !== 'list.order') {
    const keys = keysOf(change);
    const later = change.papers.map((_, index) => time > times.of(keys[index] ?? ''));
    const papers = change.papers.filter((_, index) => later[index]);
    const kept = instants?.filter((_, index) => later[index]) ?? null;
    return papers.length === 0 ? null : { change: { ...change, papers }, instants: kept };
  }
  if (change.kind === 'settings') {
    const patch = Object.fromEntries(
      Object.entries(change.patch).filter(([name]) => time > times.of(`setting ${name}`)),
    );
    return { change: { ...change, patch }, instants };
  }
  return keysOf(change).every((key) => time > times.of(key)) ? { change, instants } : null;
}

function mergeEntry(state: MutableState, { edit, time }: Entry, times: ChangeTimes): void {
  if ('restore' in edit) {
    mergeState(state, edit.restore, times);
    return;
  }
  for (const single of singlesOf(edit)) {
    const { change } = single;
    // Which folders are open is a matter of each computer.
    if (change.kind === 'folder.open' || change.kind === 'folder.close') continue;
    if (change.kind === 'note' && change.text !== '') {
      const updated = single.instants?.[0] ?? time;
      mergeNote(
        state,
        change.paper,
        { text: change.text, updated },
        times.of(noteKey(change.paper)),
      );
      continue;
    }
    if (change.kind === 'note.versions') {
      for (const version of change.versions) keepVersion(state, change.paper, version);
      continue;
    }
    const later = laterPart(single, time, times);
    if (later === null) continue;
    const note = later.change.kind === 'note' ? state.notes.get(later.change.paper) : undefined;
    // Written later than they deleted it.
    if (note !== undefined && note.updated > time) continue;
    try {
      perform(state, later, time);
    } catch (error) {
      // A list that is gone here, or too long.
      if (!(error instanceof AppError)) throw error;
    }
    if (later.change.kind === 'note' && note !== undefined) {
      keepVersion(state, later.change.paper, note);
    }
  }
}

export interface Theirs {
  readonly states: readonly StoredState[];
  /** Changes of theirs that are not ours too. */
  readonly entries: readonly Entry[];
}

/**
 * Merges what another computer has into a state, in place. `times`: when we changed what. What both have stays; settings,
 * open folders and allowed media stay ours unless a later change of theirs says otherwise.
 */
export function merge(state: MutableState, { states, entries }: Theirs, times: ChangeTimes): void {
  for (const stored of states) mergeState(state, stored, times);
  for (const entry of entries.toSorted((a, b) => a.time - b.time || a.seq - b.seq)) {
    mergeEntry(state, entry, times);
  }
}
