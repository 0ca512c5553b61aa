import type { IsoDate } from '../../shared/model.ts';

const SEPARATED = /(?<!\d)(\d{4})([-/._])(\d{1,2})\2(\d{1,2})(?!\d)/g;
const COMPACT = /(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)/g;
const KOREAN = /(?<!\d)(\d{4})년 ?(\d{1,2})월 ?(\d{1,2})일/g;
const FOLDERS = /(?<!\d)(\d{4})[-_/](\d{1,2})[-_/](\d{1,2})(?!\d)/g;

/** The first calendar day that a heading names (`2024-02-05`, `2024/2/5`, `2024.02.05`, `2024년 2월 5일`), or null. */
export function dateInText(text: string): IsoDate | null {
  for (const [, year, , month, day] of text.matchAll(SEPARATED)) {
    const date = isoDate(year, month, day);
    if (date !== null) return date;
  }
  for (const [, year, month, day] of text.matchAll(KOREAN)) {
    const date = isoDate(year, month, day);
    if (date !== null) return date;
  }
  return null;
}

/**
 * The calendar day that a path (with `/`) names, nearest its end first: `2024/02/05.md`, `2026-07-10-notes.md`,
 * `20240205.md`, `2024-02/05.md`; null when there is none.
 */
export function dateInPath(path: string): IsoDate | null {
  let found: { readonly date: IsoDate; readonly at: number } | null = null;
  for (const pattern of [FOLDERS, COMPACT]) {
    for (const match of path.matchAll(pattern)) {
      const date = isoDate(match[1], match[2], match[3]);
      if (date !== null && (found === null || match.index > found.at)) {
        found = { date, at: match.index };
      }
    }
  }
  return found?.date ?? null;
}

/** `YYYY-MM-DD` of the Gregorian calendar, or null for a day that no calendar has. */
function isoDate(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): IsoDate | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (y < 1900 || y > 2199 || m < 1 || m > 12 || d < 1) return null;
  if (d > new Date(Date.UTC(y, m, 0)).getUTCDate()) return null;
  return `${String(y)}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}
