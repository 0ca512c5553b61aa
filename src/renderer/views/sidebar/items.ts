import {
  READ_NEXT,
  type Count,
  type DateOutline,
  type FolderOutline,
  type ListColour,
  type ListOutline,
  type Outline,
  type View,
} from '../../../shared/model.ts';
import type { IconName } from '../../components/icons.ts';
import { listTree, type ListLine } from '../lists/groups.ts';
import { listName } from '../lists/list-name.ts';

/** One line of the sidebar's trees. */
export interface Item {
  /** Stable while the outline changes. */
  readonly key: string;
  readonly view: View;
  readonly level: number;
  readonly label: Label;
  readonly icon: IconName | null;
  readonly count: Count;
  readonly expanded: boolean | null;
  readonly folder: FolderOutline | null;
  /** A list of the reader's own. */
  readonly list: ListOutline | null;
  /** A group of lists, by its path; its view is that of the first list in it. */
  readonly group: string | null;
  readonly colour: ListColour | null;
}

export type Label =
  | { readonly kind: 'view'; readonly view: 'all' | 'unread' | 'starred' | 'noted' | 'undated' }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'date'; readonly date: string };

export interface Sections {
  readonly library: readonly Item[];
  readonly folders: readonly Item[];
  readonly lists: readonly Item[];
}

/** What the reader opened and closed by hand, by item key. */
export type Expanded = Readonly<Record<string, boolean>>;

export function viewKey(view: View): string {
  switch (view.kind) {
    case 'list':
      return `list:${view.list}`;
    case 'folder':
      return `folder:${view.folder}`;
    case 'dates':
      return `folder:${view.folder}/${view.dates}`;
    case 'all':
    case 'unread':
    case 'starred':
    case 'noted':
      return view.kind;
  }
}

const plain = {
  level: 1,
  expanded: null,
  folder: null,
  list: null,
  icon: null,
  group: null,
  colour: null,
} as const;

/** The visible lines of the sidebar. Folders and their newest year and month begin opened. */
export function sidebarSections(outline: Outline, expanded: Expanded): Sections {
  const of = (
    view: 'all' | 'unread' | 'starred' | 'noted',
    icon: IconName,
    count: Count,
  ): Item => ({
    ...plain,
    key: view,
    view: { kind: view },
    label: { kind: 'view', view },
    icon,
    count,
  });
  return {
    library: [
      of('unread', 'unread', outline.all),
      of('all', 'all', outline.all),
      of('starred', 'star', outline.starred),
      of('noted', 'note', outline.noted),
    ],
    folders: outline.folders.flatMap((folder) => folderItems(folder, expanded)),
    lists: listTree(outline.lists, (path) => expanded[groupKey(path)] ?? true).map((line) =>
      listItem(line, expanded),
    ),
  };
}

export function groupKey(path: string): string {
  return `group:${path}`;
}

function listItem(line: ListLine, expanded: Expanded): Item {
  if (line.kind === 'list') {
    const { list, level } = line;
    const view = { kind: 'list', list: list.id } as const;
    return {
      ...plain,
      key: viewKey(view),
      view,
      level,
      label: { kind: 'name', name: listName(list) },
      icon: list.id === READ_NEXT ? 'queue' : list.query === null ? 'list' : 'smart',
      count: list.count,
      // The queue is built in: it keeps its name and its place.
      list: list.id === READ_NEXT ? null : list,
      colour: list.colour,
    };
  }
  const { path, name, level, lists } = line;
  const open = expanded[groupKey(path)] ?? true;
  const sum = (of: keyof Count): number => lists.reduce((all, { count }) => all + count[of], 0);
  return {
    ...plain,
    key: groupKey(path),
    view: { kind: 'list', list: lists[0]?.id ?? READ_NEXT },
    level,
    label: { kind: 'name', name },
    icon: 'group',
    // Opened, its lists tell theirs.
    count: open ? { total: 0, unread: 0 } : { total: sum('total'), unread: sum('unread') },
    expanded: open,
    group: path,
  };
}

function folderItems(folder: FolderOutline, expanded: Expanded): readonly Item[] {
  const view = { kind: 'folder', folder: folder.id } as const;
  const key = viewKey(view);
  const undated = folder.undated.total > 0;
  const open = expanded[key] ?? true;
  const item: Item = {
    ...plain,
    key,
    view,
    label: { kind: 'name', name: folder.name },
    icon: 'folder',
    count: folder.count,
    expanded: folder.years.length > 0 || undated ? open : null,
    folder,
  };
  if (!open) return [item];
  const years = folder.years.flatMap((year, at) => dateItems(folder, year, 2, at === 0, expanded));
  return undated ? [item, ...years, undatedItem(folder)] : [item, ...years];
}

function dateItems(
  folder: FolderOutline,
  { dates, count, children }: DateOutline,
  level: number,
  newest: boolean,
  expanded: Expanded,
): readonly Item[] {
  const view = { kind: 'dates', folder: folder.id, dates } as const;
  const key = viewKey(view);
  const open = expanded[key] ?? newest;
  const label = { kind: 'date', date: dates } as const;
  const item = { ...plain, key, view, level, label, count };
  if (children.length === 0) return [item];
  const below = open
    ? children.flatMap((child, at) =>
        dateItems(folder, child, level + 1, newest && at === 0, expanded),
      )
    : [];
  return [{ ...item, expanded: open }, ...below];
}

function undatedItem(folder: FolderOutline): Item {
  const view = { kind: 'dates', folder: folder.id, dates: '' } as const;
  const label = { kind: 'view', view: 'undated' } as const;
  return { ...plain, key: viewKey(view), view, level: 2, label, count: folder.undated };
}
