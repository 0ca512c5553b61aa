/** Pure rules of how reader state changes: what a single change would do, doing it, and what takes it back. */
import { isDeepStrictEqual } from 'node:util';
import { assertNever } from '../../shared/errors.ts';
import type {
  ChangeLabel,
  Instant,
  ListId,
  PaperId,
  Settings,
  SettingsPatch,
  SingleChange,
} from '../../shared/model.ts';
import { applyList, findList, inverseList, normaliseList } from './list-changes.ts';
import { keptVersions } from './note-versions.ts';
import type { MutableState, ReaderState } from './reader-state.ts';
import { RECENT_LIMIT } from './reader-state.ts';

/**
 * A change as the journal holds it. `instants`: the times that marks (one for each of its papers) or a note had before
 * they were taken away, so that undo brings them back as they were; null when they are set at the time of the change.
 */
export interface SingleEdit {
  readonly change: SingleChange;
  readonly instants: readonly Instant[] | null;
}

type MarkChange = Extract<SingleChange, { kind: 'read' | 'star' }>;

function marks<State extends ReaderState>(
  state: State,
  kind: MarkChange['kind'],
): State['read'] | State['starred'] {
  return kind === 'read' ? state.read : state.starred;
}

function normaliseMarks(
  state: ReaderState,
  change: MarkChange,
  edit: SingleEdit,
): SingleEdit | null {
  const marked = marks(state, change.kind);
  const papers = new Set<PaperId>();
  const instants: Instant[] = [];
  change.papers.forEach((paper, index) => {
    if (marked.has(paper) === change.value || papers.has(paper)) return;
    papers.add(paper);
    const instant = edit.instants?.[index];
    if (instant !== undefined) instants.push(instant);
  });
  if (papers.size === 0) return null;
  return {
    change: { ...change, papers: [...papers] },
    instants: edit.instants === null ? null : instants,
  };
}

/** The part of a patch that differs from the settings. */
function differingSettings(settings: Settings, patch: SettingsPatch): Partial<Settings> {
  return Object.fromEntries(
    Object.entries(patch).filter(
      ([key, value]) =>
        value !== undefined && !isDeepStrictEqual(settings[key as keyof Settings], value),
    ),
  );
}

/** What of an edit would do something; null when nothing would. Errors: not-found (no such list), invalid-input. */
export function normalise(state: ReaderState, edit: SingleEdit): SingleEdit | null {
  const { change } = edit;
  const when = (differs: boolean): SingleEdit | null => (differs ? edit : null);
  switch (change.kind) {
    case 'read':
    case 'star':
      return normaliseMarks(state, change, edit);
    case 'note': {
      const text = change.text.trim() === '' ? '' : change.text;
      if (text === (state.notes.get(change.paper)?.text ?? '')) return null;
      return { ...edit, change: { ...change, text } };
    }
    case 'note.versions':
      return when(!isDeepStrictEqual(state.noteVersions.get(change.paper) ?? [], change.versions));
    case 'list.put':
    case 'list.update':
    case 'list.move':
    case 'list.delete':
    case 'list.add':
    case 'list.remove':
    case 'list.order': {
      const normal = normaliseList(state.lists, change);
      return normal && { change: normal, instants: null };
    }
    case 'settings': {
      const patch = differingSettings(state.settings, change.patch);
      if (Object.keys(patch).length === 0) return null;
      return { change: { ...change, patch }, instants: null };
    }
    case 'media.paper':
      return when(state.mediaPapers.has(change.paper) !== change.value);
    case 'media.folder':
      return when(state.mediaFolders.has(change.path) !== change.value);
    case 'folder.open':
      return when(!state.folders.some(({ path }) => path === change.folder.path));
    case 'folder.close':
      return when(state.folders.some(({ path }) => path === change.path));
    default:
      return assertNever(change);
  }
}

function toggle<T>(set: Set<T>, value: T, present: boolean): void {
  if (present) set.add(value);
  else set.delete(value);
}

/** Does a normalised edit to the state, in place. `time`: when it was made. */
export function apply(state: MutableState, edit: SingleEdit, time: Instant): void {
  const { change, instants } = edit;
  switch (change.kind) {
    case 'read':
    case 'star': {
      const marked = marks(state, change.kind);
      change.papers.forEach((paper, index) => {
        if (change.value) marked.set(paper, instants?.[index] ?? time);
        else marked.delete(paper);
      });
      return;
    }
    case 'note': {
      const versions = keptVersions(state, change.paper, change.text, time);
      if (versions.length > 0) state.noteVersions.set(change.paper, versions);
      if (change.text === '') state.notes.delete(change.paper);
      else state.notes.set(change.paper, { text: change.text, updated: instants?.[0] ?? time });
      return;
    }
    case 'note.versions':
      if (change.versions.length === 0) state.noteVersions.delete(change.paper);
      else state.noteVersions.set(change.paper, change.versions);
      return;
    case 'list.put':
    case 'list.update':
    case 'list.move':
    case 'list.delete':
    case 'list.add':
    case 'list.remove':
    case 'list.order':
      state.lists = applyList(state.lists, change);
      return;
    case 'settings':
      state.settings = { ...state.settings, ...differingSettings(state.settings, change.patch) };
      return;
    case 'media.paper':
      toggle(state.mediaPapers, change.paper, change.value);
      return;
    case 'media.folder':
      toggle(state.mediaFolders, change.path, change.value);
      return;
    case 'folder.open':
      state.folders = [...state.folders, change.folder].sort(
        (a, b) => a.opened - b.opened || (a.path < b.path ? -1 : 1),
      );
      state.recent = state.recent.filter((path) => path !== change.folder.path);
      return;
    case 'folder.close':
      state.folders = state.folders.filter(({ path }) => path !== change.path);
      state.recent = [change.path, ...state.recent].slice(0, RECENT_LIMIT);
      return;
    default:
      assertNever(change);
  }
}

