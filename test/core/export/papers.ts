import type { ExportOptions, ExportPaper } from '../../../src/core/export/export-paper.ts';
import type { SavedState } from '../../../src/core/export/saved-state.ts';
import { DEFAULT_SETTINGS } from '../../../src/shared/model.ts';
import type { PaperRow } from '../../../src/shared/model.ts';

type Parts = Partial<Omit<ExportPaper, 'row'>> & { readonly row?: Partial<PaperRow> };

/** A paper to export, with nothing but what the test says. */
export function exportPaper({ row, ...parts }: Parts = {}): ExportPaper {
  return {
    arxivId: null,
    links: { page: null, abstract: null, pdf: null, project: null, code: null },
    media: [],
    text: '',
    note: null,
    lists: [],
    ...parts,
    row: {
      id: 'title:test',
      title: 'A Title',
      authors: [],
      date: null,
      votes: null,
      media: null,
      read: false,
      starred: false,
      noted: false,
      ...row,
    },
  };
}

/** Options of a plain export, but for what the test says. */
export function exportOptions(patch: Partial<ExportOptions> = {}): ExportOptions {
  return {
    title: 'Test',
    notes: false,
    summaries: true,
    language: 'en',
    bom: false,
    separate: false,
    citationKey: DEFAULT_SETTINGS.citationKey,
    citationStyle: 'apa',
    template: '',
    ...patch,
  };
}

/** The state of a reader who has done nothing. */
export const NO_STATE: SavedState = {
  read: [],
  starred: [],
  notes: [],
  noteVersions: [],
  lists: [],
  settings: null,
};

/** The text that a format's pieces make. */
export function written(pieces: Iterable<string>): string {
  return [...pieces].join('');
}

/** Titles and the like that would do harm in some format if they were taken for more than text. */
export const HOSTILE = [
  '}\\input{/etc/passwd}',
  '=HYPERLINK("http://evil.example","x")',
  '</script><img src=x onerror=alert(1)>',
  '\u202egnp.exe\u2066',
  'a\0b\u0007c',
  '[[x]](javascript:alert(1)) ![[y]]',
  '# h\n* h\n#+include: /etc/passwd\nTY  - X\r\nER  - ',
  '---\na: [b, c]\n---',
  '@cmd|calc!A1',
  '{{ 7 | times: 7 }}{% include "x" %}<% tp.system %>',
  '"; DROP TABLE x; -- ,"',
  '${1}`= this`&lt;b&gt;&#60;',
] as const;

/** Reads a BibTeX file as strictly as BibTeX does; throws where BibTeX would complain. */
export function readBibtex(text: string): { key: string; fields: Map<string, string> }[] {
  const entries: { key: string; fields: Map<string, string> }[] = [];
  let at = 0;
  const take = (pattern: RegExp): string => {
    const sticky = new RegExp(pattern, 'y');
    sticky.lastIndex = at;
    const match = sticky.exec(text);
    if (match === null) throw new Error(`${pattern.source} not at: ${text.slice(at, at + 60)}`);
    at = sticky.lastIndex;
    return match[1] ?? match[0];
  };
  const braced = (): string => {
    const start = at;
    let depth = 0;
    do {
      const character = text[at++];
      if (character === undefined) throw new Error('braces do not balance');
      if (character === '{') depth++;
      if (character === '}') depth--;
    } while (depth > 0);
    return text.slice(start + 1, at - 1);
  };
  while (at < text.length) {
    const key = take(/@(?:misc|online)\{([A-Za-z][A-Za-z0-9:._+-]*),\n/);
    const fields = new Map<string, string>();
    while (text[at] !== '}') {
      const name = take(/ {2}([A-Za-z]+) = /);
      if (fields.has(name)) throw new Error(`${name} twice`);
      fields.set(name, text[at] === '{' ? braced() : take(/([a-z]{3})/));
      take(/,\n/);
    }
    take(/\}\n\n?/);
    entries.push({ key, fields });
  }
  return entries;
}
