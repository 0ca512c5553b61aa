/** Whatever a digest calls its papers: no format makes more of it than text. A format without a row does not compile. */
import { marked, type Token } from 'marked';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { cleanLine } from '../../../src/core/export/clean.ts';
import { exportFiles, exportText, type ExportPaper } from '../../../src/core/export/export.ts';
import { exportFormatNames } from '../../../src/shared/export-formats.ts';
import type { ExportFormat } from '../../../src/shared/model.ts';
import { latexToText } from '../../../src/shared/latex/latex-text.ts';
import { readText } from '../digest/formats/fixture.ts';
import { exportOptions, exportPaper, HOSTILE, NO_STATE, readBibtex } from './papers.ts';

const TITLES: readonly string[] = [
  ...HOSTILE,
  '\\write18{rm -rf ~}$\\input{x}$',
  '<svg/onload=alert(1)><iframe src=javascript:alert(1)>',
  "+cmd|' /C calc'!A0",
  '\u2067\u200fevil\ud800',
  '../../../../etc/passwd',
  'CON',
  '<%* tp.user.run() %> `= this.file` `$= dv.el()`',
  '[click](javascript:alert(1)) <javascript:alert(1)>',
  '\\)\\(\\input{x} \\[ x \\]',
];

/** A paper that is hostile wherever a digest, or a name that the reader pasted, can be. */
function hostile(title: string, index: number): ExportPaper {
  const evil = 'javascript:alert(1)';
  return exportPaper({
    row: { id: `title:${index}`, title, authors: [title, 'Ada Bae'], date: '2024-05-06', votes: 1 },
    links: { page: evil, abstract: evil, pdf: evil, project: evil, code: evil },
    media: [{ kind: 'image', url: evil }],
    lists: [title],
  });
}
const papers = TITLES.map(hostile);
const harmless = TITLES.map((_, index) => hostile(`Title ${index}`, index));

const write = (format: ExportFormat, of: readonly ExportPaper[], title = 'Papers') =>
  exportText(
    format,
    { papers: of, state: NO_STATE },
    exportOptions({ title, notes: true, template: TEMPLATE }),
  );
const TEMPLATE = '{{ title }}\n{% for paper in papers %}{{ paper.title }}\n{% endfor %}';

/** Controls but those of lines, halves of characters, and what turns the direction of text. */
const ACTING = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069]/u;

