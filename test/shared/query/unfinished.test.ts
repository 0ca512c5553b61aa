import fc from 'fast-check';
import { disassemble } from 'es-hangul';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../src/shared/query/parse.ts';
import { unfinishedPattern } from '../../../src/shared/query/unfinished.ts';

const syllable = fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code));

describe('an unfinished syllable', () => {
  it.each([
    ['데', ['데', '델', '뎋'], ['대', '도', '디']],
    ['고', ['고', '과', '괴', '굏'], ['교', '거', '구']],
    ['그', ['그', '긔', '극'], ['기']],
    ['과', ['과', '관'], ['고', '괘']],
    ['몯', ['몯', '모델', '모두'], ['모', '모르', '몬']],
    ['갑', ['갑', '값', '가방'], ['가', '갓']],
    ['각', ['각', '갃', '가격'], ['갂', '가까']],
    ['닭', ['닭', '달걀'], ['달', '달아', '다가']],
    ['ㅎ', ['하', '학'], ['가']],
  ])('%s may become one of %j, and none of %j', (last, may, never) => {
    const pattern = new RegExp(`^${unfinishedPattern(last)}`);
    expect(may.filter((text) => !pattern.test(text))).toEqual([]);
    expect(never.filter((text) => pattern.test(text))).toEqual([]);
  });

  it('may become what begins with the same keys', () => {
    fc.assert(
      fc.property(syllable, syllable, syllable, (last, first, second) => {
        const pattern = new RegExp(`^${unfinishedPattern(last)}`);
        for (const text of [last + second, first + second]) {
          expect(pattern.test(text)).toBe(disassemble(text).startsWith(disassemble(last)));
        }
      }),
    );
  });
});

describe('a query that is still composed', () => {
  const composing = (query: string, end = query.length): readonly string[] => {
    const { node } = parseQuery(query, end);
    const nodes = node === null ? [] : node.kind === 'all' ? node.parts : [node];
    return nodes.flatMap((each) => (each.kind === 'text' && each.composing ? [each.text] : []));
  };

  it.each([
    ['모데', ['모데']],
    ['강화 모데', ['모데']],
    ['title:모데', ['모데']],
    ['"강화 모데', ['강화 모데']],
    ['"강화 ㅎ', ['강화 ㅎ']],
    ['loraㅎ', ['loraㅎ']],
    // Initials, and what no input method composes.
    ['ㄱㅎ', []],
    ['강화ㅎ', []],
    ['모데 ', []],
    ['lora', []],
    ['date:2024', []],
  ])('has in %s unfinished: %j', (query, expected) => {
    expect(composing(query)).toEqual(expected);
  });

  it('has the word unfinished that it is composed in, wherever that stands', () => {
    expect(composing('모데 강화', 2)).toEqual(['모데']);
    expect(composing('모데 강화', 1)).toEqual([]);
    expect(composing('모데 강화'.normalize('NFD'), 4)).toEqual(['모데']);
  });

  it('is the same as a finished one but for that', () => {
    expect(parseQuery('강화 모데', 5)).not.toEqual(parseQuery('강화 모데'));
    expect(parseQuery('강화 모데', 0)).toEqual(parseQuery('강화 모데'));
  });
});
