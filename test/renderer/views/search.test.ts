import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { setLocale } from '../../../src/renderer/i18n/i18n.svelte.ts';
import { groupAt, headingsAbove, listItems } from '../../../src/renderer/state/list-items.ts';
import { keptSearch } from '../../../src/renderer/state/kept-search.ts';
import { searchMarks } from '../../../src/renderer/render/search-marks.ts';
import { findPattern } from '../../../src/renderer/render/find-text.ts';
import { groupLabel } from '../../../src/renderer/views/list/group-label.ts';
import { completionsAt } from '../../../src/renderer/views/list/search-completions.ts';
import { hintText } from '../../../src/renderer/views/list/search-hint.ts';
import { LIST_DEFAULTS, READ_NEXT, type Outline, type Query } from '../../../src/shared/model.ts';
import { parseQuery } from '../../../src/shared/query/parse.ts';
import { FIRST_QUERY } from '../../../src/renderer/state/arrangement.ts';

const none = { total: 0, unread: 0 };
const folder = {
  status: 'ready',
  mediaAllowed: false,
  count: none,
  years: [],
  undated: none,
} as const;
const outline: Outline = {
  all: none,
  starred: none,
  noted: none,
  folders: [
    { ...folder, id: 'f', name: 'daily', path: '/home/daily' },
    { ...folder, id: 'g', name: '주간 논문', path: '/home/주간 논문' },
  ],
  lists: [
    { ...LIST_DEFAULTS, id: 'a', name: 'To read', count: none },
    { ...LIST_DEFAULTS, id: 'b', name: '모음', count: none },
  ],
  problems: 0,
};
const context = { outline, today: '2024-03-05' };
const at = (field: string, caret = field.length) => completionsAt(field, caret, context);
const texts = (field: string, caret?: number) => at(field, caret).map(({ text }) => text);

afterEach(() => setLocale('en'));

describe('what a search field offers', () => {
  it('is every operator while nothing is typed', () => {
    expect(texts('')).toEqual([
      'author:',
      'title:',
      'note:',
      'date:',
      'votes:',
      'is:',
      'has:',
      'list:',
      'in:',
    ]);
    setLocale('ko');
    expect(texts('')[0]).toBe('저자:');
  });

  it.each([
    ['au', ['author:']],
    ['a', []],
    ['lora au', ['author:']],
    ['-vo', ['votes:']],
    ['저자', ['author:']],
    ['강화', []],
    ['"au', []],
    ['is:', ['is:unread', 'is:read', 'is:starred']],
    ['is:un', ['is:unread']],
    ['is:unread', []],
    ['상태:별', []],
    ['list:', ['list:"To read"', 'list:모음']],
    ['list:"to', ['list:"To read"']],
    ['in:', ['in:daily', 'in:"주간 논문"']],
    ['date:2024', []],
    ['date:', ['date:today', 'date:7d', 'date:2024-03', 'date:2024']],
    ['votes:', ['votes:>10', 'votes:>20', 'votes:>50', 'votes:>100']],
    ['author:k', []],
  ])('for %s is %j', (field, expected) => {
    expect(texts(field)).toEqual(expected);
  });

  it('is in Korean for a reader of Korean', () => {
    setLocale('ko');
    expect(texts('상태:별')).toEqual(['상태:별표']);
    expect(texts('is:')[0]).toBe('is:안읽음');
  });

  it('is a name with quotes in it too, as a search can have it', () => {
    const list = { ...LIST_DEFAULTS, id: 'q', name: 'My "best" papers', count: none };
    const quoted = { ...context, outline: { ...outline, lists: [list] } };
    for (const typed of ['list:my', 'list:"best p']) {
      const [offer] = completionsAt(typed, typed.length, quoted);
      expect(offer?.text).toBe('list:"My best papers"');
    }
    const field = 'list:"My best papers"';
    expect(completionsAt(field, field.length, quoted)).toEqual([]);
  });

  it('is a name once, whatever has it', () => {
    const lists = ['model', 'a "b"', 'model', 'a “b”', 'other'].map((name, index) => ({
      ...LIST_DEFAULTS,
      id: `${index}`,
      name,
      count: none,
    }));
    const offers = completionsAt('list:', 5, { ...context, outline: { ...outline, lists } });
    expect(offers.map(({ text }) => text)).toEqual(['list:model', 'list:"a b"', 'list:other']);
  });

  it('is the queue by the name that it has on screen', () => {
    const queue = { ...LIST_DEFAULTS, id: READ_NEXT, name: 'Read next', count: none };
    const queued = { ...context, outline: { ...outline, lists: [queue] } };
    const offered = (typed: string) =>
      completionsAt(typed, typed.length, queued).map(({ text, detail }) => [text, detail]);
    expect(offered('list:read')).toEqual([['list:"Read Next"', '']]);
    setLocale('ko');
    expect(offered('목록:다음')).toEqual([['목록:"다음에 읽기"', '']]);
    expect(offered('목록:read')).toEqual([['목록:"다음에 읽기"', '']]);
    expect(offered('목록:"다음에 읽기"')).toEqual([]);
  });

  it('takes the place of the word at the caret', () => {
    expect(at('lora is:un kim', 10)[0]).toMatchObject({ field: 'lora is:unread kim', caret: 15 });
    expect(at('lora au kim', 7)[0]).toMatchObject({ field: 'lora author: kim', caret: 12 });
    expect(at('-list:"to')[0]).toMatchObject({ field: '-list:"To read" ', caret: 16 });
  });

  it('is always something that a search understands, once taken', () => {
    const operator = fc.constantFrom(
      'is:',
      'has:',
      'date:',
      'votes:',
      'list:',
      'in:',
      '상태:',
      '-has:',
    );
    fc.assert(
      fc.property(
        operator,
        fc.constantFrom('en', 'ko'),
        fc.constantFrom('', 'x '),
        (typed, locale, before) => {
          setLocale(locale);
          const offers = at(before + typed);
          expect(offers.length).toBeGreaterThan(0);
          for (const { field } of offers) {
            expect(parseQuery(field).hints).toEqual([]);
            expect(parseQuery(field).node).not.toBeNull();
          }
        },
      ),
    );
  });
});

