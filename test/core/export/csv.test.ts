import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine } from '../../../src/core/export/clean.ts';
import { csvCell, writeCsv } from '../../../src/core/export/csv.ts';
import { exportOptions, exportPaper, HOSTILE, written } from './papers.ts';

/** RFC 4180, every cell in quotes. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /"((?:[^"]|"")*)"(,|\r\n)/y;
  while (cell.lastIndex < text.length) {
    const match = cell.exec(text);
    if (match === null) throw new Error('no CSV');
    row.push((match[1] ?? '').replaceAll('""', '"'));
    if (match[2] === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

function titlesOf(...titles: string[]): string[] {
  const papers = titles.map((title) => exportPaper({ row: { title } }));
  const [names = [], ...rows] = readCsv(written(writeCsv(papers, exportOptions())));
  return rows.map((row) => row[names.indexOf('title')] ?? '');
}

describe('CSV', () => {
  it('has a line of names and a line for each paper', () => {
    const paper = exportPaper({
      row: {
        id: 'arxiv:2402.01391',
        title: 'A "B", C',
        authors: ['Wei Shen', '김하늘'],
        date: '2024-02-05',
        votes: 0,
        read: true,
      },
      arxivId: '2402.01391',
      lists: ['주말', 'later'],
      note: '첫 줄\n둘째 줄',
    });
    const options = exportOptions({ notes: true, summaries: false });
    const [names = [], cells = []] = readCsv(written(writeCsv([paper], options)));
    expect(Object.fromEntries(names.map((name, index) => [name, cells[index]]))).toEqual({
      key: 'shen2024b',
      id: 'arxiv:2402.01391',
      title: 'A "B", C',
      authors: 'Wei Shen; 김하늘',
      date: '2024-02-05',
      year: '2024',
      votes: '0',
      arxiv: '2402.01391',
      doi: '',
      url: '',
      pdf: '',
      project: '',
      code: '',
      read: 'yes',
      starred: 'no',
      lists: '주말; later',
      note: '첫 줄\n둘째 줄',
    });
  });

  it('begins with a byte order mark only when asked', () => {
    expect(written(writeCsv([], exportOptions({ bom: true })))).toMatch(/^\ufeff"key"/);
    expect(written(writeCsv([], exportOptions()))).toMatch(/^"key"/);
  });

  it.each(['=1+1', '+82', '-x', '@a', '＝1', '  =1', '|x', '%x', '\t=1', '\n=1'])(
    'shows %j as text',
    (text) => {
      expect(csvCell(text)).toBe(`"'${text}"`);
    },
  );

  it('reads back as it was printed, with an apostrophe before what would be computed', () => {
    const title = fc.oneof(
      fc.constantFrom(...HOSTILE),
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.stringMatching(/^[=+\-@"',;\r\n\ta 가]{0,20}$/),
    );
    fc.assert(
      fc.property(fc.array(title, { maxLength: 6 }), (titles) => {
        const read = titlesOf(...titles);
        expect(read.map((cell) => cell.replace(/^'(?='*\s*[=+\-@＝＋－＠|%])/, ''))).toEqual(
          titles.map(cleanLine),
        );
        for (const cell of read) expect(cell).not.toMatch(/^\s*[=+\-@|%]/);
      }),
      { numRuns: 300 },
    );
  });
});
