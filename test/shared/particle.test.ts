import { expect, test } from 'vitest';
import { withParticle } from '../../src/shared/particle.ts';

test.each([
  ['논문 3편', '논문 3편을'],
  ['저자:', '저자:를'],
  ['“모음”', '“모음”을'],
  ['“세미나”', '“세미나”를'],
  ['“Thesis”', '“Thesis”을(를)'],
  ['ㅋ', 'ㅋ을(를)'],
  ['“”', '“”을(를)'],
])('%s takes its particle: %s', (word, expected) => {
  expect(withParticle(word, '을', '를')).toBe(expected);
});
