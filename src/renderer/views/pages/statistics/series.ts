/** Statistics as rows of a plot and of the table behind it. */
import type { IsoDate, ReadingDay, Statistics } from '../../../../shared/model.ts';
import { addDays, startOfWeek } from '../dates.ts';

export interface ReadCount {
  /** A day, or the first day of a week. */
  readonly from: IsoDate;
  readonly read: number;
}

export interface Backlog {
  readonly date: IsoDate;
  readonly unread: number;
}

/** Papers read on each of the last `count` days or weeks up to today, days without any too. */
export function readSeries(
  { days, today }: Statistics,
  by: 'day' | 'week',
  count: number,
): readonly ReadCount[] {
  const step = by === 'day' ? 1 : 7;
  const last = by === 'day' ? today : startOfWeek(today);
  const read = new Map<IsoDate, number>();
  for (const day of days) {
    const from = by === 'day' ? day.date : startOfWeek(day.date);
    read.set(from, (read.get(from) ?? 0) + day.read);
  }
  return Array.from({ length: count }, (_, at) => {
    const from = addDays(last, (at - count + 1) * step);
    return { from, read: read.get(from) ?? 0 };
  });
}

/** Papers read on the last `count` days, today among them. */
export function readLately(statistics: Statistics, count: number): number {
  return readSeries(statistics, 'day', count).reduce((sum, { read }) => sum + read, 0);
}

/** What was unread at the end of each day on which that changed, in the last `span` days (null: always), up to today. */
export function backlogSeries(
  { days, today }: Statistics,
  span: number | null,
): readonly Backlog[] {
  const last = days.at(-1);
  if (last === undefined) return [];
  const begin = span === null ? (days[0]?.date ?? today) : addDays(today, 1 - span);
  const before = days.findLast(({ date }) => date < begin);
  const within = days.filter(({ date }) => date >= begin);
  return [
    // It begins with what was unread already.
    ...(span === null || within[0]?.date === begin ? [] : [point(begin, before?.unread ?? 0)]),
    ...within.map(({ date, unread }: ReadingDay) => point(date, unread)),
    ...(last.date < today ? [point(today, last.unread)] : []),
  ];
}

function point(date: IsoDate, unread: number): Backlog {
  return { date, unread };
}
