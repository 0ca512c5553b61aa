import type { IsoDate } from '../../shared/model.ts';
import type { DatePoint } from '../../shared/query/syntax.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The reader's own calendar day at an instant. */
export function localDay(instant: number): IsoDate {
  const date = new Date(instant);
  const month = String(date.getMonth() + 1).padStart(2, '0');
  return `${date.getFullYear()}-${month}-${String(date.getDate()).padStart(2, '0')}`;
}

/** Whether a day is in a range whose ends belong to it; an end that is a month or a year counts as a whole. */
export function dateTest(
  from: DatePoint | null,
  to: DatePoint | null,
  today: IsoDate,
): (date: IsoDate) => boolean {
  const [first, last] = [from, to].map((point) => (point === null ? null : prefixOf(point, today)));
  return (date) =>
    (typeof first !== 'string' || date >= first) &&
    (typeof last !== 'string' || date.slice(0, last.length) <= last);
}

function prefixOf(point: DatePoint, today: IsoDate): string {
  if (point.kind === 'day') return point.prefix;
  return new Date(Date.parse(`${today}T00:00:00Z`) - point.days * DAY_MS)
    .toISOString()
    .slice(0, 10);
}
