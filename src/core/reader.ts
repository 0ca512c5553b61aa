/** The engine: answers the contract over the rooms of core. The only thing that hosts start. */
import { join } from 'node:path';
import type { AppEvent, EngineHandlers, EngineMethod, Output } from '../shared/contract.ts';
import type {
  Change,
  FolderId,
  FolderInfo,
  Instant,
  ListId,
  ListOverview,
  PaperId,
  PaperName,
  Problem,
  UndoState,
} from '../shared/model.ts';
import { dataHandlers } from './data-handlers.ts';
import { completePath, expandHome } from './folders/complete-path.ts';
import { Exports } from './exports.ts';
import { Documents } from './folders/documents.ts';
import { Folders, type OpenedFolder } from './folders/folders.ts';
import { Indexer } from './folders/indexer.ts';
import { folderName, realFolder } from './folders/real-folder.ts';
import { Texts } from './folders/texts.ts';
import { importHandlers } from './imports.ts';
import { Jobs } from './jobs.ts';
import { KeptExports } from './kept/kept-exports.ts';
import { FirstSeen, firstSeenProblem } from './library/first-seen.ts';
import { folderIdOf } from './library/folder-id.ts';
import { LibraryStore } from './library/library-store.ts';
import { Library } from './library/library.ts';
import { listOverview } from './lists/overview.ts';
import { findPapers } from './notes/find-papers.ts';
import { Mentions } from './notes/mentions.ts';
import { DayIndexes, dayCounts } from './overview/day-index.ts';
import { StatisticsRoom } from './overview/statistics.ts';
import { dayOverview } from './overview/day-overview.ts';
import { Papers } from './papers.ts';
import { Catalogue } from './query/catalogue.ts';
import { localDay } from './query/dates.ts';
import { Outliner } from './query/outline.ts';
import { INDEX_WAIT_MS, queryHandlers } from './query-handlers.ts';
import { EVERYTHING, Results } from './query/results.ts';
import { SearchIndex } from './search/search-index.ts';
import { sharedFiles } from './state/files.ts';
import { ReaderData } from './state/reader-data.ts';
import type { Applied } from './state/state-store.ts';
import { findList } from './state/list-changes.ts';

import { Throttle } from './throttle.ts';
import { WorkspaceFile } from './workspace-file.ts';

export interface ReaderOptions {
  /** Lectern's own folder on this computer: cache and window, and reader state unless it was moved. */
  readonly dataDir: string;
  /** Whether reader state may be moved elsewhere by the app. */
  readonly movable?: boolean;
  /** Whether reader state is only to be read: no lock is taken, nothing is written. */
  readonly readOnly?: boolean;
  /** Real paths of the folders to read, instead of those that reader state has open. */
  readonly folders?: readonly string[];
  readonly sampleDir: string;
  readonly home: string;
  readonly now: () => Instant;
  readonly emit: (event: AppEvent) => void;
}

const LIBRARY_EVENT_MS = 250;
/** More ids than this are not listed in an event: whoever shows papers asks again. */
const LISTED_PAPERS = 1000;

export class Reader {
  readonly #options: ReaderOptions;
  readonly #state: ReaderData;
  readonly #library = new Library();
  readonly #index = new SearchIndex();
  readonly #catalogue: Catalogue;
  readonly #firstSeen: FirstSeen;
  #seenProblem: Problem | null = null;
  readonly #folders: Folders;
  readonly #indexer: Indexer;
  readonly #results: Results;
  readonly #outliner: Outliner;
  readonly #days: DayIndexes;
  readonly #statistics: StatisticsRoom;
  readonly #papers: Papers;
  readonly #documents: Documents;
  readonly #texts: Texts;
  readonly #exports: Exports;
  readonly #kept: KeptExports;
  readonly #mentions: Mentions;
  readonly #workspace: WorkspaceFile;
  readonly #jobs: Jobs;
  readonly #libraryChanged: Throttle;
  readonly #handlers: EngineHandlers;

