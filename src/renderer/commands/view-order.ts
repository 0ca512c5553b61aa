import type { DateOutline, Outline, View } from '../../shared/model.ts';
import { sidebarSections, viewKey, type Expanded } from '../views/sidebar/items.ts';

type DatesView = Extract<View, { kind: 'dates' }>;

/** The view of the sidebar's line below (or above) the present one, as its lines are opened now; null at the end. */
export function neighbourView(
  outline: Outline,
  expanded: Expanded,
  view: View,
  step: 1 | -1,
): View | null {
  const { library, folders, lists } = sidebarSections(outline, expanded);
  const items = [...library, ...folders, ...lists.filter(({ group }) => group === null)];
  const at = items.findIndex(({ key }) => key === viewKey(view));
  if (at >= 0) return items[at + step]?.view ?? null;
  // A day whose month is closed has no line of its own: its place is that of the line that holds it.
  const parent = items.findLastIndex(
    ({ key }) => view.kind === 'dates' && !key.endsWith('/') && viewKey(view).startsWith(key),
  );
  return (parent < 0 ? items[0] : items[step > 0 ? parent + 1 : parent])?.view ?? null;
}

/** Every year, month or day (4, 7 or 10 characters) of all folders, in the order of the sidebar: newest first. */
function datesOf(outline: Outline, length: number): readonly (DatesView & { unread: number })[] {
  return outline.folders.flatMap((folder) => {
    const within = (dates: readonly DateOutline[]): readonly DateOutline[] =>
      dates.flatMap((date) => (date.dates.length === length ? [date] : within(date.children)));
    return within(folder.years).map(({ dates, count }) => ({
      kind: 'dates' as const,
      folder: folder.id,
      dates,
      unread: count.unread,
    }));
  });
}

/** The next older or newer day: from a day, a month or year, or else from the day of the paper that is read. */
export function neighbourDay(
  outline: Outline,
  view: View,
  date: string | null,
  direction: 'older' | 'newer',
): View | null {
  const folder =
    view.kind === 'dates' || view.kind === 'folder' ? view.folder : outline.folders[0]?.id;
  const days = datesOf(outline, 10).filter((day) => day.folder === folder);
  const from = view.kind === 'dates' ? view.dates : (date ?? '');
  const onDay = view.kind === 'dates' && from.length === 10;
  const found =
    direction === 'older'
      ? days.find(({ dates }) => dates < from || (!onDay && dates.startsWith(from)))
      : days.findLast(({ dates }) => dates > from && !dates.startsWith(from));
  return found === undefined ? null : asView(found);
}

function asView({ kind, folder, dates }: DatesView): View {
  return { kind, folder, dates };
}

/**
 * Where unread papers go on when the present view has none left: the next day for a day, the next month for a month, the
 * next folder or list for those; round to the first after the last. Null when there is none, or the view stands alone.
 */
export function nextUnreadView(outline: Outline, view: View, backwards: boolean): View | null {
  const siblings = siblingsOf(outline, view);
  const key = viewKey(view);
  const at = siblings.findIndex((sibling) => viewKey(sibling.view) === key);
  const ordered = backwards
    ? [...siblings.slice(0, Math.max(at, 0)).reverse(), ...siblings.slice(at + 1).reverse()]
    : [...siblings.slice(at + 1), ...siblings.slice(0, Math.max(at, 0))];
  return ordered.find(({ unread }) => unread > 0)?.view ?? null;
}

interface Sibling {
  readonly view: View;
  readonly unread: number;
}

function siblingsOf(outline: Outline, view: View): readonly Sibling[] {
  switch (view.kind) {
    case 'dates':
      return datesOf(outline, view.dates.length).map((date) => ({
        view: asView(date),
        unread: date.unread,
      }));
    case 'folder':
      return outline.folders.map(({ id, count }) => ({
        view: { kind: 'folder', folder: id },
        unread: count.unread,
      }));
    case 'list':
      return outline.lists.map(({ id, count }) => ({
        view: { kind: 'list', list: id },
        unread: count.unread,
      }));
    case 'all':
    case 'unread':
    case 'starred':
    case 'noted':
      return [];
  }
}
