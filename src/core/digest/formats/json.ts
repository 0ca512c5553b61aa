/**
 * JSON and JSON Lines: lists of records, on the top level or in the members of objects. Two shapes have names of their own,
 * the answer of the Hugging Face daily-papers API and a scraper's; their fields are read like all others (record.ts).
 */
import { dateOfTime } from '../dates.ts';
import type { DigestProblem } from '../digest.ts';
import { isPaperLink } from '../paper-links.ts';
import { fieldOf } from '../labels.ts';
import { isRecord, readRecord } from '../record.ts';
import { decode, lineCounter } from '../source.ts';
import type { Source } from '../source.ts';
import { entryFormat, withoutTitle } from './entries.ts';
import type { Entries, Entry } from './entries.ts';
import { jsonMembers, jsonValueAt, skipSpace } from './json-values.ts';
import type { JsonValue } from './json-values.ts';

/** Deeper values are no records of papers, and parsing them takes memory out of proportion. */
const MAX_DEPTH = 64;
/** `{ "2024-05": { "2024-05-27": { "papers": [ … ] } } }` is as deep as lists stand. */
const MAX_NESTED = 4;

export const hfDailyJson = entryFormat('hf-daily-json', (source) =>
  readJson(source, (shape) => shape === 'paper'),
);
export const hfScrapedJson = entryFormat('hf-scraped-json', (source) =>
  readJson(source, (shape) => shape === 'details'),
);
export const jsonLines = entryFormat('json-lines', (source) =>
  isJsonLines(source) ? new Reader(source).lines() : null,
);
export const json = entryFormat('json', (source) => readJson(source, () => true));

/** What the first record of a file has: the API's `paper`, the scraper's `details`, or neither. */
type Shape = 'paper' | 'details' | 'other';

function readJson(source: Source, isMine: (shape: Shape) => boolean): Entries | null {
  const { view } = source;
  const top = jsonValueAt(view, source.start, view.length);
  if (top === null || (view[top.start] !== '[' && view[top.start] !== '{')) return null;
  if (!isMine(shapeOf(source, top)) || isJsonLines(source)) return null;
  return new Reader(source).all(top);
}

function shapeOf({ view }: Source, top: JsonValue): Shape {
  const [first] = view[top.start] === '[' ? jsonMembers(view, top) : [];
  if (first === undefined || view[first.start] !== '{') return 'other';
  for (const { key, start } of jsonMembers(view, first)) {
    if ((key === 'paper' || key === 'details') && view[start] === '{') return key;
  }
  return 'other';
}

/** Whether the first line is an object, and so is what comes after it. */
function isJsonLines({ view, start }: Source): boolean {
  const first = jsonValueAt(view, start, view.length);
  if (first === null || view[first.start] !== '{' || first.depth > MAX_DEPTH) return false;
  const next = jsonValueAt(view, first.end, view.length);
  return (
    next !== null && view[next.start] === '{' && view.slice(first.end, next.start).includes('\n')
  );
}

class Reader {
  readonly #source: Source;
  readonly #entries: Entry[] = [];
  readonly #problems: DigestProblem[] = [];
  #untitled = 0;
  readonly #lineOf: (offset: number) => number;

  constructor(source: Source) {
    this.#source = source;
    this.#lineOf = lineCounter(source);
  }

  all(top: JsonValue): Entries {
    const { view } = this.#source;
    if (view[top.start] === '[') this.#list(top, null);
    else if (!this.#object(top, null, 0)) this.#record(top, null, null);
    return this.#result();
  }

  lines(): Entries {
    const { view, start } = this.#source;
    let at = skipSpace(view, start, view.length);
    while (at < view.length) {
      const next = view.indexOf('\n', at);
      // A line that is cut off ends where it ends; the next one is whole again.
      const end = next === -1 ? view.length : next;
      const value = jsonValueAt(view, at, end);
      if (value !== null) this.#record({ ...value, end }, null, null);
      at = skipSpace(view, end, view.length);
    }
    return this.#result();
  }

  /** A file that holds records of something else is no digest: one of its entries at least must be a paper's. */
  #result(): Entries {
    const isDigest = this.#entries.some(
      ({ links, authors }) => authors.length > 0 || links.some(isPaperLink),
    );
    return isDigest || (this.#entries.length === 0 && this.#untitled > 0)
      ? { entries: this.#entries, problems: this.#problems }
      : { entries: [], problems: [] };
  }

  #list(list: JsonValue, day: string | null): void {
    const { view } = this.#source;
    for (const value of jsonMembers(view, list)) {
      if (view[value.start] === '{') this.#record(value, day, null);
    }
  }

  /** The papers in the lists and objects of an object; false when there are none. */
  #object(object: JsonValue, day: string | null, nested: number): boolean {
    const { view } = this.#source;
    const before = this.#entries.length + this.#problems.length;
    const inner: JsonValue[] = [];
    let own = day;
    for (const member of jsonMembers(view, object)) {
      const key = member.key ?? '';
      const mark = view[member.start];
      if (mark === '"' && fieldOf(key) === 'date') own = this.#day(member) ?? own;
      if ((mark === '[' || mark === '{') && fieldOf(key) === null && !PARTS.has(key))
        inner.push(member);
    }
    for (const member of inner) {
      const under = dateOfTime(member.key ?? '') ?? own;
      if (view[member.start] === '[') this.#list(member, under);
      else if (nested >= MAX_NESTED || !this.#object(member, under, nested + 1)) {
        this.#record(member, under, member.key);
      }
    }
    return this.#entries.length + this.#problems.length > before;
  }

  #day(value: JsonValue): string | null {
    return dateOfTime(decode(this.#source, value.start + 1, value.end - 1));
  }

  /** `key`: of the object that a record stands in by its identifier. */
  #record(range: JsonValue, day: string | null, key: string | null): void {
    const line = this.#lineOf(range.start);
    const parsed =
      range.depth > MAX_DEPTH ? null : parseJson(decode(this.#source, range.start, range.end));
    if (parsed === null) {
      const message = 'An entry is not valid JSON: it is not shown.';
      this.#problems.push({ code: 'entry-unreadable', message, line });
      return;
    }
    const record = readRecord(
      isRecord(parsed.value) && key !== null
        ? { ...parsed.value, id: parsed.value['id'] ?? key }
        : parsed.value,
    );
    if (record === null) return;
    if (record.title === '') {
      this.#untitled += 1;
      this.#problems.push(withoutTitle(line));
    } else this.#entries.push({ ...record, days: { ...record.days, file: day }, range, line });
  }
}

/** Members that are parts of a record, not records. */
const PARTS: ReadonlySet<string> = new Set(['paper', 'details', 'metadata']);

function parseJson(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
