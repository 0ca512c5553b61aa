import type { FolderInfo } from '../../shared/model.ts';
import type { App } from '../state/app.svelte.ts';

/** Asks for a folder in the host's way and opens it. */
export async function openFolder(app: App): Promise<void> {
  if (app.host === null) return;
  try {
    const chosen = await app.platform.chooseFolder(app.host);
    if (chosen === 'typed') app.dialogs.show({ kind: 'openPath' });
    else if (chosen !== null) await openPath(app, chosen.path);
  } catch (error) {
    app.toasts.fail(error);
  }
}

/** Opens a folder by its path and shows it; true when it is open. */
export async function openPath(app: App, path: string): Promise<boolean> {
  return shown(app, await app.folders.open(path));
}

export async function openSample(app: App): Promise<void> {
  await shown(app, await app.folders.openSample());
}

async function shown(app: App, folder: FolderInfo | null): Promise<boolean> {
  if (folder === null) return false;
  await app.outline.refresh();
  await app.list.open({ kind: 'folder', folder: folder.id });
  return true;
}
