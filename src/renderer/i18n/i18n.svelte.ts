import type { Instant, IsoDate, Language } from '../../shared/model.ts';
import { commands } from './messages/commands.ts';
import { data } from './messages/data.ts';
import { dialogs } from './messages/dialogs.ts';
import { exporting } from './messages/exporting.ts';
import { faults } from './messages/faults.ts';
import { importing } from './messages/importing.ts';
import { frame } from './messages/frame.ts';
import { kept } from './messages/kept.ts';
import { lists } from './messages/lists.ts';
import { notes } from './messages/notes.ts';
import { pages } from './messages/pages.ts';
import { reader } from './messages/reader.ts';
import { search } from './messages/search.ts';
import { settings } from './messages/settings.ts';

export type Locale = 'en' | 'ko';

const dictionaries = {
  en: {
    ...frame.en,
    ...notes.en,
    ...lists.en,
    ...pages.en,
    ...faults.en,
    ...reader.en,
    ...dialogs.en,
    ...exporting.en,
    ...importing.en,
    ...kept.en,
    ...search.en,
    ...settings.en,
    ...commands.en,
    ...data.en,
  },
  ko: {
    ...frame.ko,
    ...notes.ko,
    ...lists.ko,
    ...pages.ko,
    ...faults.ko,
    ...reader.ko,
    ...dialogs.ko,
    ...exporting.ko,
    ...importing.ko,
    ...kept.ko,
    ...search.ko,
    ...settings.ko,
    ...commands.ko,
    ...data.ko,
  },
} as const;

type Dictionary = (typeof dictionaries)['en'];
export type MessageKey = keyof Dictionary;
type Params<K extends MessageKey> = Dictionary[K] extends (params: infer P) => string ? [P] : [];

let current = $state<Locale>('en');

/** The language that the page speaks. Reactive. */
export function locale(): Locale {
  return current;
}

export function setLocale(locale: Locale): void {
  current = locale;
}

/** The language meant by a setting; `system` takes the first of the browser's languages that Lectern speaks. */
export function localeOf(language: Language, system: readonly string[]): Locale {
  if (language !== 'system') return language;
  for (const tag of system) {
    if (/^ko\b/i.test(tag)) return 'ko';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'en';
}

/** The message in the current language. Reactive. */
export function t<K extends MessageKey>(key: K, ...params: Params<K>): string {
  const message = dictionaries[current][key] as string | ((params: unknown) => string);
  return typeof message === 'string' ? message : message(params[0]);
}

/** A count with the language's digit groups. */
export function formatNumber(value: number): string {
  return value.toLocaleString(current);
}

/** `38%`; of nothing, 0%. */
export function formatPercent(part: number, whole: number): string {
  const share = whole === 0 ? 0 : part / whole;
  return share.toLocaleString(current, { style: 'percent' });
}

const DATE_STYLES = {
  day: { year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' },
  dayOfMonth: { day: 'numeric', weekday: 'short' },
  month: { month: 'long' },
  monthOfYear: { year: 'numeric', month: 'long' },
  year: { year: 'numeric' },
  weekday: { weekday: 'short' },
  weekdayLong: { weekday: 'long' },
  dayOfYear: { month: 'short', day: 'numeric' },
  monthShort: { year: 'numeric', month: 'short' },
  short: { year: 'numeric', month: 'short', day: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const formats = new Map<string, Intl.DateTimeFormat>();

/** A year, month or day (`2024`, `2024-02`, `2024-02-05`) in the current language. Reactive. */
export function formatDate(date: IsoDate, style: keyof typeof DATE_STYLES): string {
  const key = `${current} ${style}`;
  let format = formats.get(key);
  if (format === undefined) {
    const options = { ...DATE_STYLES[style], timeZone: 'UTC' } as const;
    // Korean writes 목요일 in a whole date, where a lone 목 reads like a slip.
    const full = style === 'day' && current === 'ko' ? ({ weekday: 'long' } as const) : {};
    format = new Intl.DateTimeFormat(current, { ...options, ...full });
    formats.set(key, format);
  }
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return format.format(Date.UTC(year, month - 1, day));
}

/** An instant as day and time in the current language. Reactive. */
export function formatTime(instant: Instant): string {
  const key = `${current} time`;
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(current, { dateStyle: 'medium', timeStyle: 'short' });
  formats.set(key, format);
  return format.format(instant);
}
