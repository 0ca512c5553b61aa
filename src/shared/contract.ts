/**
 * The one table of what the renderer may ask and what it is told. Every adapter (ipc, preload, HTTP, WebSocket, the
 * engine's message port, the renderer's client) is derived from it: a new method is one entry and one implementation.
 */
import { z } from 'zod';
import type {
  BackupContents,
  BackupInfo,
  DataInfo,
  DayCount,
  DayOverview,
  ExportFile,
  FolderInfo,
  ImportPlan,
  KeptExportInfo,
  MediaAllowed,
  ListId,
  ListOverview,
  Mention,
  Note,
  Outline,
  PaperDetail,
  PaperId,
  PaperName,
  PaperRow,
  PlainDocument,
  Problem,
  ReadingList,
  OpenedResult,
  ScanProgress,
  Settings,
  Statistics,
  UndoState,
} from './model.ts';
import * as s from './schemas.ts';

export type Workspace = z.output<typeof s.workspace>;

interface Method<In extends z.ZodType, Out> {
  readonly input: In;
  /** Never there at run time: carries the result's type. */
  readonly result?: Out;
}

function method<Out>() {
  return <In extends z.ZodType>(input: In): Method<In, Out> => ({ input });
}

const nothing = z.strictObject({});
const index = z.number().int().nonnegative();
const pageRows = z.number().int().min(1).max(500);
const folder = z.strictObject({ folder: s.folderId });

export interface HostInfo {
  readonly host: 'electron' | 'browser';
  readonly version: string;
  readonly platform: string;
  /** Lectern's own folder on this computer; where reader state lives tells `data.info`. */
  readonly dataDir: string;
}

