import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine } from '../../../src/core/export/clean.ts';
import { writeRis } from '../../../src/core/export/ris.ts';
import { exportOptions, exportPaper, HOSTILE, written } from './papers.ts';

/** Reads RIS as strictly as its readers do; throws at a line that is none of it. */
function readRis(text: string): Map<string, string[]>[] {
  const records: Map<string, string[]>[] = [];
  let open: Map<string, string[]> | null = null;
  for (const line of text.split('\r\n').slice(0, -1)) {
    if (line === '') continue;
    const [, tag, value] = /^([A-Z][A-Z0-9]) {2}- ([^\r\n]*)$/.exec(line) ?? [];
    if (tag === undefined || value === undefined)
      throw new Error(`no RIS: ${JSON.stringify(line)}`);
    if (tag === 'TY') {
      if (open !== null) throw new Error('TY within a record');
      open = new Map<string, string[]>();
      records.push(open);
    }
    if (open === null) throw new Error(`${tag} outside of a record`);
    open.set(tag, [...(open.get(tag) ?? []), value]);
    if (tag === 'ER') open = null;
  }
  if (open !== null) throw new Error('a record without ER');
  return records;
}

describe('RIS', () => {
  it('tells all that is known of an arXiv paper', () => {
    const paper = exportPaper({
      row: {
        id: 'arxiv:2402.01391',
        title: 'M$^{2}$UGen',
        authors: ['Wei Shen', '김하늘', 'Laurens van der Maaten', 'Gemma Team, Google'],
      },
      arxivId: '2402.01391',
      links: {
        page: null,
        abstract: 'https://arxiv.org/abs/2402.01391',
        pdf: 'https://arxiv.org/pdf/2402.01391',
        project: null,
        code: null,
      },
      text: '요약\n둘째 줄',
      note: '다시 [[arxiv:2401.00001|Other]]',
    });
    expect(written(writeRis([paper], exportOptions({ notes: true })))).toBe(
      [
        'TY  - UNPB',
        'ID  - shen2024m2ugen',
        'TI  - M²UGen',
        'AU  - Shen, Wei',
        'AU  - 김하늘',
        'AU  - van der Maaten, Laurens',
        'AU  - Gemma Team Google',
        'PY  - 2024',
        'DA  - 2024/02//',
        'PB  - arXiv',
        'AN  - arXiv:2402.01391',
        'UR  - https://arxiv.org/abs/2402.01391',
        'L1  - https://arxiv.org/pdf/2402.01391',
        'AB  - 요약 둘째 줄',
        'N1  - 다시 Other',
        'ER  - ',
        '',
        '',
      ].join('\r\n'),
    );
  });

  it('keeps record by record readable whatever the titles, and each title as printed', () => {
    const anything = fc.oneof(
      fc.constantFrom(...HOSTILE),
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.stringMatching(/^[A-Z \-\r\n0-9가]{0,40}$/),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(anything, anything, anything), { maxLength: 6 }), (all) => {
        const papers = all.map(([title, author, note]) =>
          exportPaper({ row: { title, authors: [author] }, note, text: title }),
        );
        const records = readRis(written(writeRis(papers, exportOptions({ notes: true }))));
        expect(records).toHaveLength(papers.length);
        records.forEach((record, index) => {
          const title = cleanLine(all[index]?.[0] ?? '');
          // LaTeX becomes Unicode; what that makes of a title is latex-text's own affair.
          if (/[$\\{}]/.test(title)) return;
          expect(record.get('TI') ?? ['']).toEqual([title]);
        });
      }),
      { numRuns: 300 },
    );
  });
});
