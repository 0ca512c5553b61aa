import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formulaAt, splitFormulas } from '../../../src/shared/latex/formula.ts';

function sources(text: string): string[] {
  return splitFormulas(text).flatMap((part) => (typeof part === 'string' ? [] : [part.source]));
}

describe('formulas in text', () => {
  it.each([
    ['M$^{2}$UGen', ['^{2}']],
    ['Synth$^2$: Boosting', ['^2']],
    ['SOTOPIA-$π$: Learning', ['π']],
    ['about $\\sim$20 tasks', ['\\sim']],
    ['$x$, $y$ and \\(z\\)', ['x', 'y', 'z']],
    ['$$a + b$$', ['a + b']],
    [
      '\\[\\begin{matrix} a \\\\[2pt] b \\end{matrix}\\]',
      ['\\begin{matrix} a \\\\[2pt] b \\end{matrix}'],
    ],
    ['$a\\$b$', ['a\\$b']],
    ['$2 \\times 3$', ['2 \\times 3']],
    ['$10$-fold', ['10']],
  ])('finds %j', (text, expected) => {
    expect(sources(text)).toEqual(expected);
  });

  it.each([
    'it costs $5 and $10 a month',
    'between $5/$10',
    'costs $5 (or US$6)',
    '$3 million to $4 million',
    '$5원에서 $6원',
    'US$20, then $30.',
    'escaped \\$x\\$ dollars',
    'one $ alone',
    '$ spaced $',
    '$these are words$',
    '$a\n\nb$',
    '\\(never closed',
    '$$ $$',
  ])('leaves %j alone', (text) => {
    expect(sources(text)).toEqual([]);
  });

  it('never loses or adds a character', () => {
    const alphabet = fc.constantFrom(
      '$',
      '\\',
      '(',
      ')',
      '[',
      ']',
      'x',
      '5',
      ' ',
      '\n',
      '가',
      '^',
      '{',
    );
    fc.assert(
      fc.property(fc.array(alphabet, { maxLength: 60 }), (characters) => {
        const text = characters.join('');
        const parts = splitFormulas(text);
        expect(parts.map((part) => (typeof part === 'string' ? part : part.raw)).join('')).toBe(
          text,
        );
      }),
    );
  });

  it('tells display formulas from inline ones', () => {
    expect(formulaAt('$$x$$')?.display).toBe(true);
    expect(formulaAt('\\[x\\]')?.display).toBe(true);
    expect(formulaAt('$x$')?.display).toBe(false);
    expect(formulaAt('\\(x\\)')?.display).toBe(false);
  });
});
