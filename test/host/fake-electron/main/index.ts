/**
 * A small `electron` for the main process: as much of it as Lectern uses, and as strict as the real one in what it
 * refuses (docs/notes/electron.md). Windows are real pages of Chromium, on the test's side.
 */
export { app } from './app.ts';
export { BrowserWindow } from './browser-window.ts';
export { clipboard, dialog, nativeTheme, net, screen, shell } from './desktop.ts';
export { ipcMain } from './ipc-main.ts';
export { Menu } from './menu.ts';
export { protocol } from './protocol.ts';
export { session } from './session.ts';
