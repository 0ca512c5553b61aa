/** The domain, as both sides of the bridge know it. Everything is readonly data that survives a structured clone and JSON. */
import type { ResultInfo } from './query/query.ts';

export type { GroupBy, Query, ResultGroup, ResultInfo, SortKey, View } from './query/query.ts';
export type {
  ImportFormat,
  ImportPlan,
  ImportProblem,
  KeptExport,
  KeptExportInfo,
} from './transfer.ts';

/** Stable identity of a paper: `arxiv:2402.01391`, `doi:10.…`, `url:https://…` or `title:<hash>` (docs/notes/identity.md). */
export type PaperId = string;
/** Identity of an opened folder: a hash of its real path. */
export type FolderId = string;
export type ListId = string;
/** A calendar day, `YYYY-MM-DD`. */
export type IsoDate = string;
/** An instant in milliseconds since the epoch, as `Date.now()` gives it. */
export type Instant = number;

export interface Media {
  readonly kind: 'image' | 'video';
  readonly url: string;
}

export interface PaperLinks {
  /** The link of the title, as the digest prints it. */
  readonly page: string | null;
  readonly abstract: string | null;
  readonly pdf: string | null;
  readonly project: string | null;
  readonly code: string | null;
}

/** A query's answer, with the rows that were asked for along with it, from `offset` on. */
export interface OpenedResult extends ResultInfo {
  readonly offset: number;
  readonly rows: readonly PaperRow[];
}

/** A paper as one row of the list shows it. */
export interface PaperRow {
  readonly id: PaperId;
  /** As printed; may hold LaTeX (`M$^{2}$UGen`). */
  readonly title: string;
  readonly authors: readonly string[];
  /** Of the latest appearance; null when no digest tells. */
  readonly date: IsoDate | null;
  /** Of the latest appearance that states votes; null is "not stated" and is not 0. */
  readonly votes: number | null;
  readonly media: 'image' | 'video' | null;
  readonly read: boolean;
  readonly starred: boolean;
  readonly noted: boolean;
  /** Of a search's rows: how the reader's note reads where it holds the words, when nothing else of the paper does. */
  readonly noteSnippet?: string;
}

/** One place where a paper was printed. */
export interface Appearance {
  readonly folder: FolderId;
  /** Path inside the folder, with `/`. */
  readonly file: string;
  readonly date: IsoDate | null;
  /** As stated then. */
  readonly votes: number | null;
  /** Its summary, Markdown, untrusted; '' when it has none, repeats a newer one's words, or its file cannot be read. */
  readonly text: string;
}

/** A file in which no paper was found. */
export interface PlainDocument {
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  /** Its beginning, if it is very long. Untrusted. */
  readonly text: string;
}

/** A medium of a paper, with where the reader may load it from once it is allowed. */
export interface MediaItem extends Media {
  /** Path on the app's own origin (`media/…`), answered only while allowed. */
  readonly src: string;
}

/** One paper, whole, for the reading pane. */
export interface PaperDetail extends PaperRow {
  readonly arxivId: string | null;
  readonly links: PaperLinks;
  readonly mediaItems: readonly MediaItem[];
  readonly mediaAllowed: boolean;
  /** The newest summary, Markdown, untrusted; '' when no digest has one. */
  readonly text: string;
  /** Newest first. */
  readonly appearances: readonly Appearance[];
  readonly note: Note | null;
  readonly lists: readonly ListId[];
}

export interface Note {
  readonly text: string;
  readonly updated: Instant;
}

/** A paper by its name, for completion and links. */
export interface PaperName {
  readonly id: PaperId;
  /** As printed; null when its digest is in no opened folder. */
  readonly title: string | null;
  readonly date: IsoDate | null;
}

/** A paper whose note links to another. */
export interface Mention extends PaperName {
  /** The line of the note that holds the link. */
  readonly line: string;
}
export const LIST_COLOURS = [
  'red',
  'orange',
  'yellow',
  'green',
  'teal',
  'blue',
  'purple',
  'grey',
] as const;
export type ListColour = (typeof LIST_COLOURS)[number];

export interface ReadingList {
  readonly id: ListId;
  readonly name: string;
  /** In the reader's own order; empty for a smart list. */
  readonly papers: readonly PaperId[];
  readonly created: Instant;
  /** Markdown of the reader's own. */
  readonly description: string;
  readonly colour: ListColour | null;
  /** Where it is nested: '' or names of groups, outermost first, joined by `/`. */
  readonly group: string;
  /** The search whose hits a smart list holds; null for one that is filled by hand. */
  readonly query: string | null;
}

