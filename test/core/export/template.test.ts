import { describe, expect, it } from 'vitest';
import { writeTemplate } from '../../../src/core/export/template.ts';
import { exportOptions, exportPaper, HOSTILE, written } from './papers.ts';

const paper = exportPaper({
  row: {
    id: 'arxiv:2402.01391',
    title: 'A $x^2$ & 50%',
    authors: ['Wei Shen', '김하늘'],
    votes: 0,
  },
  arxivId: '2402.01391',
  note: '메모',
  lists: ['주말'],
});

function render(template: string, patch: Parameters<typeof exportOptions>[0] = {}): string {
  return written(writeTemplate([paper], exportOptions({ template, notes: true, ...patch })));
}

describe("the reader's template", () => {
  it('sees the papers, and has a filter for each kind of text', () => {
    expect(
      render(
        '{{ title }} {{ count }}{% for p in papers %}|{{ p.key }}|{{ p.latex_title | latex }}|{{ p.authors | join: "; " }}|{{ p.votes }}|{{ p.note }}|{{ p.lists | first }}{% endfor %}',
      ),
    ).toBe('Test 1|shen2024x2|A $x^2$ \\& 50\\%|Wei Shen; 김하늘|0|메모|주말');
    expect(render('{{ papers[0].title | html }} {{ "a<b" | html }} {{ "=1" | csv }}')).toBe(
      'A x² &amp; 50% a&lt;b "\'=1"',
    );
  });

  it('gets the note only when it was asked for', () => {
    expect(render('{{ papers[0].note }}', { notes: false })).toBe('');
  });

  it('begins as one that works', () => {
    expect(render('')).toContain('- [ ] **A x² & 50%**\n  Wei Shen, 김하늘 (2024)');
  });

  it.each([
    '{% if %}',
    '{{ x | nofilter }}',
    '{% include "x" %}',
    '{% render "/etc/passwd" %}',
    '{% layout "x" %}',
    '{% for i in (1..100000000) %}{{ i }}{% endfor %}',
  ])('that is wrong or reaches outside, as %j, is named', (template) => {
    expect(() => render(template)).toThrow(expect.objectContaining({ code: 'template-invalid' }));
  });

  it('has no way to prototypes', () => {
    expect(render('{{ papers.constructor }}{{ title.constructor }}{{ papers[0].__proto__ }}')).toBe(
      '',
    );
  });

  it('takes what a paper is called for text, never for a template', () => {
    for (const title of HOSTILE) {
      const odd = exportPaper({ row: { title } });
      const options = exportOptions({ template: '{{ papers[0].latex_title }}' });
      expect(written(writeTemplate([odd], options))).not.toContain('49');
    }
  });
});
