import type { App } from '../../state/app.svelte.ts';

const FOCUSABLE = 'button, input, select, textarea, a[href], summary, [tabindex="0"]';

function isReachable(element: Element): boolean {
  return (
    element.isConnected &&
    !element.matches(':disabled') &&
    element.closest('[inert]') === null &&
    element.checkVisibility({ visibilityProperty: true })
  );
}

function ancestors(element: Element): readonly Element[] {
  const { parentElement: parent } = element;
  return parent === null ? [] : [parent, ...ancestors(parent)];
}

/** In a dialog: to the nearest thing beside what has gone, else to the dialog's first. */
function goOnIn(dialog: Element, around: readonly Element[]): void {
  for (const place of [...around, dialog]) {
    if (!dialog.contains(place)) continue;
    const next = [...place.querySelectorAll<HTMLElement>(FOCUSABLE)].find(isReachable);
    if (next !== undefined) {
      next.focus();
      return;
    }
  }
}

/** Elsewhere: to the pane, or to what covers it. */
function goOnNear(app: App, pane: string | null): void {
  const { panes, layout, pages } = app;
  if (pane === 'sidebar' && (layout.docked || layout.drawer)) panes.sidebar?.focus();
  else if (pages.open !== null) panes.page?.focus();
  else if (pane === 'reader' && layout.readerShown) panes.reader?.focus();
  else panes.list?.focus();
}

/**
 * A browser leaves the keyboard with nothing when what has the focus is taken away, as a button that has done its work: then it
 * goes on nearby. What the reader left by a click stays left. Gives back how to stop.
 */
export function keepFocus(app: App): () => void {
  let last: { readonly element: Element; readonly around: readonly Element[] } | null = null;
  /** The pane that had it last; notices and dialogs belong to none. */
  let pane: string | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;

  function check(): void {
    timer = null;
    // Else it has gone elsewhere, or only the window has lost it.
    if (last === null || document.activeElement !== document.body) return;
    const { element, around } = last;
    last = null;
    if (isReachable(element)) return;
    const dialog = [...document.querySelectorAll('dialog[open]')].at(-1);
    if (dialog === undefined) goOnNear(app, pane);
    else goOnIn(dialog, around);
  }

  /** Later: who takes something away may have a better place for the focus. */
  function checkSoon(): void {
    timer ??= setTimeout(check);
  }

  function entered({ target }: FocusEvent): void {
    if (!(target instanceof Element)) return;
    last = { element: target, around: ancestors(target) };
    pane = target.closest('[data-pane]')?.getAttribute('data-pane') ?? pane;
  }

  // Not every browser tells that what has gone has lost the focus.
  const observer = new MutationObserver(() => {
    if (last?.element.isConnected === false) checkSoon();
  });
  observer.observe(document.body, { childList: true, subtree: true });
  document.addEventListener('focusin', entered);
  document.addEventListener('focusout', checkSoon);
  return () => {
    observer.disconnect();
    document.removeEventListener('focusin', entered);
    document.removeEventListener('focusout', checkSoon);
    if (timer !== null) clearTimeout(timer);
  };
}
