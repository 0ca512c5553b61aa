import type {
  AppEvent,
  Client,
  Input,
  MethodName,
  Output,
  Workspace,
} from '../../src/shared/contract.ts';
import { AppError } from '../../src/shared/errors.ts';
import {
  DEFAULT_SETTINGS,
  LIST_DEFAULTS,
  type Change,
  type FolderOutline,
  type ListId,
  type ListOutline,
  type PaperDetail,
  type PaperId,
  type PaperRow,
  type ReadingList,
  type ResultInfo,
  type Settings,
  type UndoState,
} from '../../src/shared/model.ts';
import type { Platform } from '../../src/renderer/api/platform.ts';
import type { Connection, Transport } from '../../src/renderer/api/transport.ts';

export function row(id: PaperId, patch: Partial<PaperRow> = {}): PaperRow {
  return {
    id,
    title: `Paper ${id}`,
    authors: ['Ada Bae'],
    date: '2024-02-05',
    votes: null,
    media: null,
    read: false,
    starred: false,
    noted: false,
    ...patch,
  };
}

type Handlers = { [M in MethodName]?: (input: Input<M>) => Output<M> | Promise<Output<M>> };

/** A small engine in memory: rows, held results with `keep`, read and star marks with undo. */
export class FakeClient implements Client {
  papers: PaperRow[];
  folders: readonly FolderOutline[] = [];
  lists: readonly ListOutline[] = [];
  /** The lists that a paper is in. */
  readonly listsOf = new Map<PaperId, readonly ListId[]>();
  /** What is in which list, in its order. */
  readonly ordered = new Map<ListId, readonly PaperId[]>();
  /** How summaries begin. */
  readonly leads = new Map<PaperId, string>();
  workspace: Workspace = {};
  settings: Settings = { ...DEFAULT_SETTINGS, language: 'en' };
  /** Every call made, in order. */
  readonly calls: { readonly method: MethodName; readonly input: unknown }[] = [];
  /** What answers tell besides their papers. */
  told: Pick<ResultInfo, 'groups' | 'hints' | 'suggestion'> = {
    groups: [],
    hints: [],
    suggestion: null,
  };
  /** When set, the next change is refused with it. */
  refuse: AppError | null = null;
  #held: { readonly method: MethodName; readonly free: Promise<void> } | null = null;
  readonly #listeners = new Set<(event: AppEvent) => void>();
  readonly #results = new Map<string, readonly PaperId[]>();
  readonly #undo: { papers: readonly PaperId[]; kind: 'read' | 'star'; value: boolean }[] = [];

  constructor(papers: readonly PaperRow[]) {
    this.papers = [...papers];
  }

  call<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> {
    this.calls.push({ method, input });
    const handler = this.#handlers[method] as ((input: Input<M>) => Output<M>) | undefined;
    if (handler === undefined) throw new Error(`the fake answers no ${method}`);
    const free = this.#held?.method === method ? this.#held.free : null;
    if (free !== null) this.#held = null;
    // Like a real host: never in the same turn.
    return Promise.resolve().then(async () => {
      const answer = handler(input);
      await free;
      return answer;
    });
  }

  /** The next answer of a method is held back, as it was when asked for, until the function given back is called. */
  holdNext(method: MethodName): () => void {
    let release = (): void => undefined;
    this.#held = { method, free: new Promise((resolve) => (release = resolve)) };
    return release;
  }

