import { createContext, tick } from 'svelte';
import type { AppEvent, Client, HostInfo } from '../../shared/contract.ts';
import { assertNever } from '../../shared/errors.ts';
import type { Outline, PaperId, PaperRow, View } from '../../shared/model.ts';
import type { Platform } from '../api/platform.ts';
import type { Connection, Transport } from '../api/transport.ts';
import { t } from '../i18n/i18n.svelte.ts';
import { AutoMark, type Selecting } from './auto-mark.ts';
import { Changes } from './changes.svelte.ts';
import { ContextMenuState } from './context-menu.svelte.ts';
import { DataState } from './data.svelte.ts';
import { DayPapersState } from './day-papers.svelte.ts';
import { DialogsState } from './dialogs.svelte.ts';
import { FoldersState } from './folders.svelte.ts';
import { KeptExports } from './kept-exports.svelte.ts';
import { KeptWindow } from './kept-window.svelte.ts';
import { LayoutState } from './layout.svelte.ts';
import { ListState } from './list.svelte.ts';
import { Lists } from './lists.ts';
import { MediaAllowedState } from './media-allowed.svelte.ts';
import { OutlineState } from './outline.svelte.ts';
import { PagesState } from './pages.svelte.ts';
import { Panes } from './panes.ts';
import { OwnMarks } from './own-marks.ts';
import { Papers } from './papers.ts';
import { ProblemsState } from './problems.svelte.ts';
import { ReaderState } from './reader.svelte.ts';
import { Recent } from './recent.ts';
import { Selection } from './selection.svelte.ts';
import { SettingsState } from './settings.svelte.ts';
import { SidebarState } from './sidebar.svelte.ts';
import { Toasts } from './toasts.svelte.ts';
import { Trail } from './trail.svelte.ts';
import { whenIdle } from './when-idle.ts';
import { Workspace } from './workspace.ts';
import { Works } from './work.svelte.ts';

/** What is on screen, one part per concern, kept fresh by the host's events. Views get it by `getApp()`. */
export class App {
  connection = $state<Connection>('connecting');
  /** Null until the host told. */
  host = $state.raw<HostInfo | null>(null);
  readonly client: Client;
  readonly platform: Platform;
  readonly transport: Transport;
  readonly toasts = new Toasts();
  readonly dialogs = new DialogsState();
  readonly works: Works;
  readonly kept: KeptExports;
  readonly panes = new Panes();
  readonly pages: PagesState;
  readonly layout: LayoutState;
  readonly workspace: Workspace;
  readonly sidebar: SidebarState;
  readonly changes: Changes;
  readonly settings: SettingsState;
  readonly data: DataState;
  readonly outline: OutlineState;
  readonly folders: FoldersState;
  readonly problems: ProblemsState;
  readonly list: ListState;
  readonly selection: Selection;
  readonly trail = new Trail();
  readonly menu = new ContextMenuState();
  readonly lists: Lists;
  readonly reader: ReaderState;
  readonly papers: Papers;
  readonly dayPapers: DayPapersState;
  readonly mediaAllowed: MediaAllowedState;
  readonly #autoMark: AutoMark;
  readonly #ownMarks = new OwnMarks((papers) => this.#marked(papers));
  readonly #window = new KeptWindow(this);

