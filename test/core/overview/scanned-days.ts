/** Arbitrary files of dated papers, for what the overviews count. */
import fc from 'fast-check';
import type { DigestPaper } from '../../../src/core/digest/digest.ts';
import type { ScannedFile } from '../../../src/core/library/scanned-file.ts';

const date = fc.option(
  fc.constantFrom('2024-01-31', '2024-02-01', '2024-02-29', '2024-03-10', '2025-12-31'),
);

const paper: fc.Arbitrary<DigestPaper> = fc.record({
  id: fc.nat(12).map((number) => `arxiv:2402.${String(number).padStart(5, '0')}`),
  title: fc.constantFrom('Reward models at rest', '강화학습을 위한 보상 모델', 'On the of'),
  arxivId: fc.constant(null),
  links: fc.constant({ page: null, abstract: null, pdf: null, project: null, code: null }),
  authors: fc.subarray(['Ada Bae', '김하늘', 'Jin Seo']),
  votes: fc.option(fc.nat(150)),
  media: fc.constant([]),
  date,
  body: fc.constant({ start: 0, end: 0 }),
  line: fc.constant(1),
});

export interface FileOfFolder {
  readonly folder: string;
  readonly file: ScannedFile;
}

/** A few files, some of which replace earlier ones. */
export const scannedDays: fc.Arbitrary<readonly FileOfFolder[]> = fc.array(
  fc.record({
    folder: fc.constantFrom('f', 'g'),
    file: fc.record({
      path: fc.constantFrom('a.md', 'b.md', 'c.md'),
      mtimeMs: fc.constant(1),
      ctimeMs: fc.constant(1),
      size: fc.constant(1),
      format: fc.constant('daily-markdown'),
      papers: fc.array(paper, { maxLength: 8 }),
      problems: fc.constant([]),
    }),
  }),
  { maxLength: 8 },
);

/** A file of so many papers, all of one day. */
export function papersOfADay(count: number): ScannedFile {
  return {
    path: 'day.md',
    mtimeMs: 1,
    ctimeMs: 1,
    size: 1,
    format: 'daily-markdown',
    papers: Array.from({ length: count }, (_, at) => ({
      id: `arxiv:2402.${String(at).padStart(5, '0')}`,
      title: `Reward models at rest, part ${at}`,
      arxivId: null,
      links: { page: null, abstract: null, pdf: null, project: null, code: null },
      authors: ['Ada Bae'],
      votes: at,
      media: [],
      date: '2024-02-01',
      body: { start: 0, end: 0 },
      line: 1,
    })),
    problems: [],
  };
}
