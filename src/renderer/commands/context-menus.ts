import type { View } from '../../shared/model.ts';
import type { MenuItem } from '../components/menu-item.ts';
import { t } from '../i18n/i18n.svelte.ts';
import { linkAddress } from '../render/sanitise.ts';
import type { App } from '../state/app.svelte.ts';
import { viewTitle } from '../views/view-title.ts';
import type { Commands, MenuLayout } from './commands.ts';

const PAPER: MenuLayout = [
  'paper.toggleRead',
  'paper.star',
  null,
  'paper.note',
  'paper.addToList',
  'paper.readNext',
  'paper.removeFromList',
  null,
  'copy.link',
  'copy.citation',
  'copy.bibtex',
];

const OPEN: MenuLayout = ['paper.open', 'paper.openPdf', 'paper.openProject', 'paper.openCode'];

const ROW: MenuLayout = [
  ...OPEN,
  null,
  ...PAPER,
  null,
  'paper.moveUp',
  'paper.moveDown',
  null,
  'mark.above',
  'mark.below',
  'mark.older',
  null,
  'select.all',
];

const SEVERAL: MenuLayout = [...PAPER, null, 'export.open', null, 'select.all', 'select.none'];

const READER: MenuLayout = [...OPEN, null, ...PAPER, null, 'history.back', 'history.forward'];

function viewLayout({ kind }: View): MenuLayout {
  const every: MenuLayout = ['mark.view', 'list.export'];
  switch (kind) {
    case 'list':
      return [
        ...every,
        null,
        'list.page',
        'list.edit',
        'list.duplicate',
        null,
        'list.moveUp',
        'list.moveDown',
        null,
        'list.rename',
        'list.delete',
      ];
    case 'folder':
      return [...every, null, 'folder.rescanThis', 'folder.close'];
    case 'dates':
    case 'all':
    case 'unread':
    case 'starred':
    case 'noted':
      return every;
  }
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What can be done with a line of the sidebar. */
export function viewItems(commands: Commands, view: View): readonly MenuItem[] {
  return commands.items(viewLayout(view), view);
}

/** What can be done with a group of lists. */
export function groupItems(commands: Commands, path: string): readonly MenuItem[] {
  const item = (id: 'group.rename' | 'group.ungroup'): MenuItem => ({
    label: commands.title(id),
    run: () => void commands.run(id, { argument: path }),
  });
  return [item('group.rename'), item('group.ungroup')];
}

export function showViewMenu(app: App, commands: Commands, view: View, at: Point): void {
  const label = t('sidebar.actions', { name: viewTitle(view, app.outline.current) });
  app.menu.show({ label, items: viewItems(commands, view), at });
}

/** The menu of a group of lists, by its path. */
export function showGroupMenu(app: App, commands: Commands, path: string, at: Point): void {
  app.menu.show({ label: path, items: groupItems(commands, path), at });
}

/** The menu of what is selected in the list. */
export function showListMenu(app: App, commands: Commands, at: Point): void {
  const { several, papers } = app.selection;
  if (app.list.index === null) return;
  const label = several ? t('selection.count', { count: papers.size }) : t('menu.paper');
  app.menu.show({ label, items: commands.items(several ? SEVERAL : ROW), at });
}

/** Selects the row that was clicked, unless it is among the selected, and shows what can be done. */
export async function showRowMenu(
  app: App,
  commands: Commands,
  index: number,
  at: Point,
): Promise<void> {
  const { list, selection, reader } = app;
  const id = list.row(index)?.id;
  if (id === undefined) return;
  if (!selection.papers.has(id)) {
    // Looking at what could be done with a paper is not yet reading it.
    await list.select(index, 'passing');
    // What can be opened is known once the paper is.
    await reader.show(id);
  }
  showListMenu(app, commands, at);
}

/** The menu of the paper that is read, with what was marked or pointed at in its text. */
export function showReaderMenu(
  app: App,
  commands: Commands,
  target: EventTarget | null,
  at: Point,
): void {
  if (app.reader.paper === null && !app.selection.several) return;
  const text = getSelection()?.toString() ?? '';
  const link = target instanceof Element ? target.closest('a[href]')?.getAttribute('href') : null;
  const url = link === null || link === undefined ? null : linkAddress(link);
  const there: MenuItem[] = [];
  if (text.trim() !== '') {
    there.push({ label: t('menu.copyText'), run: () => void app.copyText(text) });
  }
  if (url !== null) {
    there.push(
      { label: t('menu.openLink'), run: () => void app.openLink(url) },
      { label: t('menu.copyLink'), run: () => void app.copyText(url) },
    );
  }
  const paper = commands.items(app.selection.several ? SEVERAL : READER);
  const items = [
    ...there,
    ...paper.map((item, n) => (n === 0 ? { ...item, begins: there.length > 0 } : item)),
  ];
  app.menu.show({ label: t('menu.paper'), items, at });
}

/** Opens the menu of whatever has the focus, by key: beside it, as the platform would. */
export function openContextMenu(app: App, commands: Commands): void {
  const focused = document.activeElement ?? document.body;
  const pane = focused.closest('[data-pane]')?.getAttribute('data-pane');
  const at = beside(focused);
  if (pane === 'sidebar') {
    const group = app.panes.sidebar?.focusedGroup() ?? null;
    const view = app.panes.sidebar?.focused() ?? null;
    if (group !== null) showGroupMenu(app, commands, group, at);
    else if (view !== null) showViewMenu(app, commands, view, at);
    return;
  }
  // The papers below a page are not meant, only the one of it that has the focus.
  if (app.pages.open !== null) {
    if (focused.closest('[data-paper]') === null) return;
    app.menu.show({ label: t('menu.paper'), items: commands.items(PAPER), at });
    return;
  }
  if (pane === 'reader') {
    showReaderMenu(app, commands, focused, at);
    return;
  }
  const active = document.querySelector('[data-pane="list"] [data-active]');
  if (active !== null) showListMenu(app, commands, beside(active));
}

/** Just inside an element, near its beginning. */
function beside(element: Element): Point {
  const { left, top, height } = element.getBoundingClientRect();
  return { x: left + 24, y: Math.max(8, top + Math.min(height, 40) - 8) };
}
