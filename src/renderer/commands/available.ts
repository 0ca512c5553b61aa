import type { CommandId } from '../../shared/commands.ts';
import { READ_NEXT, type PaperLinks, type View } from '../../shared/model.ts';
import type { App } from '../state/app.svelte.ts';
import { isSmart, ownOrder } from '../state/own-order.ts';

type Rule = (app: App, meant: View) => boolean;

/** The one paper that is meant; null while several are. */
const paperOf = (app: App) => (app.selection.several ? null : app.reader.paper);

const hasLink =
  (...names: readonly (keyof PaperLinks)[]): Rule =>
  (app) =>
    names.some((name) => (paperOf(app)?.links[name] ?? null) !== null);

const hasRows: Rule = (app) => app.list.total > 0;
const hasPapers: Rule = ({ pages, selection, reader }) =>
  pages.open === null ? selection.several || reader.paper !== null : pages.paper !== null;
/** The queue is built in: it can be neither renamed nor deleted. */
const onOwnList: Rule = (_, view) => view.kind === 'list' && view.list !== READ_NEXT;
const onList: Rule = (_, view) => view.kind === 'list';
const onGroup: Rule = (app) => app.panes.sidebar?.focusedGroup() !== null;
const onFolder: Rule = (_, { kind }) => kind === 'folder' || kind === 'dates';
const hasList =
  (number: number): Rule =>
  (app) =>
    number <= (app.outline.current?.lists.length ?? 0);

/** When a command would do something; one without a rule always would. */
const rules: { readonly [Id in CommandId]?: Rule } = {
  'edit.undo': (app) => app.changes.undoState.undo !== null,
  'edit.redo': (app) => app.changes.undoState.redo !== null,
  'history.back': (app) => app.trail.canGoBack,
  'history.forward': (app) => app.trail.canGoForward,
  'select.all': hasRows,
  'select.none': (app) => app.selection.several,
  'export.open': hasRows,
  'mark.all': hasRows,
  'mark.older': hasRows,
  'mark.above': ({ list }) => (list.index ?? 0) > 0,
  'mark.below': ({ list }) => list.index !== null && list.index < list.total - 1,
  'paper.open': hasLink('abstract', 'page'),
  'paper.openPdf': hasLink('pdf'),
  'paper.openProject': hasLink('project'),
  'paper.openCode': hasLink('code'),
  'paper.allowMedia': (app) => {
    const paper = paperOf(app);
    return paper !== null && paper.mediaItems.length > 0 && !paper.mediaAllowed;
  },
  // The lists of a page's paper are not at hand; without one the command says so.
  'paper.removeFromList': (app) => {
    const { view } = app.list.query;
    if (app.pages.open !== null) return true;
    return view.kind === 'list' ? !isSmart(app, view.list) : (paperOf(app)?.lists.length ?? 0) > 0;
  },
  'paper.toggleRead': hasPapers,
  'paper.markUnread': hasPapers,
  'paper.markUnreadNext': hasPapers,
  'paper.star': hasPapers,
  'paper.note': hasPapers,
  'paper.addToList': hasPapers,
  'copy.link': hasPapers,
  'copy.bibtex': hasPapers,
  'copy.citation': hasPapers,
  'paper.readNext': hasPapers,
  'paper.moveUp': (app) => ownOrder(app) !== null && app.list.index !== null,
  'paper.moveDown': (app) => ownOrder(app) !== null && app.list.index !== null,
  'list.page': onList,
  'list.edit': onList,
  'list.duplicate': onList,
  'list.moveUp': onOwnList,
  'list.moveDown': onOwnList,
  'group.rename': onGroup,
  'group.ungroup': onGroup,
  'list.rename': onOwnList,
  'list.delete': onOwnList,
  'folder.rescanThis': onFolder,
  'folder.close': onFolder,
  'go.list1': hasList(1),
  'go.list2': hasList(2),
  'go.list3': hasList(3),
  'go.list4': hasList(4),
  'go.list5': hasList(5),
  'go.list6': hasList(6),
  'go.list7': hasList(7),
  'go.list8': hasList(8),
  'go.list9': hasList(9),
};

/** Whether a command would do something now, for menus and the palette. `view`: the sidebar's line that is meant. */
export function isAvailable(app: App, id: CommandId, view: View | null): boolean {
  return rules[id]?.(app, view ?? app.list.query.view) ?? true;
}

/** The row whose marks a command would turn. */
const rowOf = ({ pages, list }: App) => (pages.open === null ? list.current : pages.paper);

/** What a command would turn has it on; null while several papers are meant. */
const marked =
  (mark: 'starred' | 'read') =>
  (app: App): boolean | null =>
    app.selection.several ? null : (rowOf(app)?.[mark] ?? null);

const states: { readonly [Id in CommandId]?: (app: App) => boolean | null } = {
  'paper.star': marked('starred'),
  'paper.toggleRead': marked('read'),
  'view.unreadOnly': (app) => app.list.query.unreadOnly,
};

/** Whether a command that switches something has it on now; null for one that switches nothing. */
export function isOn(app: App, id: CommandId): boolean | null {
  return states[id]?.(app) ?? null;
}