  listen(listener: (event: AppEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  emit(event: AppEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  /** The engine forgets its held results. */
  forgetResults(): void {
    this.#results.clear();
  }

  paper(id: PaperId): PaperRow {
    const found = this.papers.find((paper) => paper.id === id);
    if (found === undefined) throw new AppError('not-found', 'gone', { subject: id });
    return found;
  }

  readonly #handlers: Handlers = {
    'host.info': () => ({ host: 'browser', version: '0', platform: 'test', dataDir: '/data' }),
    'workspace.read': () => this.workspace,
    'workspace.write': ({ value }) => void (this.workspace = value),
    'state.settings': () => this.settings,
    'data.info': () => ({
      dir: '/data',
      defaultDir: '/data',
      place: 'default',
      access: { mode: 'write' },
    }),
    'state.undoState': () => this.#undoState(),
    'folders.recent': () => [],
    'folders.complete': () => [],
    'folders.open': ({ path }) => {
      throw new AppError('folder-missing', 'no such folder', { subject: path });
    },
    'library.problems': () => [],
    'library.outline': () => ({
      all: {
        total: this.papers.length,
        unread: this.papers.filter(({ read }) => !read).length,
      },
      starred: { total: 0, unread: 0 },
      noted: { total: 0, unread: 0 },
      folders: this.folders,
      lists: this.lists,
      problems: 0,
    }),
    'list.overview': ({ list: id }) => ({
      list: this.#list(id),
      count: { total: 0, unread: 0 },
      missing: 0,
      all: { hangul: 0, words: 0 },
      unread: { hangul: 0, words: 0 },
      sampled: 0,
    }),
    'query.open': ({ query, keep, locate, page }) => {
      const kept = keep === null ? [] : (this.#results.get(keep) ?? []);
      const unread = query.view.kind === 'unread' || query.unreadOnly;
      const ids = this.papers
        .filter((paper) => kept.includes(paper.id) || !unread || !paper.read)
        .filter((paper) => paper.title.toLowerCase().includes(query.search.toLowerCase()))
        .map(({ id }) => id);
      const result = `result ${this.calls.length}`;
      this.#results.set(result, ids);
      const index = locate === null ? -1 : ids.indexOf(locate);
      const { groups, hints, suggestion } = this.told;
      const offset = page === undefined ? 0 : Math.floor(Math.max(index, 0) / page) * page;
      const shown = page === undefined ? [] : ids.slice(offset, offset + page);
      return {
        result,
        total: ids.length,
        index: index < 0 ? null : index,
        groups,
        hints,
        suggestion,
        offset,
        rows: shown.map((id) => ({ ...this.paper(id) })),
      };
    },
    'library.days': () => {
      const dates = [...new Set(this.papers.flatMap(({ date }) => date ?? []))].sort();
      return dates.map((date) => {
        const papers = this.papers.filter((paper) => paper.date === date);
        return { date, total: papers.length, unread: papers.filter(({ read }) => !read).length };
      });
    },
    'library.day': ({ date }) => {
      const dates = [...new Set(this.papers.flatMap((paper) => paper.date ?? []))].sort();
      const day = date ?? dates.at(-1);
      if (day === undefined || !dates.includes(day)) return null;
      const at = dates.indexOf(day);
      const papers = this.papers
        .filter((paper) => paper.date === day)
        .map((paper) => ({
          ...paper,
          folder: 'f',
          image: null,
          lead: this.leads.get(paper.id) ?? '',
        }));
      return { date: day, papers, previous: dates[at - 1] ?? null, next: dates[at + 1] ?? null };
    },
    'query.rows': ({ result, offset, limit }) =>
      this.#idsOf(result)
        .slice(offset, offset + limit)
        .map((id) => ({ ...this.paper(id) })),
    'query.nextUnread': ({ result, from, backwards }) => {
      const ids = this.#idsOf(result);
      const step = backwards ? -1 : 1;
      for (let at = from + step; at >= 0 && at < ids.length; at += step) {
        if (!this.paper(ids[at] ?? '').read) return at;
      }
      return null;
    },
    'query.ids': ({ result, part, index }) => {
      const ids = this.#idsOf(result);
      if (part === 'all') return ids;
      return part === 'above' ? ids.slice(0, index) : ids.slice(index + 1);
    },
    'query.range': ({ result, from, to }) =>
      this.#idsOf(result).slice(Math.min(from, to), Math.max(from, to) + 1),
    'query.find': ({ result, paper }) => {
      const index = this.#idsOf(result).indexOf(paper);
      return index < 0 ? null : index;
    },
    'query.older': ({ result, before }) =>
      this.#idsOf(result).filter((id) => {
        const { date, read } = this.paper(id);
        return date !== null && date < before && !read;
      }),
    'paper.read': ({ paper }): PaperDetail => ({
      ...this.paper(paper),
      arxivId: null,
      links: {
        page: 'https://example.org/page',
        abstract: 'https://example.org/abstract',
        pdf: null,
        project: null,
        code: null,
      },
      mediaItems: [],
      mediaAllowed: false,
      text: '',
      appearances: [],
      note: null,
      lists: [...(this.listsOf.get(paper) ?? [])],
    }),
    'note.backlinks': () => [],
    'list.read': ({ list }) => this.#list(list),
    'state.change': ({ change }) => {
      if (this.refuse !== null) {
        const { refuse } = this;
        this.refuse = null;
        throw refuse;
      }
      if (change.kind === 'settings') {
        this.settings = Object.assign({}, this.settings, change.patch);
        return { changed: 1, undo: this.#undoState() };
      }
      if (change.kind === 'list.order') {
        this.ordered.set(change.list, change.papers);
        return { changed: 1, undo: this.#undoState() };
      }
      // Noted among the calls, and no more.
      if (change.kind === 'batch' || change.kind.startsWith('list.'))
        return { changed: 1, undo: this.#undoState() };
      if (change.kind !== 'read' && change.kind !== 'star') throw new Error('not in the fake');
      const key = change.kind === 'read' ? 'read' : 'starred';
      const papers = change.papers.filter((id) => this.paper(id)[key] !== change.value);
      if (papers.length > 0) {
        this.#set(change.kind, papers, change.value);
        this.#undo.push({ kind: change.kind, papers, value: change.value });
        this.#told(change.kind, papers);
      }
      return { changed: papers.length, undo: this.#undoState() };
    },
    'state.undo': () => {
      const last = this.#undo.pop();
      if (last !== undefined) {
        this.#set(last.kind, last.papers, !last.value);
        this.#told(last.kind, last.papers);
      }
      return this.#undoState();
    },
  };

  #list(id: ListId): ReadingList {
    return { ...LIST_DEFAULTS, id, name: id, papers: this.ordered.get(id) ?? [], created: 0 };
  }

  #set(kind: 'read' | 'star', papers: readonly PaperId[], value: boolean): void {
    const patch = kind === 'read' ? { read: value } : { starred: value };
    this.papers = this.papers.map((paper) =>
      papers.includes(paper.id) ? { ...paper, ...patch } : paper,
    );
  }

  #told(kind: Change['kind'], papers: readonly PaperId[]): void {
    this.emit({ type: 'state', papers, kinds: [kind], undo: this.#undoState() });
  }

  #undoState(): UndoState {
    const last = this.#undo.at(-1);
    const undo =
      last === undefined
        ? null
        : {
            kind: last.kind,
            value: last.value,
            papers: last.papers.length,
            name: null,
            list: null,
          };
    return { undo, redo: null };
  }

  #idsOf(result: string): readonly PaperId[] {
    const ids = this.#results.get(result);
    if (ids === undefined) throw new AppError('result-gone', 'gone', { retryable: true });
    return ids;
  }
}

/** A transport of which only the connection is asked. */
export function fakeTransport(): Transport & { become(connection: Connection): void } {
  let listener: ((connection: Connection) => void) | null = null;
  return {
    call: () => Promise.reject(new Error('calls go through the fake client')),
    listen: () => () => undefined,
    watch(follow) {
      listener = follow;
      follow('ready');
      return () => (listener = null);
    },
    pathOf: () => null,
    become: (connection) => listener?.(connection),
  };
}

/** A platform that notes what it was asked. */
export function fakePlatform(): Platform & { readonly opened: string[] } {
  const opened: string[] = [];
  return {
    opened,
    arrangeWindow: (_host, action) => Promise.resolve(action === 'fullScreen'),
    chooseFolder: () => Promise.resolve('typed'),
    openLink: (_host, url) => {
      opened.push(url);
      return Promise.resolve();
    },
    copyText: () => Promise.resolve(),
    saveFile: () => Promise.resolve(null),
    showFolder: () => Promise.resolve(),
  };
}
