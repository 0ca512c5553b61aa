import { basename, join } from 'node:path';
import { app, clipboard, dialog, shell, type BrowserWindow } from 'electron';
import { saveFile } from '../core/host/save-file.ts';
import type { Engine } from '../core/thread/client.ts';
import type { HostHandlers, Input } from '../shared/contract.ts';
import { AppError } from '../shared/errors.ts';
import type { LinkOpener } from './link-opener.ts';
import type { Words } from './words.ts';

export interface HostHandlerOptions {
  readonly engine: Pick<Engine, 'call'>;
  readonly dataDir: string;
  readonly links: LinkOpener;
  window(): BrowserWindow | null;
  words(): Words;
}

/** What only the desktop can answer: `host.…` of the contract. */
export function createHostHandlers(options: HostHandlerOptions): HostHandlers {
  const { engine, dataDir, links } = options;
  return {
    'host.info': () => ({
      host: 'electron',
      version: app.getVersion(),
      platform: process.platform,
      dataDir,
    }),

    'host.chooseFolder': async () => {
      const question = {
        title: options.words().openFolder,
        properties: ['openDirectory' as const],
      };
      const window = options.window();
      const answer =
        window === null
          ? await dialog.showOpenDialog(question)
          : await dialog.showOpenDialog(window, question);
      const path = answer.canceled ? undefined : answer.filePaths[0];
      return path === undefined ? null : { path };
    },

    'host.openLink': ({ url }) => links.open(url),

    'host.copyText': ({ text }) => clipboard.writeText(text),

    'host.showFolder': async ({ path }) => {
      // The page may name a folder that the reader chose, and no other: the system opens files by what they are.
      const kept = await engine.call('kept.list', {});
      if (!kept.some(({ kept: { folder } }) => folder === path)) {
        throw new AppError('forbidden', 'This is not the folder of an export.', { subject: path });
      }
      const failed = await shell.openPath(path);
      if (failed !== '') throw new AppError('folder-missing', failed, { subject: path });
    },

    'host.window': ({ action }) => {
      const window = options.window();
      if (window !== null) arrange(window, action);
    },

    'host.saveFile': async ({ name, text, encoding }) => {
      const question = {
        title: options.words().saveAs,
        // The name comes from the page: it may suggest a name, not a place.
        defaultPath: join(app.getPath('documents'), basename(name)),
      };
      const window = options.window();
      const answer =
        window === null
          ? await dialog.showSaveDialog(question)
          : await dialog.showSaveDialog(window, question);
      if (answer.canceled || answer.filePath === '') return null;
      const folders = await engine.call('folders.list', {});
      await saveFile(
        answer.filePath,
        encoding === 'base64' ? Buffer.from(text, 'base64') : text,
        folders.map((folder) => folder.path),
      );
      return { path: answer.filePath };
    },
  };
}

/** A zoom level is a power of 1.2; nobody reads beyond these. */
const ZOOM_LEVELS = { least: -3, most: 5, step: 0.5 };

function arrange(window: BrowserWindow, action: Input<'host.window'>['action']): void {
  const { webContents } = window;
  const zoom = (level: number): void => {
    webContents.setZoomLevel(Math.max(ZOOM_LEVELS.least, Math.min(level, ZOOM_LEVELS.most)));
  };
  switch (action) {
    case 'zoomIn':
      zoom(webContents.getZoomLevel() + ZOOM_LEVELS.step);
      return;
    case 'zoomOut':
      zoom(webContents.getZoomLevel() - ZOOM_LEVELS.step);
      return;
    case 'zoomReset':
      zoom(0);
      return;
    case 'fullScreen':
      window.setFullScreen(!window.isFullScreen());
  }
}
