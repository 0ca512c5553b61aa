import type { View } from '../../shared/model.ts';
import type { WindowAction } from '../api/platform.ts';
import { t } from '../i18n/i18n.svelte.ts';
import type { App } from '../state/app.svelte.ts';
import type { Handler } from './handler.ts';
import { sights } from './sights.ts';

/** What is done to the window, to a line of the sidebar, and what the palette opens. */
export function viewHandlers(app: App) {
  const { list, dialogs, panes, toasts } = app;
  const { showSidebar } = sights(app);

  const arrange = async (action: WindowAction): Promise<void> => {
    if (app.host === null) return;
    if (!(await app.platform.arrangeWindow(app.host, action))) toasts.done(t('zoom.byBrowser'));
  };
  /**
   * Runs with the view of the sidebar's line that is meant: given, else focused, else the one that is shown. With null while
   * another thing of the sidebar has the focus: the list that is shown is not what the reader is at.
   */
  const onView =
    (run: (view: View | null) => unknown): Handler =>
    async ({ view }) => {
      const elsewhere = document.activeElement?.closest('[data-pane="sidebar"]') ?? null;
      const shown = elsewhere === null ? list.query.view : null;
      await run(view ?? panes.sidebar?.focused() ?? shown);
    };
  const onList = (run: (list: string) => unknown): Handler =>
    onView((view) => (view?.kind === 'list' ? run(view.list) : toasts.done(t('go.noListHere'))));
  const focusedGroup = (): string | null => panes.sidebar?.focusedGroup() ?? null;
  const onGroup =
    (run: (path: string) => unknown): Handler =>
    async ({ argument }) => {
      const path = argument ?? focusedGroup();
      if (path === null) toasts.done(t('go.noListHere'));
      else await run(path);
    };
  /** What the key of a list does on a line that is a group. */
  const orGroup =
    (ofList: Handler, ofGroup: Handler): Handler =>
    (context) => {
      const isGroup = context.view === null && focusedGroup() !== null;
      return (isGroup ? ofGroup : ofList)(context);
    };
  const renameGroup = onGroup(async (path) => {
    await showSidebar();
    app.sidebar.editingGroup = path;
  });
  const ungroup = onGroup((path) => app.lists.regroup(path, ''));
  const stepList = async (id: string, step: 1 | -1): Promise<void> => {
    const focused = panes.sidebar?.focused() ?? null;
    await app.lists.step(id, step);
    // The line stands elsewhere now, and was drawn anew.
    if (focused?.kind === 'list' && focused.list === id) panes.sidebar?.focusView(focused);
  };
  const onFolder = (run: (folder: string) => unknown): Handler =>
    onView((view) =>
      view?.kind === 'folder' || view?.kind === 'dates'
        ? run(view.folder)
        : toasts.done(t('go.noFolderHere')),
    );

  return {
    'folder.rescanThis': onFolder((folder) => app.folders.rescan(folder)),
    'folder.close': onFolder((folder) => app.folders.close(folder)),
    'list.rename': orGroup(
      onList(async (id) => {
        await showSidebar();
        panes.sidebar?.rename(id);
      }),
      renameGroup,
    ),
    'list.page': onList((id) => app.pages.show({ kind: 'list', list: id })),
    'list.edit': onList(async (id) => {
      const whole = await app.lists.read(id);
      if (whole !== null) dialogs.show({ kind: 'editList', list: whole });
    }),
    'list.duplicate': onList((id) => app.lists.duplicate(id)),
    'list.moveUp': onList((id) => stepList(id, -1)),
    'list.moveDown': onList((id) => stepList(id, 1)),
    'group.rename': renameGroup,
    'group.ungroup': ungroup,
    'list.delete': orGroup(
      onList((id) => app.lists.delete(id)),
      ungroup,
    ),
    'list.export': onView(async (view) => {
      if (view !== null) await list.open(view);
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
