import { readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../src/shared/errors.ts';
import { LIST_DEFAULTS, READ_NEXT } from '../../src/shared/model.ts';
import { ALL, choiceOf, digestText, TestEngine } from './support/engine.ts';

const FIRST = digestText('2024-02-05', [
  {
    title: 'Alpha',
    arxiv: '2402.00001',
    votes: 28,
    authors: '김하늘, Ann Lee',
    text: '- 강화학습을 다룬다.',
  },
  { title: 'Beta', arxiv: '2402.00002v2', votes: 0, media: 'https://example.org/b.png' },
  { title: 'Gamma', arxiv: '2402.00003' },
]);
const SECOND = digestText('2024-03-01', [
  { title: 'Delta', arxiv: '2403.00001', votes: 5 },
  { title: 'Alpha again', arxiv: '2402.00001', votes: 40, text: '- 다시 실렸다.' },
]);
const ALPHA = 'arxiv:2402.00001';
const BETA = 'arxiv:2402.00002';

describe('the engine', () => {
  let engine: TestEngine;

  beforeEach(async () => {
    engine = await TestEngine.create();
    await engine.write('digests/2024/02/05.md', FIRST);
    await engine.write('digests/2024/03/01.md', SECOND);
    await engine.start();
  });
  afterEach(() => engine.remove());

  it('opens a folder and lists its papers, newest day first, each paper once', async () => {
    await engine.openFolder('digests');
    expect(await engine.titles()).toEqual(['Delta', 'Alpha again', 'Beta', 'Gamma']);
  });

  it('writes nothing into the digest folder', async () => {
    const files = async () =>
      (await readdir(engine.path('digests'), { recursive: true })).toSorted();
    const before = await files();
    await engine.openFolder('digests');
    await engine.call('state.change', { change: { kind: 'read', papers: [ALPHA], value: true } });
    await engine.stop();
    expect(await files()).toEqual(before);
    expect(await readFile(engine.path('digests/2024/02/05.md'), 'utf8')).toBe(FIRST);
  });

  it('counts papers and unread ones per folder, year, month, day and list', async () => {
    const folder = await engine.openFolder('digests');
    const list = { ...LIST_DEFAULTS, id: 'l1', name: '읽을 것', papers: [ALPHA, BETA], created: 1 };
    await engine.call('state.change', { change: { kind: 'list.put', list, index: 0 } });
    await engine.call('state.change', { change: { kind: 'read', papers: [ALPHA], value: true } });
    const outline = await engine.call('library.outline', {});
    expect(outline.all).toEqual({ total: 4, unread: 3 });
    expect(outline.folders[0]).toMatchObject({
      id: folder.id,
      name: 'digests',
      count: { total: 4, unread: 3 },
      years: [
        {
          dates: '2024',
          count: { total: 4, unread: 3 },
          children: [
            { dates: '2024-03', count: { total: 2, unread: 1 } },
            {
              dates: '2024-02',
              count: { total: 3, unread: 2 },
              children: [{ dates: '2024-02-05', count: { total: 3, unread: 2 } }],
            },
          ],
        },
      ],
    });
    expect(outline.lists).toEqual([
      { ...LIST_DEFAULTS, id: 'l1', name: '읽을 것', count: { total: 2, unread: 1 } },
      { ...LIST_DEFAULTS, id: READ_NEXT, name: 'Read next', count: { total: 0, unread: 0 } },
    ]);
  });

  it('shows a paper printed on two days in both, with both appearances', async () => {
    const { id: folder } = await engine.openFolder('digests');
    const dates = (day: string) => engine.titles({ view: { kind: 'dates', folder, dates: day } });
    expect(await dates('2024-02-05')).toEqual(['Alpha again', 'Beta', 'Gamma']);
    expect(await dates('2024-03')).toEqual(['Delta', 'Alpha again']);
    const paper = await engine.call('paper.read', { paper: ALPHA });
    expect(paper.text).toContain('다시 실렸다');
    expect(paper.appearances.map(({ date, votes }) => [date, votes])).toEqual([
      ['2024-03-01', 40],
      ['2024-02-05', 28],
    ]);
  });

  it('keeps a row that was just read until the list is asked for anew', async () => {
    await engine.openFolder('digests');
    const query = { ...ALL, view: { kind: 'unread' } } as const;
    const first = await engine.call('query.open', { query, keep: null, locate: null });
    await engine.call('state.change', { change: { kind: 'read', papers: [ALPHA], value: true } });
    const kept = await engine.call('query.open', { query, keep: first.result, locate: ALPHA });
    expect(kept).toMatchObject({ total: 4, index: 1 });
    const rows = await engine.call('query.rows', { result: kept.result, offset: 1, limit: 1 });
    expect(rows).toMatchObject([{ id: ALPHA, read: true }]);
    const anew = await engine.call('query.open', { query, keep: null, locate: ALPHA });
    expect(anew).toMatchObject({ total: 3, index: null });
  });

  it('gives the page of rows with the located paper along with the answer, else the first', async () => {
    await engine.openFolder('digests');
    const open = (locate: string | null) =>
      engine.call('query.open', { query: ALL, keep: null, locate, page: 1 });
    const { result, total } = await open(null);
    const all = await engine.call('query.rows', { result, offset: 0, limit: total });
    for (const [index, row] of all.entries()) {
      expect(await open(row.id)).toMatchObject({ index, offset: index, rows: [row] });
    }
    expect(await open('arxiv:none')).toMatchObject({ index: null, offset: 0, rows: [all[0]] });
    const { rows } = await engine.call('query.open', { query: ALL, keep: null, locate: null });
    expect(rows).toEqual([]);
  });

  it('holds the papers of an answer by themselves, whatever comes and goes after it', async () => {
    await engine.openFolder('digests');
    const { result, total } = await engine.call('query.open', {
      query: ALL,
      keep: null,
      locate: null,
    });
    const ids = () => engine.call('query.ids', { result, part: 'all', index: 0 });
    const before = await ids();
    const [folder] = await engine.call('folders.list', {});
    await engine.call('folders.close', { folder: folder?.id ?? '' });
    const other = { title: 'Other', arxiv: '2405.00009', text: '- 다른 글' };
    await engine.write('other/2024/05/01.md', digestText('2024-05-01', [other]));
    await engine.openFolder('other');
    expect(await ids()).toEqual(before);
    expect(
      await engine.call('query.nextUnread', { result, from: -1, backwards: false }),
    ).toBeNull();
    await engine.openFolder('digests');
    expect(await ids()).toEqual(before);
    expect((await engine.call('library.outline', {})).all.total).toBe(total + 1);
  });

  it('finds the next and the previous unread row', async () => {
    await engine.openFolder('digests');
    await engine.call('state.change', {
      change: { kind: 'read', papers: [ALPHA, BETA], value: true },
    });
    const { result } = await engine.call('query.open', { query: ALL, keep: null, locate: null });
    const next = (from: number, backwards: boolean) =>
      engine.call('query.nextUnread', { result, from, backwards });
    expect(await next(-1, false)).toBe(0);
    expect(await next(0, false)).toBe(3);
    expect(await next(3, false)).toBeNull();
    expect(await next(3, true)).toBe(0);
  });

  it('gives the ids above and below a row, without the row', async () => {
    await engine.openFolder('digests');
    const { result } = await engine.call('query.open', { query: ALL, keep: null, locate: null });
    const ids = (part: 'all' | 'above' | 'below') =>
      engine.call('query.ids', { result, part, index: 1 });
    expect(await ids('above')).toEqual(['arxiv:2403.00001']);
    expect(await ids('below')).toEqual([BETA, 'arxiv:2402.00003']);
    expect(await ids('all')).toHaveLength(4);
  });

  it('searches title, authors and every summary, Korean inside words too', async () => {
    await engine.openFolder('digests');
    expect(await engine.titles({ search: 'beta' })).toEqual(['Beta']);
    expect(await engine.titles({ search: '김하늘' })).toEqual(['Alpha again']);
    expect(await engine.titles({ search: '학습' })).toEqual(['Alpha again']);
    expect(await engine.titles({ search: '없는말' })).toEqual([]);
  });

  it('gives the summary of every appearance, one that repeats a newer one only once', async () => {
    const [short, long] = ['- 강화학습을 다룬다.', '- 강화학습을 다룬다. 더 길게.'];
    const day = (date: string, text: string) =>
      engine.write(
        `again/${date}.md`,
        digestText(date, [{ title: 'Beacon', arxiv: '2405.00001', text }]),
      );
    await day('2024-05-01', short);
    await day('2024-05-02', long);
    await day('2024-05-03', `${short}\n`);
    await day('2024-05-04', '');
    await engine.openFolder('again');
    const paper = await engine.call('paper.read', { paper: 'arxiv:2405.00001' });
    expect(paper.text.trim()).toBe(short);
    expect(paper.appearances.map(({ date, text }) => [date, text.trim()])).toEqual([
      ['2024-05-04', ''],
      ['2024-05-03', short],
      ['2024-05-02', long],
      ['2024-05-01', ''],
    ]);
    const scanned = engine.scanned();
    await rm(engine.path('again/2024-05-03.md'));
    await scanned;
    const left = await engine.call('paper.read', { paper: 'arxiv:2405.00001' });
    expect(left.text.trim()).toBe(long);
    expect(left.appearances[2]?.text.trim()).toBe(short);
  });

  it('finds nothing of a closed folder, at once', async () => {
    const { id: folder } = await engine.openFolder('digests');
    expect(await engine.titles({ search: 'beta' })).toEqual(['Beta']);
    await engine.call('folders.close', { folder });
    expect(await engine.titles({ search: 'beta' })).toEqual([]);
  });

  it('sorts by votes, with what states none last either way', async () => {
    await engine.openFolder('digests');
    expect(await engine.titles({ sort: 'votes', descending: true })).toEqual([
      'Alpha again',
      'Delta',
      'Beta',
      'Gamma',
    ]);
    expect(await engine.titles({ sort: 'votes', descending: false })).toEqual([
      'Beta',
      'Delta',
      'Alpha again',
      'Gamma',
    ]);
  });

  it('shows a reading list in its own order', async () => {
    await engine.openFolder('digests');
    const list = { ...LIST_DEFAULTS, id: 'l1', name: 'List', papers: [BETA, ALPHA], created: 1 };
    await engine.call('state.change', { change: { kind: 'list.put', list, index: 0 } });
    expect(await engine.titles({ view: { kind: 'list', list: 'l1' } })).toEqual([
      'Beta',
      'Alpha again',
    ]);
  });

  it('has everything again after a restart: folders, marks, notes', async () => {
    await engine.openFolder('digests');
    await engine.call('state.change', { change: { kind: 'star', papers: [BETA], value: true } });
    await engine.call('state.change', { change: { kind: 'note', paper: BETA, text: '메모' } });
    await engine.stop();
    await engine.start();
    await engine.scanned();
    expect(await engine.titles({ view: { kind: 'starred' } })).toEqual(['Beta']);
    expect((await engine.call('paper.read', { paper: BETA })).note?.text).toBe('메모');
  });

  it('keeps the marks of a closed folder, and opens it again by undo', async () => {
    const { id, path } = await engine.openFolder('digests');
    await engine.call('state.change', { change: { kind: 'star', papers: [BETA], value: true } });
    await engine.call('folders.close', { folder: id });
    expect(await engine.titles()).toEqual([]);
    expect(await engine.call('folders.recent', {})).toEqual([path]);
    const scanned = engine.scanned();
    await engine.call('state.undo', {});
    await scanned;
    expect(await engine.titles({ view: { kind: 'starred' } })).toEqual(['Beta']);
  });

  it('reads a file again that was changed behind its back, rather than a wrong part of it', async () => {
    await engine.openFolder('digests');
    await engine.write('digests/2024/02/05.md', `${' '.repeat(40)}\n${FIRST}`);
    const scanned = engine.scanned();
    await engine.call('paper.read', { paper: BETA });
    await scanned;
    expect((await engine.call('paper.read', { paper: BETA })).text).toBe('- 요약입니다.');
  });

  it('tells a folder that is gone at the start, and still shows what its cache holds', async () => {
    await engine.openFolder('digests');
    await engine.stop();
    await rm(engine.path('digests'), { recursive: true });
    await engine.start();
    await engine.scanned();
    expect((await engine.call('folders.list', {}))[0]?.status).toBe('missing');
    expect(await engine.titles()).toHaveLength(4);
    expect(await engine.call('library.problems', {})).toMatchObject([{ code: 'folder-missing' }]);
  });

  it('refuses a folder that is not there, and one that is a file, naming it', async () => {
    const open = (path: string) => engine.call('folders.open', { path: engine.path(path) });
    await expect(open('nowhere')).rejects.toMatchObject({
      code: 'folder-missing',
      subject: engine.path('nowhere'),
    });
    const file = open(join('digests', '2024', '02', '05.md'));
    await expect(file).rejects.toBeInstanceOf(AppError);
    await expect(file).rejects.toMatchObject({ code: 'not-a-folder' });
  });

  it('gives the address of a medium only once it is allowed', async () => {
    const { path } = await engine.openFolder('digests');
    const { mediaItems, mediaAllowed } = await engine.call('paper.read', { paper: BETA });
    const src = mediaItems[0]?.src ?? '';
    expect(mediaAllowed).toBe(false);
    await expect(engine.call('media.resolve', { src })).rejects.toMatchObject({
      code: 'media-blocked',
    });
    await engine.call('state.change', { change: { kind: 'media.folder', path, value: true } });
    const allow = { kind: 'media.paper', paper: BETA, value: true } as const;
    await engine.call('state.change', { change: allow });
    expect(await engine.call('media.allowed', {})).toEqual({
      folders: [path],
      papers: [{ id: BETA, title: 'Beta' }],
      paperCount: 1,
    });
    await engine.call('state.change', { change: { ...allow, value: false } });
    expect(await engine.call('media.allowed', {})).toMatchObject({ papers: [], paperCount: 0 });
    expect(await engine.call('media.resolve', { src })).toMatchObject({
      url: 'https://example.org/b.png',
    });
    for (const odd of ['media/', 'media/x/1', `${src}9`, 'other']) {
      await expect(engine.call('media.resolve', { src: odd })).rejects.toMatchObject({
        code: 'not-found',
      });
    }
  });

  it('exports a held result in its order', async () => {
    await engine.openFolder('digests');
    const { result } = await engine.call('query.open', { query: ALL, keep: null, locate: null });
    const file = await engine.call('export.render', {
      source: { kind: 'result', result },
      choice: choiceOf('bibtex'),
      title: 'All papers',
      limit: null,
    });
    expect(file.papers).toBe(4);
    expect(file.name).toMatch(/\.bib$/);
    expect([...file.text.matchAll(/eprint\s*=\s*\{([^}]*)\}/g)].map(([, id]) => id)).toEqual([
      '2403.00001',
      '2402.00001',
      '2402.00002',
      '2402.00003',
    ]);
  });

  it('says that a result is gone when it was dropped, so that the list asks anew', async () => {
    await expect(
      engine.call('query.rows', { result: 'r999', offset: 0, limit: 10 }),
    ).rejects.toMatchObject({ code: 'result-gone', retryable: true });
  });
});