/** A plain list that nothing is told of yet. */
export const LIST_DEFAULTS = { description: '', colour: null, group: '', query: null } as const;

/** What there is to read in a list, for its own page. */
export interface ListOverview {
  readonly list: ReadingList;
  readonly count: Count;
  /** Papers that are in none of the opened folders now. */
  readonly missing: number;
  /** Of the summaries of its papers, for an estimate of the time that they take. */
  readonly all: TextAmount;
  readonly unread: TextAmount;
  /** How many papers' summaries were read for it; the rest is taken to be like them. */
  readonly sampled: number;
}

/** How much text: Korean counts by characters, other languages by words. */
export interface TextAmount {
  readonly hangul: number;
  readonly words: number;
}

/** What of a list can be changed in place. */
export type ListPatch = {
  readonly [K in 'name' | 'description' | 'colour' | 'group' | 'query']?:
    ReadingList[K] | undefined;
};

/** The queue that every reader has: always the last of the lists; it can be neither renamed nor deleted. */
export const READ_NEXT: ListId = 'read-next';
/** What it is called on screen; a query may call it either. */
export const READ_NEXT_NAMES = { en: 'Read Next', ko: '다음에 읽기' } as const;

export type Theme = 'system' | 'light' | 'dark' | 'sepia' | 'contrast';
export type Language = 'system' | 'ko' | 'en';

export interface NoteTemplate {
  readonly id: string;
  readonly name: string;
  /** Markdown. */
  readonly text: string;
}

export interface Settings {
  readonly theme: Theme;
  readonly language: Language;
  /** When a paper becomes read by itself. */
  readonly autoMark: 'never' | 'onOpen' | 'afterDelay' | 'onScroll';
  /** For `afterDelay`: how long a paper is on screen before it becomes read. */
  readonly autoMarkSeconds: number;
  /** Load every paper's remote media without asking. */
  readonly mediaAlways: boolean;
  /** Of the reading pane's text, in CSS pixels. */
  readonly textSize: number;
  readonly textWidth: 'narrow' | 'normal' | 'wide';
  readonly textFont: 'sans' | 'serif';
  /** The reader's own keys by command id, instead of those of shared/commands.ts; [] is "no key". */
  readonly keys: Readonly<Record<string, readonly string[]>>;
  readonly noteTemplates: readonly NoteTemplate[];
  /** The pattern of citation keys (docs/notes/export.md). */
  readonly citationKey: string;
  /** The style of copied citations. */
  readonly citationStyle: string;
  /** The reader's own export template; '' is none. */
  readonly exportTemplate: string;
}

export type SettingsPatch = { readonly [K in keyof Settings]?: Settings[K] | undefined };

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  language: 'system',
  autoMark: 'onOpen',
  autoMarkSeconds: 3,
  mediaAlways: false,
  textSize: 17,
  textWidth: 'normal',
  textFont: 'sans',
  keys: {},
  noteTemplates: [],
  citationKey: '[author][year][title]',
  citationStyle: 'apa',
  exportTemplate: '',
};

export interface OpenFolder {
  readonly path: string;
  readonly opened: Instant;
}

export interface Count {
  readonly total: number;
  readonly unread: number;
}

export interface DateOutline {
  /** `2024`, `2024-02`, `2024-02-05`. */
  readonly dates: string;
  readonly count: Count;
  /** Newest first; empty for a day. */
  readonly children: readonly DateOutline[];
}

export type FolderStatus = 'ready' | 'scanning' | 'missing' | 'unreadable';

/** What may load its media without being asked for again, apart from `mediaAlways`. */
export interface MediaAllowed {
  /** Paths, sorted; of closed folders too. */
  readonly folders: readonly string[];
  /** Newest first, at most 200. */
  readonly papers: readonly {
    readonly id: PaperId;
    /** Null when the paper is in no opened folder. */
    readonly title: string | null;
  }[];
  readonly paperCount: number;
}

export interface FolderInfo {
  readonly id: FolderId;
  readonly path: string;
  readonly name: string;
  readonly status: FolderStatus;
  readonly mediaAllowed: boolean;
}

export interface FolderOutline extends FolderInfo {
  readonly count: Count;
  /** Years, newest first. */
  readonly years: readonly DateOutline[];
  /** Papers of digests whose day is not known. */
  readonly undated: Count;
}

export interface ListOutline extends Omit<ReadingList, 'papers' | 'created'> {
  readonly count: Count;
}