/** What Templater, Dataview and Obsidian itself would run or embed. */
const PLUGINS = /<%|`[$]?=|(?<!\\)\[\[|%%/;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
/** What begins with a sign of the format's own, each kind once: a hostile title adds none. */
const kinds = (text: string, pattern: RegExp): readonly string[] =>
  [...new Set(text.match(pattern) ?? [])].sort();

function tokens(markdown: string): readonly Token[] {
  const all: Token[] = [];
  void marked.walkTokens(marked.lexer(markdown), (token) => void all.push(token));
  return all;
}

function markdownIsInert(text: string, plain: string): void {
  const found = tokens(text);
  expect(found.filter(({ type }) => type === 'html').map(({ raw }) => raw)).toEqual(
    tokens(plain)
      .filter(({ type }) => type === 'html')
      .map(({ raw }) => raw),
  );
  for (const token of found) {
    if (token.type === 'link' || token.type === 'image') {
      expect(String((token as { href?: string }).href)).toMatch(/^https?:/);
    }
  }
  const depth2 = (all: readonly Token[]): number =>
    all.filter((token) => token.type === 'heading' && (token as { depth?: number }).depth === 2)
      .length;
  expect(depth2(found)).toBe(depth2(tokens(plain)));
}

function bibtexIsInert(text: string): void {
  const entries = readBibtex(text);
  expect(entries).toHaveLength(TITLES.length);
  expect(new Set(entries.map(({ key }) => key)).size).toBe(TITLES.length);
  expect(text).not.toMatch(/\\(?:input|write|include|openin|def|csname)/);
}

function jsonIsInert(text: string): void {
  const { papers: read } = JSON.parse(text) as { papers: { title: string }[] };
  expect(read.map(({ title }) => title)).toHaveLength(TITLES.length);
  expect(text).not.toMatch(/[<>]/);
}

/** By format: throws when a title became more than text. `plain` is the same export of harmless titles. */
const INERT: Readonly<Record<ExportFormat, (text: string, plain: string) => void>> = {
  markdown: markdownIsInert,
  obsidian: (text, plain) => {
    markdownIsInert(
      text.replace(/^---\n[\s\S]*?\n---\n/, ''),
      plain.replace(/^---\n[\s\S]*?\n---\n/, ''),
    );
    expect(text).not.toMatch(PLUGINS);
  },
  html: (text, plain) => {
    const formulas = /<math[\s\S]*?<\/math>/g;
    const tags = (html: string) => kinds(html.replace(formulas, ''), /<[/!]?[a-z][^\s>]*/gi);
    // A formula that KaTeX refuses stands there as code.
    const known = [...tags(plain), '<code', '</code', '<span', '</span'];
    expect(tags(text).filter((tag) => !known.includes(tag))).toEqual([]);
    expect(text.replace(formulas, '')).not.toMatch(/<[^>]*\son\w+\s*=|href="javascript:/i);
    expect(count(text, /<article /g)).toBe(TITLES.length);
  },
  org: (text, plain) => {
    expect(count(text, /^\* /gm)).toBe(TITLES.length);
    expect(kinds(text, /^#\+\w+/gm)).toEqual(kinds(plain, /^#\+\w+/gm));
    // A property is text to Org, to the end of its line.
    const body = text.replace(/^:PROPERTIES:\n(?::[A-Z_]+: .*\n)*:END:$/gm, '');
    expect(body).not.toMatch(/^\s*#\+include|\[\[(?!https?:)|(?:src|call)_\w|\\input|@@|^:/im);
  },
  template: (text) => {
    // Nothing of a title is a template: each stands there as it was printed.
    expect(text.split('\n').slice(1, -1).map(cleanLine)).toEqual(
      TITLES.map((title) => cleanLine(latexToText(title))),
    );
  },
  references: (text) => {
    expect(text).not.toMatch(/\u200b<|javascript:alert\(1\)$/m);
    expect(count(text, /\(2024/g)).toBeGreaterThanOrEqual(TITLES.length);
  },
  bibtex: bibtexIsInert,
  biblatex: bibtexIsInert,
  ris: (text) => {
    for (const line of text.split('\r\n')) expect(line).toMatch(/^$|^[A-Z][A-Z0-9] {2}- /);
    expect(count(text, /^TY {2}- /gm)).toBe(TITLES.length);
    expect(count(text, /^ER {2}- $/gm)).toBe(TITLES.length);
  },
  csljson: (text) => {
    const items = JSON.parse(text) as { URL?: string }[];
    expect(items).toHaveLength(TITLES.length);
    expect(items.filter(({ URL: url }) => url !== undefined)).toEqual([]);
  },
  csv: (text) => {
    const cells = [...text.matchAll(/"((?:[^"]|"")*)"(?:,|\r\n)/gy)].map(([, cell]) => cell ?? '');
    expect(cells.length % 18).toBe(0);
    expect(cells).toHaveLength(18 * (TITLES.length + 1));
    for (const cell of cells) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠|%]/u);
  },
  json: jsonIsInert,
  backup: jsonIsInert,
  // Kept as printed, to the letter: it is a digest again, and as untrusted as the one it came from.
  digest: (text) => {
    const { papers: read } = readText(text, '2024-05-06.md');
    expect(read).toHaveLength(TITLES.length);
    for (const { links, media } of read) {
      expect(media).toEqual([]);
      for (const link of Object.values(links)) expect(link ?? 'https:').toMatch(/^https?:/);
    }
  },
};

describe.each(exportFormatNames)('a hostile title in %s', (format) => {
  it('is text and nothing else', async () => {
    INERT[format](await write(format, papers), await write(format, harmless));
  });

  it.skipIf(format === 'digest')(
    'leaves no character that acts by itself, also as the name of the export',
    async () => {
      for (const title of ['Papers', ...TITLES]) {
        const text = await write(format, title === 'Papers' ? papers : harmless.slice(0, 1), title);
        expect(text).not.toMatch(ACTING);
        if (format === 'html') expect(text).not.toMatch(/<(?:img|iframe|svg)\b/i);
      }
    },
  );
});

describe('hostile titles as file names of Obsidian', () => {
  it('are names of files in the folder, that every system takes, no two alike', async () => {
    const options = exportOptions({ separate: true });
    const twice = TITLES.map((title, index) => hostile(title, 100 + index));
    const files = await exportFiles({ papers: [...papers, ...twice], state: NO_STATE }, options);
    const names = files.map(({ name }) => name);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const { name, text } of files) {
      expect(name).not.toMatch(/[<>:"/\\|?*[\]#^\n\t]/);
      expect(name).not.toMatch(ACTING);
      expect(name).toMatch(/^[^.\s-].*\.md$/u);
      expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)\./i);
      expect(Buffer.byteLength(name)).toBeLessThan(256);
      expect(text).not.toMatch(PLUGINS);
      const [, yaml = ''] = /^---\n([\s\S]*?)---\n/.exec(text) ?? [];
      const keys = Object.keys(parse(yaml) as object);
      expect(keys).not.toContain('a');
      expect(keys).toContain('title');
    }
  });
});
