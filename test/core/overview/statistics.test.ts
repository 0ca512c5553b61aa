import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LocalDays } from '../../../src/core/overview/local-days.ts';
import { ReadingDays } from '../../../src/core/overview/reading-days.ts';
import { StatisticsRoom } from '../../../src/core/overview/statistics.ts';
import { Library } from '../../../src/core/library/library.ts';
import { AppError } from '../../../src/shared/errors.ts';
import { emptyState } from '../../../src/core/state/reader-state.ts';
import { digestText, TestEngine } from '../support/engine.ts';
import { papersOfADay, scannedDays } from './scanned-days.ts';

/** Gives way to nobody. */
const AT_ONCE = (): undefined => undefined;
const DAY = 24 * 60 * 60 * 1000;
const NOON = Date.UTC(2026, 1, 10, 12);

describe('local days', () => {
  it('are those of the zone, over changes of its clock', () => {
    const newYork = new LocalDays('America/New_York');
    // The night of 9 March 2025 has 23 hours there, that of 2 November 25.
    expect(newYork.dayOf(Date.UTC(2025, 2, 9, 4, 59))).toBe('2025-03-08');
    expect(newYork.dayOf(Date.UTC(2025, 2, 9, 5, 0))).toBe('2025-03-09');
    expect(newYork.dayOf(Date.UTC(2025, 2, 10, 3, 59))).toBe('2025-03-09');
    expect(newYork.dayOf(Date.UTC(2025, 2, 10, 4, 0))).toBe('2025-03-10');
    expect(newYork.dayOf(Date.UTC(2025, 10, 3, 4, 59))).toBe('2025-11-02');
    expect(newYork.dayOf(Date.UTC(2025, 10, 3, 5, 0))).toBe('2025-11-03');
    expect(new LocalDays('Asia/Seoul').dayOf(Date.UTC(2026, 1, 9, 15))).toBe('2026-02-10');
    expect(new LocalDays('Asia/Kathmandu').dayOf(Date.UTC(2026, 1, 9, 18, 15))).toBe('2026-02-10');
    expect(new LocalDays('Asia/Kathmandu').dayOf(Date.UTC(2026, 1, 9, 18, 14))).toBe('2026-02-09');
  });

  it('are those that the calendar itself tells', () => {
    const zones = ['Asia/Seoul', 'Europe/London', 'America/St_Johns', 'Australia/Lord_Howe', 'UTC'];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.array(fc.integer({ min: Date.UTC(2000), max: Date.UTC(2060) }), { maxLength: 8 }),
        (zone, instants) => {
          const days = new LocalDays(zone);
          const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
          for (const instant of instants) {
            expect(days.dayOf(instant)).toBe(parts.format(instant));
          }
        },
      ),
    );
  });
});

describe('days of reading', () => {
  const day = fc.nat(30).map((number) => new Date(NOON - number * DAY).toISOString().slice(0, 10));
  const papers = fc.array(fc.record({ arrived: fc.option(day), read: fc.option(day) }), {
    maxLength: 60,
  });

  it('add up to the papers that there are, and never fall below none unread', () => {
    fc.assert(
      fc.property(papers, (all) => {
        const reading = new ReadingDays('2026-02-10');
        for (const paper of all) reading.add(paper);
        const days = reading.days();
        const sum = (of: 'arrived' | 'read'): number => days.reduce((n, at) => n + at[of], 0);
        expect(sum('arrived')).toBe(all.length);
        expect(sum('read')).toBe(all.filter(({ read }) => read !== null).length);
        expect(days.at(-1)?.unread ?? 0).toBe(all.filter(({ read }) => read === null).length);
        for (const { unread } of days) expect(unread).toBeGreaterThanOrEqual(0);
        expect(days.map(({ date }) => date)).toEqual(days.map(({ date }) => date).toSorted());
      }),
    );
  });

  it('in a row are a streak, which today does not end before it is over', () => {
    const streak = (...read: string[]) => {
      const reading = new ReadingDays('2026-02-10');
      for (const date of read) reading.add({ arrived: '2026-01-01', read: date });
      return reading.streak();
    };
    expect(streak()).toEqual({ current: 0, longest: 0 });
    expect(streak('2026-02-08', '2026-02-09')).toEqual({ current: 2, longest: 2 });
    expect(streak('2026-02-09', '2026-02-10', '2026-02-10')).toEqual({ current: 2, longest: 2 });
    expect(streak('2026-02-08')).toEqual({ current: 0, longest: 1 });
    expect(streak('2026-01-31', '2026-02-01', '2026-02-02', '2026-02-10')).toEqual({
      current: 1,
      longest: 3,
    });
  });
});

