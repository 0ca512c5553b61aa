/** Dragging in the sidebar: papers onto lists, lists among each other and into groups. Keys and menus do the same. */
import type { App } from '../../state/app.svelte.ts';
import { acceptDrops, dropSide, LIST_TYPE, PAPERS_TYPE, readPapers } from '../lists/drag.ts';
import { placeAfter, placeBefore, type Place } from '../lists/groups.ts';
import type { Item } from './items.ts';

/** An attachment for a line of the sidebar. */
export function listDrag(app: App, item: Item): (element: HTMLElement) => (() => void) | undefined {
  return (element) => {
    const { list, group, view } = item;
    if (view.kind !== 'list') return undefined;
    element.draggable = list !== null;
    const start = (event: DragEvent): void => {
      if (list === null || event.dataTransfer === null) return;
      event.dataTransfer.setData(LIST_TYPE, list.id);
      event.dataTransfer.effectAllowed = 'move';
    };
    element.addEventListener('dragstart', start);
    const stop = acceptDrops(element, {
      side: (event) => {
        const types = event.dataTransfer?.types ?? [];
        if (types.includes(PAPERS_TYPE)) {
          return group === null && (list === null || list.query === null) ? 'on' : null;
        }
        if (!types.includes(LIST_TYPE)) return null;
        return group === null ? dropSide(event, element) : 'on';
      },
      drop: (event, side) => {
        const papers = readPapers(event);
        if (papers !== null) void app.lists.add(view.list, papers);
        const moved = event.dataTransfer?.getData(LIST_TYPE) ?? '';
        if (moved !== '') void app.lists.move(moved, placeFor(app, item, moved, side));
      },
    });
    return () => {
      element.removeEventListener('dragstart', start);
      stop();
    };
  };
}

function placeFor(app: App, { list, group, view }: Item, moved: string, side: string): Place {
  const lists = app.outline.current?.lists ?? [];
  const other = view.kind === 'list' ? view.list : null;
  if (group !== null) return placeBefore(lists, moved, other, group);
  const into = list?.group ?? '';
  return side === 'after' && list !== null
    ? placeAfter(lists, moved, other, into)
    : list === null
      ? { index: lists.length, group: '' }
      : placeBefore(lists, moved, other, into);
}
