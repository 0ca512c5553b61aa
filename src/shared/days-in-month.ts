/** How many days a month (from 1; beyond 12 of the years that follow) of the Gregorian calendar has. */
export function daysInMonth(year: number, month: number): number {
  const last = new Date(0);
  // The day before the next month's first; `Date.UTC` would take the years 0 to 99 for those of 1900.
  last.setUTCFullYear(year, month, 0);
  return last.getUTCDate();
}
