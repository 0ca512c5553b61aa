import { fireEvent, render } from '@testing-library/svelte';
import type { FolderOutline, PaperRow } from '../../../../src/shared/model.ts';
import Window from '../../../../src/renderer/App.svelte';
import { App } from '../../../../src/renderer/state/app.svelte.ts';
import { FakeClient, fakePlatform, fakeTransport } from '../../fake-client.ts';
import { settled } from '../../state/started-app.ts';

export const FOLDER: FolderOutline = {
  id: 'f',
  path: '/digests',
  name: 'digests',
  status: 'ready',
  mediaAllowed: false,
  count: { total: 3, unread: 2 },
  years: [],
  undated: { total: 0, unread: 0 },
};

/** The whole window on a fake engine with one open folder. */
export async function openWindow(
  papers: readonly PaperRow[],
  client: FakeClient = new FakeClient(papers),
) {
  client.folders = [FOLDER];
  const platform = fakePlatform();
  const app = new App(client, platform, fakeTransport());
  render(Window, { app, mac: false });
  await settled();
  return { app, client, platform };
}

/** Presses a key where the focus is. */
export async function press(key: string, init: KeyboardEventInit = {}): Promise<void> {
  await fireEvent.keyDown(document.activeElement ?? document.body, { key, ...init });
  await settled();
}
