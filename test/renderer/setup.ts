/** What jsdom lacks and the renderer needs. */
import '@testing-library/jest-dom/vitest';
import { configure } from '@testing-library/svelte';

// Generous: a busy machine is no failure.
configure({ asyncUtilTimeout: 15_000 });

class ResizeObserverStub {
  observe(): void {
    return;
  }
  unobserve(): void {
    return;
  }
  disconnect(): void {
    return;
  }
}

/** A media query that never matches. */
function matchMedia(media: string): unknown {
  return Object.assign(new EventTarget(), { media, matches: false, onchange: null });
}

/** jsdom knows <dialog> and popovers as elements, but not how to show them. */
const shown = {
  showModal(this: HTMLDialogElement) {
    this.open = true;
  },
  close(this: HTMLDialogElement) {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  },
};
const popover = { showPopover: () => undefined, hidePopover: () => undefined };

Object.assign(globalThis, { ResizeObserver: ResizeObserverStub });
Object.assign(window, { matchMedia });
Object.assign(HTMLDialogElement.prototype, shown);
Object.assign(HTMLElement.prototype, popover, {
  scrollIntoView: () => undefined,
  scrollTo: () => undefined,
  checkVisibility: () => true,
});
// The editor takes jsdom for Safari, whose selections in shadow roots it reads by way of this.
Object.assign(document, { execCommand: () => false });
// jsdom lays nothing out.
Object.assign(Range.prototype, {
  getClientRects: () => [],
  getBoundingClientRect: () => new DOMRect(),
});
