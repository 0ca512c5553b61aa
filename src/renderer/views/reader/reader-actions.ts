import type { Appearance, PaperDetail } from '../../../shared/model.ts';
import { httpsAddress } from '../../render/sanitise.ts';
import type { App } from '../../state/app.svelte.ts';

export type MediaScope = 'paper' | 'folder' | 'always';

/** Allows remote media for this paper, for the folder of its latest digest, or for all papers. */
export async function allowMedia(app: App, paper: PaperDetail, scope: MediaScope): Promise<void> {
  switch (scope) {
    case 'paper':
      await app.changes.apply({ kind: 'media.paper', paper: paper.id, value: true }, 'silent');
      break;
    case 'folder': {
      const path = folderPath(app, paper);
      if (path !== null) {
        await app.changes.apply({ kind: 'media.folder', path, value: true }, 'silent');
      }
      break;
    }
    case 'always':
      await app.settings.set({ mediaAlways: true });
      break;
  }
  await app.reader.refresh(null);
}

/** Path of the folder whose digest printed the paper last; null when that folder is closed. */
export function folderPath(app: App, paper: PaperDetail): string | null {
  const folder = paper.appearances[0]?.folder;
  return app.outline.current?.folders.find(({ id }) => id === folder)?.path ?? null;
}

/** Where an appearance stands, for a reader with several folders: `digests/2024/02/05.md`. */
export function sourceOf(app: App, { folder, file }: Appearance): string {
  const name = app.outline.current?.folders.find(({ id }) => id === folder)?.name;
  return name === undefined ? file : `${name}/${file}`;
}

let lastSource: { readonly key: string; readonly find: (address: string) => string | null } | null =
  null;

/**
 * Where a picture in a text may be loaded from: only a medium of this paper, only once that is allowed. The same function
 * for the same media, so that a text is not rendered anew, and a selection in it lost, when a mark or the note changes.
 */
export function imageSourceOf({
  mediaAllowed,
  mediaItems,
}: PaperDetail): (address: string) => string | null {
  const items = mediaAllowed ? mediaItems.filter(({ kind }) => kind === 'image') : [];
  const key = JSON.stringify(items);
  lastSource =
    lastSource?.key === key
      ? lastSource
      : { key, find: (address) => items.find(({ url }) => url === address)?.src ?? null };
  return lastSource.find;
}

export interface LinkButton {
  readonly name: 'abstract' | 'pdf' | 'page' | 'project' | 'code';
  readonly url: string;
}

/** The paper's links in the order of use, each address once; only such as can be opened. */
export function linksOf({ links }: PaperDetail): readonly LinkButton[] {
  const names = ['abstract', 'pdf', 'project', 'code', 'page'] as const;
  const buttons: LinkButton[] = [];
  for (const name of names) {
    const url = links[name] === null ? null : httpsAddress(links[name]);
    if (url !== null && buttons.every((button) => button.url !== url)) buttons.push({ name, url });
  }
  return buttons;
}

/** Saves a note; rejects with AppError, for its editor tells by itself what went wrong. */
export async function saveNote(app: App, paper: string, text: string): Promise<void> {
  await app.client.call('state.change', { change: { kind: 'note', paper, text } });
}
