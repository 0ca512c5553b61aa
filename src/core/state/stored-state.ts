/** Reader state as plain data: what snapshots, backups and a restore's line in the journal hold. */
import { z } from 'zod';
import type { Instant } from '../../shared/model.ts';
import * as s from '../../shared/schemas.ts';
import type { MutableState, ReaderState } from './reader-state.ts';

export const instant = z.number().int().nonnegative();
const marks = z.array(z.tuple([s.paperId, instant]));

/** The fields of a state, each by its name. */
export const stateFields = {
  read: marks,
  starred: marks,
  notes: z.array(z.tuple([s.paperId, z.string(), instant])),
  noteVersions: z.array(z.tuple([s.paperId, z.array(z.tuple([z.string(), instant]))])),
  lists: z.array(s.readingList),
  settings: s.settings,
  mediaPapers: z.array(s.paperId),
  mediaFolders: z.array(s.path),
  folders: z.array(z.strictObject({ path: s.path, opened: instant })),
  recent: z.array(s.path),
};

export const storedState = z.strictObject(stateFields);

export type StoredState = z.output<typeof storedState>;

type Small = Pick<
  StoredState,
  | 'notes'
  | 'noteVersions'
  | 'lists'
  | 'settings'
  | 'mediaPapers'
  | 'mediaFolders'
  | 'folders'
  | 'recent'
>;

/** Everything but the marks, of which there may be very many. */
export function storeSmall(state: ReaderState): Small {
  return {
    notes: Array.from(state.notes, ([paper, note]) => [paper, note.text, note.updated]),
    noteVersions: Array.from(state.noteVersions, ([paper, versions]) => [
      paper,
      versions.map(({ text, updated }): [string, Instant] => [text, updated]),
    ]),
    lists: state.lists.map((list) => ({ ...list, papers: [...list.papers] })),
    settings: state.settings,
    mediaPapers: [...state.mediaPapers],
    mediaFolders: [...state.mediaFolders],
    folders: [...state.folders],
    recent: [...state.recent],
  };
}

/** The state as plain data: what changes later does not reach it. */
export function storeState(state: ReaderState): StoredState {
  return { read: [...state.read], starred: [...state.starred], ...storeSmall(state) };
}

/** The state that plain data stand for. */
export function restoreState(stored: StoredState): MutableState {
  return {
    read: new Map(stored.read),
    starred: new Map(stored.starred),
    notes: new Map(stored.notes.map(([paper, text, updated]) => [paper, { text, updated }])),
    noteVersions: new Map(
      stored.noteVersions.map(([paper, versions]) => [
        paper,
        versions.map(([text, updated]) => ({ text, updated })),
      ]),
    ),
    lists: stored.lists,
    settings: stored.settings,
    mediaPapers: new Set(stored.mediaPapers),
    mediaFolders: new Set(stored.mediaFolders),
    folders: stored.folders,
    recent: stored.recent,
  };
}

function refillMap<K, V>(target: Map<K, V>, source: ReadonlyMap<K, V>): void {
  target.clear();
  for (const [key, value] of source) target.set(key, value);
}

function refillSet<T>(target: Set<T>, source: ReadonlySet<T>): void {
  target.clear();
  for (const value of source) target.add(value);
}

/** Makes `target` hold what `source` holds; whoever looks at `target` goes on looking at it. */
export function replaceState(target: MutableState, source: ReaderState): void {
  refillMap(target.read, source.read);
  refillMap(target.starred, source.starred);
  refillMap(target.notes, source.notes);
  refillMap(target.noteVersions, source.noteVersions);
  refillSet(target.mediaPapers, source.mediaPapers);
  refillSet(target.mediaFolders, source.mediaFolders);
  const { lists, settings, folders, recent } = source;
  Object.assign(target, { lists, settings, folders, recent });
}
