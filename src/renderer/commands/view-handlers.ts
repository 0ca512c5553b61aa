import type { View } from '../../shared/model.ts';
import type { WindowAction } from '../api/platform.ts';
import { t } from '../i18n/i18n.svelte.ts';
import type { App } from '../state/app.svelte.ts';
import type { Handler } from './handler.ts';

/** What is done to the window, to a line of the sidebar, and what the palette opens. */
export function viewHandlers(app: App) {
  const { list, dialogs, panes, toasts } = app;

  const arrange = async (action: WindowAction): Promise<void> => {
    if (app.host === null) return;
    if (!(await app.platform.arrangeWindow(app.host, action))) toasts.done(t('zoom.byBrowser'));
  };
  /** Runs with the view of the sidebar's line that is meant: given, else focused, else the one that is shown. */
  const onView =
    (run: (view: View) => unknown): Handler =>
    async ({ view }) => {
      await run(view ?? panes.sidebar?.focused() ?? list.query.view);
    };
  const onList = (run: (list: string) => unknown): Handler =>
    onView((view) => (view.kind === 'list' ? run(view.list) : toasts.done(t('go.noListHere'))));
  const onGroup =
    (run: (path: string) => unknown): Handler =>
    async ({ argument }) => {
      const path = argument ?? panes.sidebar?.focusedGroup() ?? null;
      if (path === null) toasts.done(t('go.noListHere'));
      else await run(path);
    };
  const stepList = async (id: string, step: 1 | -1): Promise<void> => {
    const focused = panes.sidebar?.focused() ?? null;
    await app.lists.step(id, step);
    // The line stands elsewhere now, and was drawn anew.
    if (focused?.kind === 'list' && focused.list === id) panes.sidebar?.focusView(focused);
  };
  const onFolder = (run: (folder: string) => unknown): Handler =>
    onView((view) =>
      view.kind === 'folder' || view.kind === 'dates'
        ? run(view.folder)
        : toasts.done(t('go.noFolderHere')),
    );

  return {
    'folder.rescanThis': onFolder((folder) => app.folders.rescan(folder)),
    'folder.close': onFolder((folder) => app.folders.close(folder)),
    'list.rename': onList((id) => panes.sidebar?.rename(id)),
    'list.page': onList((id) => app.pages.show({ kind: 'list', list: id })),
    'list.edit': onList(async (id) => {
      const whole = await app.lists.read(id);
      if (whole !== null) dialogs.show({ kind: 'editList', list: whole });
    }),
    'list.duplicate': onList((id) => app.lists.duplicate(id)),
    'list.moveUp': onList((id) => stepList(id, -1)),
    'list.moveDown': onList((id) => stepList(id, 1)),
    'group.rename': onGroup((path) => (app.sidebar.editingGroup = path)),
    'group.ungroup': onGroup((path) => app.lists.regroup(path, '')),
    'list.delete': onList((id) => app.lists.delete(id)),
    'list.export': onView(async (view) => {
      await list.open(view);
      dialogs.show({ kind: 'export' });
    }),
    'export.open': async () => {
      if (!app.selection.several) dialogs.show({ kind: 'export' });
      else dialogs.show({ kind: 'export', papers: await app.selection.targets() });
    },
    'import.open': () => dialogs.show({ kind: 'import' }),
    'palette.open': () => dialogs.show({ kind: 'palette' }),

    'view.zoomIn': () => arrange('zoomIn'),
    'view.zoomOut': () => arrange('zoomOut'),
    'view.zoomReset': () => arrange('zoomReset'),
    'view.fullScreen': () => arrange('fullScreen'),
  } satisfies Record<string, Handler>;
}
