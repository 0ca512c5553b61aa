import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choseongWord } from '../../../src/shared/query/choseong.ts';
import { InitialSignatures } from '../../../src/core/search/initials.ts';
import { fold } from '../../../src/shared/query/fold.ts';

const korean = fc.string({
  unit: fc.oneof(
    fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code)),
    fc.constantFrom(' ', 'a', 'ㅋ', '.', '가', '학', '습'),
  ),
  maxLength: 40,
});

/** Whether a text may hold the initials. */
function may(text: string, word: string): boolean {
  const signatures = new InitialSignatures({ own: 0, long: 0, shared: 512 }, () => []);
  signatures.write(5, fold(text));
  const set = new Uint32Array(16).fill(0xffffffff);
  signatures.narrow(set, choseongWord(word)?.initials ?? []);
  return ((set[0] ?? 0) & (1 << 5)) !== 0;
}

function holds(text: string, word: string): boolean {
  return new RegExp(choseongWord(word)?.pattern ?? '').test(fold(text));
}

describe('signatures of initials', () => {
  const initials = fc.string({
    unit: fc.stringMatching(/^[ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎㄲㅆ]$/),
    minLength: 1,
    maxLength: 5,
  });

  it('never rule out a text that holds them, and tell one or two exactly', () => {
    fc.assert(
      fc.property(korean, initials, (text, word) => {
        const [possible, found] = [may(text, word), holds(text, word)];
        if (found || word.length <= 2) expect(possible).toBe(found);
      }),
      { numRuns: 3_000 },
    );
  });

  it('rule out most texts that do not', () => {
    expect(may('심층 강화학습 입문', 'ㄱㅎㅎㅅ')).toBe(true);
    expect(may('심층 강화학습 입문', 'ㅎㅅㅎㅅ')).toBe(false);
    expect(may('Deep learning', 'ㄱ')).toBe(false);
  });
});
