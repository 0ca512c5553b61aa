import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeDigest } from '../../../src/core/export/digest-markdown.ts';
import { readDigest, readText } from '../digest/formats/fixture.ts';
import type { TextPaper } from '../digest/formats/fixture.ts';
import { exportPaper } from './papers.ts';

const root = join(import.meta.dirname, '../../..');
const folders = ['test/fixtures', 'resources/samples'];
const files = folders.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.\w+$/.test(name))
    .map((name) => [join(folder, name)]),
);

function exported(papers: readonly TextPaper[]): string {
  const entries = papers.map(({ text, media, links, arxivId, ...row }) =>
    exportPaper({ row: { ...row, media: media[0]?.kind ?? null }, media, links, arxivId, text }),
  );
  return [...writeDigest(entries)].join('');
}

/** What an export must keep, in the order in which it prints the papers. */
function kept(papers: readonly TextPaper[]) {
  return papers
    .map(({ id, title, authors, votes, date, media, text }) => ({
      id,
      title,
      authors,
      votes,
      date,
      media,
      text,
    }))
    .sort((a, b) =>
      (a.date ?? '') < (b.date ?? '') ? 1 : (a.date ?? '') > (b.date ?? '') ? -1 : 0,
    );
}

function expectSame(papers: readonly TextPaper[]): void {
  const again = readText(exported(papers), 'x.md');
  expect(kept(again.papers)).toEqual(kept(papers));
  expect(again.papers.length === 0 ? 'daily-markdown' : again.format).toBe('daily-markdown');
}

it.each(files)('%s: opened, exported and opened again, it has the same papers', (file) => {
  const { papers } = readDigest(readFileSync(join(root, file)), file);
  expectSame(papers);
});

it('there are digests among these files', () => {
  expect(files.length).toBeGreaterThan(20);
});

const nasty = fc.oneof(
  fc.constantFrom(
    '](',
    '[',
    ']',
    '`',
    '$',
    '\\',
    '#',
    '**',
    '<b>',
    '### [A](https://arxiv.org/abs/2402.00001)',
    '## Daily Papers (2024-01-01)',
    '## 2024-01-01',
    '```',
    '~~~',
    'Vote: 3',
    'Authors: A',
    '![](https://x.org/a.png)',
    '- ',
    '    ',
    '|',
    '---',
    '===',
    "'",
    ',',
    '\u2028',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const words = fc.array(nasty, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(' '));
const lines = fc
  .array(fc.tuple(nasty, fc.constantFrom('\n', '\n\n', ' ')), { maxLength: 12 })
  .map((parts) => parts.flat().join(''));
const address = fc.oneof(
  fc
    .integer({ min: 1, max: 99_999 })
    .map((number) => `https://arxiv.org/abs/2402.${String(number).padStart(5, '0')}`),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom(
    'https://doi.org/10.5555/a(b)c',
    'https://openreview.net/forum?id=x)y',
    'not an address',
  ),
);
const record = fc.record(
  {
    title: words,
    url: address,
    authors: fc.array(words, { maxLength: 4 }),
    upvotes: fc.nat(),
    abstract: lines,
    mediaUrls: fc.array(
      fc.oneof(
        fc.webUrl(),
        fc.constantFrom('https://x.org/a (1).png', 'https://x.org/v).mp4', '/a.gif'),
      ),
      { maxLength: 3 },
    ),
    date: fc.constantFrom('2024-02-05', '2024-02-06', 'never'),
  },
  { requiredKeys: ['title'] },
);

it('papers of any JSON come back', () => {
  fc.assert(
    fc.property(fc.array(record, { maxLength: 6 }), (records) => {
      expectSame(readText(JSON.stringify(records)).papers);
    }),
    { numRuns: 1_000 },
  );
});

const printed = fc
  .array(
    fc.tuple(
      fc.oneof(
        nasty,
        fc.constantFrom(
          '### [T](https://arxiv.org/abs/2402.00002)',
          '### No link',
          '## [H](https://arxiv.org/abs/2402.00003)',
          '- [L](https://arxiv.org/abs/2402.00004) — A B, C D. x',
          '- item',
        ),
      ),
      fc.constantFrom('\n', '\n\n', ' '),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.flat().join(''));

it('papers of any Markdown come back', () => {
  fc.assert(
    fc.property(printed, fc.constantFrom('', '## Daily Papers (2024-02-05)\n\n'), (text, day) => {
      expectSame(readText(day + text).papers);
    }),
    { numRuns: 1_000 },
  );
});
