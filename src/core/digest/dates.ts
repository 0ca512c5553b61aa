/** Which day a digest is of: docs/notes/formats.md. */
import { daysInMonth } from '../../shared/days-in-month.ts';
import type { IsoDate } from '../../shared/model.ts';

/** The days that a file states, each null when it does not; they may contradict each other. */
export interface StatedDays {
  /** Of the nearest heading above the paper. */
  readonly heading: IsoDate | null;
  /** Of the file as a whole: front matter, a feed's or a mail's date, the key that a list of papers stands under. */
  readonly file: IsoDate | null;
  /** Inside the folder, with `/`. */
  readonly path: string;
  /** Of the paper's own entry: when it was submitted, published or scraped. */
  readonly entry: IsoDate | null;
}

/**
 * The one place where contradictions end: heading, then file, then name or path, and the entry's own day last, since it
 * tells of the paper and not of the digest.
 */
export function digestDay({ heading, file, path, entry }: StatedDays): IsoDate | null {
  return heading ?? file ?? dateInPath(path) ?? entry;
}

/** The day of an ISO 8601 or RFC 5322 time as printed, in its own zone (`2024-05-27T03:50:58Z`, `Mon, 27 May 2024 …`), or null. */
export function dateOfTime(printed: string): IsoDate | null {
  const text = printed.slice(0, 100);
  const [, day, month, year] =
    /(?<!\d)(\d{1,2})\s+(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+(\d{4})/i.exec(
      text,
    ) ?? [];
  if (month === undefined) return dateInText(text) ?? dateInPath(text);
  return isoDate(year, String(MONTHS.indexOf(month.toLowerCase()) / 3 + 1), day);
}

const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec';

const SEPARATED = /(?<!\d)(\d{4})([-/._])(\d{1,2})\2(\d{1,2})(?!\d)/g;
const COMPACT = /(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)/g;
const WRITTEN = /(?<!\d)(\d{4})[년年] ?(\d{1,2})[월月] ?(\d{1,2})[일日号]/g;
const FOLDERS = /(?<!\d)(\d{4})[-_/](\d{1,2})[-_/](\d{1,2})(?!\d)/g;

/** The first calendar day that a heading names (`2024-02-05`, `2024/2/5`, `2024.02.05`, `2024년 2월 5일`, `2024年2月5日`), or null. */
export function dateInText(text: string): IsoDate | null {
  for (const [, year, , month, day] of text.matchAll(SEPARATED)) {
    const date = isoDate(year, month, day);
    if (date !== null) return date;
  }
  for (const [, year, month, day] of text.matchAll(WRITTEN)) {
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
  if (d > daysInMonth(y, m)) return null;
  return `${String(y)}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}
