import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../src/shared/query/parse.ts';
import { printQuery } from '../../../src/shared/query/print.ts';
import type { QueryNode } from '../../../src/shared/query/syntax.ts';
import { querySource } from './arbitraries.ts';

const node = (query: string): QueryNode | null => parseQuery(query).node;
const word = (text: string): QueryNode => ({ kind: 'text', field: 'any', text, quoted: false });

describe('a query', () => {
  it.each<[string, QueryNode | null]>([
    ['', null],
    ['  -  "" () ) OR | ', null],
    ['강화 lora', { kind: 'all', parts: [word('강화'), word('lora')] }],
    [
      'a b OR c',
      { kind: 'any', parts: [{ kind: 'all', parts: [word('a'), word('b')] }, word('c')] },
    ],
    [
      'a (b | c)',
      { kind: 'all', parts: [word('a'), { kind: 'any', parts: [word('b'), word('c')] }] },
    ],
    ['a OR OR b OR', { kind: 'any', parts: [word('a'), word('b')] }],
    ['-(a OR b', { kind: 'not', part: { kind: 'any', parts: [word('a'), word('b')] } }],
    ['or and', { kind: 'all', parts: [word('or'), word('and')] }],
    ['f(x)', word('f(x)')],
    ['(RAG)', word('RAG')],
    ['--x', { kind: 'not', part: word('-x') }],
    ['zero-shot', word('zero-shot')],
    ['"a  phrase', { kind: 'text', field: 'any', text: 'a  phrase', quoted: true }],
    ['“굽은 따옴표”', { kind: 'text', field: 'any', text: '굽은 따옴표', quoted: true }],
    ['author:"Wei Shen"', { kind: 'text', field: 'author', text: 'Wei Shen', quoted: true }],
    ['저자:김하늘', { kind: 'text', field: 'author', text: '김하늘', quoted: false }],
    ['제목：학습', { kind: 'text', field: 'title', text: '학습', quoted: false }],
    ['AUTHOR:kim', { kind: 'text', field: 'author', text: 'kim', quoted: false }],
    [
      '-author:kim',
      { kind: 'not', part: { kind: 'text', field: 'author', text: 'kim', quoted: false } },
    ],
    ['"author:kim"', { kind: 'text', field: 'any', text: 'author:kim', quoted: true }],
    ['list:"Read next"', { kind: 'list', name: 'Read next' }],
    ['목록:나중에', { kind: 'list', name: '나중에' }],
    ['in:papers', { kind: 'in', name: 'papers' }],
    ['is:UNREAD', { kind: 'is', value: 'unread' }],
    ['상태:"안 읽음"', { kind: 'is', value: 'unread' }],
    ['has:동영상', { kind: 'has', value: 'video' }],
    ['https://arxiv.org', word('https://arxiv.org')],
    ['12:30', word('12:30')],
    ['title<x>', word('title<x>')],
  ])('%s is read', (query, expected) => {
    expect(node(query)).toEqual(expected);
  });

  const day = (prefix: string) => ({ kind: 'day', prefix }) as const;
  const ago = (days: number) => ({ kind: 'ago', days }) as const;
  it.each([
    ['2024', day('2024'), day('2024')],
    ['2024-2', day('2024-02'), day('2024-02')],
    ['2024/02/05', day('2024-02-05'), day('2024-02-05')],
    ['2024년2월5일', day('2024-02-05'), day('2024-02-05')],
    ['2024-02..2024-03', day('2024-02'), day('2024-03')],
    ['2024.02..2024.03', day('2024-02'), day('2024-03')],
    ['2024-03~2024-02', day('2024-02'), day('2024-03')],
    ['2024..2024-03', day('2024'), day('2024-03')],
    ['2024-02..', day('2024-02'), null],
    ['..2024', null, day('2024')],
    ['>=2024-02', day('2024-02'), null],
    ['>2024-12', day('2025-01'), null],
    ['<2024-03-01', null, day('2024-02-29')],
    ['<2024', null, day('2023')],
    ['=2024', day('2024'), day('2024')],
    ['today', ago(0), ago(0)],
    ['어제', ago(1), ago(1)],
    ['7d', ago(7), null],
    ['14일..7일', ago(14), ago(7)],
    ['>7d', ago(6), null],
  ])('date:%s has both its ends', (value, from, to) => {
    expect(parseQuery(`date:${value}`)).toEqual({ node: { kind: 'date', from, to }, hints: [] });
  });

  it.each([
    ['>20', 21, null],
    ['>=20', 20, null],
    ['≥20', 20, null],
    ['<5', null, 4],
    ['<=5', null, 5],
    ['=0', 0, 0],
    ['7', 7, 7],
    ['5..20', 5, 20],
    ['20..5', 5, 20],
    ['5..', 5, null],
    ['..5', null, 5],
  ])('votes:%s has both its ends', (value, min, max) => {
    expect(parseQuery(`votes:${value}`)).toEqual({ node: { kind: 'votes', min, max }, hints: [] });
    expect(node(`추천:${value}`)).toEqual({ kind: 'votes', min, max });
  });

  it('compares without a colon too', () => {
    expect(node('votes>20')).toEqual({ kind: 'votes', min: 21, max: null });
    expect(node('date<2024')).toEqual({ kind: 'date', from: null, to: day('2023') });
  });

  it.each([
    ['date:2024-13', { kind: 'value', operator: 'date', value: '2024-13' }],
    ['date:>2024-02-30', { kind: 'value', operator: 'date', value: '>2024-02-30' }],
    ['date:2023-02-29', { kind: 'value', operator: 'date', value: '2023-02-29' }],
    ['날짜:2024년4월31일', { kind: 'value', operator: 'date', value: '2024년4월31일' }],
    ['date:soon', { kind: 'value', operator: 'date', value: 'soon' }],
    ['date:..', { kind: 'value', operator: 'date', value: '..' }],
    ['votes:many', { kind: 'value', operator: 'votes', value: 'many' }],
    ['votes:>', { kind: 'value', operator: 'votes', value: '>' }],
    ['is:blue', { kind: 'value', operator: 'is', value: 'blue' }],
    ['has:zebra', { kind: 'value', operator: 'has', value: 'zebra' }],
    ['author:', { kind: 'value', operator: 'author', value: '' }],
    ['list:""', { kind: 'value', operator: 'list', value: '' }],
  ])('%s is left out, and told', (query, hint) => {
    expect(parseQuery(query)).toEqual({ node: null, hints: [hint] });
    expect(parseQuery(`lora -${query}`)).toEqual({ node: word('lora'), hints: [hint] });
  });

  it.each([
    ['auther:kim', 'author'],
    ['auhtor:kim', 'author'],
    ['ttle:x', 'title'],
    ['dates:2024', 'date'],
    ['lists:x', 'list'],
  ])('%s is a word, and %s is proposed', (query, meant) => {
    const { node: read, hints } = parseQuery(query);
    expect(read).toEqual(word(query));
    expect(hints).toEqual([{ kind: 'unknownOperator', typed: query.split(':')[0], meant }]);
  });

  it.each(['gpt:4', 'arXiv:2402.01391', 'on:x', 'https://a.b', '결론:강화'])(
    '%s is a word',
    (query) => {
      expect(parseQuery(query)).toEqual({ node: word(query), hints: [] });
    },
  );

  it('reads anything, and what it prints as the same again', () => {
    fc.assert(
      fc.property(querySource, (source) => {
        const read = node(source);
        const printed = printQuery(read);
        expect(node(printed)).toEqual(read);
        expect(parseQuery(printed).hints.filter(({ kind }) => kind === 'value')).toEqual([]);
      }),
      { numRuns: 5_000 },
    );
  });

  it('reads any characters at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (source) => {
        const read = node(source);
        expect(node(printQuery(read))).toEqual(read);
      }),
      { numRuns: 2_000 },
    );
  });

  it('reads a thousand parentheses', () => {
    expect(node('('.repeat(999) + 'a')).toEqual(word('a'));
    expect(node('-('.repeat(500) + 'a')).not.toBeNull();
  });
});