  constructor(client: Client, platform: Platform, transport: Transport) {
    const { toasts } = this;
    this.client = client;
    this.platform = platform;
    this.transport = transport;
    this.works = new Works(client);
    this.kept = new KeptExports({
      client,
      platform,
      toasts,
      onShow: () => this.dialogs.show({ kind: 'settings', section: 'exports' }),
    });
    this.pages = new PagesState(client, this.panes, this.works);
    this.workspace = new Workspace(client, toasts);
    this.layout = new LayoutState(this.workspace);
    this.sidebar = new SidebarState(this.workspace);
    this.changes = new Changes({ client, toasts, onRefused: () => this.#reload(null) });
    this.data = new DataState({ client, platform, toasts, changes: this.changes });
    this.settings = new SettingsState(client, this.changes);
    this.outline = new OutlineState(client, toasts, (outline) => this.#leaveGoneView(outline));
    this.folders = new FoldersState(client, toasts, () => this.changes.tellLast());
    this.problems = new ProblemsState(client, toasts);
    this.reader = new ReaderState(client);
    this.dayPapers = new DayPapersState(client);
    this.list = new ListState({
      client,
      toasts,
      onSelect: (row, how) => this.#show(row, how),
      onOpen: () => void this.pages.close(),
      onAnswer: (anew) => {
        if (anew) {
          this.selection.clear();
          this.reader.typedOn();
        } else void this.selection.prune();
      },
    });
    this.selection = new Selection({ client, toasts, list: this.list });
    const recent = new Recent(this.workspace, 'lists');
    this.lists = new Lists({
      client,
      toasts,
      recent,
      changes: this.changes,
      outline: this.outline,
    });
    const { changes, list, reader, data } = this;
    this.#autoMark = new AutoMark({
      settings: () => this.settings.current,
      mark: (papers) => void this.papers.opened(papers),
      hidden: () => document.hidden || this.pages.open !== null || !this.layout.readerShown,
    });
    this.mediaAllowed = new MediaAllowedState({
      client,
      changes,
      toasts,
      onForgotten: () => this.#reload(null),
    });
    const ownMarks = this.#ownMarks;
    this.papers = new Papers({ changes, list, reader, autoMark: this.#autoMark, data, ownMarks });
  }

  /** Follows the host from now on. `run` answers `command` events. Gives back how to stop. */
  start(run: (command: string, argument: string | null) => void): () => void {
    const silence = this.client.listen((event) => this.#hear(event, run));
    const unwatch = this.transport.watch((connection) => {
      this.connection = connection;
      if (connection === 'ready') void this.#load();
    });
    return () => {
      this.#window.end();
      silence();
      unwatch();
    };
  }

  /** Shows a paper, in the list of a view with read papers too, and gives the list the focus where it is in sight. */
  async openPaper(paper: PaperId, among: View = { kind: 'all' }): Promise<void> {
    await this.list.open(among, { locate: paper, search: '' });
    // The view showed it by itself, but the reader asked for it.
    const row = this.list.current;
    if (row?.id === paper) {
      this.trail.shown({ paper, view: among, search: '' }, 'moved');
      this.#autoMark.selected(row, 'moved');
    }
    // Whoever goes on with the paper finds it in the reading pane.
    await this.reader.show(paper);
    this.layout.reveal('reader');
    await tick();
    (this.layout.listShown ? this.panes.list : this.panes.reader)?.focus();
  }

  /** Opens a link outside the app, in the host's way. */
  openLink(url: string): Promise<void> {
    return this.#onHost((host) => this.platform.openLink(host, url));
  }

  async copyText(text: string, done = t('copied.done')): Promise<void> {
    await this.#onHost(async (host) => {
      await this.platform.copyText(host, text);
      this.toasts.done(done);
    });
  }

  /** Rows went over the top of the list by the reader's scrolling. */
  scrolledPast(indexes: readonly number[]): void {
    this.#autoMark.scrolledPast(indexes.flatMap((index) => this.list.row(index) ?? []));
  }

  async #onHost(run: (host: HostInfo) => Promise<void>): Promise<void> {
    if (this.host === null) return;
    try {
      await run(this.host);
    } catch (error) {
      this.toasts.fail(error);
    }
  }

  /** Reads everything anew: at the start, and when a lost host is back. */
  async #load(): Promise<void> {
    try {
      this.host = await this.client.call('host.info', {});
      await this.#window.restore();
      await Promise.all([
        this.data.load(),
        this.settings.load(),
        this.changes.load(),
        this.outline.refresh(),
      ]);
    } catch (error) {
      this.toasts.fail(error);
    }
    void this.list.reconnect();
    this.#window.restorePage().catch((error: unknown) => this.toasts.fail(error));
    void this.reader.refresh(null);
  }

