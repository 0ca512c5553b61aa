import { parseDocument } from 'yaml';
import { dateOfTime } from '../dates.ts';
import { isTooDeep, OPTIONS } from '../formats/yaml.ts';
import { fieldOf } from '../labels.ts';
import { isRecord } from '../record.ts';
import { decode } from '../source.ts';
import type { Source } from '../source.ts';
import { withoutWikiLinks } from './links.ts';

export interface FrontMatter {
  readonly record: Readonly<Record<string, unknown>>;
  readonly day: string | null;
  /** Tags and keywords, of the file as a whole. */
  readonly keywords: readonly string[];
  /** Where the text begins. */
  readonly end: number;
  readonly lines: number;
}

const MAX_LENGTH = 64 * 1024;

/** The YAML between `---` lines that a file may begin with; null when there is none, or when it is not a mapping. */
export function readFrontMatter(source: Source): FrontMatter | null {
  const { view, start } = source;
  if (!/^---[ \t]*\n/.test(view.slice(start, start + 100))) return null;
  const head = view.slice(start, start + MAX_LENGTH);
  const close = /\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(head);
  const open = head.indexOf('\n') + 1;
  if (close === null || close.index < open - 1) return null;
  const length = close.index + close[0].length;
  const record = parse(decode(source, start + open, start + close.index + 1));
  if (record === null) return null;
  const entries = Object.entries(record);
  const day = entries.find(([key]) => fieldOf(key) === 'date')?.[1];
  return {
    record,
    day: typeof day === 'string' || typeof day === 'number' ? dateOfTime(String(day)) : null,
    keywords: entries
      .filter(([key]) => fieldOf(key) === 'keywords')
      .flatMap(([, value]) => (typeof value === 'string' ? value.split(/[,，、]/) : value))
      .flatMap((word) => (typeof word === 'string' && word.trim() !== '' ? [word.trim()] : [])),
    end: start + length,
    lines: head.slice(0, length).split('\n').length - 1,
  };
}

function parse(text: string): Readonly<Record<string, unknown>> | null {
  if (isTooDeep(text)) return null;
  try {
    const document = parseDocument(withoutWikiLinks(text), OPTIONS);
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    return isRecord(value) ? value : null;
  } catch (error) {
    if (error instanceof RangeError || error instanceof ReferenceError) return null;
    throw error;
  }
}
