import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateInPath, dateInText } from '../../../src/core/digest/dates.ts';

describe('the day that a heading names', () => {
  it.each([
    ['Daily Papers (2024-02-05)', '2024-02-05'],
    ['Daily Papers 2024/2/5', '2024-02-05'],
    ['2024.02.29 (Thu)', '2024-02-29'],
    ['2024년 2월 5일 논문', '2024-02-05'],
    ['Daily Papers (2023-02-29), that is 2023-03-01', '2023-03-01'],
  ])('%s is %s', (heading, date) => {
    expect(dateInText(heading)).toBe(date);
  });

  it.each(['Daily Papers', '2402.01391', '2024-02/05', '12024-02-05', '2024-13-01', '2024-00-10'])(
    '%s names none',
    (heading) => {
      expect(dateInText(heading)).toBeNull();
    },
  );
});

describe('the day that a path names', () => {
  it.each([
    ['2024/02/05.md', '2024-02-05'],
    ['papers/2026-07-10-summer-reading.md', '2026-07-10'],
    ['20240205.md', '2024-02-05'],
    ['2024-02/05.md', '2024-02-05'],
    ['2023/12/31/2024-01-01.md', '2024-01-01'],
    ['2024/2/5/digest.md', '2024-02-05'],
  ])('%s is %s', (path, date) => {
    expect(dateInPath(path)).toBe(date);
  });

  it.each(['notes.md', '2402.01391.md', '2024/02.md', '123456789.md', '2024/02/30.md'])(
    '%s names none',
    (path) => {
      expect(dateInPath(path)).toBeNull();
    },
  );

  it('every day is found in every way of writing it', () => {
    const day = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, (date) => {
        expect(dateInText(`Daily Papers (${date})`)).toBe(date);
        expect(dateInPath(`${date.replaceAll('-', '/')}.md`)).toBe(date);
        expect(dateInPath(`x/${date}-y.md`)).toBe(date);
        expect(dateInPath(`${date.replaceAll('-', '')}.md`)).toBe(date);
      }),
    );
  });
});
