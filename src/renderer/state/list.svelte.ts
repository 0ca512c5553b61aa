import type { Client } from '../../shared/contract.ts';
import { toErrorInfo } from '../../shared/errors.ts';
import type {
  GroupBy,
  OpenedResult,
  PaperId,
  PaperRow,
  Query,
  ResultGroup,
  ResultInfo,
  SortKey,
  View,
} from '../../shared/model.ts';
import type { QueryHint } from '../../shared/query/syntax.ts';
import { searchMarks } from '../render/search-marks.ts';
import { FIRST_QUERY } from './arrangement.ts';
import type { Selecting } from './auto-mark.ts';
import { Coalesced } from './coalesced.ts';
import { following, type Scroll } from './list-items.ts';
import { ListPages, PAGE_ROWS, pageOf, pagesOf } from './list-pages.svelte.ts';
import type { RowPatch, RowsByPage } from './list-pages.svelte.ts';
import { neighbour, selectionIn } from './neighbour.ts';
import type { Toasts } from './toasts.svelte.ts';

interface Options {
  readonly client: Client;
  readonly toasts: Toasts;
  /** A row was selected, or with null none is left. */
  readonly onSelect: (row: PaperRow | null, how: Selecting) => void;
  /** A view is opened: whatever covers the list gives way. */
  readonly onOpen: () => void;
  /** The list was asked for again; `anew`: it is another list now. */
  readonly onAnswer: (anew: boolean) => void;
}

/** `reset`: another query. `refresh`: the same, its read rows stay. `clean`: the same, and they go. */
type Task = 'reset' | 'refresh' | 'clean';

/** The paper list: a query, its held result, windows of its rows, and which row is selected. */
export class ListState {
  query = $state.raw<Query>(FIRST_QUERY);
  total = $state(0);
  /** Index of the selected row; null when there is none. */
  index = $state<number | null>(null);
  selected = $state<PaperId | null>(null);
  /** Whether the first answer of the present query is there. */
  ready = $state(false);
  /** How the list is to scroll, anew with every object. */
  scroll = $state.raw<Scroll>({ to: 'center' });
  /** What the result shown is grouped by: until the answer is there, another thing than the query asks for. */
  groupedBy = $state<GroupBy>('none');
  /** Where the groups of the result begin. */
  groups = $state.raw<readonly ResultGroup[]>([]);
  /** What the engine says of the search. */
  hints = $state.raw<readonly QueryHint[]>([]);
  suggestion = $state<string | null>(null);
  /** Handle of the held result, for export and counts; null before the first answer. */
  result = $state<string | null>(null);

