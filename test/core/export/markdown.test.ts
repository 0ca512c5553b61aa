import fc from 'fast-check';
import { Marked, type Token, type Tokens } from 'marked';
import { describe, expect, it } from 'vitest';
import { cleanLine } from '../../../src/core/export/clean.ts';
import type { ExportOptions, ExportPaper } from '../../../src/core/export/export.ts';
import { writeMarkdown } from '../../../src/core/export/markdown.ts';
import { exportOptions, exportPaper, written } from './papers.ts';

const marked = new Marked({ gfm: true });
const options = exportOptions({ title: '읽을 것', notes: true });

function toMarkdown(papers: readonly ExportPaper[], chosen: ExportOptions): string {
  return written(writeMarkdown(papers, chosen));
}
const none = { page: null, abstract: null, pdf: null, project: null, code: null };

const hostile = fc.stringMatching(/^[\\`*_[\]<>()#&!|~$\-=a-c;:/ 가\n]{0,40}$/);
const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), hostile);

function headings(text: string, depth: number): Tokens.Heading[] {
  return marked
    .lexer(text)
    .filter((token): token is Tokens.Heading => token.type === 'heading' && token.depth === depth);
}

function htmlIn(text: string): string[] {
  const found: string[] = [];
  void marked.walkTokens(marked.lexer(text), (token: Token) => {
    if (token.type === 'html') found.push(token.raw);
  });
  return found;
}

/** CommonMark 2.4: a backslash before ASCII punctuation stands for nothing but that. */
function unescape(markdown: string): string {
  return markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

describe('a Markdown export', () => {
  it('has a heading with a link, the facts, the summary and the note of each paper', () => {
    const text = toMarkdown(
      [
        exportPaper({
          row: {
            title: 'M$^{2}$UGen: [Music] *and* <b>',
            authors: ['Wei Shen', '김하늘'],
            date: '2024-02-05',
            votes: 0,
          },
          links: {
            ...none,
            page: 'https://arxiv.org/abs/2311.11255',
            abstract: 'https://arxiv.org/abs/2311.11255',
            pdf: 'https://arxiv.org/pdf/2311.11255',
            code: 'javascript:alert(1)',
          },
          text: '- **요약**: 음악을 만든다.\n- $x_1$\n',
          note: '다시 볼 것\n\n- 3절',
        }),
        exportPaper({ row: { title: 'No links' } }),
      ],
      options,
    );
    expect(text).toBe(`# 읽을 것

## [M$^{2}$UGen: \\[Music\\] \\*and\\* \\<b>](https://arxiv.org/abs/2311.11255)

Authors: Wei Shen, 김하늘

Date: 2024-02-05 · Votes: 0 · [Abstract](https://arxiv.org/abs/2311.11255) · [PDF](https://arxiv.org/pdf/2311.11255)

- **요약**: 음악을 만든다.
- $x_1$

> **Note**
>
> 다시 볼 것
>
> - 3절

## No links
`);
  });

  it('holds notes only when asked', () => {
    const paper = exportPaper({ note: 'mine' });
    expect(toMarkdown([paper], { ...options, notes: false })).not.toContain('mine');
    expect(toMarkdown([exportPaper({ note: ' \n' })], options)).not.toContain('Note');
  });
});

describe('titles in Markdown', () => {
  it('stay in their link and their heading, whatever they hold', () => {
    const page = 'https://example.org/a(b)<c>?q=%20[x]';
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom('[]()', 'A [b](c)', '](x'), anything), (title) => {
        fc.pre(cleanLine(title) !== '');
        const text = toMarkdown(
          [exportPaper({ row: { title }, links: { ...none, page } }), exportPaper()],
          options,
        );
        const [first, second] = headings(text, 2);
        expect(second?.text).toBe('A Title');
        expect(first?.tokens.map(({ type }) => type)).toEqual(['link']);
        const [link] = first?.tokens ?? [];
        expect(link).toMatchObject({ href: 'https://example.org/a%28b%29%3Cc%3E?q=%20[x]' });
        const inside = new Set((link as Tokens.Link).tokens.map(({ type }) => type));
        expect([...inside].filter((type) => type !== 'text' && type !== 'escape')).toEqual([]);
        expect(htmlIn(text)).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('read as they were printed once unescaped', () => {
    fc.assert(
      fc.property(anything, (title) => {
        const [, heading = ''] = toMarkdown([exportPaper({ row: { title } })], {
          ...options,
          title: 'T',
        }).split('\n\n');
        expect(unescape(heading).trimEnd()).toBe(`## ${cleanLine(title)}`.trimEnd());
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('summaries in Markdown', () => {
  it.each([
    [
      '# Big\n\ntext\n\nBig too\n===\n\n```\n# code\n```',
      '### Big\n\ntext\n\n### Big too\n\n```\n# code\n```',
    ],
    ['```js\nif (a < b) {', '```js\nif (a < b) {\n```'],
    ['a < b, 1 <2', 'a < b, 1 <2'],
    ['see <b>this</b> \\<i>', 'see &lt;b>this&lt;/b> \\&lt;i>'],
    ['<!-- all that follows', '&lt;!-- all that follows'],
  ])('%j is embedded as %j', (text, embedded) => {
    expect(toMarkdown([exportPaper({ text })], options)).toBe(
      `# 읽을 것\n\n## A Title\n\n${embedded}\n`,
    );
  });

  it('cannot swallow the next paper, add papers or bring HTML in', () => {
    const lines = fc.constantFrom(
      '```',
      '~~~',
      '    ```',
      '- ```',
      '> ```',
      '# x',
      '## x',
      '===',
      '---',
      '<div>',
      '<!--',
      '<script>',
      '`',
      '- a',
      '  - b',
      '1. c',
      '| a |',
      '|---|',
      '',
      'text <b>',
      '\\<i>',
      '<![CDATA[',
      '[a]: b',
    );
    const text = fc.oneof(
      fc.array(lines, { maxLength: 12 }).map((list) => list.join('\n')),
      anything,
    );
    fc.assert(
      fc.property(text, (summary) => {
        const whole = toMarkdown([exportPaper({ text: summary }), exportPaper()], options);
        expect(headings(whole, 2).map((heading) => heading.text)).toEqual(['A Title', 'A Title']);
        expect(htmlIn(whole)).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });
});
