import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DayIndexes, dayCounts } from '../../../src/core/overview/day-index.ts';
import { Library } from '../../../src/core/library/library.ts';
import { digestText, TestEngine } from '../support/engine.ts';
import { scannedDays } from './scanned-days.ts';

describe('the days of a library', () => {
  let engine: TestEngine;
  beforeEach(async () => {
    engine = await TestEngine.create();
    await engine.start();
  });
  afterEach(() => engine.remove());

  it('count each paper once on every day that prints it, and what is unread of it', async () => {
    await engine.write(
      'a/2024/02/05.md',
      digestText('2024-02-05', [
        { title: 'Alpha', arxiv: '2402.00001' },
        { title: 'Beta', arxiv: '2402.00002' },
      ]),
    );
    await engine.write(
      'a/2024/03/01.md',
      digestText('2024-03-01', [{ title: 'Alpha again', arxiv: '2402.00001' }]),
    );
    await engine.write(
      'b/2024-02-05.md',
      digestText('2024-02-05', [{ title: 'Alpha elsewhere', arxiv: '2402.00001' }]),
    );
    await engine.openFolder('a');
    await engine.openFolder('b');
    expect(await engine.call('library.days', {})).toEqual([
      { date: '2024-02-05', total: 2, unread: 2 },
      { date: '2024-03-01', total: 1, unread: 1 },
    ]);
    await engine.call('state.change', {
      change: { kind: 'read', papers: ['arxiv:2402.00001'], value: true },
    });
    expect(await engine.call('library.days', {})).toEqual([
      { date: '2024-02-05', total: 2, unread: 1 },
      { date: '2024-03-01', total: 1, unread: 0 },
    ]);
  });

  it('hold every dated paper of any library, and none besides', async () => {
    await fc.assert(
      fc.asyncProperty(scannedDays, async (files) => {
        const library = new Library();
        const indexes = new DayIndexes(library);
        for (const { folder, file } of files) {
          library.setFiles(folder, [file]);
          // The index must never be that of an earlier library.
          await indexes.current();
        }
        const { days } = await indexes.current();
        const expected = new Map<string, Set<string>>();
        for (const { id, appearances } of library.papers.values()) {
          for (const { paper } of appearances) {
            if (paper.date === null) continue;
            expected.set(paper.date, (expected.get(paper.date) ?? new Set()).add(id));
          }
        }
        expect([...days.keys()]).toEqual([...expected.keys()].sort());
        for (const [date, ids] of days) {
          expect(new Set(ids)).toEqual(expected.get(date));
          expect(ids).toHaveLength(expected.get(date)?.size ?? 0);
        }
        const read = new Map(
          [...library.papers.keys()].filter((_, at) => at % 2 === 0).map((id) => [id, 1]),
        );
        for (const { date, total, unread } of await dayCounts({ version: 0, days }, read)) {
          const ids = [...(expected.get(date) ?? [])];
          expect([total, unread]).toEqual([ids.length, ids.filter((id) => !read.has(id)).length]);
        }
      }),
    );
  });
});

describe('a day’s page', () => {
  let engine: TestEngine;
  beforeEach(async () => {
    engine = await TestEngine.create();
    await engine.write(
      'a/2024/02/05.md',
      digestText('2024-02-05', [
        { title: 'Untold', arxiv: '2402.00001', text: '- 추천이 적히지 않았다.' },
        { title: 'Few', arxiv: '2402.00002', votes: 0, media: 'https://example.org/few.png' },
        { title: 'Many', arxiv: '2402.00003', votes: 41 },
        { title: 'As few', arxiv: '2402.00004', votes: 0 },
      ]),
    );
    await engine.write(
      'a/2024/02/08.md',
      digestText('2024-02-08', [{ title: 'Later', arxiv: '2402.00009' }]),
    );
    await engine.start();
    await engine.openFolder('a');
  });
  afterEach(() => engine.remove());

  it('ranks its papers by votes, those of which none are told last', async () => {
    const day = await engine.call('library.day', { date: '2024-02-05' });
    expect(day?.papers.map(({ title }) => title)).toEqual(['Many', 'Few', 'As few', 'Untold']);
    expect(day?.papers.at(-1)?.lead).toBe('- 추천이 적히지 않았다.');
  });

  it('names the days beside it, and is the newest unless another is asked for', async () => {
    expect(await engine.call('library.day', { date: null })).toMatchObject({
      date: '2024-02-08',
      previous: '2024-02-05',
      next: null,
    });
    expect(await engine.call('library.day', { date: '2024-02-05' })).toMatchObject({
      previous: null,
      next: '2024-02-08',
    });
    expect(await engine.call('library.day', { date: '2024-02-06' })).toBeNull();
  });

  it('has a picture only once it is allowed', async () => {
    const image = async () =>
      (await engine.call('library.day', { date: '2024-02-05' }))?.papers[1]?.image;
    expect(await image()).toMatchObject({ allowed: false });
    await engine.call('state.change', {
      change: { kind: 'media.folder', path: engine.path('a'), value: true },
    });
    expect(await image()).toMatchObject({ allowed: true });
    const src = (await image())?.src ?? '';
    expect(await engine.call('media.resolve', { src })).toMatchObject({
      url: 'https://example.org/few.png',
    });
  });
});
