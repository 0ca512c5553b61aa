import fc from 'fast-check';
import { expect, it } from 'vitest';
import { faultOf } from '../../../fuzz/check.ts';
import { readText } from './fixture.ts';

const value = fc.jsonValue({ maxDepth: 3 });
const key = fc.constantFrom(
  'title',
  'paper',
  'details',
  'authors',
  'id',
  'url',
  'abstract',
  'upvotes',
  'mediaUrls',
  'date',
  '제목',
  'x',
);
const record = fc.dictionary(key, fc.oneof(value, fc.dictionary(key, value)));
const link = 'https://arxiv.org/abs/2402.00001';

/** The pieces of a format, in any order. */
function pieces(...known: string[]): fc.Arbitrary<string> {
  const piece = fc.oneof(fc.constantFrom(...known), fc.string({ unit: 'binary', maxLength: 20 }));
  return fc.array(piece, { maxLength: 40 }).map((all) => all.join(''));
}

const inputs: readonly (readonly [string, fc.Arbitrary<string>])[] = [
  ['JSON', fc.array(record).map((records) => JSON.stringify(records))],
  [
    'JSON that is cut off',
    fc
      .tuple(fc.array(record), fc.nat())
      .map(([records, at]) => JSON.stringify(records).slice(0, at % 400)),
  ],
  [
    'JSON Lines',
    fc.array(record).map((records) => records.map((one) => JSON.stringify(one)).join('\n')),
  ],
  [
    'YAML',
    pieces(
      '- title: x\n',
      `  url: ${link}\n`,
      '  authors: [a, b]\n',
      'title: x\n',
      '---\n',
      '  abstract: |\n    y\n',
      '&a ',
      '*a',
      '- ',
      '? ',
      ': ',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      '\n',
      '  ',
    ),
  ],
  [
    'XML',
    pieces(
      '<feed>',
      '<rss>',
      '<item>',
      '<entry>',
      '<title>x</title>',
      `<link>${link}</link>`,
      `<id>${link}</id>`,
      '</entry>',
      '</item>',
      '<![CDATA[',
      ']]>',
      '&amp;',
      '&x;',
      '<',
      '>',
      '<!--',
      '<author><name>y</name></author>',
    ),
  ],
  [
    'mail',
    pieces(
      '\\\\\n',
      'arXiv:2402.00001\n',
      'Title: x\n',
      'Authors: A (1), B\n',
      '  text\n',
      '-'.repeat(40),
      '\n',
      '(',
    ),
  ],
  [
    'Markdown',
    pieces(
      '---\n',
      'date: 2024-01-01\n',
      '# ',
      '## ',
      '- ',
      '1. ',
      `[x](${link})`,
      `[arXiv](${link})`,
      '**Authors**: A B, C D\n',
      '**链接**：',
      '| a | b |\n',
      '|---|---|\n',
      '> [!note] ',
      '[[2402.00001|x]]',
      '```\n',
      '<!--',
      '**',
      '\n',
      '\n\n',
      'Vote: 3',
      '👍 4',
    ),
  ],
];

it.each(inputs)(
  '%s of any kind does not throw, and gives no paper without title, identity or place',
  (_, text) => {
    fc.assert(
      fc.property(text, fc.string(), (input, path) => {
        expect(faultOf(Buffer.from(input), path)).toBeNull();
      }),
      { numRuns: 500 },
    );
  },
);

it('reading is the same each time', () => {
  fc.assert(
    fc.property(fc.oneof(...inputs.map(([, text]) => text)), (input) => {
      expect(readText(input)).toEqual(readText(input));
    }),
  );
});
