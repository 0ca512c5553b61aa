import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KEYSTROKES, keystrokesOf } from '../../../src/core/search/keystrokes.ts';
import { Signatures } from '../../../src/core/search/signatures.ts';
import { Slots } from '../../../src/core/search/slots.ts';
import { indexOfTerm, toTerm } from '../../../src/core/search/term.ts';
import { fold } from '../../../src/shared/query/fold.ts';

const letters = fc.constantFrom('가', '각', '갃', '사', '삭', '과', '괄', '닭', '달', '다', '아');
const text = fc.string({
  unit: fc.oneof(letters, fc.constantFrom('ㄱ', 'ㄹ', 'ㅅ', 'ㄳ', 'ㅏ', ' ', 'a', '.')),
  maxLength: 12,
});

/** Whether signatures say that a text may hold what is typed with the keys of a word, and that it does for certain. */
function told(held: string, word: string): { readonly may: boolean; readonly sure: boolean } {
  // As learned from this text: what it holds has slots of its own.
  const keys = keystrokesOf(fold(held));
  const slots = Slots.learned([keys, keys], KEYSTROKES, { own: 64, long: 64, shared: 64 });
  const signatures = new Signatures({ runs: KEYSTROKES, slots, learn: null });
  signatures.write(5, keys);
  const set = new Uint32Array(16).fill(0xffffffff);
  signatures.narrow(set, [keystrokesOf(word)]);
  const sure = signatures.sure(set, [keystrokesOf(word)]);
  return { may: ((set[0] ?? 0) & (1 << 5)) !== 0, sure: ((sure[0] ?? 0) & (1 << 5)) !== 0 };
}

function holds(held: string, word: string): boolean {
  const term = toTerm({ kind: 'text', field: 'any', text: word, quoted: false, composing: true });
  return indexOfTerm(fold(held), term, 0) >= 0;
}

describe('signatures of keystrokes', () => {
  it('never rule out a text that holds an unfinished word, and are sure of none that does not', () => {
    const word = fc.string({ unit: letters, minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(text, word, (held, typed) => {
        const { may, sure } = told(held, typed);
        if (holds(held, typed)) expect(may).toBe(true);
        else expect(sure).toBe(false);
      }),
      { numRuns: 3_000 },
    );
  });

  it('tell what is typed in a row from what is not', () => {
    expect(told('큰 모델을', '몯')).toEqual({ may: true, sure: true });
    expect(told('큰 모델을', '모데')).toEqual({ may: true, sure: true });
    expect(told('모 데', '몯').sure).toBe(false);
    // A bare consonant begins no syllable.
    expect(told('가ㄱ사', '각')).toEqual({ may: true, sure: true });
    expect(told('가ㄱ사', '각사').sure).toBe(false);
  });
});
