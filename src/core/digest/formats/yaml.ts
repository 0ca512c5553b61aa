/** YAML with the fields that JSON digests have: a list of records, lists in the members of a mapping, or many documents. */
import { isMap, isScalar, isSeq, parseAllDocuments } from 'yaml';
import type { Document, Node } from 'yaml';
import { dateOfTime } from '../dates.ts';
import type { ByteRange, DigestProblem } from '../digest.ts';
import { fieldOf } from '../labels.ts';
import { isPaperLink } from '../paper-links.ts';
import { readRecord } from '../record.ts';
import { decode, lineCounter } from '../source.ts';
import type { Source } from '../source.ts';
import { entryFormat, withoutTitle } from './entries.ts';
import type { Entries, Entry } from './entries.ts';

/** Larger files are data, not written by hand; the YAML library takes a hundred times their length in memory. */
const MAX_LENGTH = 4 * 1024 * 1024;
/** The library reads nested values by recursion. */
const MAX_INDENT = 100;
const MAX_FLOW = 64;
const MAX_NESTED = 4;
/** A record names a field that every paper has at the beginning of some line. */
const PROMISING = /(?:^|\n)[ \t-]*["']?(?:title|\xec\xa0\x9c\xeb\xaa\xa9|paper)["']?[ \t]*:/i;

/** No merging of mappings, no tags of other languages; errors without their excerpts, which cost more than parsing. */
export const OPTIONS = {
  schema: 'core',
  merge: false,
  logLevel: 'silent',
  prettyErrors: false,
} as const;

export const yaml = entryFormat('yaml', (source) => {
  const { view, start } = source;
  if (view.length > MAX_LENGTH || !PROMISING.test(view) || isTooDeep(view)) return null;
  const text = decode(source, start, view.length);
  try {
    const documents = parseAllDocuments(text, OPTIONS);
    return 'empty' in documents || isFrontMatter(documents)
      ? null
      : new Reader(source, text).all(documents);
  } catch (error) {
    // Too deep for its recursion, or more aliases than the limit: no YAML that anyone wrote to be read.
    if (error instanceof RangeError || error instanceof ReferenceError) return null;
    throw error;
  }
});

/** Whether only the first document is YAML: what comes after it is the text of something else. */
function isFrontMatter([, ...rest]: readonly Document[]): boolean {
  return rest.some(
    ({ contents, errors }) => errors.length > 0 || !(isMap(contents) || isSeq(contents)),
  );
}

/** Whether indentation or brackets nest beyond what the library can take. */
export function isTooDeep(view: string): boolean {
  if (new RegExp(`\\n {${MAX_INDENT * 2},}[^ \\n]`).test(view)) return true;
  if (/(?:[-?][ \t]+){64}/.test(view)) return true;
  let open = 0;
  for (const [mark] of view.matchAll(/[[\]{}\n]/g)) {
    // Brackets inside of texts are not always closed; those that nest stand close together.
    open = mark === '[' || mark === '{' ? open + 1 : mark === '\n' ? 0 : Math.max(0, open - 1);
    if (open > MAX_FLOW) return true;
  }
  return /(?:[[{]\s*){64}/.test(view);
}

class Reader {
  readonly #text: string;
  readonly #source: Source;
  readonly #lineOf: (offset: number) => number;
  readonly #entries: Entry[] = [];
  readonly #problems: DigestProblem[] = [];
  #characters = 0;
  #bytes: number;

  constructor(source: Source, text: string) {
    this.#source = source;
    this.#text = text;
    this.#bytes = source.start;
    this.#lineOf = lineCounter(source);
  }

  all(documents: readonly Document[]): Entries {
    for (const document of documents) {
      this.#node(document, document.contents, null, 0);
      const [error] = document.errors;
      if (error === undefined) continue;
      const line = this.#text.slice(0, error.pos[0]).split('\n').length;
      const message = 'Some of the file is not valid YAML: papers may be missing.';
      this.#problems.push({ code: 'entry-unreadable', message, line });
    }
    const isDigest = this.#entries.some(
      ({ links, authors }) => authors.length > 0 || links.some(isPaperLink),
    );
    return isDigest
      ? { entries: this.#entries, problems: this.#problems }
      : { entries: [], problems: [] };
  }

  /** Whether a node holds papers: in its items, in its members, or as one itself. */
  #node(document: Document, node: unknown, day: string | null, nested: number): boolean {
    if (nested > MAX_NESTED) return false;
    if (isSeq(node)) {
      for (const item of node.items) if (isMap(item)) this.#record(document, item, day);
      return true;
    }
    if (!isMap(node)) return false;
    let own = day;
    let found = false;
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value) : '';
      if (isScalar(value) && fieldOf(name) === 'date') own = dateOfTime(String(value.value)) ?? own;
    }
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value) : '';
      if (fieldOf(name) !== null) continue;
      const under = dateOfTime(name) ?? own;
      found = this.#node(document, value, under, nested + 1) || found;
    }
    return found || this.#record(document, node, nested === 0 ? null : day);
  }

  #record(document: Document, node: Node, day: string | null): boolean {
    const record = readRecord(node.toJS(document, { maxAliasCount: 100 }));
    const [start, end] = node.range ?? [0, 0];
    if (record === null) return false;
    const range = this.#rangeOf(start, end);
    const line = this.#lineOf(range.start);
    if (record.title === '') this.#problems.push(withoutTitle(line));
    else this.#entries.push({ ...record, days: { ...record.days, file: day }, range, line });
    return true;
  }

  /** Bytes of a range of characters; ranges come in ascending order. */
  #rangeOf(start: number, end: number): ByteRange {
    this.#bytes += Buffer.byteLength(this.#text.slice(this.#characters, start));
    this.#characters = start;
    const length = Buffer.byteLength(this.#text.slice(start, end));
    // Bytes that are no UTF-8 are longer as text.
    const last = this.#source.bytes.length;
    return { start: Math.min(this.#bytes, last), end: Math.min(this.#bytes + length, last) };
  }
}
