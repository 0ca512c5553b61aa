/** Exports as the real tools take them: LaTeX, pandoc, bibutils, Python, tidy. `npm run test:interop`. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleanLine } from '../../src/core/export/clean.ts';
import { exportText } from '../../src/core/export/export.ts';
import type { ExportFormat } from '../../src/shared/model.ts';
import { exportOptions, NO_STATE } from '../core/export/papers.ts';
import { corpusPapers, samplePapers } from './papers.ts';
import { run } from './tools.ts';

const PAPERS = 200;
const papers = [...samplePapers(PAPERS), ...corpusPapers()];

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'lectern-interop-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

/** Writes the papers in a format to a file of the folder, notes and summaries included. */
async function write(format: ExportFormat, name: string, patch = {}): Promise<string> {
  const options = exportOptions({ notes: true, ...patch });
  const text = await exportText(format, { papers, state: NO_STATE }, options);
  await writeFile(join(dir, name), text);
  return text;
}

const FONTS = String.raw`\usepackage{amsmath,amssymb,fontspec}
\setmainfont{Noto Serif CJK KR}[ItalicFont=*,SmallCapsFont=*]
\setsansfont{Noto Sans CJK KR}
\setmonofont{Noto Sans Mono CJK KR}`;

/** What LaTeX said of a document that it could not take as it was; boxes that do not fit a line are no matter of entries. */
async function complaints(job: string): Promise<string[]> {
  const log = await readFile(join(dir, `${job}.log`), 'utf8');
  return log
    .split('\n')
    .filter((line) => /^! |^(?:LaTeX|Package|Class) .*Warning|^Missing character/.test(line))
    .filter((line) => !/Label\(s\) may have changed|There were undefined|Rerun|rerun/.test(line));
}

const latex = (job: string) =>
  run(dir, 'xelatex', '-interaction=nonstopmode', '-halt-on-error', '-no-shell-escape', job);

