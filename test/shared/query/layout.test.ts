import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { otherLayout } from '../../../src/shared/query/layout.ts';
import { typedHangul } from '../../../src/shared/query/typed-hangul.ts';

describe('words typed in the other layout', () => {
  it.each([
    ['ahepf', '모델'],
    ['ㅡㅐㅇ디', 'model'],
    ['model', null],
    ['모델', 'ahepf'],
  ])('%s is %s', (typed, meant) => {
    expect(otherLayout(typed)).toBe(meant);
  });

  it.each(['mlx', 'nJq', 'hka', 'bhKa'])('%s is no Korean', (typed) => {
    expect(otherLayout(typed)).toBeNull();
  });

  it('may be any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[A-Za-z]+$/)), (typed) => {
        otherLayout(typed);
        typedHangul(typed);
      }),
    );
  });
});
