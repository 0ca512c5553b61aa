import { describe, expect, it } from 'vitest';
import { LIST_DEFAULTS } from '../../../src/shared/model.ts';
import { Searching, type Printed } from './searching.ts';

const links = { page: null, abstract: null, pdf: null, project: null, code: null };

const printed: readonly Printed[] = [
  {
    id: 'lora',
    title: 'LoRA: Low-Rank Adaptation',
    authors: ['Wei Shen', '김하늘'],
    text: '강화학습 없이 조정한다.',
    date: '2024-02-05',
    votes: 28,
    media: [{ kind: 'image', url: 'https://x.org/a.png' }],
    links: { ...links, code: 'https://github.com/x/y' },
  },
  {
    id: 'rl',
    title: '강화학습 입문',
    authors: ['Adam Kim'],
    text: 'LoRA는 다루지 않는다.',
    date: '2024-03-04',
    votes: 20,
    media: [{ kind: 'video', url: 'https://x.org/a.mp4' }],
    folder: 'g',
  },
  { id: 'bare', title: 'Kim chi', date: null, votes: null },
  { id: 'today', title: 'Model of the day', text: '모델', date: '2024-03-05', votes: 0 },
];

const list = (
  id: string,
  name: string,
  papers: readonly string[],
  query: string | null = null,
) => ({
  ...LIST_DEFAULTS,
  id,
  name,
  papers,
  query,
});

function made(): Searching {
  const searching = new Searching(...printed);
  searching.mark('read', 'lora');
  searching.mark('starred', 'rl');
  searching.note('bare');
  searching.lists = [
    list('a', 'Read next', ['rl', 'lora', 'gone']),
    list('b', '논문 모음', ['bare']),
    list('many', 'Many votes', [], 'votes:>=20'),
    list('new', 'New and many', [], 'list:"many votes" is:unread'),
    list('me', 'Me', [], 'kim OR list:me'),
    list('lost', 'Lost', [], 'list:"never was"'),
    list('typo', 'Typo', [], 'is:blue kim'),
  ];
  return searching;
}

const sorted = (ids: readonly string[]): string[] => [...ids].sort();

describe('operators', () => {
  const searching = made();
  it.each([
    ['author:kim', ['rl']],
    ['저자:하늘', ['lora']],
    ['author:"wei shen"', ['lora']],
    ['author:"shen 김하늘"', []],
    ['author:ㄱㅎㄴ', ['lora']],
    ['title:kim', ['bare']],
    ['title:강화', ['rl']],
    ['-title:강화 강화', ['lora']],
    ['date:2024-02', ['lora']],
    ['date:2024', ['lora', 'rl', 'today']],
    ['date:2024-02..2024-03-04', ['lora', 'rl']],
    ['date:2024-03..', ['rl', 'today']],
    ['date:..2024-02', ['lora']],
    ['date:<2024-03', ['lora']],
    ['날짜:오늘', ['today']],
    ['date:yesterday', ['rl']],
    ['date:1d', ['rl', 'today']],
    ['-has:date', ['bare']],
    ['votes:>20', ['lora']],
    ['votes>=20', ['lora', 'rl']],
    ['votes:<20', ['today']],
    ['votes:0', ['today']],
    ['votes:0..20', ['rl', 'today']],
    ['-votes:..20', ['bare', 'lora']],
    ['is:read', ['lora']],
    ['상태:안읽음', ['bare', 'rl', 'today']],
    ['is:starred', ['rl']],
    ['-is:unread', ['lora']],
    ['has:note', ['bare']],
    ['포함:메모', ['bare']],
    ['has:image', ['lora']],
    ['has:video', ['rl']],
    ['has:media', ['lora', 'rl']],
    ['has:code', ['lora']],
    ['has:pdf', []],
    ['has:summary', ['lora', 'rl', 'today']],
    ['has:list', ['bare', 'lora', 'rl']],
    ['list:"read next"', ['lora', 'rl']],
    ['list:next', ['lora', 'rl']],
    ['목록:모음', ['bare']],
    ['-list:next', ['bare', 'today']],
    ['in:"daily papers"', ['bare', 'lora', 'today']],
    ['폴더:주간', ['rl']],
    ['has:image OR has:note', ['bare', 'lora']],
    ['lora (is:starred OR votes:>20)', ['lora', 'rl']],
    ['-(has:media OR has:note)', ['today']],
    ['lora votes:>20 author:shen -is:starred date:2024', ['lora']],
  ])('%s finds %j', (search, ids) => {
    expect(sorted(searching.search(search))).toEqual(ids);
    expect(searching.open({ search }).hints).toEqual([]);
  });

  it.each([
    ['kim list:nowhere', { kind: 'noList', name: 'nowhere', within: null }],
    ['kim -in:nowhere', { kind: 'noFolder', name: 'nowhere', within: null }],
    ['kim date:soon', { kind: 'value', operator: 'date', value: 'soon' }],
    ['kim is:', { kind: 'value', operator: 'is', value: '' }],
    ['kim list:me', { kind: 'cycle', name: 'Me' }],
  ])('%s leaves out what means nothing, and tells it', (search, hint) => {
    const { hints } = searching.open({ search });
    expect(sorted(searching.search(search))).toEqual(['bare', 'rl']);
    expect(hints).toEqual([hint]);
  });
});

