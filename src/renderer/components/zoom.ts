import { select } from 'd3-selection';
import { zoom, zoomIdentity, type D3ZoomEvent } from 'd3-zoom';

/** What moves a picture that has been made zoomable. */
export interface Zoom {
  /** Larger or smaller by a factor, around the middle. */
  by(factor: number): void;
  /** As it was at first. */
  reset(): void;
  /** Moves what is seen, in pixels of the screen. */
  pan(x: number, y: number): void;
  end(): void;
}

const MOST = 8;

/**
 * Makes the content of a box zoomable: wheel, pinch, double click, drag, and by `Zoom`. The content is transformed through
 * the CSSOM, which the content policy allows. `onchange` hears the factor.
 */
export function zoomable(
  box: HTMLElement,
  content: HTMLElement,
  onchange: (factor: number) => void,
): Zoom {
  const selection = select(box);
  const behaviour = zoom<HTMLElement, unknown>()
    .scaleExtent([1, MOST])
    // Nothing can be dragged out of sight.
    .translateExtent([
      [0, 0],
      [box.clientWidth, box.clientHeight],
    ])
    .extent([
      [0, 0],
      [box.clientWidth, box.clientHeight],
    ])
    .on('zoom', ({ transform }: D3ZoomEvent<HTMLElement, unknown>) => {
      content.style.transform = `translate(${transform.x}px, ${transform.y}px) scale(${transform.k})`;
      onchange(transform.k);
    });
  selection.call(behaviour);
  return {
    by: (factor) => {
      behaviour.scaleBy(selection, factor);
    },
    reset: () => {
      behaviour.transform(selection, zoomIdentity);
    },
    pan: (x, y) => {
      behaviour.translateBy(selection, x, y);
    },
    end: () => {
      selection.on('.zoom', null);
    },
  };
}
