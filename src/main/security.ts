import type { Session, WebContents } from 'electron';

/** Denies every permission, device and download: the page needs none of them. */
export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  // Without a handler Electron refuses display capture; saying so keeps that from depending on a default.
  session.setDisplayMediaRequestHandler((_request, callback) => callback(null));
  session.on('will-download', (event) => event.preventDefault());
}

/**
 * Keeps a page where it is: no navigation, redirect, frame, new window or webview. A window that a click on a link
 * asked for becomes `openLink`, which has to check the address.
 */
export function hardenContents(contents: WebContents, openLink: (url: string) => void): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openLink(url);
    return { action: 'deny' };
  });
}