describe('smart lists', () => {
  it('hold what their query means now', () => {
    const searching = made();
    const ids = (): string[] => sorted(searching.ids({ view: { kind: 'list', list: 'new' } }));
    expect(ids()).toEqual(['rl']);
    searching.mark('read', 'rl');
    expect(ids()).toEqual([]);
    searching.set({ id: 'more', votes: 99 });
    expect(ids()).toEqual(['more']);
  });

  it('are searched, filtered and sorted as lists are', () => {
    const searching = made();
    const view = { kind: 'list', list: 'many' } as const;
    expect(searching.ids({ view })).toEqual(['rl', 'lora']);
    expect(searching.ids({ view, sort: 'votes' })).toEqual(['lora', 'rl']);
    expect(searching.ids({ view, search: 'adaptation' })).toEqual(['lora']);
    expect(searching.ids({ view, unreadOnly: true })).toEqual(['rl']);
  });

  it('are counted, and counted again when papers or marks change', () => {
    const searching = made();
    const [, , many] = searching.lists;
    const count = () => (many === undefined ? null : searching.results.count(many));
    expect(count()).toEqual({ total: 2, unread: 1 });
    searching.mark('read', 'rl');
    expect(count()).toEqual({ total: 2, unread: 0 });
    searching.remove('lora');
    expect(count()).toEqual({ total: 1, unread: 0 });
    searching.lists = [{ ...list('many', 'Many votes', [], 'votes:<5') }];
    expect(searching.results.count(searching.lists[0] ?? list('', '', []))).toEqual({
      total: 1,
      unread: 1,
    });
  });

  it('that stand in their own query end, and tell so', () => {
    const searching = made();
    expect(sorted(searching.ids({ view: { kind: 'list', list: 'me' } }))).toEqual(['bare', 'rl']);
    expect(searching.open({ view: { kind: 'list', list: 'me' } }).hints).toEqual([
      { kind: 'cycle', name: 'Me' },
    ]);
  });

  it('of a list that is gone hold nothing, and tell which', () => {
    const searching = made();
    searching.lists = [...searching.lists, list('outer', 'Outer', [], 'list:lost in:gone')];
    const noList = { kind: 'noList', name: 'never was', within: 'Lost' };
    const lost = searching.open({ view: { kind: 'list', list: 'lost' } });
    expect(lost).toMatchObject({ total: 0, hints: [noList] });
    // Each is told of the list whose search it is.
    const outer = searching.open({ search: 'list:outer' });
    const noFolder = { kind: 'noFolder', name: 'gone', within: 'Outer' };
    expect(outer).toMatchObject({ total: 0, hints: [noList, noFolder] });
  });

  it('mean by a name the list and the folder of just that name', () => {
    const searching = made();
    for (const query of ['list:next', 'in:daily']) {
      searching.lists = [...made().lists, list('part', 'Part', [], query)];
      const view = { kind: 'list', list: 'part' } as const;
      expect(searching.open({ view }).total).toBe(0);
      expect(searching.search('list:part')).toEqual([]);
      // What is typed beside it may be a part of a name as ever.
      expect(searching.open({ search: query }).total).toBeGreaterThan(0);
    }
  });

  it('with a part that means nothing are what the rest means', () => {
    const searching = made();
    expect(sorted(searching.ids({ view: { kind: 'list', list: 'typo' } }))).toEqual(['bare', 'rl']);
  });

  it('keep a paper that was just read until they are left', () => {
    const searching = made();
    const query = { view: { kind: 'list', list: 'new' } } as const;
    const { result } = searching.open(query);
    searching.mark('read', 'rl');
    expect(searching.open(query, result).total).toBe(1);
    expect(searching.open({ search: 'is:unread' }, result).total).toBe(2);
    expect(searching.open(query).total).toBe(0);
  });
});

