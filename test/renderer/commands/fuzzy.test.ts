import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commands } from '../../../src/shared/commands.ts';
import { fuzzyMatch } from '../../../src/renderer/commands/fuzzy.ts';

/** The titles that fit best, in both languages. */
function best(typed: string): readonly string[] {
  return commands
    .flatMap(({ title }) => [title.en, title.ko])
    .flatMap((name) => {
      const match = fuzzyMatch(typed, name);
      return match === null ? [] : [{ name, score: match.score }];
    })
    .sort((a, b) => b.score - a.score)
    .map(({ name }) => name);
}

describe('finding by a few letters', () => {
  it.each([
    ['star', 'Star'],
    ['mabr', 'Mark Above Read'],
    ['mark older', 'Mark Older Read…'],
    ['older mark', 'Mark Older Read…'],
    ['opdf', 'Open the PDF'],
    ['nup', 'Next Unread Paper'],
    ['cobib', 'Copy BibTeX'],
    ['별표', '별표'],
    ['다음 논문', '다음 논문'],
    ['ㄷㅇㄴㅁ', '다음 논문'],
    ['ㅇㅇ ㅍㅅ', '안 읽음으로 표시'],
    ['실취', '실행 취소'],
  ])('%s means %s before all others', (typed, wanted) => {
    expect(best(typed)[0]).toBe(wanted);
  });

  it('reads what was typed in the other layout', () => {
    expect(best('quf')[0]).toBe('별표');
    expect(best('ㄴㅅㅁㄱ')[0]).toBe('Star');
  });

  it('finds while a syllable is being composed', () => {
    for (const typed of [
      'ㄷ',
      '다',
      '당',
      '다으',
      '다음',
      '다음 ㄴ',
      '다음 노',
      '다음 논',
      '다음 논ㅁ',
      '다음 논무',
    ]) {
      expect(best(typed), typed).toContain('다음 논문');
    }
  });

  it('finds nothing by chance letters', () => {
    expect(fuzzyMatch('xqz', 'Mark All Read')).toBeNull();
    expect(fuzzyMatch('ㅋㅋㅋ', '다음 논문')).toBeNull();
    expect(fuzzyMatch('star wars', 'Star')).toBeNull();
  });

  it('reads two consonants that a keyboard made one', () => {
    expect(fuzzyMatch('ㄳ', '검색')?.at).toEqual([0, 1]);
  });

  it('does not mind accents and case', () => {
    expect(fuzzyMatch('uber', 'Über den Wolken')?.at).toEqual([0, 1, 2, 3]);
  });

  it('tells which characters were meant', () => {
    expect(fuzzyMatch('opdf', 'Open the PDF')?.at).toEqual([0, 9, 10, 11]);
    expect(fuzzyMatch('', 'Star')).toEqual({ score: 0, at: [] });
  });

  it('finds every name by itself, by its beginning, and by its initials, and marks only what is there', () => {
    const name = fc.constantFrom(...commands.flatMap(({ title }) => [title.en, title.ko]));
    fc.assert(
      fc.property(name, fc.integer({ min: 2, max: 40 }), (text, length) => {
        expect(best(text)[0]).toBe(text);
        const match = fuzzyMatch(text.slice(0, length), text);
        expect(match).not.toBeNull();
        const at = match?.at ?? [];
        expect([...at].sort((a, b) => a - b)).toEqual(at);
        expect(at.every((index) => index >= 0 && index < text.length)).toBe(true);
      }),
    );
  });

  it('answers anything at once', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        (typed, text) => {
          const match = fuzzyMatch(typed, text);
          const length = Array.from(text.normalize('NFC')).length;
          expect(match?.at.every((index) => index < length) ?? true).toBe(true);
        },
      ),
    );
  });
});
