/** A paper out of a record: an entry of JSON, JSON Lines, YAML or front matter, whatever its publisher calls the fields. */
import type { Media } from '../../shared/model.ts';
import { parseAuthors } from './authors.ts';
import { dateOfTime } from './dates.ts';
import type { Entry } from './formats/entries.ts';
import { arxivIdOf } from './identity.ts';
import { fieldOf } from './labels.ts';
import type { Field } from './labels.ts';
import { mediaOf } from './media.ts';
import { paperAddress } from './paper-links.ts';
import { proseMarkdown } from './plain-text.ts';

export type RecordEntry = Omit<Entry, 'range' | 'line'>;

/** What the fields of a record hold, in the order in which they are to be asked. */
type Fields = ReadonlyMap<Field, readonly unknown[]>;

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The paper that a record tells of, every field of the wrong type left out; title '' when it has none. Null when nothing
 * in it is a paper's: neither a title with a link, authors or a text, nor a paper's address.
 */
export function readRecord(value: unknown): RecordEntry | null {
  if (!isRecord(value)) return null;
  const fields = fieldsOf(value);
  const title = first(fields, 'title', textOf) ?? '';
  const links = linksOf(fields, isRecord(value['paper']));
  const authors = authorsOf(fields.get('authors') ?? []);
  const text = textOfFields(fields);
  const isPaper =
    title === ''
      ? links.some((link) => arxivIdOf(link) !== null)
      : links.length > 0 || authors.length > 0 || text !== '';
  if (!isPaper) return null;
  return {
    title,
    links,
    pdf: first(fields, 'pdf', addressOf),
    project: first(fields, 'project', addressOf),
    code: first(fields, 'code', addressOf),
    authors,
    votes: first(fields, 'votes', countOf),
    media: mediaOfFields(fields.get('media') ?? []),
    days: { heading: null, file: null, entry: first(fields, 'date', dayOf) },
    text,
  };
}

/** The record's own fields before those of the records in it (`paper` of the daily papers' API, `details` of scrapers). */
function fieldsOf(record: Readonly<Record<string, unknown>>): Fields {
  const fields = new Map<Field, unknown[]>();
  const inner = ['paper', 'details', 'metadata'].map((key) => record[key]).filter(isRecord);
  for (const level of [record, ...inner]) {
    for (const [key, value] of Object.entries(level)) {
      const field = fieldOf(key);
      if (field === null || isRecord(value)) continue;
      const values = fields.get(field);
      if (values === undefined) fields.set(field, [value]);
      else values.push(value);
    }
  }
  return fields;
}

function first<T>(fields: Fields, field: Field, read: (value: unknown) => T | null): T | null {
  for (const value of fields.get(field) ?? []) {
    // A field may hold one or a list: of these the first that is one.
    for (const one of Array.isArray(value) ? value.slice(0, MAX_VALUES) : [value]) {
      const found = read(one);
      if (found !== null) return found;
    }
  }
  return null;
}

const MAX_VALUES = 10_000;

/** A text that is not empty; numbers are texts too (a title may be `1984`). */
function textOf(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

function addressOf(value: unknown): string | null {
  return typeof value === 'string' ? paperAddress(value) : null;
}

function countOf(value: unknown): number | null {
  const text = typeof value === 'string' ? value.trim().replaceAll(',', '') : value;
  const count = typeof text === 'string' && /^\d+$/.test(text) ? Number(text) : text;
  return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? count : null;
}

function dayOf(value: unknown): string | null {
  if (value instanceof Date && !Number.isNaN(value.getTime()))
    return value.toISOString().slice(0, 10);
  return typeof value === 'string' || typeof value === 'number' ? dateOfTime(String(value)) : null;
}

/** Every address of the paper itself, each once. An identifier alone stands for its page: of the daily papers, theirs. */
function linksOf(fields: Fields, isDaily: boolean): readonly string[] {
  const links: string[] = [];
  for (const value of [...(fields.get('link') ?? []), ...(fields.get('id') ?? [])].flat()) {
    const address = addressOf(value);
    if (address !== null) links.push(address);
  }
  for (const value of fields.get('doi') ?? []) {
    const address =
      typeof value === 'string' ? paperAddress(value.replace(/^(?!doi:|https?:)/i, 'doi:')) : null;
    if (address !== null) links.push(address);
  }
  const pdf = first(fields, 'pdf', addressOf);
  if (pdf !== null) links.push(pdf);
  const arxivId = isDaily && links[0] !== undefined ? arxivIdOf(links[0]) : null;
  const daily = arxivId === null ? [] : [`https://huggingface.co/papers/${arxivId}`];
  return [...new Set([...daily, ...links])];
}

function authorsOf(values: readonly unknown[]): readonly string[] {
  for (const value of values) {
    const names = typeof value === 'string' ? parseAuthors(value) : namesOf(value);
    if (names.length > 0) return names;
  }
  return [];
}

function namesOf(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  const names: string[] = [];
  for (const author of value.slice(0, MAX_VALUES) as unknown[]) {
    // The daily papers' API hides those who were taken for an author by mistake.
    const name = isRecord(author)
      ? author['hidden'] === true
        ? null
        : nameOf(author)
      : textOf(author);
    if (name !== null) names.push(name);
  }
  return names;
}

function nameOf(author: Readonly<Record<string, unknown>>): string | null {
  for (const key of ['name', 'fullname', 'full_name', 'author']) {
    const name = textOf(author[key]);
    if (name !== null) return name;
  }
  return null;
}

function mediaOfFields(values: readonly unknown[]): readonly Media[] {
  const media: Media[] = [];
  for (const value of values.flat().slice(0, MAX_VALUES)) {
    const medium = typeof value === 'string' ? mediaOf(value) : null;
    if (medium !== null) media.push(medium);
  }
  return media;
}

/** Summary of a machine, abstract, then what has no place of its own. Labels are English: so are these records. */
function textOfFields(fields: Fields): string {
  const ai = first(fields, 'aiSummary', textOf);
  const prose = [
    ai === null ? '' : `**AI summary:** ${proseMarkdown(ai)}`,
    ...texts(fields, 'abstract').map(proseMarkdown),
    labelled('Keywords', texts(fields, 'keywords')),
    labelled('Institutions', texts(fields, 'institutions')),
  ].filter((block) => block !== '');
  // Of the code, not votes for the paper; alone it says nothing.
  const stars = texts(fields, 'stars').filter((count) => count !== '0');
  return prose.length === 0
    ? ''
    : [...prose, labelled('GitHub stars', stars)].join('\n\n').trimEnd();
}

function labelled(label: string, values: readonly string[]): string {
  return values.length === 0 ? '' : `**${label}:** ${values.map(proseMarkdown).join(', ')}`;
}

/** Each once. */
function texts(fields: Fields, field: Field): readonly string[] {
  const found = (fields.get(field) ?? []).flat().slice(0, MAX_VALUES);
  return [...new Set(found.flatMap((value) => textOf(value)?.trim() ?? []))];
}
