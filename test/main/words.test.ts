import { describe, expect, it } from 'vitest';
import { nativeLanguage, wordsIn } from '../../src/main/words.ts';

describe('the language of menus and dialogs', () => {
  it('is the one that is set', () => {
    expect(nativeLanguage('en', 'ko-KR')).toBe('en');
    expect(nativeLanguage('ko', 'en-US')).toBe('ko');
  });

  it('follows the system, and is English where that is not Korean', () => {
    expect(nativeLanguage('system', 'ko')).toBe('ko');
    expect(nativeLanguage('system', 'ko-KR')).toBe('ko');
    expect(nativeLanguage('system', 'kok-IN')).toBe('en');
    expect(nativeLanguage('system', 'ja')).toBe('en');
  });

  it('has every word in Korean', () => {
    const [english, korean] = [wordsIn('en'), wordsIn('ko')];
    for (const key of Object.keys(english) as (keyof typeof english)[]) {
      const word = korean[key];
      expect(typeof word === 'function' ? word('x') : word, key).toMatch(/[가-힣]/);
    }
  });
});