describe('LaTeX', () => {
  it('compiles a BibTeX bibliography without a warning from its entries', async () => {
    await write('bibtex', 'classic.bib');
    // plainnat has letters for some fifty papers of one name and year; a whole corpus has more.
    const style = papers.length > PAPERS ? 'plain' : 'plainnat';
    await writeFile(
      join(dir, 'classic.tex'),
      `\\documentclass{article}\n${FONTS}\n\\usepackage{${style === 'plainnat' ? 'natbib,' : ''}url}\n\\begin{document}\\nocite{*}\n` +
        `\\bibliographystyle{${style}}\\bibliography{classic}\n\\end{document}\n`,
    );
    latex('classic');
    const bibtex = run(dir, 'bibtex', 'classic');
    expect(bibtex.out).not.toMatch(/error|repeated entry/i);
    // A digest without authors or year is one; BibTeX wonders how to sort it.
    const warnings = bibtex.out.split('\n').filter((line) => line.startsWith('Warning--'));
    expect(warnings.filter((line) => !/empty (?:author|year)|to sort, need/.test(line))).toEqual(
      [],
    );
    latex('classic');
    expect(latex('classic').code).toBe(0);
    expect(await complaints('classic')).toEqual([]);
    const bbl = await readFile(join(dir, 'classic.bbl'), 'utf8');
    expect(bbl.match(/\\bibitem/g)).toHaveLength(papers.length);
    expect(bbl).not.toMatch(/메모/);
  });

  it('compiles a BibLaTeX bibliography without a warning from its entries', async () => {
    await write('biblatex', 'modern.bib');
    await writeFile(
      join(dir, 'modern.tex'),
      `\\documentclass{article}\n${FONTS}\n\\usepackage[backend=biber,style=numeric]{biblatex}\n` +
        '\\addbibresource{modern.bib}\n\\begin{document}\\nocite{*}\\printbibliography\n\\end{document}\n',
    );
    latex('modern');
    const biber = run(dir, 'biber', '--validate-datamodel', 'modern');
    const said = biber.out.split('\n').filter((line) => /^(?:WARN|ERROR)/.test(line));
    expect(
      said.filter(
        (line) => !/Missing mandatory field 'author'|mandatory.*(?:author|editor)/.test(line),
      ),
    ).toEqual([]);
    expect(biber.code).toBe(0);
    expect(latex('modern').code).toBe(0);
    expect(await complaints('modern')).toEqual([]);
    const bbl = await readFile(join(dir, 'modern.bbl'), 'utf8');
    expect(bbl.match(/\\entry\{/g)).toHaveLength(papers.length);
  });
});

describe('pandoc', () => {
  it.each([
    ['csljson', 'papers.json'],
    ['bibtex', 'papers.bib'],
    ['biblatex', 'papers-modern.bib'],
  ] as const)('--citeproc renders %s, entry by entry, as text', async (format, name) => {
    await write(format, name);
    await writeFile(join(dir, 'nocite.md'), "---\nnocite: '@*'\n---\n");
    const ended = run(
      dir,
      'pandoc',
      '--citeproc',
      `--bibliography=${name}`,
      '-t',
      'html',
      'nocite.md',
    );
    expect(ended.err).toBe('');
    expect(ended.code).toBe(0);
    expect(ended.out.match(/class="csl-entry"/g)).toHaveLength(papers.length);
    expect(ended.out).not.toMatch(/<script|<img|onerror=(?!alert\(1\)&gt;)/i);
    expect(ended.out).toContain('강화 학습으로 코드를 고치는 법');
  });

  it('reads Org and finds nothing but text and our own structure', async () => {
    await write('org', 'papers.org');
    const ended = run(dir, 'pandoc', '-f', 'org', '-t', 'json', 'papers.org');
    expect(ended.err).toBe('');
    const found = ended.out.match(/\{"t":"(?:RawInline|RawBlock|Image)"/g) ?? [];
    expect(found).toEqual([]);
    const headings = ended.out.match(/\{"t":"Header","c":\[1,/g) ?? [];
    expect(headings).toHaveLength(papers.length);
  });

  it('reads Markdown and Obsidian notes without raw HTML or LaTeX of a digest', async () => {
    for (const format of ['markdown', 'obsidian'] as const) {
      await write(format, `${format}.md`, { notes: false });
      const ended = run(dir, 'pandoc', '-f', 'gfm', '-t', 'json', `${format}.md`);
      expect(ended.err).toBe('');
      expect(
        ended.out.match(/\{"t":"Raw(?:Inline|Block)","c":\["html","<(?!b>|\/b>)[^"]*/g) ?? [],
      ).toEqual([]);
      expect(ended.out.match(/\{"t":"Header","c":\[2,/g)).toHaveLength(papers.length);
    }
  });
});

it('bibutils converts RIS to BibTeX, record by record', async () => {
  await write('ris', 'papers.ris');
  const xml = run(dir, 'ris2xml', '-i', 'utf8', '-o', 'utf8', 'papers.ris');
  expect(xml.err).toMatch(new RegExp(`Processed ${papers.length} references`));
  expect(xml.err).not.toMatch(/unrecognized|warning|cannot/i);
  await writeFile(join(dir, 'ris.xml'), xml.out);
  const bib = run(dir, 'xml2bib', '-i', 'utf8', '-o', 'utf8', '-nl', 'ris.xml');
  expect(bib.out.replace('\ufeff', '').match(/^@\w+\{/gm)).toHaveLength(papers.length);
  expect(bib.out).toContain('강화 학습으로 코드를 고치는 법: 첫걸음');
  expect(bib.out).toContain('김하늘');
});

it.each([true, false])("Python's csv reads CSV back equal (byte order mark: %s)", async (bom) => {
  await write('csv', 'papers.csv', { bom });
  const encoding = bom ? 'utf-8-sig' : 'utf-8';
  const script = `import csv, json, sys
with open('papers.csv', encoding='${encoding}', newline='') as file:
    json.dump(list(csv.DictReader(file, strict=True)), sys.stdout)`;
  const ended = run(dir, 'python3', '-c', script);
  expect(ended.err).toBe('');
  const rows = JSON.parse(ended.out) as Record<string, string>[];
  expect(rows.map((row) => row['title']?.replace(/^'(?='*\s*[=+\-@＝＋－＠|%])/, ''))).toEqual(
    papers.map(({ row }) => cleanLine(row.title)),
  );
  expect(rows.map((row) => row['votes'])).toEqual(
    papers.map(({ row }) => (row.votes === null ? '' : String(row.votes))),
  );
});

it('tidy accepts the HTML page', async () => {
  const text = await write('html', 'papers.html');
  const ended = run(
    dir,
    'tidy',
    '-q',
    '-e',
    '-utf8',
    '--mute',
    'PROPRIETARY_ATTRIBUTE',
    'papers.html',
  );
  // This tidy is older than MathML's place in HTML: what stands in a formula it does not know.
  const said = ended.err.split('\n').filter((line) => / - (?:Error|Warning):/.test(line));
  expect(
    said.filter(
      (line) =>
        !/<(?:math|mi|mo|mn|mrow|msup|msub|msubsup|mtext|mspace|semantics|annotation)>/.test(line),
    ),
  ).toEqual([]);
  expect(text.match(/<article /g)).toHaveLength(papers.length);
});
