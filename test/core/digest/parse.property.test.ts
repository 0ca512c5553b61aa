import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseDigest } from '../../../src/core/digest/parse.ts';
import { readBody } from './read-body.ts';

const LINK = 'https://arxiv.org/abs/2402.90001';

/** Lines that mean something to the reader, and pieces that break them. */
const piece = fc.oneof(
  fc.constantFrom(
    '## Daily Papers (2024-02-05)',
    '## Daily Papers',
    `### [제목](${LINK})`,
    '### [Title](https://example.org/a)',
    '### No link',
    '### [](',
    '###',
    'Vote: 3',
    'Vote: -',
    'Authors: A, B',
    "Authors: ['A', \"B",
    '![](https://x.org/a.png)',
    '![](',
    '[Watch Video]https://x.org/a.mp4',
    '<div><video src="https://x.org/a.mp4"></video></div>',
    '<video src=',
    '- 항목',
    '  - nested',
    '```',
    '\uFEFF',
    '\0',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const separator = fc.constantFrom('\n', '\n\n', '\r\n', '\r', '');
const text = fc
  .array(fc.tuple(piece, separator), { maxLength: 40 })
  .map((lines) => lines.flat().join(''));
const bytes = fc.oneof(
  text.map((value) => new TextEncoder().encode(value)),
  fc.tuple(text, fc.uint8Array({ maxLength: 8 }), fc.nat()).map(([value, noise, at]) => {
    const clean = Buffer.from(value);
    const cut = at % (clean.length + 1);
    return new Uint8Array(Buffer.concat([clean.subarray(0, cut), noise, clean.subarray(cut)]));
  }),
  fc.uint8Array({ maxLength: 400 }),
);

it('no input throws, or gives a paper without title or identity', () => {
  fc.assert(
    fc.property(bytes, fc.string(), (file, path) => {
      const { papers } = parseDigest(file, path);
      for (const { id, title, date } of papers) {
        expect(title.trim()).not.toBe('');
        expect(id).toMatch(/^(?:arxiv|doi|url|title):./);
        expect(date ?? '2024-02-05').toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }
    }),
    { numRuns: 1_000 },
  );
});

it('a body’s range is inside its file, on character boundaries, in order, and holds no title', () => {
  fc.assert(
    fc.property(bytes, (file) => {
      let last = 0;
      for (const { body } of parseDigest(file, '').papers) {
        expect(body.start).toBeGreaterThanOrEqual(last);
        expect(body.end).toBeGreaterThanOrEqual(body.start);
        expect(body.end).toBeLessThanOrEqual(file.length);
        for (const at of [body.start, body.end]) {
          const before = file[at - 1];
          const isLineEnd = at === 0 || before === 0x0a || before === 0x0d;
          // A continuation byte (10xxxxxx) may begin a range only where the file itself is broken.
          const isContinuation = ((file[at] ?? 0) & 0xc0) === 0x80;
          expect(isContinuation && !isLineEnd).toBe(false);
        }
        readBody(file, body);
        last = body.end;
      }
    }),
    { numRuns: 1_000 },
  );
});

const word = fc.string({
  unit: fc.constantFrom(...Array.from('abzABZ019가힣한글éñø漢字.:;!?$^{}\\~@%')),
  minLength: 1,
  maxLength: 12,
});
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((list) => list.join(' '));
const title = words.map((value) => `T${value}`);
const name = fc.string({
  unit: fc.constantFrom(...Array.from("abcXYZéüŁ김이박'-.")),
  minLength: 1,
  maxLength: 10,
});
const paper = fc.record({
  title,
  number: fc.integer({ min: 0, max: 99_999 }),
  votes: fc.option(fc.nat(), { nil: null }),
  authors: fc.array(
    name.map((value) => `N${value}`),
    { maxLength: 5 },
  ),
  image: fc.option(fc.integer({ min: 1, max: 999 }), { nil: null }),
  bullets: fc.array(
    words.map((value) => `- ${value}`),
    { maxLength: 5 },
  ),
});
type Printed = typeof paper extends fc.Arbitrary<infer T> ? T : never;

function render(papers: readonly Printed[], quoted: boolean): string {
  const blocks = papers.map((one) =>
    [
      `### [${one.title}](https://arxiv.org/abs/${idOf(one)})`,
      ...(one.image === null ? [] : [`![](${imageOf(one)})`]),
      ...(one.votes === null ? [] : [`Vote: ${String(one.votes)}`]),
      ...(one.authors.length === 0
        ? []
        : [`Authors: ${quoted ? python(one) : one.authors.join(', ')}`]),
      ...(one.bullets.length === 0 ? [] : [one.bullets.join('\n')]),
    ].join('\n\n'),
  );
  return `## Daily Papers (2024-02-05)\n\n${blocks.join('\n\n')}\n`;
}

function python({ authors }: Printed): string {
  return `[${authors.map((value) => (value.includes("'") ? `"${value}"` : `'${value}'`)).join(', ')}]`;
}

function idOf({ number }: Printed): string {
  return `2402.${String(number).padStart(5, '0')}`;
}

function imageOf({ image }: Printed): string {
  return `https://x.org/${String(image)}.png`;
}

it('papers printed as a digest are read back as they were', () => {
  fc.assert(
    fc.property(fc.array(paper, { maxLength: 8 }), fc.boolean(), (papers, quoted) => {
      const file = new TextEncoder().encode(render(papers, quoted));
      const digest = parseDigest(file, 'x.md');
      expect(
        digest.papers.map((one) => ({
          id: one.id,
          title: one.title,
          votes: one.votes,
          authors: [...new Set(one.authors)],
          media: one.media,
          date: one.date,
          body: readBody(file, one.body),
        })),
      ).toEqual(
        papers.map((one) => ({
          id: `arxiv:${idOf(one)}`,
          title: one.title,
          votes: one.votes,
          authors: [...new Set(one.authors)],
          media: one.image === null ? [] : [{ kind: 'image', url: imageOf(one) }],
          date: '2024-02-05',
          body: one.bullets.join('\n'),
        })),
      );
    }),
    { numRuns: 500 },
  );
});
