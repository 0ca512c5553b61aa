import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  daysOfMonth,
  monthsOfYear,
  startOfWeek,
  weekdayOf,
} from '../../../../src/renderer/views/pages/dates.ts';

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('calendar days', () => {
  it('follow each other over the ends of months, leap days and changes of the clock', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2023-12-31', 1)).toBe('2024-01-01');
    expect(addDays('2024-03-31', 1)).toBe('2024-04-01');
  });

  it('come back by as many steps as they went', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -5000, max: 5000 }), (date, steps) => {
        expect(addDays(addDays(date, steps), -steps)).toBe(date);
      }),
    );
  });

  it('stay in the month that was asked for', () => {
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2024-02-29', -12)).toBe('2023-02-28');
    expect(addMonths('2024-11-30', 3)).toBe('2025-02-28');
    fc.assert(
      fc.property(day, fc.integer({ min: -240, max: 240 }), (date, months) => {
        const [year = 0, month = 0] = date.split('-').map(Number);
        const [toYear = 0, toMonth = 0] = addMonths(date, months).split('-').map(Number);
        expect(toYear * 12 + toMonth).toBe(year * 12 + month + months);
      }),
    );
  });

  it('make whole years, each day once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2100 }), (year) => {
        const days = monthsOfYear(year).flatMap(daysOfMonth);
        expect(days[0]).toBe(`${year}-01-01`);
        days.slice(1).forEach((date, at) => {
          expect(date).toBe(addDays(days[at] ?? '', 1));
        });
        expect(addDays(days.at(-1) ?? '', 1)).toBe(`${year + 1}-01-01`);
      }),
    );
  });

  it('have weeks from Sunday on', () => {
    fc.assert(
      fc.property(day, (date) => {
        expect(weekdayOf(startOfWeek(date))).toBe(0);
        expect(addDays(startOfWeek(date), weekdayOf(date))).toBe(date);
      }),
    );
  });
});
