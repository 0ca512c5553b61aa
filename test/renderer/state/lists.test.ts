import { describe, expect, it } from 'vitest';
import { steppedPapers } from '../../../src/renderer/views/lists/groups.ts';
import { settled, startApp } from './started-app.ts';

describe('a list that is deleted', () => {
  it('leaves the page that covers it open, unless that is its own', async () => {
    const { app, client } = await startApp([]);
    const gone = async (): Promise<void> => {
      client.emit({ type: 'library' });
      await settled();
      expect(app.list.query.view).toEqual({ kind: 'unread' });
    };
    await app.list.open({ kind: 'list', list: 'l' });
    await app.pages.show({ kind: 'calendar', date: null });
    await gone();
    expect(app.pages.open?.kind).toBe('calendar');
    await app.list.open({ kind: 'list', list: 'l' });
    expect(app.pages.open).toBeNull();
    await app.pages.show({ kind: 'list', list: 'l' });
    await gone();
    expect(app.pages.open).toBeNull();
  });
});

describe('the order of a list', () => {
  it('counts every step, however quickly one follows the other', async () => {
    const { app, client } = await startApp([]);
    client.ordered.set('l', ['a', 'b', 'c', 'd', 'e', 'f']);
    const step = (): Promise<void> =>
      app.lists.order('l', (papers) => steppedPapers(papers, ['a'], 1));
    await Promise.all([step(), step(), step(), step()]);
    expect(client.ordered.get('l')).toEqual(['b', 'c', 'd', 'e', 'a', 'f']);
  });
});