/** The edit that takes a normalised edit back; `state` is the one before it. */
export function inverse(state: ReaderState, { change }: SingleEdit): SingleEdit {
  const plain = (back: SingleChange): SingleEdit => ({ change: back, instants: null });
  switch (change.kind) {
    case 'read':
    case 'star': {
      const back = { ...change, value: !change.value };
      if (change.value) return plain(back);
      const marked = marks(state, change.kind);
      return { change: back, instants: change.papers.flatMap((paper) => marked.get(paper) ?? []) };
    }
    case 'note': {
      const old = state.notes.get(change.paper);
      if (old === undefined) return plain({ ...change, text: '' });
      return { change: { ...change, text: old.text }, instants: [old.updated] };
    }
    case 'note.versions':
      return plain({ ...change, versions: state.noteVersions.get(change.paper) ?? [] });
    case 'list.put':
    case 'list.update':
    case 'list.move':
    case 'list.delete':
    case 'list.add':
    case 'list.remove':
    case 'list.order':
      return plain(inverseList(state.lists, change));
    case 'settings': {
      const keys = Object.keys(change.patch) as (keyof Settings)[];
      const patch = Object.fromEntries(keys.map((key) => [key, state.settings[key]]));
      return plain({ kind: 'settings', patch });
    }
    case 'media.paper':
    case 'media.folder':
      return plain({ ...change, value: !change.value });
    case 'folder.open':
      return plain({ kind: 'folder.close', path: change.folder.path });
    case 'folder.close': {
      const folder = state.folders.find(({ path }) => path === change.path);
      return plain({ kind: 'folder.open', folder: folder ?? { path: change.path, opened: 0 } });
    }
    default:
      return assertNever(change);
  }
}

/** The papers whose rows a normalised change touches; `state` is the one before it. */
export function touchedPapers(state: ReaderState, change: SingleChange): readonly PaperId[] {
  switch (change.kind) {
    case 'read':
    case 'star':
    case 'list.add':
    case 'list.remove':
      return change.papers;
    case 'note':
    case 'note.versions':
    case 'media.paper':
      return [change.paper];
    case 'list.put': {
      const old = state.lists.find((list) => list.id === change.list.id);
      return [...new Set([...(old?.papers ?? []), ...change.list.papers])];
    }
    case 'list.delete':
      return findList(state.lists, change.list).papers;
    case 'list.update':
    case 'list.move':
    case 'list.order':
    case 'settings':
    case 'media.folder':
    case 'folder.open':
    case 'folder.close':
      return [];
    default:
      return assertNever(change);
  }
}

/** What a normalised change is called in the Undo item; `state` is the one before it. */
export function label(state: ReaderState, change: SingleChange): ChangeLabel {
  const told = (value: boolean, papers: number): ChangeLabel => ({
    kind: change.kind,
    value,
    papers,
    name: null,
    list: null,
  });
  const ofList = (value: boolean, papers: number, list: ListId, name?: string): ChangeLabel => ({
    ...told(value, papers),
    name: name ?? findList(state.lists, list).name,
    list,
  });
  switch (change.kind) {
    case 'read':
    case 'star':
      return told(change.value, change.papers.length);
    case 'note':
      return told(change.text !== '', 1);
    case 'note.versions':
      return told(true, 1);
    case 'list.put':
      return ofList(true, change.list.papers.length, change.list.id, change.list.name);
    case 'list.update':
      return ofList(true, 0, change.list, change.patch.name);
    case 'list.delete':
      return ofList(false, 0, change.list);
    case 'list.add':
      return ofList(true, change.papers.length, change.list);
    case 'list.remove':
      return ofList(false, change.papers.length, change.list);
    case 'list.move':
    case 'list.order':
      return ofList(true, 0, change.list);
    case 'settings':
    case 'folder.open':
      return told(true, 0);
    case 'media.paper':
      return told(change.value, 1);
    case 'media.folder':
      return told(change.value, 0);
    case 'folder.close':
      return told(false, 0);
    default:
      return assertNever(change);
  }
}

/** Whether a change goes on the undo stack: opening a folder and allowing media are consents, not edits. */
export function isUndoable(change: SingleChange): boolean {
  return (
    change.kind !== 'folder.open' && change.kind !== 'media.paper' && change.kind !== 'media.folder'
  );
}

/** How many things a normalised change changes: its papers, or the one thing that it names. */
export function countOf(change: SingleChange): number {
  return 'papers' in change && change.kind !== 'list.order' ? change.papers.length : 1;
}
