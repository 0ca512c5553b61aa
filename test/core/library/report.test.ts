import { join } from 'node:path';
import { expect, it } from 'vitest';
import { corpusReport, printReport } from '../../../src/core/library/report.ts';

const variations = join(import.meta.dirname, '../../fixtures/variations');

it('a report counts files, papers and, of each field, the papers that have it', async () => {
  const report = await corpusReport(variations);
  expect({ ...report, problems: report.problems.map(({ file, code }) => [file, code]) }).toEqual({
    files: 7,
    digests: 6,
    papers: 19,
    appearances: 21,
    fields: {
      votes: 11,
      authors: 13,
      media: 12,
      date: 19,
      abstract: 19,
      link: 18,
      arxiv: 17,
    },
    duplicates: 2,
    problems: [
      ['2024/02/06.md', 'paper-without-link'],
      ['notes/about.md', 'not-a-digest'],
    ],
  });
  const printed = printReport(report);
  expect(printed).toMatch(/^papers +19$/m);
  expect(printed).toMatch(/^ {2}with votes +11$/m);
  expect(printed).toContain('notes/about.md: not-a-digest.');
});

it('a folder that is not there has no report', async () => {
  await expect(corpusReport(join(variations, 'none'))).rejects.toMatchObject({
    code: 'folder-missing',
  });
});
