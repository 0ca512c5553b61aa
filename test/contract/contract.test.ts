/** One suite of behaviour for every way to the contract. */
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIST_DEFAULTS, READ_NEXT, type ExportFormat, type Query } from '../../src/shared/model.ts';
import { choiceOf } from '../core/support/engine.ts';
import { digests, type Host } from './hosts.ts';
import { ways } from './ways.ts';

const all: Query = {
  view: { kind: 'all' },
  search: '',
  sort: 'auto',
  descending: true,
  group: 'none',
  unreadOnly: false,
};
const loom = 'arxiv:2602.90110';
const lantern = 'arxiv:2602.90101';
const harbour = 'arxiv:2603.90201';

describe.each(ways)('the contract through $name', ({ start, info }) => {
  let base: string;
  let dataDir: string;
  let host: Host;

  beforeAll(async () => {
    base = await realpath(await mkdtemp(join(tmpdir(), 'lectern-contract-')));
    dataDir = join(base, 'data');
    host = await start(dataDir);
  });
  afterAll(async () => {
    await host.close();
    await rm(base, { recursive: true, force: true });
  });

  /** Opens a folder and waits for the end of its scan. */
  async function openFolder(path: string): Promise<string> {
    const { id } = await host.call('folders.open', { path });
    await expect
      .poll(() =>
        host.events.some(
          (event) =>
            event.type === 'scan' &&
            event.progress.folder === id &&
            event.progress.state === 'done',
        ),
      )
      .toBe(true);
    return id;
  }

  async function titles(query: Query): Promise<readonly string[]> {
    const { result } = await host.call('query.open', { query, keep: null, locate: null });
    const rows = await host.call('query.rows', { result, offset: 0, limit: 500 });
    return rows.map((row) => row.title.split(':')[0] ?? '');
  }

  it('tells what host it is, which the engine cannot', async () => {
    const answer = await host.request('host.info', {});
    if (info === null) expect(answer).toMatchObject({ error: { code: 'unsupported' } });
    else expect(answer).toMatchObject({ value: { host: info, platform: process.platform } });
    expect(await host.request('host.info', { x: 1 })).toMatchObject({ ok: false });
  });

  it('opens a folder and counts its papers by day', async () => {
    const id = await openFolder(digests);
    const outline = await host.call('library.outline', {});
    expect(outline.all).toEqual({ total: 15, unread: 15 });
    const [folder] = outline.folders;
    expect(folder).toMatchObject({ id, path: digests, name: basename(digests), status: 'ready' });
    expect(folder?.count).toEqual({ total: 15, unread: 15 });
    expect(folder?.years.map((year) => year.dates)).toEqual(['2026']);
    expect(folder?.years[0]?.children.map((month) => [month.dates, month.count.total])).toEqual([
      ['2026-03', 5],
      ['2026-02', 10],
    ]);
    expect(await host.call('library.problems', {})).toEqual([]);
    expect(await host.call('folders.list', {})).toHaveLength(1);
  });

  it('answers queries by windows of rows, newest day first in the order of the digest', async () => {
    const opened = await host.call('query.open', { query: all, keep: null, locate: loom });
    expect(opened.total).toBe(15);
    const rows = await host.call('query.rows', { result: opened.result, offset: 0, limit: 15 });
    expect(rows.slice(0, 3).map((row) => row.title.split(':')[0])).toEqual([
      'Long Shadows',
      'Kite',
      'Harbour',
    ]);
    expect(rows[opened.index ?? -1]).toMatchObject({
      id: loom,
      title: 'M$^{2}$Loom: Weaving Modalities at $\\sim$20 Tokens',
      authors: ['Noor Álvarez', "Sean O'Malley", '박서준'],
      date: '2026-02-04',
      votes: 41,
      media: 'image',
      read: false,
      starred: false,
      noted: false,
    });
    const window = await host.call('query.rows', { result: opened.result, offset: 2, limit: 1 });
    expect(window).toEqual([rows[2]]);
    expect(await host.call('query.rows', { result: opened.result, offset: 99, limit: 5 })).toEqual(
      [],
    );
    const ids = rows.map((row) => row.id);
    const part = (part: 'above' | 'below' | 'all') =>
      host.call('query.ids', { result: opened.result, part, index: 4 });
    expect(await part('all')).toEqual(ids);
    expect(await part('above')).toEqual(ids.slice(0, 4));
    expect(await part('below')).toEqual(ids.slice(5));
    const { result } = opened;
    expect(await host.call('query.range', { result, from: 5, to: 2 })).toEqual(ids.slice(2, 6));
    expect(await host.call('query.range', { result, from: 14, to: 99 })).toEqual(ids.slice(14));
    expect(await host.call('query.find', { result, paper: ids[7] ?? '' })).toBe(7);
    expect(await host.call('query.find', { result, paper: 'arxiv:none' })).toBeNull();
    const before = '2026-03-01';
    expect(await host.call('query.older', { result, before })).toEqual(
      rows.flatMap(({ id, date }) => (date !== null && date < before ? [id] : [])),
    );
    const [address, none] = await host.call('paper.addresses', { papers: [loom, 'arxiv:none'] });
    expect(address).toMatch(/^https:/);
    expect(none).toBeNull();
  });

  it('tells no votes, unknown votes and no votes given apart', async () => {
    const { result } = await host.call('query.open', { query: all, keep: null, locate: null });
    const rows = await host.call('query.rows', { result, offset: 0, limit: 15 });
    const votes = (start: string) => rows.find((row) => row.title.startsWith(start))?.votes;
    expect(votes('Quiet')).toBe(0);
    expect(votes('Footnotes')).toBeNull();
    expect(votes('Paper Boats')).toBeNull();
  });

  it('finds words in titles, authors and text, Korean inside compounds too', async () => {
    await expect
      .poll(() => titles({ ...all, search: '학습' }))
      .toContain('강화학습으로 다듬은 요약');
    expect(await titles({ ...all, search: 'alvarez' })).toEqual(['M$^{2}$Loom']);
    expect(await titles({ ...all, search: '전수 검색' })).toEqual(['느린 검색의 미학']);
    expect(await titles({ ...all, search: 'nothing-has-this-word' })).toEqual([]);
  });

  it('sorts as asked', async () => {
    const byVotes = await titles({ ...all, sort: 'votes' });
    expect(byVotes.slice(0, 2)).toEqual(['Harbour', 'Driftwood']);
  });

  it('reads one paper whole, merged over its appearances', async () => {
    const paper = await host.call('paper.read', { paper: lantern });
    expect(paper).toMatchObject({ id: lantern, arxivId: '2602.90101', votes: 23, media: 'image' });
    expect(paper.text).toContain('두 번째 판');
    expect(paper.links.abstract).toBe('https://arxiv.org/abs/2602.90101');
    expect(paper.appearances.map((one) => [one.file, one.votes])).toEqual([
      ['2026/02/05.md', 23],
      ['2026/02/03.md', null],
    ]);
    expect((await host.call('paper.read', { paper: harbour })).text).toContain('<script>');
  });

  it('marks, undoes and redoes, and tells so', async () => {
    const unread = async () => (await host.call('library.outline', {})).all.unread;
    const before = host.events.length;
    const change = { kind: 'read' as const, papers: [loom, lantern, loom], value: true };
    const done = await host.call('state.change', { change });
    expect(done.changed).toBe(2);
    expect(done.undo.undo).toMatchObject({ kind: 'read', value: true, papers: 2 });
    expect(await unread()).toBe(13);
    await expect
      .poll(() => host.events.slice(before).find((event) => event.type === 'state'))
      .toMatchObject({ kinds: ['read'], papers: [loom, lantern] });
    expect((await host.call('state.change', { change })).changed).toBe(0);
    expect((await host.call('state.undo', {})).redo).toMatchObject({ kind: 'read' });
    expect(await unread()).toBe(15);
    await host.call('state.redo', {});
    expect(await unread()).toBe(13);
  });

  it('goes to the next unread paper, either way', async () => {
    const opened = await host.call('query.open', { query: all, keep: null, locate: loom });
    const at = opened.index ?? -1;
    const next = (from: number, backwards: boolean) =>
      host.call('query.nextUnread', { result: opened.result, from, backwards });
    expect(await next(at - 1, false)).toBe(at + 1);
    expect(await next(at + 1, true)).toBe(at - 1);
    expect(await next(14, false)).toBeNull();
  });

  it('keeps rows that no longer match until the view is left', async () => {
    const query: Query = { ...all, view: { kind: 'unread' } };
    const first = await host.call('query.open', { query, keep: null, locate: null });
    expect(first.total).toBe(13);
    const change = { kind: 'read' as const, papers: [harbour], value: true };
    await host.call('state.change', { change });
    const kept = await host.call('query.open', { query, keep: first.result, locate: harbour });
    expect(kept).toMatchObject({ total: 13 });
    expect(kept.index).not.toBeNull();
    const left = await host.call('query.open', { query, keep: null, locate: harbour });
    expect(left).toMatchObject({ total: 12, index: null });
    await host.call('state.undo', {});
  });

  it('keeps notes, stars and lists', async () => {
    const change = async (value: Parameters<typeof host.call<'state.change'>>[1]['change']) =>
      (await host.call('state.change', { change: value })).changed;
    expect(await change({ kind: 'note', paper: loom, text: '읽어 볼 것 **soon**' })).toBe(1);
    expect(await change({ kind: 'star', papers: [harbour], value: true })).toBe(1);
    const list = { ...LIST_DEFAULTS, id: 'l1', name: '주말', papers: [], created: 1 };
    await change({ kind: 'list.put', list, index: 0 });
    await change({ kind: 'list.add', list: 'l1', papers: [lantern, harbour] });
    await change({ kind: 'list.order', list: 'l1', papers: [harbour, lantern] });
    await change({ kind: 'list.update', list: 'l1', patch: { name: 'Weekend' } });
    const outline = await host.call('library.outline', {});
    expect(outline.lists).toMatchObject([
      { id: 'l1', name: 'Weekend', count: { total: 2, unread: 1 } },
      { id: READ_NEXT, count: { total: 0, unread: 0 } },
    ]);
    expect(outline).toMatchObject({ starred: { total: 1 }, noted: { total: 1 } });
    expect(await titles({ ...all, view: { kind: 'list', list: 'l1' } })).toEqual([
      'Harbour',
      'Lantern',
    ]);
    const paper = await host.call('paper.read', { paper: loom });
    expect(paper.note?.text).toBe('읽어 볼 것 **soon**');
    expect((await host.call('paper.read', { paper: harbour })).lists).toEqual(['l1']);
  });

  it('exports a view as Markdown and BibTeX', async () => {
    const query: Query = { ...all, view: { kind: 'list', list: 'l1' } };
    const { result } = await host.call('query.open', { query, keep: null, locate: null });
    const render = (format: ExportFormat) =>
      host.call('export.render', {
        source: { kind: 'result', result },
        choice: { ...choiceOf(format), notes: true },
        title: '주말 읽기',
        limit: null,
      });
    const markdown = await render('markdown');
    expect(markdown).toMatchObject({ papers: 2 });
    expect(markdown.name).toMatch(/\.md$/);
    expect(markdown.text).toContain('Harbour');
    const bibtex = await render('bibtex');
    expect(bibtex.name).toMatch(/\.bib$/);
    expect(bibtex.text).toContain('2603.90201');
  });

  it('keeps settings', async () => {
    expect(await host.call('state.settings', {})).toMatchObject({ theme: 'system' });
    const change = { kind: 'settings', patch: { theme: 'dark' } } as const;
    await host.call('state.change', { change });
    expect(await host.call('state.settings', {})).toMatchObject({ theme: 'dark' });
  });

  it('tells the address of a medium only once it is allowed', async () => {
    const paper = await host.call('paper.read', { paper: loom });
    const [medium] = paper.mediaItems;
    expect(paper.mediaAllowed).toBe(false);
    expect(medium?.src).toMatch(/^media\//);
    const src = medium?.src ?? '';
    expect(await host.request('media.resolve', { src })).toMatchObject({
      error: { code: 'media-blocked' },
    });
    const change = { kind: 'media.paper', paper: loom, value: true } as const;
    await host.call('state.change', { change });
    expect(await host.call('media.resolve', { src })).toEqual({
      url: 'https://media.example/loom.png',
      kind: 'image',
    });
    expect(await host.request('media.resolve', { src: 'media/x/99' })).toMatchObject({
      error: { code: 'not-found' },
    });
  });

  it('completes typed paths', async () => {
    expect(await host.call('folders.complete', { typed: join(digests, '20') })).toEqual([
      join(digests, '2026'),
    ]);
    expect(await host.call('folders.complete', { typed: '/no/such/folder' })).toEqual([]);
  });

  it('names what it cannot open, and goes on', async () => {
    const missing = join(base, 'missing');
    const file = join(base, 'file.md');
    await writeFile(file, 'x');
    expect(await host.request('folders.open', { path: missing })).toMatchObject({
      error: { code: 'folder-missing', subject: missing },
    });
    expect(await host.request('folders.open', { path: file })).toMatchObject({
      error: { code: 'not-a-folder', subject: file },
    });
    expect(await host.call('folders.list', {})).toHaveLength(1);
  });

  it('tells the problems of a folder, and forgets them with it', async () => {
    const folder = join(base, 'bad');
    await mkdir(folder);
    await writeFile(join(folder, 'prose.md'), 'No digest, only prose.\n');
    const damaged = Buffer.concat([
      Buffer.from('## Daily Papers (2026-01-01)\n\n### [Kept'),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('](https://arxiv.org/abs/2601.90001)\n\nText\n'),
    ]);
    await writeFile(join(folder, '2026-01-01.md'), damaged);
    const id = await openFolder(folder);
    const problems = await host.call('library.problems', {});
    expect(problems.map((problem) => [problem.file, problem.code])).toEqual(
      expect.arrayContaining([
        ['2026-01-01.md', 'invalid-utf8'],
        ['prose.md', 'not-a-digest'],
      ]),
    );
    expect((await host.call('library.outline', {})).all.total).toBe(16);
    await host.call('folders.close', { folder: id });
    expect((await host.call('library.outline', {})).all.total).toBe(15);
    expect(await host.call('library.problems', {})).toEqual([]);
    expect(await host.call('folders.recent', {})).toEqual([folder]);
  });

  it('answers wrong questions with errors', async () => {
    const ask = async (method: string, input: unknown) => {
      const answer = await host.request(method, input);
      return answer.ok ? 'ok' : answer.error.code;
    };
    expect(await ask('no.such.method', {})).toBe('unknown-method');
    expect(await ask('__proto__', {})).toBe('unknown-method');
    expect(await ask('toString', {})).toBe('unknown-method');
    expect(await ask('folders.list', { extra: 1 })).toBe('invalid-input');
    expect(await ask('folders.open', { path: 'a\0b' })).toBe('invalid-input');
    expect(await ask('folders.close', { folder: 'none' })).toBe('not-found');
    expect(await ask('paper.read', { paper: 'arxiv:0000.00000' })).toBe('not-found');
    expect(await ask('query.rows', { result: 'gone', offset: 0, limit: 1 })).toBe('result-gone');
    expect(await ask('query.rows', { result: 'gone', offset: -1, limit: 1 })).toBe('invalid-input');
    const change = { kind: 'list.update', list: 'none', patch: { name: 'x' } };
    expect(await ask('state.change', { change })).toBe('not-found');
    const open = { kind: 'folder.open', folder: { path: '/', opened: 0 } };
    expect(await ask('state.change', { change: open })).toBe('invalid-input');
  });

  it('finds everything again after a new start', async () => {
    await host.close();
    host = await start(dataDir);
    await expect
      .poll(async () => (await host.call('library.outline', {})).all)
      .toEqual({ total: 15, unread: 13 });
    const outline = await host.call('library.outline', {});
    expect(outline.lists.map((list) => list.id)).toEqual(['l1', READ_NEXT]);
    expect(outline).toMatchObject({ starred: { total: 1 }, noted: { total: 1 } });
    expect((await host.call('paper.read', { paper: loom })).note?.text).toContain('soon');
    expect(await host.call('state.settings', {})).toMatchObject({ theme: 'dark' });
  });
});
