import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitsOf, Signatures } from '../../../src/core/search/signatures.ts';

describe('signatures', () => {
  it('never rule out a text that holds the word', () => {
    const part = fc.string({ unit: 'grapheme', maxLength: 30 });
    fc.assert(
      fc.property(part, fc.stringMatching(/^[a-z가-힣_-]{1,12}$/), part, (before, word, after) => {
        const signatures = new Signatures();
        signatures.write(0, before + word + after);
        expect(signatures.mayHold(0, bitsOf(word))).toBe(true);
      }),
    );
  });

  it('rule out most texts that do not', () => {
    const signatures = new Signatures();
    signatures.write(0, '확산 모델로 이미지를 생성한다');
    const words = ['강화학습', '트랜스포머', 'transformer', 'benchmark', '자기지도'];
    expect(words.filter((word) => signatures.mayHold(0, bitsOf(word)))).toEqual([]);
  });

  it('are kept slot by slot, replaced, and as many as are needed', () => {
    const signatures = new Signatures();
    const texts = Array.from({ length: 5_000 }, (_, slot) => `paper${slot}text`);
    texts.forEach((text, slot) => signatures.write(slot, text));
    expect(texts.every((text, slot) => signatures.mayHold(slot, bitsOf(text)))).toBe(true);
    signatures.write(7, 'other');
    expect(signatures.mayHold(7, bitsOf('paper7text'))).toBe(false);
    expect(signatures.mayHold(8, bitsOf('paper8text'))).toBe(true);
  });
});
