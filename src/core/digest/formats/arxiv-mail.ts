/**
 * The mails of arXiv with new submissions (https://info.arxiv.org/help/subscribe.html): entries between lines of `\\`, each
 * with `arXiv:…`, `Title:`, `Authors:`, `Categories:` and, after another `\\`, its abstract.
 */
import { dateOfTime } from '../dates.ts';
import { paperAddress } from '../paper-links.ts';
import { proseMarkdown } from '../plain-text.ts';
import { decode } from '../source.ts';
import type { Source } from '../source.ts';
import { eachLine } from './daily-headings.ts';
import { entryFormat } from './entries.ts';
import type { Entries, Entry } from './entries.ts';

const MARK = /^\\\\(?:\s|$)/;
const IDENTIFIER = /^(?:arXiv|Paper):\s*(\S+)/i;
const FIELD =
  /^(Title|Authors?|Categories|Comments|Journal-ref|DOI|Date|Report-no|ACM-class|MSC-class|License)\s*:\s*(.*)$/i;

export const arxivMail = entryFormat('arxiv-mail', (source) =>
  /(?:^|\n)\\\\ ?\n(?:arXiv|Paper): ?\S/i.test(source.view) ? readMail(source) : null,
);

interface Open {
  readonly identifier: string;
  readonly start: number;
  readonly line: number;
  readonly fields: Map<string, string>;
  field: string;
  readonly abstract: string[];
  inAbstract: boolean;
  end: number;
}

function readMail(source: Source): Entries {
  const entries: Entry[] = [];
  let open: Open | null = null;
  let day: string | null = null;
  let line = 0;
  let wasMark = false;
  const finish = (): void => {
    if (open !== null) entries.push(toEntry(open, day));
    open = null;
  };
  eachLine(source.view, source.start, (start, end, next) => {
    line += 1;
    const text = decode(source, start, end).trimEnd();
    const identifier = wasMark ? IDENTIFIER.exec(text)?.[1] : undefined;
    wasMark = MARK.test(text);
    if (identifier !== undefined) {
      finish();
      open = {
        identifier,
        start,
        line,
        fields: new Map(),
        field: '',
        abstract: [],
        inAbstract: false,
        end: next,
      };
    } else if (open === null) {
      if (entries.length === 0) day ??= dayOfHeader(text);
    } else if (/^[-%]{20,}$/.test(text)) finish();
    else {
      open.end = next;
      // The second mark ends the fields, the third one the entry; it may have the address beside it.
      if (!wasMark) addLine(open, text);
      else if (open.inAbstract) finish();
      else open.inAbstract = true;
    }
  });
  finish();
  return { entries, problems: [] };
}

/** Of the mail's own header, or of the `received from … to …` line above the entries. */
function dayOfHeader(text: string): string | null {
  if (/^Date:/i.test(text)) return dateOfTime(text);
  const to = /^received from .* to (.*)$/i.exec(text.trim())?.[1];
  return to === undefined
    ? null
    : dateOfTime(to.replace(/\b(\d\d) ((?:0[1-9]|[12]\d|3[01]))\b/, '$2 $1'));
}

function addLine(open: Open, text: string): void {
  if (open.inAbstract) {
    open.abstract.push(text.replace(/^ {1,4}/, ''));
    return;
  }
  const [, name, value] = FIELD.exec(text) ?? [];
  if (name !== undefined && value !== undefined) {
    open.field = name.toLowerCase().replace(/^author$/, 'authors');
    if (!open.fields.has(open.field)) open.fields.set(open.field, value);
  } else if (/^\s+\S/.test(text) && open.field !== '') {
    open.fields.set(open.field, `${open.fields.get(open.field) ?? ''} ${text.trim()}`);
  }
}

function toEntry(
  { identifier, fields, abstract, start, end, line }: Open,
  day: string | null,
): Entry {
  const address = paperAddress(`arXiv:${identifier.slice(0, 64).replace(/[^\w./-]+$/, '')}`);
  const doi = fields.get('doi');
  const doiAddress = doi === undefined ? null : paperAddress(`doi:${doi.split(/\s/)[0] ?? ''}`);
  const labelled = ['categories', 'comments', 'journal-ref'].flatMap((name) => {
    const value = fields.get(name);
    const label = name.charAt(0).toUpperCase() + name.slice(1);
    return value === undefined || value.trim() === ''
      ? []
      : [`**${label}:** ${proseMarkdown(value)}`];
  });
  return {
    title: fields.get('title') ?? '',
    links: [address, doiAddress].filter((link) => link !== null),
    pdf: null,
    project: null,
    code: null,
    authors: authorsOf(fields.get('authors') ?? ''),
    votes: null,
    media: [],
    days: { heading: null, file: day, entry: dateOfTime(fields.get('date') ?? '') },
    text: [proseMarkdown(abstract.join('\n')), ...labelled]
      .filter((block) => block !== '')
      .join('\n\n'),
    range: { start, end },
    line,
  };
}

/** `A B (1), C D (1 and 2) and E F ((1) Some University, (2) Another)`: what stands in parentheses is no name. */
function authorsOf(printed: string): readonly string[] {
  let names = '';
  let depth = 0;
  for (const character of printed) {
    if (character === '(') depth += 1;
    if (depth === 0) names += character;
    if (character === ')' && depth > 0) depth -= 1;
  }
  return names.split(/,|\sand\s/).flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
}
