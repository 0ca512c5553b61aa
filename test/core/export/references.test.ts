import { describe, expect, it } from 'vitest';
import { writeReferences } from '../../../src/core/export/references.ts';
import { citationStyles } from '../../../src/shared/export-formats.ts';
import { exportOptions, exportPaper, HOSTILE } from './papers.ts';

type Parts = Parameters<typeof exportPaper>[0];

async function references(style: string, ...papers: Parts[]): Promise<string> {
  let text = '';
  const options = exportOptions({ citationStyle: style });
  for await (const piece of writeReferences(papers.map(exportPaper), options)) text += piece;
  return text;
}

const paper: Parts = {
  row: {
    id: 'arxiv:2402.01391',
    title: 'StepCoder: Improve Code with $\\lambda$ & 50%',
    authors: ['Wei Shen', 'Laurens van der Maaten', '김하늘'],
    read: true,
  },
  arxivId: '2402.01391',
  links: {
    page: null,
    abstract: 'https://arxiv.org/abs/2402.01391',
    pdf: null,
    project: null,
    code: null,
  },
};
const korean: Parts = {
  row: {
    id: 'title:k',
    title: '강화 학습 입문: 첫걸음',
    authors: ['김하늘', '이바다'],
    date: '2024-03-01',
  },
};

describe('references', () => {
  it.each(Object.keys(citationStyles))(
    'in %s name authors, title, year and archive',
    async (style) => {
      const text = await references(style, paper);
      expect(text).toMatch(/Shen/);
      expect(text).toMatch(/van der Maaten|Maaten, L|et al/);
      expect(text).toMatch(/김하늘|et al/);
      expect(text).toMatch(
        /StepCoder: Improve code with λ & 50%|StepCoder: Improve Code with [λΛ] & 50%/i,
      );
      expect(text).toContain('2024');
      expect(text.trim().split('\n')).toHaveLength(1);
      expect(text).not.toMatch(/undefined|NaN|&#|<|read/);
    },
  );

  it('in APA are as APA prints them', async () => {
    expect(await references('apa', paper)).toBe(
      'Shen, W., van der Maaten, L., & 김하늘. (2024). StepCoder: Improve Code with λ & 50% (arXiv:2402.01391). arXiv. https://arxiv.org/abs/2402.01391\n',
    );
  });

  it('keep Korean names whole and Korean titles as printed', async () => {
    for (const style of Object.keys(citationStyles)) {
      const text = await references(style, korean);
      expect(text).toMatch(/김하늘|et al/);
      expect(text).toContain('이바다');
      expect(text).toContain('강화 학습 입문: 첫걸음');
    }
  });

  it('in IEEE are numbered in the order given', async () => {
    const text = await references('ieee', korean, paper);
    expect(text).toMatch(/^\[1\] 김하늘[\s\S]*\n\n\[2\] W\. Shen/);
  });

  it('in a style that is not known are those of APA; of no papers there are none', async () => {
    expect(await references('__proto__', paper)).toBe(await references('apa', paper));
    expect(await references('apa')).toBe('');
  });

  it('show hostile titles as text', async () => {
    for (const title of [...HOSTILE, '<i>x</i> <span class="nocase">y</span>']) {
      const text = await references('ieee', { row: { title, authors: [title] } });
      expect(text).not.toMatch(/[\0\u202e\u2060]/);
      expect(text.trim().split('\n')).toHaveLength(1);
    }
    expect(await references('ieee', { row: { title: 'On <i>x</i> and <script>' } })).toContain(
      '<i>x</i> and <script>',
    );
  });

  it('of many papers are made in several slices, and are those of one', async () => {
    const many = Array.from({ length: 60 }, (_, index): Parts => ({
      row: {
        id: `arxiv:2402.${String(index).padStart(5, '0')}`,
        title: `Title ${String((index * 7) % 60).padStart(2, '0')}`,
        authors: ['Wei Shen'],
        date: '2024-02-05',
      },
    }));
    const numbered = (await references('ieee', ...many)).trim().split('\n\n');
    expect(numbered.map((line) => line.slice(0, line.indexOf(' ')))).toEqual(
      many.map((_, index) => `[${index + 1}]`),
    );
    const sorted = (await references('apa', ...many)).trim().split('\n\n');
    expect(sorted.map((line) => /Title \d\d/.exec(line)?.[0])).toEqual(
      many.map((_, index) => `Title ${String(index).padStart(2, '0')}`),
    );
    // Alike in author and year: a letter for each, over all of them.
    expect(new Set(sorted.map((line) => /2024[a-z]+/.exec(line)?.[0])).size).toBe(60);
    let pieces = 0;
    const papers = many.map(exportPaper);
    for await (const piece of writeReferences(papers, exportOptions({ citationStyle: 'apa' }))) {
      expect(piece.length).toBeLessThan(5_000);
      pieces += 1;
    }
    expect(pieces).toBeGreaterThan(5);
  });
});
