import type {
  Instant,
  Note,
  OpenFolder,
  PaperId,
  ReadingList,
  Settings,
} from '../../shared/model.ts';
import { DEFAULT_SETTINGS, LIST_DEFAULTS, READ_NEXT } from '../../shared/model.ts';

/** Everything that is the reader's own, keyed by paper identity. */
export interface ReaderState {
  /** When each read paper was marked. */
  readonly read: ReadonlyMap<PaperId, Instant>;
  readonly starred: ReadonlyMap<PaperId, Instant>;
  readonly notes: ReadonlyMap<PaperId, Note>;
  /** Earlier texts of notes, newest first; they outlive a deleted note. */
  readonly noteVersions: ReadonlyMap<PaperId, readonly Note[]>;
  /** In the reader's own order; the last is READ_NEXT. */
  readonly lists: readonly ReadingList[];
  readonly settings: Settings;
  /** Papers and folders (paths) whose remote media may load. */
  readonly mediaPapers: ReadonlySet<PaperId>;
  readonly mediaFolders: ReadonlySet<string>;
  /** By when they were opened, then by path. */
  readonly folders: readonly OpenFolder[];
  /** Paths of closed folders, newest first, at most RECENT_LIMIT. */
  readonly recent: readonly string[];
}

export const RECENT_LIMIT = 10;

/** The queue as it is before anything is in it. Its name is for exports; on screen it has READ_NEXT_NAMES. */
export const READ_NEXT_LIST: ReadingList = {
  id: READ_NEXT,
  name: 'Read next',
  papers: [],
  created: 0,
  ...LIST_DEFAULTS,
};

/** The same state as its store holds it: large collections change in place so that a mark costs the same at any size. */
export interface MutableState {
  readonly read: Map<PaperId, Instant>;
  readonly starred: Map<PaperId, Instant>;
  readonly notes: Map<PaperId, Note>;
  readonly noteVersions: Map<PaperId, readonly Note[]>;
  lists: readonly ReadingList[];
  settings: Settings;
  readonly mediaPapers: Set<PaperId>;
  readonly mediaFolders: Set<string>;
  folders: readonly OpenFolder[];
  recent: readonly string[];
}

/** The state of a reader who has done nothing yet. */
export function emptyState(): MutableState {
  return {
    read: new Map(),
    starred: new Map(),
    notes: new Map(),
    noteVersions: new Map(),
    lists: [READ_NEXT_LIST],
    settings: DEFAULT_SETTINGS,
    mediaPapers: new Set(),
    mediaFolders: new Set(),
    folders: [],
    recent: [],
  };
}
