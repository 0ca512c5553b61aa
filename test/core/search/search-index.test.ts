import { disassemble } from 'es-hangul';
import { describe, expect, it } from 'vitest';
import { forEachBit } from '../../../src/core/bits.ts';
import { SearchIndex } from '../../../src/core/search/search-index.ts';
import type { TextNode } from '../../../src/shared/query/syntax.ts';
import { keystrokes } from '../../bench/queries.ts';
import { Random } from '../../bench/random.ts';
import { choseongWord } from '../../../src/shared/query/choseong.ts';
import { composed } from '../../shared/query/typing.ts';

/** Several blocks of signatures, of which the later ones have learned from what came before. */
const PAPERS = 2_600;
const COMMON = ['강화학습', '모델의', '모델은', '보여줍니다', '성능을', 'language', 'data', 'x-y'];
const RARE = ['까마귀', '빨래', '쌓기', 'quartz', '뷁', 'ㄳ', '갃', '델모', '화강'];

function texts(random: Random): string[] {
  return Array.from({ length: PAPERS }, (_, number) => {
    // As when a folder in another language is opened second.
    const words = number < 700 ? ['data', 'language', 'deep', 'metadata'] : COMMON;
    const some = Array.from({ length: 6 }, () => random.pick(words));
    return [...some, ...(random.chance(0.1) ? [random.pick(RARE)] : [])].join(
      random.chance(0.5) ? ' ' : '',
    );
  });
}

function naive(all: ReadonlyMap<number, string>, word: string): number[] {
  const pattern = choseongWord(word)?.pattern;
  const folded = word.normalize('NFKC');
  const holds = (text: string): boolean =>
    pattern === undefined
      ? text.normalize('NFKC').includes(folded)
      : new RegExp(pattern).test(text.normalize('NFKC'));
  return [...all].flatMap(([number, text]) => (holds(text) ? [number] : []));
}

/** Those that are typed with these keys in a row; composed states end with them, and begin with a syllable. */
function naiveComposed(all: ReadonlyMap<number, string>, state: string): number[] {
  const keys = disassemble(state);
  return [...all].flatMap(([number, text]) => (disassemble(text).includes(keys) ? [number] : []));
}

describe('the search index', () => {
  it('finds what a look at each text finds, while words are typed and papers come and go', () => {
    const random = new Random(7);
    const index = new SearchIndex();
    const all = new Map<number, string>();
    const put = (number: number, text: string): void => {
      index.set(number, { title: '', authors: [], text });
      all.set(number, text);
    };
    texts(random).forEach((text, number) => put(number, text));
    const all512 = new Uint32Array(Math.ceil(PAPERS / 512) * 16).fill(0xffffffff);
    const found = (word: string, composing?: true): number[] => {
      const plain: TextNode = { kind: 'text', field: 'any', text: word, quoted: false };
      const node = composing === undefined ? plain : { ...plain, composing };
      const numbers: number[] = [];
      forEachBit(index.find(node, all512, false).found, (number) => numbers.push(number));
      return numbers;
    };
    const typed = [
      ...COMMON,
      ...RARE,
      '보여준다',
      'ㅂㅇㅈㄴㄷ',
      'ㄱㅎㅎㅅ',
      'ㄲㅁㄱ',
      'ㅆㄱ',
      '모ㄷㅇ',
      'languages',
    ].flatMap((word) => keystrokes(word));
    const states = [...COMMON, ...RARE, '보여준다', '모양', '성과', '달걀']
      .filter((word) => /^[가-힣]+$/.test(word))
      .flatMap((word) => composed(word).filter((state) => /[가-힣]$/.test(state)));
    const check = (): void => {
      for (const state of states) {
        expect(found(state, true), state).toEqual(naiveComposed(all, state));
      }
      for (const word of typed) expect(found(word), word).toEqual(naive(all, word));
    };
    check();
    for (let turn = 0; turn < 300; turn += 1) {
      const number = random.between(0, PAPERS - 1);
      if (random.chance(0.3)) {
        index.remove(number);
        all.delete(number);
      } else put(number, random.pick([...COMMON, ...RARE]));
    }
    const sorted = [...all].sort(([a], [b]) => a - b);
    all.clear();
    for (const [number, text] of sorted) all.set(number, text);
    check();
  });
});