/** The sidebar. */
export interface Outline {
  readonly all: Count;
  readonly starred: Count;
  readonly noted: Count;
  readonly folders: readonly FolderOutline[];
  /** In the reader's own order; the last is READ_NEXT. */
  readonly lists: readonly ListOutline[];
  readonly problems: number;
}

export interface ScanProgress {
  readonly folder: FolderId;
  readonly files: number;
  /** Null until the folder has been walked. */
  readonly totalFiles: number | null;
  readonly papers: number;
  readonly state: 'running' | 'done' | 'cancelled' | 'failed';
}

export type ProblemCode =
  | 'folder-missing'
  | 'folder-unreadable'
  | 'folder-empty'
  | 'changes-not-followed'
  | 'file-unreadable'
  | 'file-too-large'
  | 'not-a-digest'
  | 'no-papers'
  | 'invalid-utf8'
  | 'symlink-loop'
  | 'paper-without-link'
  | 'entry-unreadable'
  | 'state-set-aside'
  | 'state-recovered'
  | 'state-merged'
  | 'backup-failed'
  | 'old-place-left'
  | 'cache-set-aside'
  | 'cache-not-saved'
  | 'export-not-kept';

/** Something that Lectern could not read as it should; the rest opened. */
export interface Problem {
  readonly folder: FolderId | null;
  /** Path inside the folder, or absolute when there is no folder. */
  readonly file: string;
  readonly code: ProblemCode;
  /** What went wrong, in English (the UI has its own words by code). */
  readonly message: string;
  /** Line in the file from 1, or null. */
  readonly line: number | null;
}

/** A day on which digests were printed. */
export interface DayCount extends Count {
  readonly date: IsoDate;
}

/** A paper on its day's page. */
export interface DayPaper extends PaperRow {
  /** A folder that prints it on this day. */
  readonly folder: FolderId;
  /** The first picture, where it may be loaded from once `allowed`. */
  readonly image: { readonly src: string; readonly allowed: boolean } | null;
  /** How its newest summary begins, Markdown, untrusted; '' for papers far down the page. */
  readonly lead: string;
}

export interface DayOverview {
  readonly date: IsoDate;
  /** Most votes first, those without last; among equals as printed. */
  readonly papers: readonly DayPaper[];
  /** The nearest days that print papers. */
  readonly previous: IsoDate | null;
  readonly next: IsoDate | null;
}

/**
 * `digest` is Markdown that Lectern reads back as the digest it came from; `json` holds the papers with the reader's marks,
 * `backup` everything of the reader's own.
 */
export type ExportFormat =
  | 'markdown'
  | 'html'
  | 'obsidian'
  | 'org'
  | 'template'
  | 'references'
  | 'bibtex'
  | 'biblatex'
  | 'ris'
  | 'csljson'
  | 'csv'
  | 'json'
  | 'digest'
  | 'backup';

export type ExportLanguage = 'ko' | 'en';

/** How papers are to be written; a format takes what shared/export-formats.ts names of it. */
export interface ExportChoice {
  readonly format: ExportFormat;
  readonly notes: boolean;
  readonly summaries: boolean;
  /** A byte order mark, by which Excel knows UTF-8. */
  readonly bom: boolean;
  /** A file for each paper, in an archive. */
  readonly separate: boolean;
  /** Of the few words that an export adds itself. */
  readonly language: ExportLanguage;
  /** Null: as the settings say. */
  readonly template: string | null;
  readonly citationKey: string | null;
  readonly citationStyle: string | null;
}

/** What a day did to the papers yet to be read. */
export interface ReadingDay {
  readonly date: IsoDate;
  /** Papers that a digest of this day printed first. */
  readonly arrived: number;
  readonly read: number;
  /** At the end of the day. */
  readonly unread: number;
}

/** Days in a row with a paper read. */
export interface Streak {
  readonly current: number;
  readonly longest: number;
}

/** Papers by their votes; `from` null: none are told; `to` null otherwise: and more. */
export interface VotesBand {
  readonly from: number | null;
  readonly to: number | null;
  readonly total: number;
  readonly read: number;
}

/** In how many papers a name or word occurs. */
export interface Tally {
  readonly name: string;
  readonly total: number;
  readonly read: number;
}

/** Of the papers that the opened folders hold. */
export interface Statistics {
  readonly today: IsoDate;
  readonly total: number;
  readonly read: number;
  /** The days on which papers came or were read, oldest first. */
  readonly days: readonly ReadingDay[];
  readonly streak: Streak;
  readonly votes: readonly VotesBand[];
  /** Most papers first. */
  readonly authors: readonly Tally[];
  /** Of the papers read last and of those that came last, most papers first. */
  readonly words: { readonly read: readonly Tally[]; readonly came: readonly Tally[] };
}

