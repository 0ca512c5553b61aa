/** What the values of operators mean: `2024-02..2024-03`, `>20`, `starred`. */
import { daysInMonth } from '../days-in-month.ts';
import { fold } from './fold.ts';
import { HAS_NAMES, IS_NAMES, type DatePoint, type QueryNode } from './syntax.ts';

type Part<K extends QueryNode['kind']> = Extract<QueryNode, { kind: K }>;

/** Two points and what is between; three dots, a tilde or an ellipsis are meant alike. */
const RANGE = /^(.*?)(?:\.{2,3}|…|~|〜)(.*)$/;
const COMPARISON = /^(>=|<=|≥|≤|=>|=<|>|<|=)(.*)$/;
const NUMBER = /^-?\d{1,9}$/;
const DAY = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/;
const KOREAN_DAY = /^(\d{4})년(?:(\d{1,2})월(?:(\d{1,2})일)?)?$/;
const AGO = /^(\d{1,4})(?:d|일)$/;

function squeeze(value: string): string {
  return fold(value).replace(/[\s_]+/g, '');
}

function named<T extends string>(
  names: Readonly<Record<T, readonly string[]>>,
  value: string,
): T | null {
  const wanted = squeeze(value).replaceAll('-', '');
  return (Object.keys(names) as T[]).find((key) => names[key].includes(wanted)) ?? null;
}

/** Null for what is no state. */
export function isNode(value: string): Part<'is'> | null {
  const found = named(IS_NAMES, value);
  return found === null ? null : { kind: 'is', value: found };
}

/** Null for what no paper can have. */
export function hasNode(value: string): Part<'has'> | null {
  const found = named(HAS_NAMES, value);
  return found === null ? null : { kind: 'has', value: found };
}

/** `>20`, `<=5`, `7`, `5..20`, `5..`. Null for anything else. */
export function votesNode(value: string): Part<'votes'> | null {
  const text = squeeze(value);
  const number = (digits: string): number | null => (NUMBER.test(digits) ? Number(digits) : null);
  const [, sign, compared] = COMPARISON.exec(text) ?? [];
  if (sign !== undefined) {
    const bound = number(compared ?? '');
    if (bound === null) return null;
    if (sign === '=') return { kind: 'votes', min: bound, max: bound };
    const open = sign === '>' || sign === '<' ? 1 : 0;
    return sign.startsWith('>') || sign === '≥' || sign === '=>'
      ? { kind: 'votes', min: bound + open, max: null }
      : { kind: 'votes', min: null, max: bound - open };
  }
  const range = RANGE.exec(text);
  if (range === null) {
    const exact = number(text);
    return exact === null ? null : { kind: 'votes', min: exact, max: exact };
  }
  const ends = rangeEnds(range, number);
  if (ends === null) return null;
  const [min, max] = ends;
  const turned = min !== null && max !== null && min > max;
  return turned ? { kind: 'votes', min: max, max: min } : { kind: 'votes', min, max };
}

/** `2024`, `2024-02..2024-03`, `>=2024-02-05`, `today`, `7d` (since seven days ago). Null for anything else. */
export function dateNode(value: string): Part<'date'> | null {
  const text = squeeze(value);
  const [, sign, compared] = COMPARISON.exec(text) ?? [];
  if (sign !== undefined) return comparedDate(sign, datePoint(compared ?? ''));
  const range = RANGE.exec(text);
  if (range === null) {
    const point = datePoint(text);
    if (point === null) return null;
    return { kind: 'date', from: point, to: AGO.test(text) ? null : point };
  }
  const ends = rangeEnds(range, datePoint);
  if (ends === null) return null;
  const [from, to] = ends;
  return isTurned(from, to) ? { kind: 'date', from: to, to: from } : { kind: 'date', from, to };
}

/** Both ends of a range; null when one cannot be read or both are missing. */
function rangeEnds<T>(
  [, first = '', second = '']: RegExpExecArray,
  read: (text: string) => T | null,
): readonly [T | null, T | null] | null {
  const ends = [first, second].map((text) => (text === '' ? null : read(text)));
  const [from = null, to = null] = ends;
  const unread = (first !== '' && from === null) || (second !== '' && to === null);
  return unread || (from === null && to === null) ? null : [from, to];
}

function datePoint(text: string): DatePoint | null {
  if (text === 'today' || text === '오늘') return { kind: 'ago', days: 0 };
  if (text === 'yesterday' || text === '어제') return { kind: 'ago', days: 1 };
  const ago = AGO.exec(text)?.[1];
  if (ago !== undefined) return { kind: 'ago', days: Number(ago) };
  const [, year, month, day] = DAY.exec(text) ?? KOREAN_DAY.exec(text) ?? [];
  if (year === undefined) return null;
  if (month === undefined) return { kind: 'day', prefix: year };
  if (Number(month) < 1 || Number(month) > 12) return null;
  const prefix = `${year}-${month.padStart(2, '0')}`;
  if (day === undefined) return { kind: 'day', prefix };
  if (Number(day) < 1 || Number(day) > daysInMonth(Number(year), Number(month))) return null;
  return { kind: 'day', prefix: `${prefix}-${day.padStart(2, '0')}` };
}

function isTurned(from: DatePoint | null, to: DatePoint | null): boolean {
  if (from === null || to === null || from.kind !== to.kind) return false;
  if (from.kind === 'ago' && to.kind === 'ago') return from.days < to.days;
  if (from.kind === 'day' && to.kind === 'day') {
    // `2024..2024-03` is not turned: a year ends after its months.
    return from.prefix.slice(0, to.prefix.length) > to.prefix;
  }
  return false;
}

function comparedDate(sign: string, point: DatePoint | null): Part<'date'> | null {
  if (point === null) return null;
  if (sign === '=') return { kind: 'date', from: point, to: point };
  if (sign === '>') {
    const from = beside(point, 1);
    return from === null ? null : { kind: 'date', from, to: null };
  }
  if (sign === '<') {
    const to = beside(point, -1);
    return to === null ? null : { kind: 'date', from: null, to };
  }
  return sign === '>=' || sign === '≥' || sign === '=>'
    ? { kind: 'date', from: point, to: null }
    : { kind: 'date', from: null, to: point };
}

/** The year, month or day after (1) or before (-1); null beyond the years that are written with four digits. */
function beside(point: DatePoint, step: 1 | -1): DatePoint | null {
  if (point.kind === 'ago') {
    const days = point.days - step;
    return days < 0 ? null : { kind: 'ago', days };
  }
  const [year = 0, month, day] = point.prefix.split('-').map(Number);
  const date = new Date(0);
  date.setUTCFullYear(
    year + (month === undefined ? step : 0),
    (month ?? 1) - 1 + (month !== undefined && day === undefined ? step : 0),
    (day ?? 1) + (day === undefined ? 0 : step),
  );
  const iso = date.toISOString();
  return /^\d{4}-/.test(iso) ? { kind: 'day', prefix: iso.slice(0, point.prefix.length) } : null;
}
