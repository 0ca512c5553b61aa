/** Dragging papers out of the list, and to another place in a list that has an order of its own. */
import type { App } from '../../state/app.svelte.ts';
import { ownOrder } from '../../state/own-order.ts';
import { acceptDrops, dropSide, PAPERS_TYPE, readPapers } from '../lists/drag.ts';
import { movedPapers } from '../lists/groups.ts';

/** An attachment for the row at an index. */
export function paperDrag(app: App, index: number): (element: HTMLElement) => () => void {
  return (element) => {
    element.draggable = true;
    const start = (event: DragEvent): void => {
      const row = app.list.row(index);
      if (row === undefined || event.dataTransfer === null) return;
      const { papers } = app.selection;
      // A row among the chosen takes all of them along.
      const dragged = papers.has(row.id) ? [...papers] : [row.id];
      event.dataTransfer.setData(PAPERS_TYPE, JSON.stringify(dragged));
      event.dataTransfer.setData('text/plain', row.title);
      event.dataTransfer.effectAllowed = 'copyMove';
    };
    element.addEventListener('dragstart', start);
    const stop = acceptDrops(element, {
      side: (event) =>
        ownOrder(app) !== null && event.dataTransfer?.types.includes(PAPERS_TYPE) === true
          ? dropSide(event, element)
          : null,
      drop: (event, side) => {
        const list = ownOrder(app);
        const papers = readPapers(event);
        const target = app.list.row(index)?.id;
        if (list === null || papers === null || target === undefined) return;
        const where = side === 'after' ? 'after' : 'before';
        void app.lists.order(list, (order) => movedPapers(order, papers, target, where));
      },
    });
    return () => {
      element.removeEventListener('dragstart', start);
      stop();
    };
  };
}