describe('a hint', () => {
  it.each([
    ['is:blue', 'is: does not take “blue”, so it is left out. It takes unread, read, starred.'],
    ['votes:', 'votes: takes >20, 5..20.'],
    ['auther:kim', '“auther:” is searched for as a word. Did you mean author: ?'],
  ])('on %s says %s', (search, text) => {
    expect(parseQuery(search).hints.map(hintText)).toEqual([text]);
    setLocale('ko');
    expect(parseQuery(search).hints.map(hintText)[0]).toMatch(/[가-힣]/);
  });
});

describe('a hint on a list that is not there', () => {
  it.each(['noList', 'noFolder'] as const)(
    'says whether it was typed or is named by a smart list (%s)',
    (kind) => {
      expect(hintText({ kind, name: 'Plain', within: null })).toMatch(/“Plain”; this part is left/);
      const within = { kind, name: 'Plain', within: 'Smart' };
      expect(hintText(within)).toMatch(/^The search of “Smart” .*“Plain”.* holds nothing\./);
      setLocale('ko');
      expect(hintText(within)).toMatch(/^“Smart”의 검색에 있는 “Plain” .*논문이 없습니다\./);
    },
  );
});

describe('a search that is kept', () => {
  const kept = (query: Partial<Query>) => keptSearch({ ...FIRST_QUERY, ...query }, outline);
  it.each<[Partial<Query>, string | undefined]>([
    [{ view: { kind: 'all' }, search: ' lora  “x y”' }, 'lora “x y”'],
    [{ view: { kind: 'unread' }, search: 'lora' }, 'is:unread lora'],
    [{ view: { kind: 'starred' }, search: 'a OR b' }, 'is:starred (a OR b)'],
    [{ view: { kind: 'noted' }, search: 'a b', unreadOnly: true }, 'has:note is:unread a b'],
    [{ view: { kind: 'list', list: 'a' }, search: 'x' }, 'list:"To read" x'],
    [{ view: { kind: 'folder', folder: 'g' }, search: 'x' }, 'in:"주간 논문" x'],
    [
      { view: { kind: 'dates', folder: 'f', dates: '2024-02' }, search: 'x' },
      'in:"daily" date:2024-02 x',
    ],
    [{ view: { kind: 'dates', folder: 'f', dates: '' }, search: 'x' }, 'in:"daily" -has:date x'],
    [{ view: { kind: 'all' }, search: 'list:read  x' }, 'list:"To read" x'],
    [
      { view: { kind: 'unread' }, search: 'list:read in:주간' },
      'is:unread list:"To read" in:"주간 논문"',
    ],
    [{ search: '  ' }, undefined],
    [{ search: 'is:' }, undefined],
  ])('of %j is %s', (query, expected) => {
    expect(kept(query)?.query).toBe(expected);
  });

  it('is named as it was typed, not too long', () => {
    expect(kept({ search: ' ㄱㅎ  "a b"' })?.name).toBe('ㄱㅎ "a b"');
    expect(kept({ search: 'x'.repeat(100) })?.name).toHaveLength(60);
  });
});

