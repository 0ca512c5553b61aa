import { describe, expect, it } from 'vitest';
import type { PaperRow } from '../../../src/shared/model.ts';
import { row } from '../fake-client.ts';
import { settled, startApp } from './started-app.ts';

const papers = (count: number): PaperRow[] =>
  Array.from({ length: count }, (_, index) => row(`p${index}`));

describe('the paper list', () => {
  it('tells what is still composed, marks it so, and asks again once it is finished', async () => {
    const { app, client } = await startApp([row('p', { title: '모데' })]);
    const asked = (): unknown =>
      client.calls.findLast(({ method }) => method === 'query.open')?.input;
    await app.list.search('모데', 2);
    expect(asked()).toMatchObject({ query: { search: '모데' }, composing: 2 });
    expect('모델'.match(app.list.marks.text ?? '')).not.toBeNull();
    await app.list.refresh();
    expect(asked()).toMatchObject({ composing: 2 });
    await app.list.search('모데');
    expect(asked()).toMatchObject({ query: { search: '모데' }, composing: undefined });
    expect('모델'.match(app.list.marks.text ?? '')).toBeNull();
    await app.list.search('모데', 2);
    await app.list.open({ kind: 'all' });
    expect(asked()).toMatchObject({ query: { search: '' }, composing: undefined });
    await settled();
  });

  it('selects the first row by itself and marks nothing', async () => {
    const { app, client } = await startApp(papers(3));
    await settled();
    expect(app.list.selected).toBe('p0');
    expect(app.reader.paper?.id).toBe('p0');
    expect(client.papers.every(({ read }) => !read)).toBe(true);
  });

  it('marks what the reader moves to, and the first paper when going on from it', async () => {
    const { app, client } = await startApp(papers(3));
    await app.list.move(1, 'forward');
    await settled();
    expect(client.papers.map(({ read }) => read)).toEqual([true, true, false]);
  });

  it('marks both in one step, so that one undo takes both back', async () => {
    const { app, client } = await startApp(papers(3));
    await app.list.move(1, 'forward');
    await settled();
    await app.changes.undo();
    expect(client.papers.every(({ read }) => !read)).toBe(true);
  });

  it('marks nothing of what a held key passes by', async () => {
    const { app, client } = await startApp(papers(9));
    for (let step = 0; step < 5; step += 1) await app.list.move(1, 'passing');
    await settled();
    expect(app.list.index).toBe(5);
    expect(client.papers.every(({ read }) => !read)).toBe(true);
  });

  it('does not mark when the reader has set it so', async () => {
    const { app, client } = await startApp(papers(2));
    await app.settings.set({ autoMark: 'never' });
    await app.list.move(1, 'forward');
    await settled();
    expect(client.papers.every(({ read }) => !read)).toBe(true);
  });

  it('keeps read rows in Unread until it is cleaned up', async () => {
    const { app, client } = await startApp(papers(4));
    await app.list.move(1, 'forward');
    client.emit({ type: 'library' });
    await settled();
    expect(app.list.total).toBe(4);
    expect(app.list.row(0)?.read).toBe(true);
    await app.list.cleanUp();
    expect(app.list.total).toBe(2);
    expect(app.list.row(0)?.id).toBe('p2');
  });

  it('goes on to the next unread row when the selected one is cleaned up', async () => {
    const { app, client } = await startApp(papers(6));
    for (const at of [0, 1, 3]) await app.list.select(at, 'moved');
    await settled();
    await app.list.cleanUp();
    await settled();
    expect(app.list.selected).toBe('p4');
    expect(app.list.index).toBe(1);
    expect(client.paper('p4').read).toBe(false);
  });

  it('goes back to the last unread row when none follows the one cleaned up', async () => {
    const { app } = await startApp(papers(3));
    for (const at of [1, 2]) await app.list.select(at, 'moved');
    await settled();
    await app.list.cleanUp();
    expect(app.list.selected).toBe('p0');
  });

  it('drops read rows when the view is left and opened again', async () => {
    const { app } = await startApp(papers(4));
    await app.list.move(1, 'forward');
    await app.list.open({ kind: 'all' });
    expect(app.list.total).toBe(4);
    await app.list.open({ kind: 'unread' });
    expect(app.list.total).toBe(2);
  });

  it('keeps the selection and tells how far rows moved when papers arrive above it', async () => {
    const { app, client } = await startApp(papers(5));
    await app.list.select(3, 'moved');
    client.papers = [row('new1'), row('new2'), ...client.papers];
    client.emit({ type: 'library' });
    await settled();
    expect(app.list.selected).toBe('p3');
    expect(app.list.index).toBe(5);
    expect(app.list.scroll.to).toEqual({ by: 2, headings: 0 });
  });

  it.each([1, 2, 3, 4, 5])(
    'keeps a selection made while papers were being asked for again, %i turns into it',
    async (turns) => {
      const { app, client } = await startApp(papers(5));
      await settled();
      client.papers = [row('new'), ...client.papers];
      client.emit({ type: 'library' });
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      const wanted = app.list.row(3)?.id;
      await app.list.select(3, 'moved');
      await settled();
      expect(app.list.selected).toBe(wanted);
      expect(app.list.current?.id).toBe(wanted);
    },
  );

  it('shows a mark that was set while its row was being read', async () => {
    const { app, client } = await startApp(papers(3));
    await settled();
    const release = client.holdNext('query.rows');
    void app.list.changed(['p1']);
    await settled();
    await app.changes.apply({ kind: 'star', papers: ['p1'], value: true });
    release();
    await settled();
    expect(app.list.row(1)?.starred).toBe(true);
  });

  it('shows a mark that was set while a new view was being read', async () => {
    const { app, client } = await startApp(papers(3));
    await settled();
    const release = client.holdNext('query.open');
    void app.list.open({ kind: 'all' });
    await settled();
    await app.changes.apply({ kind: 'star', papers: ['p1'], value: true });
    release();
    await settled();
    await settled();
    expect(app.list.row(1)?.starred).toBe(true);
  });

  it('selects a row whose page is being read already', async () => {
    const { app, client } = await startApp(papers(500));
    await settled();
    const release = client.holdNext('query.rows');
    app.list.want(420);
    const selecting = app.list.select(420, 'moved');
    await settled();
    release();
    await selecting;
    expect(app.list.selected).toBe('p420');
    expect(app.reader.wanted).toBe('p420');
  });

  it('asks about the view that was opened last, not about the one still on screen', async () => {
    const { app, client } = await startApp(papers(4));
    await app.list.select(2, 'moved');
    await settled();
    const release = client.holdNext('query.open');
    const opening = app.list.open({ kind: 'unread' });
    const finding = app.list.find('p2', 'itself');
    await settled();
    release();
    await opening;
    expect(await finding).toBe(false);
    expect(app.list.selected).toBe('p0');
  });

  it('selects a neighbour when the selected paper goes, without marking it', async () => {
    const { app, client } = await startApp(papers(3));
    await app.list.select(2, 'moved');
    await settled();
    client.papers = client.papers.filter(({ id }) => id !== 'p2');
    client.emit({ type: 'library' });
    await settled();
    expect(app.list.selected).toBe('p1');
    expect(client.paper('p1').read).toBe(false);
  });

  it('finds the next unread row far outside the fetched pages', async () => {
    const many = papers(1_000).map((paper, index) => ({
      ...paper,
      read: index !== 0 && index < 950,
    }));
    const { app } = await startApp(many);
    await app.list.open({ kind: 'all' });
    expect(await app.list.moveToUnread(false, 'forward')).toBe(true);
    expect(app.list.index).toBe(950);
    expect(app.list.selected).toBe('p950');
  });

  it('asks again when the engine no longer holds the result', async () => {
    const { app, client } = await startApp(papers(300));
    client.forgetResults();
    await app.list.select(250, 'moved');
    await settled();
    await app.list.select(250, 'moved');
    expect(app.list.selected).toBe('p250');
    expect(app.toasts.items).toEqual([]);
  });

  it('says by what its rows are grouped as long as they are shown', async () => {
    const { app, client } = await startApp(papers(3));
    client.told = { ...client.told, groups: [{ start: 0, label: '2024-02-05' }] };
    await app.list.group('day');
    const answered = app.list.group('votes');
    expect(app.list.groupedBy).toBe('day');
    await answered;
    expect(app.list.groupedBy).toBe('votes');
    await app.list.group('none');
  });

  it('answers the last of several searches typed at once', async () => {
    const { app } = await startApp([row('a', { title: 'Alpha' }), row('b', { title: 'Beta' })]);
    void app.list.search('a');
    void app.list.search('al');
    await app.list.search('alp');
    expect(app.list.total).toBe(1);
    expect(app.list.row(0)?.id).toBe('a');
  });

  it('marks what the rows shown were searched for, and no letter before its answer', async () => {
    const { app } = await startApp([row('a', { title: 'Alpha' })]);
    const answered = app.list.search('alp');
    expect(app.list.query.search).toBe('alp');
    expect(app.list.marks.title).toBeNull();
    await answered;
    expect(app.list.marks.title?.source).toBe('alp');
  });

  it('has the best hit read once typing rests, not with each letter', async () => {
    // Those next to the first are fetched ahead.
    const titles = { a: 'Alpha', x: 'One', y: 'Two', z: 'Three', c: 'Ball', b: 'Beta' };
    const { app, client } = await startApp(
      Object.entries(titles).map(([id, title]) => row(id, { title })),
    );
    const asked = () =>
      client.calls
        .filter(({ method }) => method === 'paper.read')
        .map(({ input }) => (input as { paper: string }).paper);
    const before = asked().length;
    await app.list.search('b');
    expect(app.list.selected).toBe('c');
    await app.list.search('be');
    expect(app.list.selected).toBe('b');
    await expect.poll(() => app.reader.paper?.id).toBe('b');
    expect(asked().slice(before)[0]).toBe('b');
  });

  it('fetches a page only once a row of it, or one close to it, is on screen', async () => {
    const { app, client } = await startApp(papers(500));
    const offsets = () =>
      client.calls
        .filter(({ method }) => method === 'query.rows')
        .map(({ input }) => (input as { offset: number }).offset);
    // The first page came with the answer.
    expect(offsets()).toEqual([]);
    expect(app.list.row(49)?.id).toBe('p49');
    app.list.want(0);
    app.list.want(33);
    expect(offsets()).toEqual([]);
    const leave = app.list.want(420);
    await settled();
    leave();
    expect(offsets()).toEqual([400]);
    expect(app.list.row(420)?.id).toBe('p420');
    app.list.want(340);
    await settled();
    expect(offsets().slice(1)).toEqual([300, 350]);
    app.list.want(360);
    await settled();
    expect(offsets().slice(3)).toEqual([]);
  });

  it('asks for no rows beyond its end', async () => {
    const { app, client } = await startApp(papers(100));
    app.list.want(99);
    await settled();
    const rows = client.calls.filter(({ method }) => method === 'query.rows');
    expect(rows.map(({ input }) => input)).toEqual([
      expect.objectContaining({ offset: 50, limit: 50 }),
    ]);
  });
});
