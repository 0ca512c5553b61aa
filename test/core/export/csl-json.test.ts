import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { cleanLine } from '../../../src/core/export/clean.ts';
import { writeCslJson, type CslItem } from '../../../src/core/export/csl-json.ts';
import { exportOptions, exportPaper, HOSTILE, written } from './papers.ts';

/**
 * The part of the published schema (github.com/citation-style-language/schema, csl-data.json) that our items use; it allows
 * no other fields, as the whole does.
 */
const text = z.string();
const published = z.array(
  z.strictObject({
    id: text,
    type: z.enum(['article', 'article-journal', 'webpage', 'document']),
    title: text,
    author: z
      .array(
        z.strictObject({
          family: text.optional(),
          given: text.optional(),
          'dropping-particle': text.optional(),
          'non-dropping-particle': text.optional(),
          suffix: text.optional(),
          literal: text.optional(),
        }),
      )
      .optional(),
    issued: z
      .strictObject({
        'date-parts': z.array(z.array(z.number()).min(1).max(3)).min(1).max(2),
      })
      .optional(),
    publisher: text.optional(),
    number: text.optional(),
    DOI: text.optional(),
    URL: text.optional(),
    language: text.optional(),
    abstract: text.optional(),
    annote: text.optional(),
  }),
);

function items(
  papers: readonly Parameters<typeof exportPaper>[0][],
  patch: Parameters<typeof exportOptions>[0] = {},
): CslItem[] {
  const json = written(writeCslJson(papers.map(exportPaper), exportOptions(patch)));
  return published.parse(JSON.parse(json)) as CslItem[];
}

describe('CSL-JSON', () => {
  it('tells all that is known of an arXiv paper, and the note only when asked', () => {
    const paper = {
      row: {
        id: 'arxiv:2402.01391',
        title: '$\\lambda$-ECLIPSE',
        authors: ['Wei Shen', '김하늘', 'Ludwig van Beethoven', 'John Smith Jr.', 'Madonna'],
      },
      arxivId: '2402.01391',
      links: {
        page: 'https://huggingface.co/papers/2402.01391',
        abstract: 'https://arxiv.org/abs/2402.01391',
        pdf: null,
        project: null,
        code: null,
      },
      note: '메모',
    };
    expect(items([paper], { summaries: false })).toEqual([
      {
        id: 'shen2024eclipse',
        type: 'article',
        title: 'λ-ECLIPSE',
        author: [
          { family: 'Shen', given: 'Wei' },
          { literal: '김하늘' },
          { family: 'Beethoven', given: 'Ludwig', 'non-dropping-particle': 'van' },
          { family: 'Smith', given: 'John', suffix: 'Jr.' },
          { literal: 'Madonna' },
        ],
        issued: { 'date-parts': [[2024, 2]] },
        publisher: 'arXiv',
        number: 'arXiv:2402.01391',
        URL: 'https://arxiv.org/abs/2402.01391',
      },
    ]);
    expect(items([paper], { notes: true })[0]?.annote).toBe('메모');
  });

  it('is an array of as many items, with ids of their own, whatever the titles', () => {
    const title = fc.oneof(
      fc.constantFrom(...HOSTILE),
      fc.string({ unit: 'binary', maxLength: 60 }),
    );
    fc.assert(
      fc.property(fc.array(title, { maxLength: 6 }), (titles) => {
        const read = items(titles.map((text) => ({ row: { title: text, authors: [text] } })));
        expect(read).toHaveLength(titles.length);
        expect(new Set(read.map(({ id }) => id)).size).toBe(titles.length);
        read.forEach((item, index) => {
          const printed = cleanLine(titles[index] ?? '');
          if (!/[$\\{}]/.test(printed)) expect(item.title).toBe(printed);
        });
      }),
      { numRuns: 300 },
    );
  });
});