describe('headings between rows', () => {
  const groups = [
    { start: 0, label: 'a' },
    { start: 2, label: 'b' },
    { start: 3, label: 'c' },
  ];

  it('stand above the first row of each group', () => {
    expect(listItems(5, groups)).toEqual([-1, 0, 1, -2, 2, -3, 3, 4]);
    expect(listItems(3, [])).toEqual([0, 1, 2]);
    expect([0, 1, 2, 3, 4].map((row) => headingsAbove(row, groups))).toEqual([1, 1, 2, 3, 3]);
    expect([0, 1, 2, 4].map((row) => groupAt(row, groups)?.label)).toEqual([
      'a',
      undefined,
      'b',
      undefined,
    ]);
  });

  it('move each row down by their number', () => {
    const starts = fc.uniqueArray(fc.nat(60), { maxLength: 20 });
    fc.assert(
      fc.property(starts, (list) => {
        const sorted = [...list].sort((a, b) => a - b).map((start) => ({ start, label: '' }));
        const items = listItems(61, sorted);
        for (let row = 0; row <= 60; row += 1) {
          expect(items[row + headingsAbove(row, sorted)]).toBe(row);
        }
      }),
    );
  });

  it.each([
    ['day', '2024-02-05', 'Mon, February 5, 2024'],
    ['day', '', 'No date'],
    ['votes', '100', '100 votes and more'],
    ['votes', '20', '20–49 votes'],
    ['votes', '0', '0 votes'],
    ['votes', '', 'No votes stated'],
    ['none', '', ''],
  ] as const)('by %s of %s say %s', (by, label, text) => {
    expect(groupLabel(by, label)).toBe(text);
  });
});

describe('the words of a search on screen', () => {
  const found = (
    search: string,
    html: string,
    field: 'title' | 'author' | 'text' = 'text',
    composing?: number,
  ) => {
    const root = document.createElement('div');
    root.innerHTML = html;
    const pattern = searchMarks(search, composing)[field];
    return pattern === null ? [] : findPattern(root, pattern).map(String);
  };

  it.each([
    ['lora', '<p>LoRA and <em>Lo</em>RA, exploratory</p>', ['LoRA', 'LoRA', 'lora']],
    ['강화학습 강화', '<p>강화학습은 강화</p>', ['강화학습', '강화']],
    ['ㄱㅎㅎㅅ', '<p>심층강화학습</p>', ['강화학습']],
    ['강화ㅎ', '<p>강화학습 강화로</p>', ['강화학']],
    ['"low  rank"', '<p>Low\nRank <b>low</b> rank</p>', ['Low\nRank', 'low rank']],
    ['cafe', '<p>Cafe\u0301, caf\u00e9</p>', ['Cafe\u0301', 'caf\u00e9']],
    ['-lora is:unread votes:>2', '<p>lora unread</p>', []],
    ['title:lora', '<p>lora</p>', []],
    ['a OR b', '<p>a b</p><p>c</p>', ['a', 'b']],
    ['"x y"', '<p>x</p><p>y</p>', []],
    ['f(x) c++ [a]', '<p>f(x), c++ [a]</p>', ['f(x)', 'c++', '[a]']],
    ['', '<p>x</p>', []],
  ])('%s in %s are %j', (search, html, expected) => {
    expect(found(search, html)).toEqual(expected);
  });

  it.each([
    ['모데', '<p>모델, 모<em>데</em></p>', ['모델', '모데']],
    ['몯', '<p>모델, 몯, 모래</p>', ['모델', '몯']],
    ['닭', '<p>달걀과 닭, 달</p>', ['달걀', '닭']],
    ['강화 하', '<p>강화학습</p>', ['강화', '학']],
    ['"강화 ㅎ', '<p>강화\n학습</p>', ['강화\n학']],
    ['"강화 ㅎ', '<p>강화학습</p>', []],
    ['ㄱㅎ하', '<p>강화학습</p>', ['강화학']],
    ['c++모데', '<p>c++모델</p>', ['c++모델']],
  ])('%s in %s are %j while it is composed', (search, html, expected) => {
    expect(found(search, html, 'text', search.length)).toEqual(expected);
  });

  it('are looked for in their own field', () => {
    expect(found('title:lora author:kim x', 'lora kim x', 'title')).toEqual(['lora', 'x']);
    expect(found('title:lora author:kim x', 'lora kim x', 'author')).toEqual(['kim', 'x']);
  });

  it('can be anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (search) => {
        const { title, author, text } = searchMarks(search);
        for (const pattern of [title, author, text])
          expect(() => 'x'.match(pattern ?? '')).not.toThrow();
        expect(() => searchMarks(search, search.length)).not.toThrow();
      }),
    );
  });
});
