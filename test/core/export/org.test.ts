import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine } from '../../../src/core/export/clean.ts';
import { orgLine, orgMarkdown, orgText } from '../../../src/core/export/org-text.ts';
import { writeOrg } from '../../../src/core/export/org.ts';
import { exportOptions, exportPaper, HOSTILE, written } from './papers.ts';

const anything = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.stringMatching(/^[*/_=~+[\]<>@{}\\#:|$^a-c0-9 \n가-]{0,40}$/),
);

/** Lines that Org takes for more than text: headings, keywords, drawers, blocks of code. */
const STRUCTURE =
  /^(?:\*+ |[ \t]*#\+(?!begin_example|end_example|begin_quote|end_quote|title: |options: \^)|[ \t]*:[\w-]+:[ \t]*$)/i;

describe('Org', () => {
  it('has a heading with properties for each paper, its summary and note', () => {
    const paper = exportPaper({
      row: {
        id: 'arxiv:2402.01391',
        title: 'M$^{2}$UGen',
        authors: ['Wei Shen'],
        date: '2024-02-05',
      },
      arxivId: '2402.01391',
      links: {
        page: null,
        abstract: 'https://arxiv.org/abs/2402.01391',
        pdf: null,
        project: null,
        code: null,
      },
      text: '# 제목\n\n- **굵게** $x^2$ 그리고 `code`\n- 둘\n\n```python\n* not a heading\n```',
      note: '내 메모 [링크](https://a.example)',
    });
    const text = written(writeOrg([paper], exportOptions({ title: '읽을 것', notes: true })));
    expect(text.replaceAll('\u200b', '')).toBe(`#+title: 읽을 것
#+options: ^:{} toc:nil

* [[https://arxiv.org/abs/2402.01391][M²UGen]]
:PROPERTIES:
:CUSTOM_ID: shen2024m2ugen
:AUTHOR: Wei Shen
:DATE: 2024-02-05
:ARXIV: 2402.01391
:URL: https://arxiv.org/abs/2402.01391
:END:

Wei Shen

[[https://arxiv.org/abs/2402.01391][Abstract]]

*제목*

- *굵게* \\(x^2\\) 그리고 ~code~
- 둘

#+begin_example
,* not a heading
#+end_example

** Note

내 메모 [[https://a.example/][링크]]
`);
  });

  it('reads as printed once its zero-width spaces are taken away', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(orgText(text).replaceAll('\u200b', '')).toBe(
          cleanLine(text).replaceAll('\u200b', ''),
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it('has no LaTeX, macro, link or export snippet in plain text', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(orgText(text)).not.toMatch(/\\[A-Za-z([]|\[\[|@@|\{\{|<<|\$[^\s\u200b]/);
        expect(orgLine(text)).not.toMatch(STRUCTURE);
      }),
      { numRuns: 1_000 },
    );
  });

  it('has no structure but ours, whatever a digest holds', () => {
    const pieces = fc.constantFrom(
      '* x\n',
      '#+include: "/etc/passwd"\n',
      '#+begin_src sh\n',
      ':PROPERTIES:\n',
      '```\n',
      '> ',
      '- ',
      '\n\n',
      '\\input{x}',
      '$\\input{x}$',
      '$$\n\\input{x}\n$$\n',
      '[[file:x]]',
      '{{{x}}}',
      '@@latex:x@@',
      '`',
      '**',
      'a',
      '| a |\n|--|\n',
      '#+end_example\n',
      '#+end_quote\n',
      '[a](file:///etc/passwd)',
      '<https://a.example>',
      '1. ',
      '\\begin{x}\n',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 10 }), (parts) => {
        const org = orgMarkdown(parts.join(''));
        let inExample = false;
        for (const line of org.split('\n')) {
          if (/^\s*#\+end_example$/.test(line)) inExample = false;
          // A comma before a line of an example is Org's own escape.
          if (inExample) expect(line).not.toMatch(/^(?:\*+ |[ \t]*#\+)/);
          else {
            expect(line).not.toMatch(STRUCTURE);
            const text = line.replace(/~[^~]*~/g, '');
            expect(text).not.toMatch(
              /\\(?!\()[A-Za-z[(]*(?:input|begin)|\{\{\{|@@|\[\[(?!https?:)/,
            );
          }
          if (/^\s*#\+begin_example$/.test(line)) inExample = true;
        }
        expect(org.match(/^\s*#\+begin_example$/gm)?.length).toBe(
          org.match(/^\s*#\+end_example$/gm)?.length,
        );
      }),
      { numRuns: 500 },
    );
  });
});