/** Methods named `host.…` need the desktop: a host answers them or says `unsupported`; core/reader.ts answers the others. */
export const contract = {
  'host.info': method<HostInfo>()(nothing),
  /** The native folder dialog; null when the reader cancels. */
  'host.chooseFolder': method<{ path: string } | null>()(nothing),
  /** Opens a checked https address, or one to write to, outside the app. Errors: link-blocked. */
  'host.openLink': method<void>()(z.strictObject({ url: z.string().max(8_000) })),
  'host.copyText': method<void>()(z.strictObject({ text: z.string().max(200_000_000) })),
  /** The native save dialog, then a durable write; null when cancelled. Errors: inside-digest-folder, write-failed. */
  'host.saveFile': method<{ path: string } | null>()(
    z.strictObject({
      name: z.string().min(1).max(255),
      text: z.string().max(200_000_000),
      encoding: z.enum(['utf8', 'base64']),
    }),
  ),

  /** Shows the folder of a kept export in the system's file manager. Errors: forbidden (any other folder), folder-missing. */
  'host.showFolder': method<void>()(z.strictObject({ path: s.path })),

  /** Zoom and full screen of the window; a browser's page does that by itself. */
  'host.window': method<void>()(
    z.strictObject({ action: z.enum(['zoomIn', 'zoomOut', 'zoomReset', 'fullScreen']) }),
  ),

  'folders.list': method<readonly FolderInfo[]>()(nothing),
  /** Opens a folder and starts its scan; resolves before the scan ends. Errors: folder-missing, not-a-folder, folder-unreadable. */
  'folders.open': method<FolderInfo>()(z.strictObject({ path: s.path })),
  /** Opens the sample digests that come with the app. */
  'folders.openSample': method<FolderInfo>()(nothing),
  /** Takes the folder out of the library; the state of its papers stays. */
  'folders.close': method<void>()(folder),
  'folders.rescan': method<void>()(folder),
  'folders.cancelScan': method<void>()(folder),
  /** Folders whose path begins with what was typed (`~` is home), at most 50, sorted. Never fails: no match is []. */
  'folders.complete': method<readonly string[]>()(
    z.strictObject({ typed: z.string().max(32_000) }),
  ),
  /** Paths opened before and closed since, newest first. */
  'folders.recent': method<readonly string[]>()(nothing),
  /** Real paths of the folders that reader state has open, whichever this start reads. */
  'folders.remembered': method<readonly string[]>()(nothing),

  'library.outline': method<Outline>()(nothing),
  /** Every day that prints papers, oldest first. A paper of two days counts on both. */
  'library.days': method<readonly DayCount[]>()(nothing),
  /** A day's papers, of `null` the newest day's; null when that day prints none. */
  'library.day': method<DayOverview | null>()(z.strictObject({ date: s.isoDate.nullable() })),
  /** Marks are counted on the days of this time zone: the reader's, who may sit elsewhere than the engine. */
  'library.statistics': method<Statistics>()(
    z.strictObject({ timeZone: s.timeZone, job: s.job.optional() }),
  ),
  'library.problems': method<readonly Problem[]>()(nothing),
  /** Resolves when the folders have been read, and with `search` when all of their texts can be found. */
  'library.ready': method<void>()(z.strictObject({ search: z.boolean() })),

  /**
   * Runs a query and holds its order under a handle. `keep`: an earlier handle whose rows stay though they no longer
   * match (a paper just read stays in Unread until the list is left). `locate`: a paper whose index is wanted.
   * `page`: rows to a page, of which the one with that paper, else the first, comes with the answer. `composing`: where in
   * the search ends what an input method still composes (docs/notes/search.md); beside the query, since none is kept with it.
   */
  'query.open': method<OpenedResult>()(
    z.strictObject({
      query: s.query,
      composing: z.number().int().min(0).max(s.MAX_QUERY).optional(),
      keep: z.string().max(100).nullable(),
      locate: s.paperId.nullable(),
      page: pageRows.optional(),
    }),
  ),
  /** Rows [offset, offset + limit) with their state as it is now. Errors: result-gone. */
  'query.rows': method<readonly PaperRow[]>()(
    z.strictObject({
      result: z.string().max(100),
      offset: index,
      limit: pageRows,
    }),
  ),
  /** Index of the next unread row after (or before) `from`, not counting it; null when there is none. Errors: result-gone. */
  'query.nextUnread': method<number | null>()(
    z.strictObject({
      result: z.string().max(100),
      from: z.number().int().min(-1),
      backwards: z.boolean(),
    }),
  ),
  /** Ids of all rows, or of those above or below `index` (not counting it), in order. Errors: result-gone. */
  'query.ids': method<readonly PaperId[]>()(
    z.strictObject({
      result: z.string().max(100),
      part: z.enum(['all', 'above', 'below']),
      index,
    }),
  ),

  /** Ids of the rows from one index to another, both included, in the order of the list. Errors: result-gone. */
  'query.range': method<readonly PaperId[]>()(
    z.strictObject({ result: z.string().max(100), from: index, to: index }),
  ),
  /** Index of a paper's row; null when it has none. Errors: result-gone. */
  'query.find': method<number | null>()(
    z.strictObject({ result: z.string().max(100), paper: s.paperId }),
  ),
  /** Ids of the unread rows whose day lies before one; rows without a day are not among them. Errors: result-gone. */
  'query.older': method<readonly PaperId[]>()(
    z.strictObject({ result: z.string().max(100), before: s.isoDate }),
  ),

  /** Errors: not-found. */
  'paper.read': method<PaperDetail>()(z.strictObject({ paper: s.paperId })),
  /** Papers that a search finds, those that hold it in the title first; '' finds those read last. */
  'paper.find': method<readonly PaperName[]>()(
    z.strictObject({ text: z.string().max(1_000), limit: z.number().int().min(1).max(100) }),
  ),

  /** A reading list whole, papers of closed folders too. Errors: not-found. */
  'list.read': method<ReadingList>()(z.strictObject({ list: s.listId })),
  /** Progress and amount of text of a list. Errors: not-found. */
  'list.overview': method<ListOverview>()(z.strictObject({ list: s.listId })),

  /** Other papers whose notes link to this one, the latest note first, at most 200. */
  'note.backlinks': method<readonly Mention[]>()(z.strictObject({ paper: s.paperId })),

  /** Earlier texts of a paper's note, newest first; what is the note now is not among them. */
  'note.versions': method<readonly Note[]>()(z.strictObject({ paper: s.paperId })),
  /** For each of these papers the address to give to others, or null. Never fails: a paper that is gone has none. */
  'paper.addresses': method<readonly (string | null)[]>()(z.strictObject({ papers: s.papers })),

  /**
   * A file that the scan told as `not-a-digest` or `no-papers`, by its path inside the folder. Errors: not-found (for every
   * other path), forbidden (it leads out of the folder), read-failed (it has changed since; it is being scanned again).
   */
  'document.read': method<PlainDocument>()(z.strictObject({ folder: s.folderId, file: s.path })),

  'state.settings': method<Settings>()(nothing),
  /** Makes a change durable; what would do nothing is left out. `changed` counts what did change. Errors: write-failed, read-only, not-found. */
  'state.change': method<{ changed: number; undo: UndoState }>()(
    z.strictObject({ change: s.clientChange }),
  ),
  'state.undo': method<UndoState>()(nothing),
  'state.redo': method<UndoState>()(nothing),
  'state.undoState': method<UndoState>()(nothing),

  /** How reader state is open and where it lives. */
  'data.info': method<DataInfo>()(nothing),
  /**
   * Tries again to open for changes what can only be read; `takeOver`: though another computer seems to have it open. How
   * it went tells the result. Errors: read-failed.
   */
  'data.retry': method<DataInfo>()(z.strictObject({ takeOver: z.boolean() })),
  /** Gives up a place that is not there any more, for the default one. Errors: place-unsuitable, write-failed. */
  'data.useDefault': method<DataInfo>()(nothing),
  /**
   * Moves reader state to a folder; `existing`: whether it is merged with what is there. Errors: unsupported, read-only,
   * data-there, place-unsuitable, inside-digest-folder, data-in-use, data-newer, read-failed, write-failed.
   */
  'data.move': method<DataInfo>()(
    z.strictObject({ dir: s.path, existing: z.enum(['refuse', 'merge']) }),
  ),
  /** Backups that Lectern keeps, newest first. Errors: read-failed. */
  'data.backups': method<readonly BackupInfo[]>()(nothing),
  /** Checks a backup whole and tells what is in it. Errors: not-found, backup-invalid, data-newer, read-failed. */
  'data.backupContents': method<BackupContents>()(z.strictObject({ source: s.backupSource })),
  /** Puts a backup in the place of all that is there, after a backup of that. Errors: as before, read-only, write-failed. */
  'data.restore': method<UndoState>()(z.strictObject({ source: s.backupSource })),
  /** The present state as one file's text. */
  'data.backupFile': method<{ name: string; text: string }>()(nothing),

  /** What the window kept of its own look (sizes, last view, selection); {} when there is none or it is damaged. */
  'workspace.read': method<Workspace>()(nothing),
  /** Keeps it for the next start, whole. Errors: write-failed. */
  'workspace.write': method<void>()(z.strictObject({ value: s.workspace })),

  /** Ends the work of that name at its next pause: it rejects with `cancelled`. Does nothing when it has ended. */
  'job.cancel': method<void>()(z.strictObject({ job: s.job })),

  /** Writes papers, at most `limit` of them (for a preview), as a file. Errors: result-gone, template-invalid, cancelled. */
  'export.render': method<ExportFile>()(
    z.strictObject({
      source: s.exportSource,
      choice: s.exportChoice,
      title: z.string().max(500),
      limit: z.number().int().min(1).max(1_000).nullable(),
      job: s.job.optional(),
    }),
  ),

  /** The folders that are kept as an export is. */
  'kept.list': method<readonly KeptExportInfo[]>()(nothing),
  /**
   * Keeps a folder from now on, and writes it at once. Errors: read-only, not-found, folder-missing, not-a-folder,
   * folder-unreadable, inside-digest-folder, place-unsuitable, export-there, template-invalid, write-failed.
   */
  'kept.put': method<KeptExportInfo>()(z.strictObject({ kept: s.keptExport })),
  /** Keeps it no longer; what was written stays. Errors: read-only, not-found, write-failed. */
  'kept.remove': method<void>()(z.strictObject({ id: s.keptId })),
  /** Writes it now; how it went tells the result. Errors: read-only, not-found. */
  'kept.write': method<KeptExportInfo>()(z.strictObject({ id: s.keptId })),

  /** Which folders and papers the reader has allowed to load media; taken back by `state.change`. */
  'media.allowed': method<MediaAllowed>()(nothing),
  /**
   * What reading a text in would change; nothing is changed. Errors: import-unreadable, import-broken, import-empty,
   * data-newer, cancelled.
   */
  'import.preview': method<ImportPlan>()(s.importRequest),
  /**
   * Reads it in, as one step that undo takes back; what it did is told. Before it takes the place of anything, a backup is
   * made. Errors: as preview, write-failed, read-only.
   */
  'import.apply': method<{
    plan: ImportPlan;
    changed: number;
    undo: UndoState;
    /** The list that a bibliography became. */
    list: ListId | null;
  }>()(s.importRequest),

  /** The address behind a medium's `src`, for a host that fetches it. Errors: media-blocked, not-found. */
  'media.resolve': method<{ url: string; kind: 'image' | 'video' }>()(
    z.strictObject({ src: z.string().max(2_000) }),
  ),
} as const;

