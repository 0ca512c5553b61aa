import type { Attachment } from 'svelte/attachments';
import { isRecord } from '../state/kept-view.ts';
import type { Workspace } from '../state/workspace.ts';

interface Place {
  readonly of: string;
  readonly top: number;
}

const isPlace = (value: unknown): value is Place | null =>
  value === null ||
  (isRecord(value) && typeof value['of'] === 'string' && typeof value['top'] === 'number');

/** What shows that the reader, and not the app, scrolls from now on. */
const ACTS = ['keydown', 'pointerdown', 'wheel'] as const;

/**
 * An element begins where the last start left it, and keeps where it is under a name. `of` tells what it shows: the place of
 * something else is none. What it shows may come later, and the focus go to a part of it: it is put there again until the
 * reader does something.
 */
export function keptScroll(workspace: Workspace, name: string, of = ''): Attachment<HTMLElement> {
  return (node) => {
    const kept = workspace.read(name, isPlace, null);
    let wanted = kept?.of === of && kept.top > 0 ? kept.top : null;
    const put = (): void => {
      if (wanted !== null) node.scrollTop = wanted;
    };
    const observer = new MutationObserver(put);
    const end = (): void => {
      wanted = null;
      observer.disconnect();
      for (const act of ACTS) removeEventListener(act, end, true);
    };
    const scrolled = (): void => {
      if (wanted !== null) put();
      else workspace.write(name, { of, top: Math.round(node.scrollTop) });
    };
    node.addEventListener('scroll', scrolled, { passive: true });
    if (wanted !== null) {
      put();
      observer.observe(node, { childList: true, characterData: true, subtree: true });
      for (const act of ACTS) addEventListener(act, end, { capture: true, passive: true });
    }
    return () => {
      end();
      node.removeEventListener('scroll', scrolled);
      workspace.write(name, null);
    };
  };
}
