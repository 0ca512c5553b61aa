import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/shared/query/fold.ts';

describe('fold', () => {
  it.each([
    ['café', 'cafe'],
    ['Łukasz Kaiser', 'lukasz kaiser'],
    ['Søren Ångström, Đặng', 'soren angstrom, dang'],
    ['cafe\u0301', 'cafe'],
    ['ＬＬＭ', 'llm'],
    ['ﬁne‑tuning', 'fine-tuning'],
    ['What’s New', "what's new"],
    ['soft\u00adhyphen', 'softhyphen'],
    ['Straße', 'strasse'],
    ['İstanbul', 'istanbul'],
    ['ΑΣ', 'ασ'],
    ['强化学习 ガ', '强化学习 ガ'],
  ])('reads %s as %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('composes Hangul that a Mac wrote in pieces', () => {
    expect(fold('강화학습'.normalize('NFD'))).toBe('강화학습');
  });

  it('gives the same when it folds twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('takes words in any case and normal form for the same', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Za-zÀ-ÖØ-öø-ž가-힣 ]{0,30}$/),
        fc.constantFrom('NFC', 'NFD'),
        (text, form) => {
          expect(fold(text.normalize(form))).toBe(fold(text));
        },
      ),
    );
  });
});
