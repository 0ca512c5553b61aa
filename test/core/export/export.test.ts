import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportPapers, type ExportPaper } from '../../../src/core/export/export.ts';
import { fileName } from '../../../src/core/export/file-name.ts';
import { exportOptions, exportPaper, NO_STATE } from './papers.ts';

describe('an exported file', () => {
  const input = (papers: readonly ExportPaper[]) => ({ papers, state: NO_STATE });

  it.each([
    ['markdown', '읽을 것.md', '## A Title'],
    ['bibtex', '읽을 것.bib', '@misc{paper'],
  ] as const)('as %s is named %s and counts its papers', async (format, name, content) => {
    const title = '읽을 것';
    const file = await exportPapers(format, input([exportPaper()]), exportOptions({ title }));
    expect(file.name).toBe(name);
    expect(file.papers).toBe(1);
    expect(file.text).toContain(format === 'bibtex' ? '@misc{title' : content);
  });

  it('of no papers is a file all the same', async () => {
    const file = await exportPapers(
      'bibtex',
      input([]),
      exportOptions({ title: 'x', notes: true }),
    );
    expect(file).toEqual({ name: 'x.bib', text: '', papers: 0, encoding: 'utf8' });
  });
});

describe('a file name', () => {
  it.each([
    ['a/b\\c: "d"?', 'a-b-c- -d.md'],
    ['...', 'lectern.md'],
    ['', 'lectern.md'],
    ['NUL', 'NUL_.md'],
    ['com1.txt', 'com_1.txt.md'],
    ['../../etc/passwd', 'etc-passwd.md'],
    ['강화 학습'.normalize('NFD'), '강화 학습.md'],
    ['evil\u202efdp', 'evilfdp.md'],
    ['trailing. . ', 'trailing.md'],
  ])('of %j is %s', (title, name) => {
    expect(fileName(title, 'md')).toBe(name);
  });

  it('is one that every system takes', () => {
    const title = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.stringMatching(/^[가-힣 .]{100,300}$/),
    );
    fc.assert(
      fc.property(title, (text) => {
        const name = fileName(text, 'md');
        expect(name.length).toBeLessThanOrEqual(120);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
        expect(name).not.toMatch(/[<>:"/\\|?*]|\p{Cc}|\p{Cs}/u);
        expect(name).toMatch(/^[^\s.-].*[^\s.-]\.md$|^[^\s.-]\.md$/u);
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)\./i);
      }),
    );
  });
});