describe('statistics', () => {
  it('of any library and marks add up', async () => {
    await fc.assert(
      fc.asyncProperty(scannedDays, fc.array(fc.nat(12)), async (files, marks) => {
        const library = new Library();
        for (const { folder, file } of files) library.setFiles(folder, [file]);
        const state = emptyState();
        for (const [at, mark] of marks.entries()) {
          state.read.set(`arxiv:2402.${String(mark).padStart(5, '0')}`, NOON - at * DAY);
        }
        const room = new StatisticsRoom({
          library,
          state,
          now: () => NOON,
          textOf: () => Promise.resolve('- 보상 모델을 학습한다.'),
        });
        const { total, read, votes, days, authors, words } = await room.statistics(
          'Asia/Seoul',
          AT_ONCE,
        );
        const papers = [...library.papers.values()];
        const isRead = papers.filter(({ id }) => state.read.has(id)).length;
        expect([total, read]).toEqual([papers.length, isRead]);
        expect(votes.reduce((sum, band) => sum + band.total, 0)).toBe(total);
        expect(votes.reduce((sum, band) => sum + band.read, 0)).toBe(read);
        expect(days.at(-1)?.unread ?? 0).toBe(total - read);
        for (const { from, to, total: papersOf } of votes) {
          const inBand = (of: number | null): boolean =>
            from === null || of === null ? from === of : of >= from && of <= (to ?? Infinity);
          expect(papersOf).toBe(papers.filter((paper) => inBand(paper.votes)).length);
        }
        for (const author of authors) {
          expect(author.total).toBe(
            papers.filter(({ authors: names }) => names.includes(author.name)).length,
          );
        }
        for (const list of [words.read, words.came]) {
          for (const word of list) expect(word.read).toBeLessThanOrEqual(word.total);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('of what changed since they were last asked for are those of a look at everything', async () => {
    const mark = fc.record({ paper: fc.nat(12), day: fc.nat(40), value: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(scannedDays, fc.array(mark, { maxLength: 6 }), async (files, marks) => {
        const library = new Library();
        const state = emptyState();
        const made = (): StatisticsRoom =>
          new StatisticsRoom({
            library,
            state,
            now: () => NOON,
            textOf: ({ id }) => Promise.resolve(`- ${id} 보상 모델을 학습한다.`),
          });
        const room = made();
        const isSame = async (): Promise<void> => {
          room.changed();
          expect(await room.statistics('Asia/Seoul', AT_ONCE)).toEqual(
            await made().statistics('Asia/Seoul', AT_ONCE),
          );
        };
        for (const [at, { folder, file }] of files.entries()) {
          library.setFiles(folder, [file]);
          const next = marks[at];
          if (next !== undefined) {
            const id = `arxiv:2402.${String(next.paper).padStart(5, '0')}`;
            if (next.value) state.read.set(id, NOON - next.day * DAY);
            else state.read.delete(id);
          }
          await isSame();
        }
        for (const { paper, day } of marks) {
          state.read.set(`arxiv:2402.${String(paper).padStart(5, '0')}`, NOON - day * DAY);
          await isSame();
        }
      }),
      { numRuns: 40 },
    );
  });

  it('tell how far they are, never backwards, and are given up where that is refused', async () => {
    const library = new Library();
    library.setFiles('f', [papersOfADay(40)]);
    const state = emptyState();
    for (const id of library.papers.keys()) state.read.set(id, NOON);
    const room = new StatisticsRoom({
      library,
      state,
      now: () => NOON,
      textOf: () => Promise.resolve('- 보상 모델을 학습한다.'),
    });
    const told: number[] = [];
    const stopped = room.statistics('Asia/Seoul', (done) => {
      told.push(done);
      return done > 0.5 ? Promise.reject(new AppError('cancelled', 'enough')) : undefined;
    });
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
    const whole = await room.statistics('Asia/Seoul', (done) => void told.push(done));
    expect(whole).toMatchObject({ total: 40, read: 40 });
    const again = told.slice(told.findIndex((done) => done > 0.5) + 1);
    expect(again.length).toBeGreaterThan(80);
    expect(again).toEqual([...again].sort((a, b) => a - b));
    expect(again.at(-1)).toBeGreaterThan(0.7);
  });

  describe('of an engine', () => {
    let engine: TestEngine;
    beforeEach(async () => {
      engine = await TestEngine.create();
      await engine.write(
        'a/2024-02-05.md',
        digestText('2024-02-05', [
          {
            title: 'Alpha',
            arxiv: '2402.00001',
            votes: 4,
            authors: '김하늘',
            text: '- 보상 모델은',
          },
          {
            title: 'Beta',
            arxiv: '2402.00002',
            authors: '김하늘, Ann Lee, +',
            text: '- 보상 모델을',
          },
        ]),
      );
      await engine.start();
      await engine.openFolder('a');
    });
    afterEach(() => engine.remove());

    it('follow marks, and undo', async () => {
      const zone = { timeZone: 'Asia/Seoul' };
      expect(await engine.call('library.statistics', zone)).toMatchObject({
        total: 2,
        read: 0,
        streak: { current: 0, longest: 0 },
        authors: [
          { name: '김하늘', total: 2, read: 0 },
          { name: 'Ann Lee', total: 1, read: 0 },
        ],
      });
      const change = { kind: 'read' as const, papers: ['arxiv:2402.00001'], value: true };
      await engine.call('state.change', { change });
      const after = await engine.call('library.statistics', zone);
      expect(after).toMatchObject({ read: 1, streak: { current: 1, longest: 1 } });
      expect(after.votes.filter(({ total }) => total > 0)).toEqual([
        { from: null, to: null, total: 1, read: 0 },
        { from: 1, to: 4, total: 1, read: 1 },
      ]);
      expect(after.words.came).toContainEqual({ name: '모델', total: 2, read: 1 });
      expect(after.words.read.map(({ name }) => name)).toContain('보상');
      await engine.call('state.undo', {});
      expect(await engine.call('library.statistics', zone)).toMatchObject({ read: 0 });
    });
  });
});
