/** Arithmetic of calendar days. A digest's day has no time zone: UTC stands for it, where every day has 24 hours. */
import { daysInMonth } from '../../../shared/days-in-month.ts';
import type { IsoDate } from '../../../shared/model.ts';

const DAY = 24 * 60 * 60 * 1000;

export function addDays(date: IsoDate, days: number): IsoDate {
  return isoOf(Date.parse(date) + days * DAY);
}

/** The same day of another month, or that month's last day. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year, month, day] = partsOf(date);
  const last = daysInMonth(year, month + months);
  return isoOf(Date.UTC(year, month - 1 + months, Math.min(day, last)));
}

/** 0 is Sunday. */
export function weekdayOf(date: IsoDate): number {
  return new Date(date).getUTCDay();
}

/** The Sunday that a day's week begins with. */
export function startOfWeek(date: IsoDate): IsoDate {
  return addDays(date, -weekdayOf(date));
}

/** The days of a month, `2024-02`. */
export function daysOfMonth(month: string): readonly IsoDate[] {
  const [year, number] = partsOf(month);
  return Array.from({ length: daysInMonth(year, number) }, (_, day) => addDays(`${month}-01`, day));
}

/** The months of a year, `2024-01` to `2024-12`. */
export function monthsOfYear(year: number): readonly string[] {
  const digits = String(year).padStart(4, '0');
  return Array.from(
    { length: 12 },
    (_, month) => `${digits}-${String(month + 1).padStart(2, '0')}`,
  );
}

function partsOf(date: string): readonly [year: number, month: number, day: number] {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return [year, month, day];
}

function isoOf(instant: number): IsoDate {
  return new Date(instant).toISOString().slice(0, 10);
}