describe('the order of an answer', () => {
  const ids = (searching: Searching, ...query: Parameters<Searching['ids']>) =>
    searching.ids(...query);

  it('is by date added when asked for, what was never told last', () => {
    const searching = made();
    searching.added.set('lora', 3).set('rl', 1).set('bare', 2);
    expect(ids(searching, { sort: 'added' })).toEqual(['lora', 'bare', 'rl', 'today']);
    expect(ids(searching, { sort: 'added', descending: false })).toEqual([
      'rl',
      'bare',
      'lora',
      'today',
    ]);
  });

  it.each([
    ['votes', true, ['lora', 'rl', 'today', 'bare']],
    ['votes', false, ['today', 'rl', 'lora', 'bare']],
    ['date', false, ['lora', 'rl', 'today', 'bare']],
    ['title', false, ['rl', 'bare', 'lora', 'today']],
    ['authors', false, ['rl', 'lora', 'today', 'bare']],
    ['auto', true, ['today', 'rl', 'lora', 'bare']],
  ] as const)('by %s, descending %s, is %j', (sort, descending, expected) => {
    const searching = made();
    expect(ids(searching, { sort, descending })).toEqual(expected);
    // Sorted again after a change, from the order before.
    searching.set({ id: 'more', title: '가나다', authors: ['가'], date: '1999-01-01', votes: 1 });
    searching.remove('more');
    expect(ids(searching, { sort, descending })).toEqual(expected);
  });

  it('with groups has each group in a row, and tells where it begins', () => {
    const searching = made();
    searching.set({ id: 'twin', title: 'LoRA twin', date: '2024-02-05', votes: 3 });
    const info = searching.open({ group: 'day', search: 'lora' });
    expect(searching.results.papers(info.result)).toEqual(['rl', 'lora', 'twin']);
    expect(info.groups).toEqual([
      { start: 0, label: '2024-03-04' },
      { start: 1, label: '2024-02-05' },
    ]);
  });

  it('groups by bands of votes, those that state none last, upwards when sorted so', () => {
    const searching = made();
    const down = searching.open({ group: 'votes', sort: 'title', descending: false });
    expect(searching.results.papers(down.result)).toEqual(['rl', 'lora', 'today', 'bare']);
    expect(down.groups).toEqual([
      { start: 0, label: '20' },
      { start: 2, label: '0' },
      { start: 3, label: '' },
    ]);
    const up = searching.open({ group: 'votes', sort: 'votes', descending: false });
    expect(up.groups.map(({ label }) => label)).toEqual(['0', '20', '']);
  });

  it('locates a paper', () => {
    const searching = made();
    const open = (locate: string) =>
      searching.results.open({
        query: { ...searching.everything, sort: 'votes' },
        keep: null,
        locate,
      }).index;
    expect(open('rl')).toBe(1);
    expect(open('gone')).toBeNull();
  });
});

describe('a search in the wrong keyboard layout', () => {
  const searching = made();
  it.each([
    ['ahepf', '모델'],
    ['ㅡㅐㅇ디', 'model'],
    ['ㅣㅐㄱㅁ', 'lora'],
    ['title:rkdghk', 'title:강화'],
    ['rkdghkgkrtmq 입문', '강화학습 입문'],
    ['votes:>20 ㅣㅐㄱㅁ', 'votes:21.. lora'],
  ])('%s is answered with %s', (search, suggestion) => {
    expect(searching.open({ search }).suggestion).toBe(suggestion);
  });

  it.each(['강화학습', 'lora', 'qwertyuiop', 'ㄱㅎㅎㅅ', 'is:read', ''])(
    '%s is answered with none',
    (search) => {
      expect(searching.open({ search }).suggestion).toBeNull();
    },
  );
});
