/** What is dragged inside the window, and where it would be dropped. */
import type { PaperId } from '../../../shared/model.ts';

export const PAPERS_TYPE = 'application/x-lectern-papers';
export const LIST_TYPE = 'application/x-lectern-list';

export type DropSide = 'on' | 'before' | 'after';

interface Drops {
  /** Where a drop would land; null when it is not taken. */
  readonly side: (event: DragEvent) => DropSide | null;
  readonly drop: (event: DragEvent, side: DropSide) => void;
}

/** Lets an element take drops; shows where by `data-drop`. Gives back how to stop. */
export function acceptDrops(element: HTMLElement, { side, drop }: Drops): () => void {
  const over = (event: DragEvent): void => {
    const where = side(event);
    if (where === null) return;
    event.preventDefault();
    element.dataset['drop'] = where;
  };
  const leave = (): void => {
    delete element.dataset['drop'];
  };
  const dropped = (event: DragEvent): void => {
    const where = side(event);
    leave();
    if (where === null) return;
    event.preventDefault();
    drop(event, where);
  };
  element.addEventListener('dragover', over);
  element.addEventListener('dragleave', leave);
  element.addEventListener('drop', dropped);
  return () => {
    element.removeEventListener('dragover', over);
    element.removeEventListener('dragleave', leave);
    element.removeEventListener('drop', dropped);
  };
}

/** The upper or lower half of an element. */
export function dropSide(event: DragEvent, element: HTMLElement): 'before' | 'after' {
  const { top, height } = element.getBoundingClientRect();
  return event.clientY < top + height / 2 ? 'before' : 'after';
}

/** The papers that are dropped; null when something else is. */
export function readPapers(event: DragEvent): readonly PaperId[] | null {
  const written = event.dataTransfer?.getData(PAPERS_TYPE) ?? '';
  if (written === '') return null;
  const papers: unknown = JSON.parse(written);
  return Array.isArray(papers) && papers.every((paper) => typeof paper === 'string')
    ? papers
    : null;
}
