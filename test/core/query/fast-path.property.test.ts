import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVERYTHING } from '../../../src/core/query/results.ts';
import { parseQuery } from '../../../src/shared/query/parse.ts';
import { wordsOf } from '../../../src/shared/query/words.ts';
import { typed } from '../../shared/query/typing.ts';
import { matches, search, type NaivePaper } from './naive.ts';
import { Searching } from './searching.ts';

const word = fc.constantFrom(
  ...[
    '강화학습',
    '학습을',
    '모델',
    '모델의',
    '성능',
    'ㅋㅋ',
    'LoRA',
    'lora',
    'data',
    'metadata',
    'café',
    'a',
  ],
  ...['M$^{2}$UGen', 'Łukasz', '김하늘', 'Wei', 'fine-tuning', '미세', '조정', 'x.y', 'ﬁne'],
);
const words = fc.array(word, { maxLength: 8 }).map((list) => list.join(' '));
const paper = fc.record({
  title: words,
  authors: fc.array(
    fc.array(word, { minLength: 1, maxLength: 2 }).map((names) => names.join(' ')),
    {
      maxLength: 3,
    },
  ),
  text: words,
  note: fc.oneof(fc.constant(''), words),
  date: fc.constantFrom(null, '2024-02-05', '2024-02-06'),
  votes: fc.constantFrom(null, 0, 3, 21),
  read: fc.boolean(),
  starred: fc.boolean(),
});
const papers = fc
  .array(paper, { maxLength: 25 })
  .map((list) => list.map((each, at): NaivePaper => ({ id: `p${100 + at}`, ...each })));

const term = fc.oneof(
  word,
  fc.constantFrom(
    '학',
    '습',
    'ㄱㅎㅎㅅ',
    '강화ㅎ',
    'ㅁ',
    'ㅁㄷ',
    'lo',
    'ora',
    'tun',
    '"학습을 모델"',
    '"lora data',
    '"ㅁㄷ"',
  ),
);
const field = fc.constantFrom('', '', '', 'title:', 'author:', 'note:', '-', '-title:', '-메모:');
const part = fc.tuple(field, term).map(([before, what]) => before + what);
const filter = fc.constantFrom('is:read', 'is:unread', '-is:starred', 'votes:>2', '-votes:..3');
const query = fc.letrec<{ group: string; part: string }>((tie) => ({
  part: fc.oneof({ depthSize: 'small' }, part, filter, tie('group')),
  group: fc
    .tuple(
      fc.constantFrom(' ', ' OR '),
      fc.constantFrom('(', '-('),
      fc.array(tie('part'), { minLength: 1, maxLength: 3 }),
    )
    .map(([joint, open, parts]) => `${open}${parts.join(joint)})`),
})).group;

function made(list: readonly NaivePaper[]): Searching {
  const searching = new Searching(...list);
  searching.mark('read', ...list.filter(({ read }) => read).map(({ id }) => id));
  searching.mark('starred', ...list.filter(({ starred }) => starred).map(({ id }) => id));
  for (const { id, note } of list) searching.write(id, note);
  return searching;
}

describe('the engine and a look at each paper', () => {
  it('find the same, whatever the query', () => {
    fc.assert(
      fc.property(papers, fc.array(query, { minLength: 1, maxLength: 4 }), (list, queries) => {
        const searching = made(list);
        for (const each of queries) {
          const { node } = parseQuery(each);
          const expected = list.filter((one) => matches(one, node)).map(({ id }) => id);
          expect([...searching.search(each)].sort(), each).toEqual(expected);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('give the same papers in the same order, whether the answer is held or not', () => {
    const shown = fc.record({
      search: query,
      kind: fc.constantFrom('all' as const, 'unread' as const, 'starred' as const),
      sort: fc.constantFrom('auto' as const, 'votes' as const, 'title' as const),
      descending: fc.boolean(),
      unreadOnly: fc.boolean(),
    });
    fc.assert(
      fc.property(papers, shown, (list, { kind, ...wanted }) => {
        const searching = made(list);
        const asked = { ...EVERYTHING, ...wanted, view: { kind } };
        const { result } = searching.open(asked);
        expect(searching.results.all(asked)).toEqual(searching.results.papers(result));
      }),
      { numRuns: 100 },
    );
  });

  it('put what they find for words in the same order, letter by letter as it is typed', () => {
    fc.assert(
      fc.property(papers, fc.array(part, { minLength: 1, maxLength: 3 }), (list, parts) => {
        const searching = made(list);
        for (const { search: each, composing } of typed(parts.join(' '))) {
          const { node } = parseQuery(each, composing);
          if (node === null) continue;
          const expected = search(list, node);
          const found = searching.search(each, composing);
          // Without words to look for, the order is another.
          if (wordsOf(node).length > 0) expect(found, each).toEqual(expected);
          else expect([...found].sort(), each).toEqual([...expected].sort());
        }
      }),
      { numRuns: 400 },
    );
  });

  it('agree after papers came, changed and went', () => {
    const change = fc.tuple(fc.nat(24), fc.option(paper), part);
    fc.assert(
      fc.property(papers, fc.array(change, { maxLength: 12 }), (list, changes) => {
        const searching = made(list);
        const now = new Map(list.map((each) => [each.id, each]));
        for (const [at, next, typed] of changes) {
          const id = `p${100 + at}`;
          if (next === null) {
            searching.remove(id);
            now.delete(id);
          } else {
            now.set(id, { id, ...next });
            searching.set({ id, ...next });
            searching.write(id, next.note);
          }
          const { node } = parseQuery(typed);
          const expected = [...now.values()]
            .filter((one) => matches(one, node))
            .map((one) => one.id);
          expect([...searching.search(typed)].sort(), typed).toEqual(expected.sort());
        }
      }),
      { numRuns: 300 },
    );
  });
});
