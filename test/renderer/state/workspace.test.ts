import { describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../src/shared/errors.ts';
import { App } from '../../../src/renderer/state/app.svelte.ts';
import { Toasts } from '../../../src/renderer/state/toasts.svelte.ts';
import { Workspace } from '../../../src/renderer/state/workspace.ts';
import { FakeClient, fakePlatform, fakeTransport, row } from '../fake-client.ts';
import { FOLDER } from '../views/pages/open-window.ts';
import { settled } from './started-app.ts';

const rows = Array.from({ length: 30 }, (_, index) => row(`p${index}`));

async function start(client: FakeClient): Promise<{ app: App; end: () => Promise<void> }> {
  const app = new App(client, fakePlatform(), fakeTransport());
  const stop = app.start(() => undefined);
  await vi.waitUntil(() => app.list.ready && app.outline.current !== null);
  await settled();
  return {
    app,
    end: async () => {
      await app.workspace.flush();
      stop();
    },
  };
}

describe('the workspace', () => {
  it('brings view, sort, selection, scroll, widths and the sidebar back at the next start', async () => {
    const client = new FakeClient(rows);
    const one = await start(client);
    await one.app.list.open({ kind: 'all' });
    await one.app.list.sort('title', false);
    await one.app.list.select(7, 'moved');
    one.app.workspace.write('listScroll', 168);
    one.app.layout.resizeSidebar(300);
    one.app.layout.resizeList(400);
    one.app.sidebar.expand('folder:f', false);
    await one.app.list.search('paper');
    await one.app.list.select(7, 'moved');
    one.app.layout.focusMode = true;
    await settled();
    await one.end();
    const { app, end } = await start(client);
    expect(app.list.query).toMatchObject({
      view: { kind: 'all' },
      sort: 'title',
      descending: false,
      search: 'paper',
    });
    expect(app.list.selected).toBe('p7');
    expect(app.list.scroll).toEqual({ to: { offset: 168 } });
    expect(app.layout).toMatchObject({ sidebarWidth: 300, listWidth: 400 });
    expect(app.layout.focusMode).toBe(true);
    expect(app.sidebar.expanded).toEqual({ 'folder:f': false });
    await end();
  });

  it('brings back the page that covered the papers, while its list is there, and none that was closed', async () => {
    const client = new FakeClient(rows);
    client.folders = [FOLDER];
    const one = await start(client);
    await one.app.pages.show({ kind: 'calendar', date: null });
    await one.end();
    const two = await start(client);
    await vi.waitUntil(() => two.app.pages.open !== null);
    expect(two.app.pages.open).toEqual({ kind: 'calendar', date: null });
    await two.app.pages.close();
    await settled();
    await two.end();
    const three = await start(client);
    expect(three.app.pages.open).toBeNull();
    await three.end();
    for (const page of [
      { kind: 'list', list: 'gone' },
      { kind: 'day', date: 'yesterday' },
      { kind: 'x' },
      'day',
    ]) {
      client.workspace = { page };
      const next = await start(client);
      await settled();
      expect(next.app.pages.open).toBeNull();
      await next.end();
    }
  });

  it('waits for the selected paper while its folder is still being read, until the reader goes elsewhere', async () => {
    const client = new FakeClient(rows);
    const one = await start(client);
    await one.app.list.select(20, 'moved');
    await settled();
    await one.end();
    client.papers = rows.slice(0, 5);
    const two = await start(client);
    expect(two.app.list.selected).toBe('p0');
    client.papers = rows;
    client.emit({ type: 'library' });
    await vi.waitUntil(() => two.app.list.selected === 'p20');
    await two.app.list.select(3, 'moved');
    await two.app.list.refresh();
    expect(two.app.list.selected).toBe('p3');
    await two.end();
  });

  it('begins afresh when what was kept is damaged', async () => {
    const client = new FakeClient(rows);
    client.workspace = { view: { query: { view: 5 } }, sidebarWidth: 'wide', expanded: [1] };
    const { app, end } = await start(client);
    expect(app.list.query.view).toEqual({ kind: 'unread' });
    expect(app.layout.sidebarWidth).toBe(224);
    expect(app.toasts.items).toEqual([]);
    await end();
  });

  it('is written once the reader rests, and meanwhile now and then', async () => {
    vi.useFakeTimers();
    try {
      const client = new FakeClient([]);
      const workspace = new Workspace(client, new Toasts());
      const kept: unknown[] = [];
      const at = async (ms: number) => {
        await vi.advanceTimersByTimeAsync(ms);
        kept.push(client.workspace['a']);
      };
      for (const a of [1, 2, 3, 4, 5, 6, 7, 8, 9]) {
        workspace.write('a', a);
        await at(250);
      }
      await at(50);
      expect(kept).toEqual([...Array.from({ length: 7 }, () => undefined), 8, 8, 9]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('tells once that it cannot be kept', async () => {
    const client = new FakeClient([]);
    const toasts = new Toasts();
    const workspace = new Workspace(client, toasts);
    const failing = vi
      .spyOn(client, 'call')
      .mockRejectedValue(new AppError('write-failed', 'full'));
    workspace.write('a', 1);
    await workspace.flush();
    workspace.write('a', 2);
    await workspace.flush();
    workspace.write('a', 2);
    await workspace.flush();
    expect(failing).toHaveBeenCalledTimes(2);
    expect(toasts.items).toHaveLength(1);
  });
});
