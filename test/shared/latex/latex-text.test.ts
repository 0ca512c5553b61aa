import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latexToText } from '../../../src/shared/latex/latex-text.ts';

describe('LaTeX in titles as plain text', () => {
  it.each([
    ['M$^{2}$UGen: Music', 'M²UGen: Music'],
    ['Synth$^2$: Captions', 'Synth²: Captions'],
    ['SOTOPIA-$π$: Agents', 'SOTOPIA-π: Agents'],
    ['\\textsc{StepCoder}: Code', 'StepCoder: Code'],
    ['$\\sim$20 tasks', '~20 tasks'],
    ['$\\lambda$-ECLIPSE', 'λ-ECLIPSE'],
    ['$\\pi_{0}$: a policy', 'π₀: a policy'],
    ['$\\boldsymbol{\\pi}_0$', 'π₀'],
    ['$\\mathcal{O}(n^{2})$ attention', 'O(n²) attention'],
    ['$k_{max}$-NN', 'kₘₐₓ-NN'],
    ['$x_{Q}$', 'x_Q'],
    ['$\\infty$Bench', '∞Bench'],
    ['$\\frac{1}{2}$ the cost', '1/2 the cost'],
    ['{\\bf Bold} \\& 100\\%', 'Bold & 100%'],
    ['Erd\\H{o}s, \\\'etude, na\\"{i}ve', 'Erdős, étude, naïve'],
    ['$3\\times$ faster', '3× faster'],
    ['$\\unknowncommand$', 'unknowncommand'],
    ['for $5 and $10', 'for $5 and $10'],
    ['No LaTeX {here}', 'No LaTeX {here}'],
    ['한국어 $^2$ 제목', '한국어 ² 제목'],
  ])('%j reads %j', (title, expected) => {
    expect(latexToText(title)).toBe(expected);
  });

  it('takes any title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        expect(typeof latexToText(title)).toBe('string');
      }),
    );
  });

  it('leaves a title without LaTeX as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        fc.pre(!/[$\\{}]/.test(title));
        expect(latexToText(title)).toBe(title);
      }),
    );
  });
});
