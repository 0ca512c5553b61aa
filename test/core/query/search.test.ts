import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/shared/query/fold.ts';
import { parseQuery } from '../../../src/shared/query/parse.ts';
import { Searching, type Printed } from './searching.ts';

function paper(id: string, parts: Omit<Printed, 'id'> = {}): Printed {
  return { id, ...parts };
}

function indexOf(...papers: Printed[]): Searching {
  return new Searching(...papers);
}

describe('what a search finds', () => {
  const index = indexOf(
    paper('ko', {
      title: '심층강화학습 입문',
      authors: ['김하늘', '이바다'],
      text: '강화 학습을\n다룬다.',
    }),
    paper('en', {
      title: 'M$^{2}$UGen',
      authors: ['Łukasz Kaiser'],
      text: 'Music **understanding**.',
    }),
    paper('both', { title: 'LoRA', text: '미세 조정(fine‑tuning)을 저비용으로. What’s New: café' }),
  );

  it.each([
    ['강화학습', ['ko']],
    ['학습', ['ko']],
    ['m2ugen', ['en']],
    ['M$^{2}$UGen', ['en']],
    ['lukasz', ['en']],
    ['UNDERSTAND', ['en']],
    ['fine-tuning', ['both']],
    ["what's new", ['both']],
    ['CAFÉ', ['both']],
    ['김하늘', ['ko']],
    ['미세 fine', ['both']],
    ['미세 music', []],
    ['없는말', []],
  ])('%s finds %j', (query, ids) => {
    expect(index.search(query)).toEqual(ids);
  });

  it('finds decomposed Hangul, typed or printed', () => {
    expect(index.search('강화학습'.normalize('NFD'))).toEqual(['ko']);
    expect(indexOf(paper('nfd', { text: '강화학습'.normalize('NFD') })).search('강화')).toEqual([
      'nfd',
    ]);
  });

  it.each([
    ['"강화 학습을 다룬다"', ['ko']],
    ['“강화 학습을”', ['ko']],
    ['"학습을 강화"', []],
    ['"강화 학습', ['ko']],
    ['""', ['both', 'en', 'ko']],
  ])('the phrase %s finds %j across any white space', (query, ids) => {
    expect([...index.search(query)].sort()).toEqual(ids);
  });

  it('finds no phrase that runs from one field or author into the next', () => {
    expect(index.search('"입문 김하늘"')).toEqual([]);
    expect(index.search('"김하늘 이바다"')).toEqual([]);
  });

  it.each([
    ['-강화학습', ['both', 'en']],
    ['fine -music', ['both']],
    ['-"fine-tuning" -m2ugen', ['ko']],
    ['-', ['both', 'en', 'ko']],
    ['fine-tuning', ['both']],
  ])('the minus in %s leaves %j', (query, ids) => {
    expect([...index.search(query)].sort()).toEqual(ids);
  });

  it('knows only the latest of a paper, and nothing of one removed', () => {
    const changing = indexOf(paper('a', { title: 'first' }), paper('b', { title: 'second' }));
    changing.set(paper('a', { title: 'third' }));
    changing.remove('b');
    changing.remove('never there');
    expect(changing.index.size).toBe(1);
    expect(changing.search('first')).toEqual([]);
    expect(changing.search('third')).toEqual(['a']);
    expect(changing.search('second')).toEqual([]);
  });

  it('finds every part of every text, whatever it holds', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (body, from, length) => {
        const words = fold(body)
          .split(/[\s"]+/)
          .filter((word) => /^[^\p{M}\u1100-\u11ff\u3131-\u318e]/u.test(word));
        const word = words[from % Math.max(1, words.length)];
        fc.pre(word !== undefined);
        const part = Array.from(word)
          .slice(0, 1 + (length % word.length))
          .join('');
        const index = indexOf(paper('it', { text: body }));
        expect(index.search(`"${part}"`)).toEqual(['it']);
        // Out of quotes it may be syntax: `(-*` opens a group that excludes what holds `*`.
        const { node } = parseQuery(part);
        if (node?.kind === 'text' && node.text === part) {
          expect(index.search(part)).toEqual(['it']);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('initial consonants', () => {
  const index = indexOf(
    paper('title', { title: '강화학습의 이해' }),
    paper('text', { title: 'RL', text: 'RLHF는 인간 피드백 강화학습이다.' }),
    paper('other', { title: '사전 훈련' }),
  );

  it.each([
    ['ㄱㅎㅎㅅ', ['title', 'text']],
    ['강화ㅎㅅ', ['title', 'text']],
    ['강ㅎ', ['title', 'text']],
    ['강화ㅅ', []],
    ['ㄱㅎㅎㅅ ㅍㄷㅂ', ['text']],
    ['ㄱㅎㅎㅅ -이해', ['text']],
    ['ㅅㅈ', ['other']],
    ['ㅏㅏ', []],
  ])('%s finds %j', (query, ids) => {
    expect(index.search(query)).toEqual(ids);
  });

  it('reads a cluster as the consonants that the keyboard joined', () => {
    expect(indexOf(paper('a', { title: '감사' })).search('ㄳ')).toEqual(['a']);
  });

  it('still finds consonants that are printed as such', () => {
    expect(indexOf(paper('a', { title: 'ㅋㅋㅋ 논문' })).search('ㅋㅋ')).toEqual(['a']);
  });
});

describe('the order of what is found', () => {
  it('puts titles before authors before text', () => {
    const index = indexOf(
      paper('text', { title: 'x', text: 'adam', date: '2024-03-01', votes: 90 }),
      paper('author', { title: 'x', authors: ['Adam Smith'], date: '2024-02-01' }),
      paper('title', { title: 'Adam', date: '2014-12-22' }),
    );
    expect(index.search('adam')).toEqual(['title', 'author', 'text']);
  });

  it.each([
    ['lora', ['LoRA: Low-Rank', 'Exploratory Data']],
    ['LORA rank', ['LoRA: Low-Rank']],
    ['"low rank"', ['Follow Slow  Rank, then Low Rank', 'Slow Rank']],
    ['학습', ['심층강화학습 입문', '학습의 이해']],
    ['rag', ['한국어RAG', 'M$^{2}$ (RAG)', 'Storage']],
    ['ㅎㅅ', ['심층강화학습 입문', '학습의 이해']],
  ])(
    'puts titles in which %s begins a word before those in which it is inside one',
    (query, titles) => {
      const printed = [
        ['Exploratory Data', '2024-12-01'],
        ['Slow Rank', '2024-12-01'],
        ['Storage', '2024-12-01'],
        ['심층강화학습 입문', '2024-11-01'],
        ['한국어RAG', '2024-11-01'],
        ['학습의 이해', '2024-10-01'],
        ['M$^{2}$ (RAG)', '2024-10-01'],
        ['LoRA: Low-Rank', '2021-06-17'],
        ['Follow Slow  Rank, then Low Rank', '2020-01-01'],
      ] as const;
      const index = indexOf(...printed.map(([title, date]) => paper(title, { title, date })));
      expect(index.search(query)).toEqual(titles);
    },
  );

  it('asks first in which field a word stands, then whether it begins there', () => {
    const index = indexOf(
      paper('author', { title: 'LoRA', authors: ['Data Lee'], date: '2024-01-02' }),
      paper('inside', { title: 'Exploratory Metadata' }),
      paper('text', { title: 'x', text: 'lora data', date: '2024-01-02' }),
    );
    expect(index.search('lora data')).toEqual(['inside', 'author', 'text']);
  });

  it('puts newer first, then more votes, then as the digests print them', () => {
    const index = indexOf(
      paper('undated', { title: 'x' }),
      paper('few', { title: 'x', date: '2024-02-05', votes: 0 }),
      paper('unstated', { title: 'x', date: '2024-02-05' }),
      paper('many', { title: 'x', date: '2024-02-05', votes: 28 }),
      paper('many2', { title: 'x', date: '2024-02-05', votes: 28 }),
      paper('newest', { title: 'x', date: '2024-02-06', votes: 1 }),
    );
    const order = ['newest', 'many', 'many2', 'few', 'unstated', 'undated'];
    expect(index.search('x')).toEqual(order);
  });
});
