import { describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../src/shared/errors.ts';
import { row } from '../fake-client.ts';
import { settled, startApp } from './started-app.ts';

describe('changes', () => {
  it('are shown before they are confirmed', async () => {
    const { app } = await startApp([row('a')]);
    const done = app.papers.setStarred(['a'], true);
    expect(app.list.row(0)?.starred).toBe(true);
    expect(app.reader.paper?.starred).toBe(true);
    await done;
  });

  it('that are refused are told, and the screen goes back to what is on disk', async () => {
    const { app, client } = await startApp([row('a')]);
    client.refuse = new AppError('write-failed', 'disk full', { subject: '/data/journal' });
    await app.papers.setStarred(['a'], true);
    await settled();
    expect(app.list.row(0)?.starred).toBe(false);
    expect(app.reader.paper?.starred).toBe(false);
    expect(app.toasts.items.map(({ kind, text }) => [kind, text])).toEqual([
      ['error', 'It could not be saved; nothing was changed. Check the disk. (/data/journal)'],
    ]);
  });

  it('of many papers are told with a way back', async () => {
    const { app, client } = await startApp([row('a'), row('b')]);
    await app.papers.setRead(['a', 'b'], true);
    const [toast] = app.toasts.items;
    expect(toast?.text).toBe('2 papers marked read');
    toast?.action?.run();
    await settled();
    expect(client.papers.every(({ read }) => !read)).toBe(true);
    expect(app.list.row(1)?.read).toBe(false);
  });

  it('take back an offer to undo once something else would be undone', async () => {
    const { app } = await startApp([row('a'), row('b'), row('c')]);
    await app.papers.setRead(['a', 'b'], true);
    expect(app.toasts.items).toHaveLength(1);
    await app.papers.setStarred(['c'], true);
    expect(app.toasts.items).toEqual([]);
  });

  it('of one paper, which the screen shows, are only announced', async () => {
    const { app } = await startApp([row('a')]);
    await app.papers.setRead(['a'], true);
    expect(app.toasts.items).toEqual([]);
    expect(app.toasts.announcement).toBe('1 paper marked read');
  });

  it('that are announced alike, one after the other, are announced each time', async () => {
    const { app } = await startApp([row('a'), row('b'), row('c')]);
    const told: string[] = [];
    for (const paper of ['a', 'b', 'c']) {
      await app.papers.setStarred([paper], true);
      told.push(app.toasts.announcement);
    }
    expect(told.every((text, n) => text !== told[n - 1])).toBe(true);
    expect(told.map((text) => text.trim())).toEqual(Array(3).fill('1 paper starred'));
  });

  it('that are undone in one go are told each, in their order', async () => {
    const { app, client } = await startApp([row('a'), row('b')]);
    await app.papers.setStarred(['a'], true);
    await app.papers.setRead(['b'], true);
    const told = vi.spyOn(app.toasts, 'done');
    await Promise.all([app.changes.undo(), app.changes.undo(), app.changes.undo()]);
    expect(told.mock.calls.map(([text]) => text)).toEqual([
      'Undone: 1 paper marked read',
      'Undone: 1 paper starred',
      'There is nothing to undo.',
    ]);
    expect(client.papers.some(({ read, starred }) => read || starred)).toBe(false);
  });

  it('says so when there is nothing to undo', async () => {
    const { app } = await startApp([row('a')]);
    await app.changes.undo();
    expect(app.toasts.items[0]?.text).toBe('There is nothing to undo.');
  });

  it('of settings are applied to the page at once and taken back when refused', async () => {
    const { app, client } = await startApp([row('a')]);
    client.refuse = new AppError('write-failed', 'disk full');
    const done = app.settings.set({ theme: 'dark', language: 'ko' });
    expect(document.documentElement.dataset['theme']).toBe('dark');
    expect(document.documentElement.lang).toBe('ko');
    await done;
    expect(document.documentElement.dataset['theme']).toBe('system');
    expect(document.documentElement.lang).toBe('en');
  });
});
