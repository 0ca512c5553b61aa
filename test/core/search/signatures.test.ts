import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHARACTERS } from '../../../src/core/search/runs.ts';
import { Signatures } from '../../../src/core/search/signatures.ts';
import { Slots } from '../../../src/core/search/slots.ts';

function made(size: number): Signatures {
  return new Signatures({ runs: CHARACTERS, slots: new Slots([], size), learn: null });
}

/** The numbers below `size` that may hold the word. */
function candidates(signatures: Signatures, size: number, ...words: string[]): number[] {
  const set = new Uint32Array(Math.ceil(size / 512) * 16).fill(0xffffffff);
  signatures.narrow(set, words);
  return Array.from({ length: size }, (_, number) => number).filter(
    (number) => (((set[number >>> 5] ?? 0) >>> (number & 31)) & 1) === 1,
  );
}

describe('signatures', () => {
  it('never rule out a text that holds the word', () => {
    const part = fc.string({ unit: 'grapheme', maxLength: 30 });
    const word = fc.stringMatching(/^[a-z가-힣_-]{1,12}$/);
    fc.assert(
      fc.property(part, word, part, fc.nat(2_000), (before, middle, after, number) => {
        const signatures = made(1024);
        signatures.write(number, before + middle + after);
        expect(candidates(signatures, number + 1, middle)).toContain(number);
      }),
    );
  });

  it('rule out most texts that do not', () => {
    const signatures = made(4096);
    signatures.write(0, '확산 모델로 이미지를 생성한다');
    const words = ['강화학습', '트랜스포머', 'transformer', 'benchmark', '자기지도', '강', 'z'];
    expect(words.filter((word) => candidates(signatures, 1, word).length > 0)).toEqual([]);
    expect(candidates(signatures, 1, '모델로', '이미지')).toEqual([0]);
    expect(candidates(signatures, 1, '모델로', '영상')).toEqual([]);
  });

  it('are kept number by number, and taken away', () => {
    const signatures = made(4096);
    const texts = Array.from({ length: 2_000 }, (_, number) => `paper${number}text`);
    texts.forEach((text, number) => signatures.write(number, text));
    texts.forEach((text, number) => {
      expect(candidates(signatures, 2_000, text)).toContain(number);
    });
    signatures.clear(1_007);
    expect(candidates(signatures, 2_000, 'paper1007text')).not.toContain(1_007);
    expect(candidates(signatures, 2_000, 'paper1008text')).toContain(1_008);
  });
});
