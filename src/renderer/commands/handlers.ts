import { tick } from 'svelte';
import type { CommandId } from '../../shared/commands.ts';
import { t } from '../i18n/i18n.svelte.ts';
import type { App } from '../state/app.svelte.ts';
import { keptSearch } from '../state/kept-search.ts';
import type { Commands } from './commands.ts';
import { openContextMenu } from './context-menus.ts';
import { goHandlers } from './go-handlers.ts';
import type { Handler } from './handler.ts';
import { listHandlers } from './list-handlers.ts';
import { openFolder, openPath, openSample } from './open-folder.ts';
import { paperHandlers } from './paper-handlers.ts';
import { sights } from './sights.ts';
import { viewHandlers } from './view-handlers.ts';

/** What each command does. Complete by its type: a new entry of the table does not compile without its handler. */
export function createHandlers(app: App, commands: Commands): Readonly<Record<CommandId, Handler>> {
  const { list, dialogs, panes, pages, layout, changes, settings, toasts } = app;
  const { showList, showSidebar, inReader } = sights(app);

  return {
    ...listHandlers(app),
    ...paperHandlers(app),
    ...goHandlers(app),
    ...viewHandlers(app),

    'folder.open': () => openFolder(app),
    'folder.openPath': async ({ argument }) => {
      if (argument === null) await openFolder(app);
      else await openPath(app, argument);
    },
    'folder.openSample': () => openSample(app),
    'folder.rescan': () => app.folders.rescanAll(),
    // Out of sight its field would not have the focus, and the name typed would run as commands.
    'list.create': async () => {
      await showSidebar();
      panes.sidebar?.createList();
    },

    'menu.open': () => openContextMenu(app, commands),
    'edit.undo': () => changes.undo(),
    'edit.redo': () => changes.redo(),
    'search.keep': async () => {
      const kept = keptSearch(list.query, app.outline.current);
      if (kept === null) toasts.done(t('search.keep.nothing'));
      else await app.lists.createSmart(kept.name, kept.query);
    },
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

    'view.focusMode': async () => {
      layout.focusMode = !layout.focusMode;
      await tick();
      panes.list?.focus();
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
    'view.statistics': () => pages.show({ kind: 'statistics' }),
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