export interface ExportFile {
  /** A file name to suggest, with its ending. */
  readonly name: string;
  /** Its content; base64 for an archive. */
  readonly text: string;
  readonly papers: number;
  readonly encoding: TextEncoding;
}

export type TextEncoding = 'utf8' | 'base64';

/** What a change did, for the toast and the Undo item: the UI has the words. */
export interface ChangeLabel {
  readonly kind: Change['kind'] | 'restore';
  /** What was set, for changes that set or clear. */
  readonly value: boolean;
  readonly papers: number;
  /** A list's name where one is meant; of a restore its reason. */
  readonly name: string | null;
  readonly list: ListId | null;
}

export const RESTORE_REASONS = ['backup', 'merge', 'move', 'import'] as const;
/** Why all of reader state was replaced at once. */
export type RestoreReason = (typeof RESTORE_REASONS)[number];

export interface UndoState {
  readonly undo: ChangeLabel | null;
  readonly redo: ChangeLabel | null;
}

/** Several changes that are made, undone and told as one. */
export interface Batch {
  readonly kind: 'batch';
  /** What it is called when it is told, or null. */
  readonly name: string | null;
  readonly changes: readonly SingleChange[];
}

/** Every way in which reader state changes. The inverse of a change is a change too. */
export type Change = SingleChange | Batch;

export type SingleChange =
  | { readonly kind: 'read' | 'star'; readonly papers: readonly PaperId[]; readonly value: boolean }
  | { readonly kind: 'note'; readonly paper: PaperId; readonly text: string }
  /** The earlier texts of a note, newest first, as an import brings them. */
  | {
      readonly kind: 'note.versions';
      readonly paper: PaperId;
      readonly versions: readonly Note[];
    }
  | { readonly kind: 'list.put'; readonly list: ReadingList; readonly index: number }
  | { readonly kind: 'list.update'; readonly list: ListId; readonly patch: ListPatch }
  /** To a place among the lists without it, and into a group. */
  | {
      readonly kind: 'list.move';
      readonly list: ListId;
      readonly index: number;
      readonly group: string;
    }
  | { readonly kind: 'list.delete'; readonly list: ListId }
  | {
      readonly kind: 'list.add' | 'list.remove';
      readonly list: ListId;
      readonly papers: readonly PaperId[];
    }
  | { readonly kind: 'list.order'; readonly list: ListId; readonly papers: readonly PaperId[] }
  | { readonly kind: 'settings'; readonly patch: SettingsPatch }
  | { readonly kind: 'media.paper'; readonly paper: PaperId; readonly value: boolean }
  | { readonly kind: 'media.folder'; readonly path: string; readonly value: boolean }
  | { readonly kind: 'folder.open'; readonly folder: OpenFolder }
  | { readonly kind: 'folder.close'; readonly path: string };

/**
 * Why reader state can only be read: another Lectern on this computer, or on another one, has it open; a newer program
 * wrote it; its folder cannot be written; the folder to which it was moved is not there; a command only wanted to read.
 */
export type ReadOnlyReason =
  'in-use' | 'in-use-elsewhere' | 'newer' | 'not-writable' | 'missing' | 'asked';

/** How reader state is open. `detail`: process, computer, format, system's error code or path, as the reason has it. */
export type DataAccess =
  | { readonly mode: 'write' }
  | { readonly mode: 'read'; readonly reason: ReadOnlyReason; readonly detail: string };

/** Where reader state lives, and how it is open. */
export interface DataInfo {
  readonly dir: string;
  /** Where it lives unless it was moved. */
  readonly defaultDir: string;
  /** `fixed`: LECTERN_DATA names the place, so that the app cannot move it. */
  readonly place: 'default' | 'moved' | 'fixed';
  readonly access: DataAccess;
}

/** Why a backup was made. */
export type BackupKind = 'daily' | 'migration' | 'restore' | 'merge' | 'import';

/** A backup that Lectern keeps. */
export interface BackupInfo {
  readonly name: string;
  readonly kind: BackupKind;
  readonly created: Instant;
  readonly bytes: number;
}

/** A backup to restore: one that Lectern keeps, or the text of a file that the reader chose. */
export type BackupSource =
  | { readonly kind: 'kept'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

/** What a backup holds, in numbers. */
export interface BackupContents {
  readonly read: number;
  readonly starred: number;
  readonly notes: number;
  readonly lists: number;
  /** When the newest mark or note in it was made; null when there is none. */
  readonly latest: Instant | null;
}
