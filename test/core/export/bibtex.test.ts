import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeBiblatex, writeBibtex } from '../../../src/core/export/bibtex.ts';
import { cleanLine } from '../../../src/core/export/clean.ts';
import type { ExportOptions, ExportPaper } from '../../../src/core/export/export.ts';
import { exportOptions, exportPaper, HOSTILE, readBibtex, written } from './papers.ts';

const options = exportOptions();

function toBibtex(papers: readonly ExportPaper[], chosen: ExportOptions): string {
  return written(writeBibtex(papers, chosen));
}

function fieldsOf(paper: Parameters<typeof exportPaper>[0], notes = false): Map<string, string> {
  const [entry] = readBibtex(toBibtex([exportPaper(paper)], { ...options, notes }));
  return entry?.fields ?? new Map<string, string>();
}

/** What LaTeX typesets, for text without formulas and font commands. */
function typeset(latex: string): string {
  const commands: Record<string, string> = {
    textbackslash: '\\',
    textbraceleft: '{',
    textbraceright: '}',
    textasciicircum: '^',
    textasciitilde: '~',
  };
  return latex.replace(
    /\\(?:([a-z]+)\{\}|([$&%#_]))/g,
    (all, command: string | undefined, character: string | undefined) =>
      character ?? commands[command ?? ''] ?? all,
  );
}

const hostile = fc.stringMatching(/^[\\{}$&%#_^~@",=a-c 가\n]{0,40}$/);
const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), hostile);

describe('a BibTeX entry', () => {
  it('tells all that is known of an arXiv paper', () => {
    const text = toBibtex(
      [
        exportPaper({
          row: {
            id: 'arxiv:2402.01391',
            title: 'StepCoder: Code with $\\alpha$ & 50% RL',
            authors: ['Wei Shen', '김하늘', 'Procter and Gamble', 'Doe, Jane'],
            date: '2024-03-05',
            votes: 28,
          },
          arxivId: '2402.01391',
          links: {
            page: 'https://huggingface.co/papers/2402.01391',
            abstract: 'https://arxiv.org/abs/2402.01391',
            pdf: 'https://arxiv.org/pdf/2402.01391',
            project: null,
            code: null,
          },
          note: 'Read again',
        }),
      ],
      options,
    );
    expect(text).toBe(`@misc{shen2024stepcoder,
  title = {{StepCoder: Code with $\\alpha$ \\& 50\\% RL}},
  author = {Wei Shen and {김하늘} and {Procter and Gamble} and Doe, Jane},
  year = {2024},
  month = feb,
  eprint = {2402.01391},
  archivePrefix = {arXiv},
  url = {https://arxiv.org/abs/2402.01391},
}
`);
  });

  it('takes year and month from the digest where there is no arXiv identifier', () => {
    const fields = fieldsOf({ row: { date: '2023-11-20' } });
    expect([fields.get('year'), fields.get('month')]).toEqual(['2023', 'nov']);
    expect(fields.has('eprint')).toBe(false);
  });

  it('knows the primary class of an old identifier, and its century', () => {
    const fields = fieldsOf({ arxivId: 'math.GT/9909136', row: { date: '2024-01-01' } });
    expect(fields.get('eprint')).toBe('math.GT/9909136');
    expect(fields.get('primaryClass')).toBe('math.GT');
    expect([fields.get('year'), fields.get('month')]).toEqual(['1999', 'sep']);
  });

  it('leaves out an identifier that is none, and an address that is not of the web', () => {
    const fields = fieldsOf({
      arxivId: '}\\input{x}',
      links: { page: 'javascript:alert(1)', abstract: null, pdf: null, project: null, code: null },
    });
    expect([...fields.keys()]).toEqual(['title']);
  });

  it('gives the DOI of a paper that is known by it', () => {
    expect(fieldsOf({ row: { id: 'doi:10.1000/abc.1' } }).get('doi')).toBe('10.1000/abc.1');
  });

  it('holds the note only when asked', () => {
    const paper = { note: '꼭 {다시} 읽기\n100%' };
    expect(fieldsOf(paper).has('annote')).toBe(false);
    expect(fieldsOf(paper, true).get('annote')).toBe(
      '꼭 \\textbraceleft{}다시\\textbraceright{} 읽기\n100\\%',
    );
    expect(fieldsOf({ note: ' ' }, true).has('annote')).toBe(false);
  });
});

describe('hostile titles', () => {
  it.each([
    [
      '}\\input{/etc/passwd}',
      '{\\textbraceright{}\\textbackslash{}input\\textbraceleft{}/etc/passwd\\textbraceright{}}',
    ],
    ['$\\input{x}$', '{\\$\\textbackslash{}input\\textbraceleft{}x\\textbraceright{}\\$}'],
    ['$}{$', '{\\$\\textbraceright{}\\textbraceleft{}\\$}'],
    ['\\textsc{Foo}: M$^{2}$UGen', '{\\textsc{Foo}: M$^{2}$UGen}'],
    ['a\0b\u0007c\u202ed', '{abcd}'],
    ['one $5', '{one \\$5}'],
  ])('%j becomes %s', (title, field) => {
    expect(fieldsOf({ row: { title } }).get('title')).toBe(field);
  });

  it('keep every file readable, entry by entry, with keys of their own', () => {
    const paper = fc.record({
      title: anything,
      authors: fc.array(anything, { maxLength: 3 }),
      date: fc.constantFrom(null, '2024-02-05'),
      note: anything,
      page: fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), anything),
    });
    fc.assert(
      fc.property(fc.array(paper, { maxLength: 8 }), (papers) => {
        const text = toBibtex(
          papers.map(({ title, authors, date, note, page }) =>
            exportPaper({
              row: { title, authors, date },
              note,
              links: { page, abstract: null, pdf: null, project: null, code: null },
            }),
          ),
          { ...options, notes: true },
        );
        const entries = readBibtex(text);
        expect(entries).toHaveLength(papers.length);
        expect(new Set(entries.map(({ key }) => key)).size).toBe(papers.length);
        expect(text).not.toMatch(/(?![\n\t])\p{Cc}|\p{Cs}/u);
        expect(text).not.toMatch(/\\(?!text[a-z]+\{\}|[$&%#_])(?![^$\n]*\$)/);
      }),
      { numRuns: 1_000 },
    );
  });

  it('are typeset as they were printed', () => {
    fc.assert(
      fc.property(anything, (title) => {
        // Formulas stay as they are; what they mean is LaTeX's affair.
        fc.pre((title.match(/\$/g) ?? []).length < 2);
        const field = fieldsOf({ row: { title } }).get('title') ?? '';
        expect(typeset(field.slice(1, -1))).toBe(cleanLine(title));
      }),
      { numRuns: 1_000 },
    );
  });

  it('cannot hide a command that does more than typeset', () => {
    const commands = fc.constantFrom(
      'input',
      'write',
      'def',
      'include',
      'catcode',
      'csname',
      'alpha',
    );
    const parts = fc.array(
      fc.oneof(
        commands.map((name) => `\\${name}`),
        fc.constantFrom('$', '{', '}', ' ', 'x', '\\', '^'),
      ),
    );
    fc.assert(
      fc.property(parts, (list) => {
        const field = fieldsOf({ row: { title: list.join('') } }).get('title') ?? '';
        expect(field).not.toMatch(/\\(?:input|write|def|include|catcode|csname)/);
      }),
      { numRuns: 1_000 },
    );
  });

  it('give names that BibTeX takes for as many authors as there are', () => {
    const name = fc.oneof(
      fc.constantFrom('and', 'others', 'A and B', 'x, y, z', ',', '이바다'),
      anything,
    );
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 5 }), (names) => {
        const authors = names.filter((each) => cleanLine(each) !== '');
        fc.pre(authors.length > 0);
        const field = fieldsOf({ row: { authors } }).get('author') ?? '';
        let flat = field;
        while (/\{[^{}]*\}/.test(flat)) flat = flat.replace(/\{[^{}]*\}/g, 'X');
        expect(flat.split(/\s+and\s+/i)).toHaveLength(authors.length);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('citation keys', () => {
  const keys = (...rows: { title: string; authors?: string[]; date?: string }[]): string[] =>
    readBibtex(
      toBibtex(
        rows.map((row) => exportPaper({ row })),
        options,
      ),
    ).map(({ key }) => key);

  it.each([
    [
      { title: 'StepCoder: Improve', authors: ['Wei Shen'], date: '2024-02-05' },
      'shen2024stepcoder',
    ],
    [
      { title: 'The Attention', authors: ['Łukasz Kaiser'], date: '2017-06-12' },
      'kaiser2017attention',
    ],
    [
      { title: 'On 강화학습', authors: ['김하늘'], date: '2024-01-01' },
      'gimhaneul2024ganghwahakseup',
    ],
    [{ title: '強化', authors: [] }, 'paper'],
    [{ title: '3D Scenes', authors: [] }, 'paper3d'],
    [{ title: 'X', authors: ['Doe, Jane'] }, 'doex'],
  ])('of %j is %s', (row, key) => {
    expect(keys(row)).toEqual([key]);
  });

  it('get letters where they clash, and the first keeps its own', () => {
    const row = { title: 'Cats', authors: ['A B'], date: '2024-01-01' };
    expect(keys(row, row, row)).toEqual(['b2024cats', 'b2024catsb', 'b2024catsc']);
    expect(new Set(keys(...Array.from({ length: 800 }, () => row))).size).toBe(800);
  });
});

describe('a key by pattern', () => {
  const key = (pattern: string, ...papers: Parameters<typeof exportPaper>[0][]): string[] =>
    readBibtex(toBibtex(papers.map(exportPaper), exportOptions({ citationKey: pattern }))).map(
      (entry) => entry.key,
    );
  const paper = {
    row: { title: 'The Wide Step: Coder', authors: ['Laurens van der Maaten', '김하늘'] },
    arxivId: '2402.01391',
  };

  it.each([
    ['[Author]:[year]', 'Vandermaaten:2024'],
    ['[authors]-[titles]', 'vandermaatengimhaneul-widestepcoder'],
    ['[arxiv]', 'paper2402.01391'],
    ['[nothing]', 'paper'],
    ['x{}\\,% é[Title]', 'xWide'],
    ['  ', 'vandermaaten2024wide'],
  ])('%j is %s', (pattern, expected) => {
    expect(key(pattern, paper)).toEqual([expected]);
  });

  it('stays when newer papers come, and in any order', () => {
    const row = { title: 'Cats', authors: ['A B'] };
    const older = { row: { ...row, id: 'arxiv:2401.00001' }, arxivId: '2401.00001' };
    const newer = { row: { ...row, id: 'arxiv:2401.00002' }, arxivId: '2401.00002' };
    expect(key('[title]', older)).toEqual(['cats']);
    expect(key('[title]', newer, older)).toEqual(['catsb', 'cats']);
  });

  it('is told apart from one that differs in case alone', () => {
    const row = { title: 'Cats', authors: ['A B'] };
    expect(key('[Title]', { row }, { row })).toEqual(['Cats', 'Catsb']);
  });
});

describe('a BibLaTeX entry', () => {
  it('has date, eprinttype and eprintclass, and no reading status', () => {
    const text = written(
      writeBiblatex(
        [
          exportPaper({
            row: { title: 'Cats', authors: ['A B'], read: true, starred: true },
            arxivId: 'math.GT/9909136',
            lists: ['later'],
          }),
          exportPaper({ row: { title: '제목', date: '2024-02-05', authors: ['김하늘'] } }),
        ],
        options,
      ),
    );
    expect(text).toBe(`@online{b1999cats,
  title = {{Cats}},
  author = {A B},
  date = {1999-09},
  eprint = {math.GT/9909136},
  eprinttype = {arxiv},
  eprintclass = {math.GT},
}

@misc{gimhaneul2024jemok,
  title = {{제목}},
  author = {{김하늘}},
  date = {2024-02},
}
`);
  });

  it('is as readable as BibTeX, whatever the titles', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(anything, fc.constantFrom(...HOSTILE))), (titles) => {
        const papers = titles.map((title) => exportPaper({ row: { title, authors: [title] } }));
        for (const write of [writeBibtex, writeBiblatex]) {
          const text = written(write(papers, options));
          expect(readBibtex(text)).toHaveLength(papers.length);
          expect(text).not.toMatch(/\\(?:input|write|def)/);
        }
      }),
      { numRuns: 300 },
    );
  });
});