  #hear(event: AppEvent, run: (command: string, argument: string | null) => void): void {
    switch (event.type) {
      case 'library':
        this.#refreshDay();
        void this.outline.refresh();
        void this.list.refresh();
        void this.reader.refresh(null);
        void this.pages.refresh();
        break;
      case 'scan':
        this.folders.progress(event.progress);
        break;
      case 'folders':
        void this.outline.refresh();
        break;
      case 'problems':
        void this.outline.refresh();
        if (this.dialogs.open?.kind === 'problems') void this.problems.refresh();
        break;
      case 'kept':
        this.kept.hear(event.exports);
        break;
      case 'progress':
        this.works.hear(event.job, event.done);
        break;
      case 'data':
        this.data.hear(event.info);
        break;
      case 'state':
        this.changes.heard(event.undo);
        if (!event.kinds.includes('settings')) void this.pages.refresh();
        if (this.#ownMarks.heard(event)) this.list.overtaken();
        else this.#stateChanged(event);
        break;
      case 'command':
        run(event.command, event.argument);
        break;
      default:
        assertNever(event);
    }
  }

  #stateChanged({ papers, kinds }: Extract<AppEvent, { type: 'state' }>): void {
    if (kinds.includes('restore')) {
      // Everything may be another.
      this.settings.load().catch((error: unknown) => this.toasts.fail(error));
      this.#reload(null);
      return;
    }
    if (kinds.includes('settings')) {
      this.settings.load().catch((error: unknown) => this.toasts.fail(error));
      return;
    }
    // A list shows what is in it, at once: what was taken out does not stay as a read paper does.
    const inList = this.list.query.view.kind === 'list';
    if (inList && kinds.some((kind) => kind.startsWith('list.'))) void this.list.cleanUp();
    else if (kinds.some((kind) => ROW_KINDS.includes(kind))) void this.list.changed(papers);
    if (kinds.some((kind) => ROW_KINDS.includes(kind))) this.#refreshDay();
    void this.outline.refresh();
    void this.reader.refresh(papers);
  }

  #marked(papers: readonly PaperId[] | null): void {
    void this.list.changed(papers);
    this.#refreshDay();
    void this.outline.refresh();
    void this.reader.refresh(papers);
  }

  #refreshDay(): void {
    this.dayPapers.refresh().catch((error: unknown) => this.toasts.fail(error));
  }

  /** A list that was deleted or a folder that was closed is not shown any more. */
  #leaveGoneView(outline: Outline): void {
    const { view } = this.list.query;
    const there =
      view.kind === 'list'
        ? outline.lists.some(({ id }) => id === view.list)
        : view.kind === 'folder' || view.kind === 'dates'
          ? outline.folders.some(({ id }) => id === view.folder)
          : true;
    if (there) return;
    if (!this.pages.outlasts(view)) void this.pages.close();
    void this.list.replace({ kind: 'unread' });
  }

  #reload(papers: readonly PaperId[] | null): void {
    void this.outline.refresh();
    void this.list.refresh();
    void this.reader.refresh(papers);
  }

  #show(row: PaperRow | null, how: Selecting): void {
    const { view, search } = this.list.query;
    // While a search is typed its best hit may be another with the next letter.
    const isTyped = how === 'itself' && search !== '';
    const rest = how === 'passing' ? 'key' : isTyped ? 'typing' : null;
    const shown = this.reader.show(row?.id ?? null, rest);
    if (how !== 'selecting' && how !== 'itself') this.selection.clear();
    if (row === null) {
      this.trail.left();
      this.#autoMark.left();
      return;
    }
    this.trail.shown({ paper: row.id, view, search }, how);
    this.#autoMark.selected(row, how);
    void shown.then(() => whenIdle(() => this.#prefetch(row.id)));
  }

  /** Fetches the neighbours of a paper, two of those that follow, unless the reader went on from it. */
  #prefetch(paper: PaperId): void {
    const { index, selected } = this.list;
    if (index === null || selected !== paper) return;
    const near = [1, 2, -1].flatMap((step) => this.list.row(index + step)?.id ?? []);
    this.reader.prefetch(near);
  }
}

const ROW_KINDS: readonly string[] = ['read', 'star', 'note'];

export const [getApp, setApp] = createContext<App>();
