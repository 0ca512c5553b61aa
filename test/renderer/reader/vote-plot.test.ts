import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Appearance } from '../../../src/shared/model.ts';
import { HEIGHT, voteCourse, votePlot } from '../../../src/renderer/views/reader/vote-plot.ts';

const appearance = (date: string | null, votes: number | null): Appearance => ({
  folder: 'f',
  file: 'x.md',
  date,
  votes,
  text: '',
});

describe('the course of votes', () => {
  it('runs from the oldest day to the newest, without days that state none', () => {
    const course = voteCourse([
      appearance('2024-02-05', 9),
      appearance('2024-02-04', null),
      appearance(null, 7),
      appearance('2024-02-01', 0),
    ]);
    expect(course).toEqual([
      { date: '2024-02-01', votes: 0 },
      { date: '2024-02-05', votes: 9 },
    ]);
  });

  it('has one value a day, that of the newest digest', () => {
    expect(voteCourse([appearance('2024-02-05', 9), appearance('2024-02-05', 3)])).toEqual([
      { date: '2024-02-05', votes: 9 },
    ]);
  });
});

describe('the plot', () => {
  it('puts days where they are in time and votes where they are above none', () => {
    const { points, zero } = votePlot(
      voteCourse([
        appearance('2024-02-11', 10),
        appearance('2024-02-02', 5),
        appearance('2024-02-01', 0),
      ]),
      400,
    );
    const [first, second, third] = points;
    if (!first || !second || !third) throw new Error('three points');
    expect((second.x - first.x) / (third.x - first.x)).toBeCloseTo(0.1);
    expect(first.y).toBe(zero);
    expect((zero - second.y) / (zero - third.y)).toBeCloseTo(0.5);
  });

  it('writes the votes of the newest day, and no two upon each other', () => {
    const days = Array.from({ length: 40 }, (_, index) =>
      appearance(new Date(Date.UTC(2024, 0, 60 - index)).toISOString().slice(0, 10), index),
    );
    const labelled = votePlot(voteCourse(days), 300).points.filter((point) => point.labelled);
    expect(labelled.at(-1)?.date).toBe('2024-02-29');
    for (const [index, { x }] of labelled.entries()) {
      const next = labelled[index + 1];
      if (next) expect(next.x - x).toBeGreaterThanOrEqual(34);
    }
  });

  it('stays inside its box, whatever the votes', () => {
    const day = fc
      .date({ min: new Date('1990-01-01'), max: new Date('2050-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const votes = fc.oneof(fc.nat(300), fc.maxSafeInteger().map(Math.abs));
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(day, votes), { minLength: 2, selector: ([date]) => date }),
        fc.integer({ min: 120, max: 480 }),
        (days, width) => {
          const plot = votePlot(voteCourse(days.map((one) => appearance(...one))), width);
          expect(plot.path).not.toContain('NaN');
          for (const { x, y } of plot.points) {
            expect(x).toBeGreaterThanOrEqual(0);
            expect(x).toBeLessThanOrEqual(width);
            expect(y).toBeGreaterThanOrEqual(0);
            expect(y).toBeLessThanOrEqual(HEIGHT);
          }
        },
      ),
    );
  });
});
