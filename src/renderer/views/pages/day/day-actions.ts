import type { DayPaper } from '../../../../shared/model.ts';
import type { App } from '../../../state/app.svelte.ts';

/** Whether the page has pictures that are not allowed to load. */
export function hasBlockedPictures(papers: readonly DayPaper[]): boolean {
  return papers.some(({ image }) => image?.allowed === false);
}

/** Allows the media of the folders whose pictures the page holds back; the notice offers to undo the last. */
export async function allowPictures(app: App, papers: readonly DayPaper[]): Promise<void> {
  const blocked = papers.filter(({ image }) => image?.allowed === false);
  const folders = new Set(blocked.map(({ folder }) => folder));
  for (const { id, path } of app.outline.current?.folders ?? []) {
    if (folders.has(id)) await app.changes.apply({ kind: 'media.folder', path, value: true });
  }
}