  readonly #options: Options;
  readonly #pages = new ListPages();
  readonly #mounted = new Map<number, number>();
  readonly #fetching = new Map<string, Promise<void>>();
  readonly #work = new Coalesced(() => this.#perform());
  #task: Task | null = null;
  /** The query whose answer is shown. */
  #answered = $state.raw<Query | null>(null);
  /** Where in the search ends what an input method still composes; and in that whose answer is shown. */
  #composing: number | undefined;
  #composed = $state.raw<number>();
  /** What the rows shown were searched for, to be marked where it is on screen. */
  readonly marks = $derived(searchMarks(this.#answered?.search ?? '', this.#composed));
  /** How often papers changed: what was asked for before the last change may not tell of it. */
  #changes = 0;
  #locate: PaperId | null = null;
  /** The paper of the last start, until it is found or the reader goes elsewhere: its folder may still be read. */
  #awaited: PaperId | null = null;
  #restored: Scroll | null = null;

  constructor(options: Options) {
    this.#options = options;
  }

  /** The row at an index, once it was fetched. Reactive. */
  row(index: number): PaperRow | undefined {
    return this.#pages.row(index);
  }

  /** The selected row, when it is among the fetched. */
  get current(): PaperRow | undefined {
    return this.index === null ? undefined : this.row(this.index);
  }

  /** Says that a row is on screen, so that it is fetched, with those around it, and kept fresh; gives back how to take that back. */
  want(index: number): () => void {
    this.#mounted.set(index, (this.#mounted.get(index) ?? 0) + 1);
    for (const page of this.#pages.missingNear(index)) void this.#fetch(page);
    return () => {
      const count = (this.#mounted.get(index) ?? 0) - 1;
      if (count > 0) this.#mounted.set(index, count);
      else this.#mounted.delete(index);
    };
  }

  /**
   * Leaves the present view for another, or opens it afresh: its first row is selected, unless a paper is to be located.
   * A search is left behind, unless one is given: then read papers are shown too.
   */
  open(
    view: View,
    { search, locate = null }: { readonly search?: string; readonly locate?: PaperId | null } = {},
  ): Promise<void> {
    this.#options.onOpen();
    this.#locate = locate;
    const unreadOnly = search === undefined && this.query.unreadOnly;
    return this.#reset({ ...this.query, view, search: search ?? '', unreadOnly });
  }

  /** Another view takes the place of one that is gone, beneath whatever covers the list. */
  replace(view: View): Promise<void> {
    this.#locate = null;
    return this.#reset({ ...this.query, view, search: '' });
  }

  /** Begins where the last start ended; the answer comes with the next task. */
  restore(query: Query, selected: PaperId | null, offset: number): void {
    this.query = query;
    this.#awaited = selected;
    this.#restored = { to: { offset } };
  }

  /**
   * Looks for something: the best hit is selected, and with nothing to look for any more the same paper. `composing`: where
   * ends what an input method still composes.
   */
  search(search: string, composing?: number): Promise<void> {
    this.#locate = search.trim() === '' ? this.selected : null;
    return this.#reset({ ...this.query, search }, composing);
  }

  sort(sort: SortKey, descending: boolean): Promise<void> {
    return this.#change({ sort, descending });
  }

  group(group: GroupBy): Promise<void> {
    return this.#change({ group });
  }

  showUnreadOnly(unreadOnly: boolean): Promise<void> {
    return this.#change({ unreadOnly });
  }

  /** Asks again; rows that no longer match stay, the selection and the scroll position too. */
  refresh(): Promise<void> {
    return this.#do('refresh');
  }

  /** The host was lost: its handles mean nothing any more, or something else. */
  reconnect(): Promise<void> {
    this.result = null;
    return this.#do('refresh');
  }

  /** Takes out the rows that no longer match. */
  cleanUp(): Promise<void> {
    return this.#do('clean');
  }

  /** Says that rows which are being read may tell of papers as they were: they are read again. */
  overtaken(): void {
    this.#changes += 1;
  }

  /** Takes in that these papers changed their state: their rows are read again, or the query when some are not here. */
  async changed(papers: readonly PaperId[] | null): Promise<void> {
    this.overtaken();
    const pages = papers === null ? null : this.#pages.pagesOf(papers);
    if (pages === null) await this.refresh();
    else await Promise.all(pages.map((page) => this.#fetch(page)));
  }

  patch(papers: ReadonlySet<PaperId>, patch: RowPatch): void {
    this.#pages.patch(papers, patch);
  }

  /** Selects the row at an index, clamped to the list. */
  async select(index: number, how: Selecting): Promise<void> {
    if (this.total === 0) return;
    const at = Math.max(0, Math.min(index, this.total - 1));
    this.#awaited = null;
    this.index = at;
    this.scroll = { to: 'nearest' };
    if (this.row(at) === undefined) await this.#fetch(pageOf(at));
    const row = this.row(at);
    // Overtaken by another selection, or the page could not be read, which is told.
    if (this.index !== at || row === undefined) return;
    this.selected = row.id;
    this.#options.onSelect(row, how);
  }

  /** Selects the row `step` rows on; with nothing selected, the first. */
  move(step: number, how: Selecting): Promise<void> {
    return this.select(this.index === null ? 0 : this.index + step, how);
  }

  /** Selects the next (or previous) unread row; false when there is none. */
  async moveToUnread(backwards: boolean, how: Selecting, from?: number): Promise<boolean> {
    const index = await this.ask((result) =>
      this.#options.client.call('query.nextUnread', {
        result,
        from: from ?? this.index ?? -1,
        backwards,
      }),
    );
    if (index === null) return false;
    await this.select(index, how);
    return true;
  }

  /** Selects a paper wherever it stands in the present list; false when it is not in it. */
  async find(paper: PaperId, how: Selecting): Promise<boolean> {
    const index = await this.ask((result) =>
      this.#options.client.call('query.find', { result, paper }),
    );
    if (index === null) return false;
    await this.select(index, how);
    return this.selected === paper;
  }

  /** Ids of the rows, or of those above or below the selected one, as shown. */
  async ids(part: 'all' | 'above' | 'below'): Promise<readonly PaperId[]> {
    const ids = await this.ask((result) =>
      this.#options.client.call('query.ids', { result, part, index: this.index ?? 0 }),
    );
    return ids ?? [];
  }

  #change(patch: Partial<Query>): Promise<void> {
    this.#locate = this.selected;
    return this.#reset({ ...this.query, ...patch });
  }

  #reset(query: Query, composing?: number): Promise<void> {
    this.#awaited = null;
    this.#restored = null;
    this.#composing = composing;
    this.query = query;
    return this.#do('reset');
  }

  #do(task: Task): Promise<void> {
    const rank = { refresh: 0, clean: 1, reset: 2 } as const;
    if (this.#task === null || rank[task] > rank[this.#task]) this.#task = task;
    return this.#work.ask();
  }

  async #perform(): Promise<void> {
    const task = this.#task;
    if (task === null) return;
    this.#task = null;
    const changes = this.#changes;
    const { query, index: before } = this;
    const composing = this.#composing;
    const { client, toasts } = this.#options;
    try {
      const keep = task === 'refresh' ? this.result : null;
      const find = (locate: PaperId | null): Promise<OpenedResult> =>
        client.call('query.open', { query, composing, keep, locate, page: PAGE_ROWS });
      const awaited = task === 'reset' ? null : this.#awaited;
      let info = await find(task === 'reset' ? this.#locate : (awaited ?? this.selected));
      if (awaited !== null) {
        if (info.index === null) info = await find(this.selected);
        else this.#awaited = null;
      } else if (task !== 'reset' && info.index === null && info.total > 0 && this.index !== null) {
        const next = neighbour(query, this.index, (index) => this.row(index));
        if (next !== null) info = await find(next);
      }
      const index = selectionIn(info, task === 'reset' ? null : this.index);
      const pages = await this.#read(info, index, task);
      // The query changed meanwhile: the next task answers it.
      if (this.query !== query) return;
      const isOvertaken = changes !== this.#changes;
      // The reader went on meanwhile: the rows are asked for again, with the selection as it is now.
      if (task !== 'reset' && (isOvertaken || this.index !== before)) void this.#do(task);
      else this.#show(info, index, pages, task);
      if (task === 'reset' && isOvertaken) void this.#do('refresh');
    } catch (error) {
      if (toErrorInfo(error).code === 'result-gone') void this.#do(task);
      else toasts.fail(error);
    }
  }

  #read(info: OpenedResult, index: number | null, task: Task): Promise<RowsByPage> {
    const wanted = new Set(index === null ? [] : [pageOf(index)]);
    if (task !== 'reset') for (const row of this.#mounted.keys()) wanted.add(pageOf(row));
    return pagesOf(info, wanted, (page) => this.#rows(info.result, page));
  }

  #show(info: ResultInfo, index: number | null, pages: RowsByPage, task: Task): void {
    const before = this.index;
    this.#answered = this.query;
    this.#composed = this.#composing;
    this.result = info.result;
    this.total = info.total;
    this.ready = true;
    const groupsBefore = this.groups;
    this.groupedBy = this.query.group;
    this.groups = info.groups;
    this.hints = info.hints;
    this.suggestion = info.suggestion;
    this.#pages.replace(pages);
    this.index = index;
    if (task === 'reset') this.scroll = { to: 'center' };
    else if (this.#restored !== null && info.index !== null && this.#awaited === null) {
      this.scroll = this.#restored;
      this.#restored = null;
    } else if (before !== null && index !== null && index !== before && info.index !== null)
      this.scroll = following([before, groupsBefore], [index, info.groups]);
    const row = index === null ? undefined : this.row(index);
    const stays = row !== undefined && row.id === this.selected;
    this.selected = row?.id ?? null;
    if (!stays) this.#options.onSelect(row ?? null, 'itself');
    this.#options.onAnswer(task === 'reset');
  }

  /** Reads a page of the present result, again when it is there already. */
  #fetch(page: number): Promise<void> {
    const { result } = this;
    if (result === null || page * PAGE_ROWS >= this.total) return Promise.resolve();
    const key = `${result} ${page}`;
    const running = this.#fetching.get(key);
    if (running !== undefined) return running;
    const fetching = this.#readPage(result, page).finally(() => this.#fetching.delete(key));
    this.#fetching.set(key, fetching);
    return fetching;
  }

  async #readPage(result: string, page: number): Promise<void> {
    await this.settled();
    // Another list is shown by now.
    if (this.result !== result) return;
    const changes = this.#changes;
    const rows = await this.ask((shown) => this.#rows(shown, page));
    if (rows === null || this.result !== result) return;
    // Else a mark set meanwhile would be shown as not set.
    if (changes === this.#changes) this.#pages.set(page, rows);
    else await this.#readPage(result, page);
  }

  #rows(result: string, page: number): Promise<readonly PaperRow[]> {
    const window = { result, offset: page * PAGE_ROWS, limit: PAGE_ROWS };
    return this.#options.client.call('query.rows', window);
  }

  /** Resolves once the list shows what was last asked of it, or the attempt has failed. */
  async settled(): Promise<void> {
    if (this.#answered !== this.query) await this.#work.ask();
  }

  /** The selected row, once the list shows what was last asked of it and the row is there; undefined when there is none. */
  async arrived(): Promise<PaperRow | undefined> {
    await this.settled();
    const { index } = this;
    if (index === null) return undefined;
    if (this.row(index) === undefined) await this.#fetch(pageOf(index));
    return this.row(index);
  }

  /** Asks something of the present result. Null without one, or after an error, which is told or mended. */
  async ask<T>(ask: (result: string) => Promise<T>): Promise<T | null> {
    await this.settled();
    if (this.result === null) return null;
    try {
      return await ask(this.result);
    } catch (error) {
      if (toErrorInfo(error).code === 'result-gone') await this.refresh();
      else this.#options.toasts.fail(error);
      return null;
    }
  }
}