  /** Opens reader state (only to be read, where it cannot be changed), then the folders that were open. Errors: read-failed, write-failed. */
  static async open(options: ReaderOptions): Promise<Reader> {
    const { dataDir, movable = false, readOnly = false, now, emit } = options;
    const self: { reader: Reader | null } = { reader: null };
    const state = await ReaderData.open({
      defaultDir: dataDir,
      movable,
      readOnly,
      now,
      onChanged: (kinds) => void self.reader?.replaced(kinds),
      onAccess: () => emit({ type: 'data', info: state.info }),
      onProblems: () =>
        emit({ type: 'problems', count: self.reader?.problems().length ?? state.problems.length }),
    });
    self.reader = new Reader(options, state);
    await self.reader.#kept.load();
    return self.reader;
  }

  private constructor(options: ReaderOptions, state: ReaderData) {
    this.#options = options;
    this.#state = state;
    const { dataDir, home } = options;
    const emit = (event: AppEvent): void => {
      options.emit(event);
      // What waited for the folders can go on.
      if (event.type === 'folders') this.#kept.changed();
    };
    this.#jobs = new Jobs(emit);
    const library = this.#library;
    const catalogue = new Catalogue(library, state.state);
    this.#catalogue = catalogue;
    const seenPath = join(dataDir, 'first-seen.jsonl');
    const firstSeen = new FirstSeen({
      path: seenPath,
      now: options.now,
      writable: () => state.writable,
      onFailed: (error) => {
        this.#seenProblem = firstSeenProblem(error);
      },
    });
    this.#firstSeen = firstSeen;
    this.#libraryChanged = new Throttle(() => emit({ type: 'library' }), LIBRARY_EVENT_MS);
    this.#folders = new Folders({
      library,
      store: new LibraryStore(join(dataDir, 'library'), () => state.writable),
      emit,
      onPapers: (papers) => {
        // What went leaves the index at once: it never finds what is not there.
        for (const number of catalogue.papersChanged(papers)) this.#index.remove(number);
        firstSeen.saw(papers.filter((paper) => library.papers.has(paper)));
        this.#indexer.add(papers);
        this.#libraryChanged.ask();
        this.#kept.changed();
      },
    });
    const files = {
      library,
      pathOf: (folder: FolderId) => this.#folders.pathOf(folder),
      onStale: (folder: FolderId, file: string) => this.#folders.doubt(folder, file),
    };
    const texts = new Texts(files);
    this.#texts = texts;
    this.#documents = new Documents(files);
    this.#workspace = new WorkspaceFile(dataDir, options.now, () => state.writable);
    this.#indexer = new Indexer({
      library,
      catalogue,
      index: this.#index,
      texts,
      scanned: () => this.#folders.scanned(),
      onCaughtUp: () => {
        this.#libraryChanged.ask();
        this.#kept.changed();
        void this.#results.warm();
      },
    });
    this.#mentions = new Mentions(library, state.state);
    this.#results = new Results({
      catalogue,
      index: this.#index,
      lists: () => state.state.lists,
      folders: () => this.#folderInfos(),
      today: () => localDay(options.now()),
      added: firstSeen,
    });
    this.#outliner = new Outliner(library, state.state, (list) => this.#results.count(list));
    this.#days = new DayIndexes(library);
    this.#statistics = new StatisticsRoom({
      library,
      state: state.state,
      now: options.now,
      textOf: (paper) => texts.newest(paper),
    });
    this.#papers = new Papers({ library, texts, state: state.state, folders: this.#folders });
    this.#exports = new Exports({ library, texts, state: state.state, results: this.#results });
    this.#kept = new KeptExports({
      dir: join(dataDir, 'exports'),
      home,
      files: sharedFiles,
      now: options.now,
      emit: (event) => {
        emit(event);
        emit({ type: 'problems', count: this.problems().length });
      },
      writable: () => state.writable,
      exports: this.#exports,
      results: this.#results,
      lists: () => state.state.lists,
      forbidden: () => ({
        digests: state.state.folders.map(({ path }) => path),
        data: [dataDir, state.info.dir],
      }),
      ready: async () => {
        await this.#folders.scanned();
        await this.#indexer.idle();
      },
      unread: () => {
        const { busy } = this.#indexer;
        return [...this.#folders.opened].find(({ complete }) => !complete || busy)?.path ?? null;
      },
    });
    this.#handlers = this.#answer();
    for (const path of this.#wantedFolders) this.#folders.open(path);
  }

  /** Answers a method whose input is validated. Rejects with AppError. */
  async call<M extends EngineMethod>(method: M, input: unknown): Promise<Output<M>> {
    const handler = this.#handlers[method] as (input: unknown) => Output<M> | Promise<Output<M>>;
    return handler(input);
  }

  /** Ends scans, saves the cache and folds the journal. */
  async close(): Promise<void> {
    await this.#kept.close();
    this.#indexer.stop();
    this.#libraryChanged.stop();
    await this.#folders.stop();
    await this.#firstSeen.close();
    await this.#state.close();
  }

  #answer(): EngineHandlers {
    const { home, sampleDir, now } = this.#options;
    const store = this.#state;
    const folders = this.#folders;
    return {
      'folders.list': () => this.#folderInfos(),
      'folders.open': ({ path }) => this.#openFolder(expandHome(path, home)),
      'folders.openSample': () => this.#openFolder(sampleDir),
      'folders.close': async ({ folder }) => {
        await this.#change({ kind: 'folder.close', path: folders.get(folder).path });
      },
      'folders.rescan': ({ folder }) => folders.rescan(folder),
      'folders.cancelScan': ({ folder }) => folders.cancelScan(folder),
      'folders.complete': ({ typed }) => completePath(typed, home),
      'folders.recent': () => store.state.recent,
      'folders.remembered': () => store.state.folders.map(({ path }) => path),

      'library.outline': () => this.#outliner.outline(this.#folderInfos(), this.problems().length),
      'library.days': async () => dayCounts(await this.#days.current(), store.state.read),
      'library.day': async ({ date }) =>
        dayOverview(await this.#days.current(), date, this.#papers),
      'library.statistics': ({ timeZone, job: name }) =>
        this.#jobs.run(name, (job) =>
          this.#statistics.statistics(timeZone, (done) => job.pause(done)),
        ),
      'library.problems': () => this.problems(),
      'library.ready': async ({ search }) => {
        await folders.scanned();
        if (search) await this.#indexer.idle();
      },

      ...queryHandlers({
        results: this.#results,
        indexer: this.#indexer,
        library: this.#library,
        papers: this.#papers,
        state: store.state,
      }),

      'paper.addresses': ({ papers }) => this.#papers.addresses(papers),
      'paper.read': ({ paper }) => this.#papers.detail(paper),
      'paper.find': ({ text, limit }) => this.#find(text, limit),

      'list.read': ({ list }) => findList(store.state.lists, list),
      'list.overview': ({ list }) => this.#listOverview(list),

      'note.backlinks': ({ paper }) => this.#mentions.of(paper),

      'note.versions': ({ paper }) => store.state.noteVersions.get(paper) ?? [],

      'workspace.read': () => this.#workspace.read(),
      'workspace.write': ({ value }) => this.#workspace.write(value),

      'document.read': ({ folder, file }) => this.#documents.read(folder, file),

      'state.settings': () => store.state.settings,
      'state.change': async ({ change }) => {
        const { changed, undo } = await this.#change(change);
        return { changed, undo };
      },
      'state.undo': async () => this.#told(await store.undo()),
      'state.redo': async () => this.#told(await store.redo()),
      'state.undoState': () => store.undoState,

      ...dataHandlers({
        data: store,
        home,
        now,
        digestFolders: () => store.state.folders.map(({ path }) => path),
        told: (applied) => this.#told(applied),
      }),

      'kept.list': () => this.#kept.list,
      'kept.put': ({ kept }) => this.#kept.put(kept),
      'kept.remove': ({ id }) => this.#kept.remove(id),
      'kept.write': ({ id }) => this.#kept.write(id),

      'job.cancel': ({ job }) => this.#jobs.cancel(job),
      'export.render': (input) =>
        this.#jobs.run(input.job, (job) => this.#exports.render(input, job)),
      'media.allowed': () => this.#papers.mediaAllowed(),
      ...importHandlers({
        data: store,
        jobs: this.#jobs,
        now,
        knows: (paper) => this.#library.papers.has(paper),
        change: (change) => this.#change(change),
        told: (applied) => this.#told(applied),
      }),
      'media.resolve': ({ src }) => this.#papers.media(src),
    };
  }

  async #listOverview(id: ListId): Promise<ListOverview> {
    const { state } = this.#state;
    const list = findList(state.lists, id);
    await this.#indexer.caughtUp(INDEX_WAIT_MS);
    const view = { kind: 'list', list: id } as const;
    const query = { ...EVERYTHING, view };
    const { result } = this.#results.open({ query, keep: null, locate: null });
    const papers = this.#results.present(result);
    return listOverview({ list, papers, state, textOf: (paper) => this.#texts.newest(paper) });
  }

  async #find(text: string, limit: number): Promise<readonly PaperName[]> {
    await this.#indexer.caughtUp(INDEX_WAIT_MS);
    const search = (words: string): readonly PaperId[] => this.#results.search(words);
    return findPapers({ library: this.#library, state: this.#state.state, search }, text, limit);
  }

  async #openFolder(path: string): Promise<FolderInfo> {
    const real = await realFolder(path);
    const folder = { path: real, opened: this.#options.now() };
    const { changed } = await this.#change({ kind: 'folder.open', folder });
    const id = folderIdOf(real);
    if (changed === 0) this.#folders.rescan(id);
    return this.#folderInfo(this.#folders.get(id));
  }

  async #change(change: Change): Promise<Applied> {
    const applied = await this.#state.change(change);
    if (applied.changed > 0) await this.#told(applied);
    return applied;
  }

  /** Tells what a change, an undo or a redo did; it is on disk. */
  async #told(applied: Applied | null): Promise<UndoState> {
    if (applied === null) return this.#state.undoState;
    this.#statistics.changed();
    this.#kept.changed();
    const { papers, kinds, undo } = applied;
    if (kinds.includes('restore')) return this.replaced(kinds);
    this.#catalogue.marksChanged(papers);
    if (kinds.some((kind) => kind.startsWith('folder.'))) await this.#syncFolders();
    const listed = papers.length > LISTED_PAPERS ? null : papers;
    this.#options.emit({ type: 'state', papers: listed, kinds, undo });
    return undo;
  }

  /** Tells that the state is another one, as a whole. */
  private async replaced(kinds: readonly string[]): Promise<UndoState> {
    this.#statistics.changed();
    this.#kept.changed();
    this.#catalogue.allMarksChanged();
    await this.#syncFolders();
    const { undoState: undo } = this.#state;
    this.#options.emit({ type: 'state', papers: null, kinds, undo });
    return undo;
  }

  /** The open folders follow the state, so that undo of a closed one opens it again. */
  async #syncFolders(): Promise<void> {
    const folders = this.#folders;
    for (const path of this.#wantedFolders) {
      if (folders.pathOf(folderIdOf(path)) === null) folders.open(path);
    }
    for (const { id, path } of [...folders.opened]) {
      // Asked anew each time: while one closes, others are opened and closed.
      const isWanted = this.#wantedFolders.includes(path);
      if (!isWanted && folders.pathOf(id) !== null) await folders.close(id);
    }
  }

  get #wantedFolders(): readonly string[] {
    return this.#options.folders ?? this.#state.state.folders.map(({ path }) => path);
  }

  #folderInfos(): readonly FolderInfo[] {
    return [...this.#folders.opened].map((folder) => this.#folderInfo(folder));
  }

  #folderInfo({ id, path, status }: OpenedFolder): FolderInfo {
    const mediaAllowed = this.#state.state.mediaFolders.has(path);
    return { id, path, name: folderName(path), status, mediaAllowed };
  }

  private problems(): readonly Problem[] {
    const own = this.#seenProblem === null ? [] : [this.#seenProblem];
    return [...this.#state.problems, ...own, ...this.#kept.problems, ...this.#folders.problems()];
  }
}
