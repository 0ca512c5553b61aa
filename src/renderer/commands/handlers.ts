import { tick } from 'svelte';
import type { CommandId } from '../../shared/commands.ts';
import type { PaperId, PaperRow } from '../../shared/model.ts';
import { t } from '../i18n/i18n.svelte.ts';
import type { App } from '../state/app.svelte.ts';
import type { Selecting } from '../state/auto-mark.ts';
import type { ReaderPane } from '../state/panes.ts';
import { openFolder, openPath, openSample } from './open-folder.ts';

export interface CommandContext {
  /** A path, for commands that the host sends with one. */
  readonly argument: string | null;
  /** The key is held down. */
  readonly repeat: boolean;
}

export type Handler = (context: CommandContext) => void | Promise<void>;

/** What each command does. Complete by its type: a new entry of the table does not compile without its handler. */
export function createHandlers(app: App): Readonly<Record<CommandId, Handler>> {
  const { list, papers, dialogs, panes, pages, layout, toasts, changes, settings } = app;

  /** Runs with the selected paper, or says that there is none. */
  const withPaper = (run: (paper: Pick<PaperRow, 'id' | 'read' | 'starred'>) => unknown): void => {
    const row = pages.open === null ? (list.current ?? app.reader.paper) : pages.paper;
    if (row === null) toasts.done(t('list.nothingSelected'));
    else void run(row);
  };
  const going = (repeat: boolean): Selecting => (repeat ? 'passing' : 'forward');
  const nextUnread = async (backwards: boolean, how: Selecting): Promise<void> => {
    if (!(await list.moveToUnread(backwards, how))) toasts.done(t('list.noMoreUnread'));
  };
  const markRead = async (part: 'all' | 'above' | 'below'): Promise<void> => {
    const ids: readonly PaperId[] = await list.ids(part);
    const changed = ids.length === 0 ? 0 : await papers.setRead(ids, true);
    if (changed === 0) toasts.done(t('list.nothingToMark'));
  };
  const showList = async (): Promise<void> => {
    await pages.close();
    layout.reveal('list');
    await tick();
  };
  /** Runs with the reading pane, in sight. */
  const inReader = async (run: (reader: ReaderPane) => void): Promise<void> => {
    await pages.close();
    layout.reveal('reader');
    await tick();
    if (panes.reader !== null) run(panes.reader);
  };
  const openLink = async (kind: 'abstract' | 'pdf'): Promise<void> => {
    const shown = pages.open === null ? app.reader.paper : pages.paper;
    if (shown === null) {
      toasts.done(t('list.nothingSelected'));
      return;
    }
    const paper = await app.reader.detail(shown.id);
    const url = kind === 'pdf' ? paper.links.pdf : (paper.links.abstract ?? paper.links.page);
    if (url === null) toasts.done(t(kind === 'pdf' ? 'link.noPdf' : 'link.none'));
    else void app.openLink(url);
  };

  return {
    'folder.open': () => openFolder(app),
    'folder.openPath': async ({ argument }) => {
      if (argument === null) await openFolder(app);
      else await openPath(app, argument);
    },
    'folder.openSample': () => openSample(app),
    'folder.rescan': () => app.folders.rescanAll(),
    'export.open': () => dialogs.show({ kind: 'export' }),
    'list.create': () => panes.sidebar?.createList(),

    'edit.undo': () => changes.undo(),
    'edit.redo': () => changes.redo(),
    // Where only the paper is seen, one looks in it.
    'search.focus': async () => {
      if (pages.open === null && layout.readerAlone) panes.reader?.find();
      else {
        await showList();
        panes.list?.focusSearch();
      }
    },
    'find.open': () => inReader((reader) => reader.find()),
    'find.next': () => inReader((reader) => reader.findNext(1)),
    'find.previous': () => inReader((reader) => reader.findNext(-1)),

    'list.next': ({ repeat }) => list.move(1, going(repeat)),
    'list.previous': ({ repeat }) => list.move(-1, repeat ? 'passing' : 'moved'),
    'list.nextUnread': ({ repeat }) => nextUnread(false, going(repeat)),
    'list.previousUnread': ({ repeat }) => nextUnread(true, repeat ? 'passing' : 'moved'),
    'list.first': () => list.select(0, 'moved'),
    'list.last': () => list.select(list.total - 1, 'moved'),
    'reader.advance': async ({ repeat }) => {
      if (!layout.readerShown) {
        await inReader((reader) => reader.focus());
        return;
      }
      if (panes.reader?.scroll('down') !== true) await nextUnread(false, going(repeat));
    },
    'reader.back': () => {
      panes.reader?.scroll('up');
    },
    'focus.sidebar': async () => {
      layout.reveal('sidebar');
      await tick();
      panes.sidebar?.focus();
    },
    'focus.list': async () => {
      await showList();
      panes.list?.focus();
    },
    'focus.reader': () => inReader((reader) => reader.focus()),

    'paper.toggleRead': () => withPaper(({ id, read }) => papers.setRead([id], !read)),
    'paper.markUnread': () => withPaper(({ id }) => papers.setRead([id], false)),
    'paper.star': () => withPaper(({ id, starred }) => papers.setStarred([id], !starred)),
    'paper.note': () =>
      withPaper(async ({ id }) => {
        if (pages.open !== null) await app.openPaper(id);
        await inReader((reader) => reader.editNote());
      }),
    'note.quote': () => {
      const text = panes.reader?.takeQuotation() ?? null;
      if (text === null) toasts.done(t('note.quote.nothing'));
      else panes.reader?.insertIntoNote(text);
    },
    'note.turn': () => withPaper(() => panes.reader?.turnNote()),
    'note.template': () => withPaper(() => dialogs.show({ kind: 'noteTemplates' })),
    'note.versions': () =>
      withPaper(({ id: paper }) => dialogs.show({ kind: 'noteVersions', paper })),
    'paper.addToList': () =>
      withPaper(({ id }) => dialogs.show({ kind: 'addToList', papers: [id] })),
    'paper.open': () => openLink('abstract'),
    'paper.openPdf': () => openLink('pdf'),
    'paper.allowMedia': () =>
      withPaper(({ id: paper }) =>
        changes.apply({ kind: 'media.paper', paper, value: true }, 'announce'),
      ),
    'mark.all': () => markRead('all'),
    'mark.above': () => markRead('above'),
    'mark.below': () => markRead('below'),

    'view.focusMode': async () => {
      layout.focusMode = !layout.focusMode;
      await tick();
      if (layout.listShown) panes.list?.focus();
      else panes.reader?.focus();
    },
    'view.sidebar': async () => {
      const within = document.activeElement?.matches('[data-pane="sidebar"] *') ?? false;
      layout.toggleSidebar();
      await tick();
      if (layout.drawer) panes.sidebar?.focus();
      else if (within) panes.list?.focus();
    },
    'view.unreadOnly': () => list.showUnreadOnly(!list.query.unreadOnly),
    'view.cleanUp': () => list.cleanUp(),
    'view.day': () => pages.show({ kind: 'day', date: null }),
    'view.calendar': () => pages.show({ kind: 'calendar', date: null }),
    // Without a page there is nothing to turn; one that turns answers itself.
    'page.previous': () => undefined,
    'page.next': () => undefined,
    'page.close': () => pages.close(),
    'view.theme': () => settings.set({ theme: settings.dark ? 'light' : 'dark' }),
    'view.problems': () => {
      void app.problems.refresh();
      dialogs.show({ kind: 'problems' });
    },
    'view.settings': () => dialogs.show({ kind: 'settings' }),
    'help.shortcuts': () => dialogs.show({ kind: 'shortcuts' }),
  };
}