export type Contract = typeof contract;
export type MethodName = keyof Contract;
export type HostMethod = Extract<MethodName, `host.${string}`>;
export type EngineMethod = Exclude<MethodName, HostMethod>;

export type Input<M extends MethodName> = z.output<Contract[M]['input']>;
export type Output<M extends MethodName> =
  Contract[M] extends Method<z.ZodType, infer Out> ? Out : never;

export type EngineHandlers = {
  readonly [M in EngineMethod]: (input: Input<M>) => Output<M> | Promise<Output<M>>;
};
export type HostHandlers = {
  readonly [M in HostMethod]: (input: Input<M>) => Output<M> | Promise<Output<M>>;
};

/** How anything above an adapter calls the contract. Rejects with AppError. */
export interface Client {
  call<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>>;
  /** Listens to every event; gives back how to stop. */
  listen(listener: (event: AppEvent) => void): () => void;
}

/** What the engine and the hosts tell, unasked. */
export type AppEvent =
  /** Papers came, changed or went: rows, counts and outline are to be asked again. At most some four a second. */
  | { readonly type: 'library' }
  | { readonly type: 'scan'; readonly progress: ScanProgress }
  /** Folders were opened, closed, or their status changed. */
  | { readonly type: 'folders' }
  | { readonly type: 'problems'; readonly count: number }
  /** Reader state is open in another way, or in another place, than before. */
  | { readonly type: 'data'; readonly info: DataInfo }
  /** Reader state changed and is on disk. `papers`: the ids touched; null when too many to list. */
  | {
      readonly type: 'state';
      readonly papers: readonly PaperId[] | null;
      readonly kinds: readonly string[];
      readonly undo: UndoState;
    }
  /** Kept exports were written, failed, came or went. */
  | { readonly type: 'kept'; readonly exports: readonly KeptExportInfo[] }
  /** Long work that was given a name goes on: so much of 1 is done. */
  | { readonly type: 'progress'; readonly job: string; readonly done: number }
  /** The native menu, a dropped folder or a second start asks for a command of shared/commands.ts. */
  | { readonly type: 'command'; readonly command: string; readonly argument: string | null };

export function isMethodName(name: string): name is MethodName {
  return Object.hasOwn(contract, name);
}

export function isHostMethod(name: MethodName): name is HostMethod {
  return name.startsWith('host.');
}
