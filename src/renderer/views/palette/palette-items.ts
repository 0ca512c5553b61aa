import { commands as table, type CommandId } from '../../../shared/commands.ts';
import type { DateOutline, Outline, PaperRow, View } from '../../../shared/model.ts';
import { latexToText } from '../../../shared/latex/latex-text.ts';
import { fuzzyMatch } from '../../commands/fuzzy.ts';
import type { IconName } from '../../components/icons.ts';
import { t } from '../../i18n/i18n.svelte.ts';
import { viewKey } from '../sidebar/items.ts';
import { viewTitle } from '../view-title.ts';

export type PaletteKind = 'command' | 'view' | 'list' | 'folder' | 'day' | 'month' | 'paper';

/** Something that the palette finds. */
export interface PaletteItem {
  /** Stable from one start to the next. */
  readonly key: string;
  readonly kind: PaletteKind;
  readonly label: string;
  /** What else it is called: the other language, the date in figures. */
  readonly names: readonly string[];
  readonly icon: IconName;
  readonly target:
    | { readonly kind: 'command'; readonly id: CommandId }
    | { readonly kind: 'view'; readonly view: View }
    | { readonly kind: 'paper'; readonly paper: string };
}

/** Commands that make no sense where they stand: they need an argument, or are the palette itself. */
const LEFT_OUT: readonly CommandId[] = [
  'folder.openPath',
  'palette.open',
  'menu.open',
  'select.none',
];

/** Commands in the order of the table; lists have entries of their own instead of `Reading List 1` and so on. */
export function commandItems(title: (id: CommandId) => string): readonly PaletteItem[] {
  return table
    .filter(({ id }) => !LEFT_OUT.includes(id) && !id.startsWith('go.list'))
    .map((command): PaletteItem => {
      const label = title(command.id);
      return {
        key: command.id,
        kind: 'command',
        label,
        names: Object.values(command.title).filter((name) => name !== label),
        icon: 'command',
        target: { kind: 'command', id: command.id },
      };
    });
}

/** Every view of the sidebar, whether its line is shown there or not. */
export function viewItems(outline: Outline): readonly PaletteItem[] {
  const item = (
    view: View,
    kind: PaletteKind,
    icon: IconName,
    names: readonly string[] = [],
  ): PaletteItem => ({
    key: viewKey(view),
    kind,
    label: viewTitle(view, outline),
    names,
    icon,
    target: { kind: 'view', view },
  });
  const plain = ['unread', 'all', 'starred', 'noted'] as const;
  const icons = { unread: 'unread', all: 'all', starred: 'star', noted: 'note' } as const;
  const dated = (folder: string, dates: readonly DateOutline[]): readonly PaletteItem[] =>
    dates.flatMap(({ dates: date, children }) => {
      const kind = date.length === 10 ? 'day' : 'month';
      const own = item({ kind: 'dates', folder, dates: date }, kind, 'calendar', [date]);
      return [own, ...dated(folder, children)];
    });
  return [
    ...plain.map((kind) => item({ kind }, 'view', icons[kind])),
    ...outline.lists.map(({ id }) => item({ kind: 'list', list: id }, 'list', 'list')),
    ...outline.folders.map(({ id, path }) =>
      item({ kind: 'folder', folder: id }, 'folder', 'folder', [path]),
    ),
    ...outline.folders.flatMap(({ id, years }) => dated(id, years)),
  ];
}

export function paperItem({ id, title }: PaperRow): PaletteItem {
  return {
    key: `paper:${id}`,
    kind: 'paper',
    label: latexToText(title),
    names: [],
    icon: 'all',
    target: { kind: 'paper', paper: id },
  };
}

export interface Found {
  readonly item: PaletteItem;
  readonly score: number;
  /** Indexes of the label's characters that were meant. */
  readonly at: readonly number[];
}

const SHOWN = 60;
/** A day is one of a thousand: a command that fits as well is meant. */
const RANK: Readonly<Record<PaletteKind, number>> = {
  command: 2,
  view: 2,
  list: 2,
  folder: 1,
  month: -2,
  day: -2,
  paper: 0,
};

/** The items that fit what was typed, best first; of equals the one used lately, else the earlier of the list. */
export function findItems(
  typed: string,
  items: readonly PaletteItem[],
  recent: readonly string[],
): readonly Found[] {
  const rank = new Map(recent.map((key, at) => [key, at]));
  const lately = ({ key }: PaletteItem): number => rank.get(key) ?? recent.length;
  if (typed.trim() === '') {
    const shown = items.filter((item) => item.kind === 'command' || rank.has(item.key));
    return shown
      .toSorted((a, b) => lately(a) - lately(b))
      .map((item) => ({ item, score: 0, at: [] }));
  }
  const found = items.flatMap((item): Found[] => {
    const match = fuzzyMatch(typed, item.label);
    const others = item.names.flatMap((name) => fuzzyMatch(typed, name)?.score ?? []);
    const score = Math.max(match?.score ?? -Infinity, ...others);
    if (score === -Infinity) return [];
    return [{ item, score: score + RANK[item.kind], at: match?.at ?? [] }];
  });
  return found
    .toSorted((a, b) => b.score - a.score || lately(a.item) - lately(b.item))
    .slice(0, SHOWN);
}

/** What an item is, in one word. */
export function kindText(kind: PaletteKind): string {
  return t(`palette.kind.${kind}`);
}
