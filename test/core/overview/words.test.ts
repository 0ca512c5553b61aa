import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stemsOf } from '../../../src/core/overview/korean-stem.ts';
import { wordsOf, WordTally } from '../../../src/core/overview/word-tally.ts';
import { Slicer } from '../../../src/core/slices.ts';

async function top(...texts: string[]): Promise<Record<string, number>> {
  const tally = new WordTally(texts.map(wordsOf));
  const words = await tally.top(50, () => false, new Slicer());
  return Object.fromEntries(words.map(({ name, total }) => [name, total]));
}

describe('Korean stems', () => {
  it('are words without particles that fit the sound before them', () => {
    expect(stemsOf('모델들에서는')).toContain('모델');
    expect(stemsOf('이미지를')).toEqual(['이미지']);
    expect(stemsOf('모델로')).toEqual(['모델']);
    // 가 follows a vowel: 전문가 is a word of its own.
    expect(stemsOf('전문가')).toEqual([]);
    expect(stemsOf('효과')).toEqual([]);
  });

  it('are the nouns of 하다, 되다 and 시키다', () => {
    for (const form of [
      '학습하는',
      '학습합니다',
      '학습된',
      '학습시켰습니다',
      '학습했다',
      '학습을',
    ]) {
      expect(stemsOf(form), form).toContain('학습');
    }
  });

  it('are shorter than their word, and begin it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[가-힣]{1,12}$/), (word) => {
        for (const stem of stemsOf(word)) {
          expect(word.startsWith(stem)).toBe(true);
          expect(stem.length).toBeLessThan(word.length);
          expect(stem.length).toBeGreaterThan(1);
        }
      }),
    );
  });
});

describe('the words of many texts', () => {
  it('count each text once, with all forms of a word together', async () => {
    expect(await top('모델은 모델을 낸다', '모델이', '모델', '강아지')).toMatchObject({ 모델: 3 });
  });

  it('stay whole where no other word shares the stem', async () => {
    // 도 looks like a particle: nothing else speaks of 온.
    expect(Object.keys(await top('고속도로'))).toEqual(['고속도로']);
  });

  it('leave stop words, addresses, formulas and single letters out', async () => {
    const words = await top(
      'the model 그리고 것을 https://x.org/path $x + y$ a b',
      'Models of the',
    );
    expect(words).toEqual({ model: 2 });
  });

  it('are shown as they are mostly written', async () => {
    expect(await top('LLM', 'LLMs', 'llm', 'LLM')).toEqual({ LLM: 4 });
  });

  it('come of any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary' }), { maxLength: 5 }), async (texts) => {
        for (const total of Object.values(await top(...texts))) {
          expect(total).toBeLessThanOrEqual(texts.length);
        }
      }),
    );
  });
});
