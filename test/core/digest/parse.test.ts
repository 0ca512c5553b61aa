import { describe, expect, it } from 'vitest';
import type { Digest } from '../../../src/core/digest/digest.ts';
import { openTexts, parseDigest } from '../../../src/core/digest/parse.ts';
import { readBody } from './read-body.ts';

const DAY = '## Daily Papers (2024-02-05)\n\n';
const LINK = 'https://arxiv.org/abs/2402.90001';

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The digest of a text, with the summaries of its papers. */
function read(text: string, path = 'x.md'): Digest & { readonly bodies: readonly string[] } {
  const bytes = bytesOf(text);
  const digest = parseDigest(bytes, path);
  const readText = openTexts(bytes, digest.format);
  return { ...digest, bodies: digest.papers.map(({ body }) => readText(body)) };
}

const TWO = `${DAY}### [하나](${LINK})\n\nVote: 3\n\nAuthors: A B, C D\n\n- 요약\n- 둘째 줄\n\n### [Two](https://arxiv.org/abs/2402.90002)\n\n- text\n`;

describe('recognising a digest', () => {
  it.each([
    ['the dated heading', DAY],
    ['a title that leads to arXiv', `### [T](${LINK})\n`],
    ['linked titles with votes', '### [T](https://example.org/t)\n\nVote: 3\n'],
    ['an undated heading with authors', '# Daily Papers\n\n### T\n\nAuthors: A\n'],
  ])('%s tells it', (_, text) => {
    expect(read(text).format).toBe('daily-markdown');
  });

  it.each([
    ['a licence', '# Licence\n\n### Section 1\n\nAuthors: none\n'],
    ['a change log', '### [1.2.0](https://example.org/compare)\n\n- fix\n'],
    ['an essay on daily papers', '# Why I like daily papers\n\nText.\n'],
    ['nothing', ''],
    ['bytes', '\0\u0001\u0002'],
  ])('%s is none', (_, text) => {
    expect(read(text)).toMatchObject({ format: null, papers: [] });
    expect(read(text).problems.map(({ code }) => code)).toEqual(['not-a-digest']);
  });

  it('a digest without papers is told', () => {
    expect(read(DAY).problems.map(({ code }) => code)).toEqual(['no-papers']);
  });
});

describe('encodings and line ends', () => {
  const plain = read(TWO);

  it.each([
    ['a byte order mark', `\uFEFF${TWO}`],
    ['CRLF', TWO.replaceAll('\n', '\r\n')],
    ['lone CR', TWO.replaceAll('\n', '\r')],
    ['a byte order mark and CRLF', `\uFEFF${TWO.replaceAll('\n', '\r\n')}`],
  ])('%s makes no difference', (_, text) => {
    const other = read(text);
    expect(other.bodies).toEqual(plain.bodies);
    expect(other.problems).toEqual([]);
    expect(other.papers.map((paper) => ({ ...paper, body: null }))).toEqual(
      plain.papers.map((paper) => ({ ...paper, body: null })),
    );
  });

  it('what is no UTF-8 is replaced and told with its line, and the papers are read', () => {
    const bytes = Buffer.concat([
      Buffer.from(`${DAY}### [A`),
      Buffer.from([0xff, 0xc0]),
      Buffer.from(`](${LINK})\n\n- b\n`),
    ]);
    const { papers, problems } = parseDigest(bytes, 'x.md');
    expect(papers).toMatchObject([{ title: 'A\uFFFD\uFFFD', arxivId: '2402.90001' }]);
    expect(problems).toMatchObject([{ code: 'invalid-utf8', line: 3 }]);
  });

  it.each([
    ['UTF-16 with a byte order mark', Buffer.from(`\uFEFF${TWO}`, 'utf16le')],
    ['big-endian UTF-16', Buffer.from(`\uFEFF${TWO}`, 'utf16le').swap16()],
  ])('%s is read', (_, bytes) => {
    const { papers, problems, format } = parseDigest(bytes, 'x.md');
    const text = openTexts(bytes, format);
    expect(problems).toEqual([]);
    expect(papers.map(({ title }) => title)).toEqual(['하나', 'Two']);
    expect(papers.map(({ body }) => text(body))).toEqual(plain.bodies);
  });

  it('EUC-KR is read', () => {
    const hana = Buffer.from([0xc7, 0xcf, 0xb3, 0xaa]);
    const bytes = Buffer.concat([
      Buffer.from(`${DAY}### [`),
      hana,
      Buffer.from(`](${LINK})\n\n- `),
      hana,
    ]);
    const { papers, problems, format } = parseDigest(bytes, 'x.md');
    expect(problems).toEqual([]);
    expect(papers.map(({ title }) => title)).toEqual(['하나']);
    expect(papers.map(({ body }) => openTexts(bytes, format)(body))).toEqual(['- 하나']);
  });

  it('a character cut off at the end of the file is told', () => {
    const bytes = bytesOf(`${DAY}### [T](${LINK})\n\n- 가`).slice(0, -1);
    const { papers, problems } = parseDigest(bytes, 'x.md');
    expect(papers).toHaveLength(1);
    expect(problems).toMatchObject([{ code: 'invalid-utf8', line: 5 }]);
  });
});

describe('titles', () => {
  function titleOf(heading: string) {
    const paper = read(`${DAY}${heading}\n`).papers[0];
    return paper === undefined ? null : [paper.title, paper.links.page];
  }

  it.each([
    [`### [A: B [C] (D)](${LINK})`, 'A: B [C] (D)', LINK],
    [`### [A [B](${LINK})`, 'A [B', LINK],
    [`### [A] B](${LINK})`, 'A] B', LINK],
    [`###[A](${LINK})`, 'A', LINK],
    [`### [A](${LINK}) ###`, 'A', LINK],
    [`### [A](<${LINK}> "Title")`, 'A', LINK],
    [`### [A](${LINK} "Title")`, 'A', LINK],
    [`### [A](${LINK}) (CVPR)`, 'A (CVPR)', LINK],
    [`### [C#](${LINK})`, 'C#', LINK],
    [`### [](${LINK})`, LINK, LINK],
    ['### [A](https://en.example.org/wiki/A_(b))', 'A', 'https://en.example.org/wiki/A_(b)'],
    ['### [A](/papers/2402.90001)', 'A', 'https://huggingface.co/papers/2402.90001'],
    ['### [A](javascript:alert(1))', 'A', null],
    ['### [A](notes/a.md)', 'A', null],
    ['### A', 'A', null],
  ])('%s', (heading, title, page) => {
    expect(titleOf(heading)).toEqual([title, page]);
  });

  it.each(['###', '### ', '### []()', '###A'])('%j is no title', (heading) => {
    expect(titleOf(heading)).toBeNull();
  });

  it('a paper without a web link is told, and is a paper', () => {
    const { papers, problems } = read(`${DAY}### A\n\n- text\n`);
    expect(papers).toHaveLength(1);
    expect(problems).toMatchObject([{ code: 'paper-without-link', line: 3 }]);
  });
});

describe('fields and text', () => {
  function bodyOf(text: string) {
    const { papers, bodies } = read(`${DAY}### [T](${LINK})\n${text}`);
    return { paper: papers[0], papers: papers.length, body: bodies[0] };
  }

  it('vote and authors lines count above the first list item only', () => {
    const { paper, body } = bodyOf('\n- Vote\nVote: 3\nAuthors: say\n');
    expect(paper).toMatchObject({ votes: null, authors: [] });
    expect(body).toBe('- Vote\nVote: 3\nAuthors: say');
  });

  it('names each author once, however often a digest prints the name', () => {
    const { paper } = bodyOf('Authors: A B, A B, C D, A B');
    expect(paper?.authors).toEqual(['A B', 'C D']);
    expect(bodyOf("Authors: ['C D', 'A B', 'C D']").paper?.authors).toEqual(['C D', 'A B']);
  });

  it('has the code and the project page that its summary names', () => {
    const named = bodyOf(
      '- 코드는 https://github.com/lab/Any.LM에서, 데모는 (https://lab.github.io/any-lm/)에 있다.\n' +
        '- See also https://github.com/other/one and https://other.github.io.',
    );
    expect(named.paper?.links).toMatchObject({
      code: 'https://github.com/lab/Any.LM',
      project: 'https://lab.github.io/any-lm/',
    });
    const ended = bodyOf('- Code: https://github.com/lab/any-lm.\n- Page: http://lab.github.io.');
    expect(ended.paper?.links).toMatchObject({
      code: 'https://github.com/lab/any-lm',
      project: 'http://lab.github.io',
    });
  });

  it.each([
    'https://github.com/lab',
    'https://github.com/',
    'https://notgithub.com/a/b',
    '![](https://github.com/lab/any/figure.png)',
  ])('%s is no code', (text) => {
    expect(bodyOf(text).paper?.links).toMatchObject({ code: null, project: null });
  });

  it('a second vote or authors line is text', () => {
    const { paper, body } = bodyOf('Vote: 3\nVote: 4\nAuthors: A\nAuthors: B\n');
    expect(paper).toMatchObject({ votes: 3, authors: ['A'] });
    expect(body).toBe('Vote: 4\nAuthors: B');
  });

  it.each(['Vote: many', 'Vote: 99999999999999999999', 'Vote: -3', 'Vote 3'])(
    '%s is text',
    (line) => {
      const { paper, body } = bodyOf(`${line}\n`);
      expect(paper?.votes).toBeNull();
      expect(body).toBe(line);
    },
  );

  it.each([
    ['Vote: 1,234', 1234],
    ['vote:5', 5],
    ['Votes: 6 ', 6],
    ['Vote:', null],
  ])('%s states %s', (line, votes) => {
    const { paper, body } = bodyOf(`${line}\n`);
    expect(paper?.votes).toBe(votes);
    expect(body).toBe('');
  });

  it('a media line below the summary is media; a captioned figure within it stays', () => {
    const { paper, body } = bodyOf(
      '\n- a\n\n![Figure 1](https://x.org/f.png)\n\n![](https://x.org/g.png)\n',
    );
    expect(paper?.media).toEqual([{ kind: 'image', url: 'https://x.org/g.png' }]);
    expect(body).toBe('- a\n\n![Figure 1](https://x.org/f.png)');
  });

  it.each([
    '![](data:image/png;base64,AAAA)',
    '![](figure.png)',
    '![](https://x.org/a.png) and words',
    '<div>words</div>',
    '<video src="javascript:alert(1)"></video>',
    '[Watch Video](javascript:alert(1))',
    '[Code](https://x.org/code)',
  ])('%s is text', (line) => {
    const { paper, body } = bodyOf(`${line}\n`);
    expect(paper?.media).toEqual([]);
    expect(body).toBe(line);
  });

  it('several images may share a line', () => {
    const { paper } = bodyOf('![](https://x.org/a.png) ![](//x.org/b.mov)\n');
    expect(paper?.media).toEqual([
      { kind: 'image', url: 'https://x.org/a.png' },
      { kind: 'video', url: 'https://x.org/b.mov' },
    ]);
  });

  it('a hundred media are enough: further ones are text', () => {
    const lines = Array.from({ length: 102 }, (_, n) => `![](https://x.org/${String(n)}.png)\n`);
    const { paper, body } = bodyOf(lines.join(''));
    expect(paper?.media).toHaveLength(100);
    expect(body).toBe('![](https://x.org/100.png)\n![](https://x.org/101.png)');
  });

  it('headings of a summary are text, the day’s heading is not', () => {
    const { body, papers } = bodyOf(
      `\n#### Sub\n\n## Method\n\n- a\n\n# 2024-02-06\n\nlost in between\n\n### [U](${LINK})\n`,
    );
    expect(body).toBe('#### Sub\n\n## Method\n\n- a');
    expect(papers).toBe(2);
  });

  it('a code block that was never closed does not swallow the papers after it', () => {
    const { papers, body } = bodyOf(`\n\`\`\`bash\n### a comment\n\n### [U](${LINK})\n\n- u\n`);
    expect(papers).toBe(2);
    expect(body).toBe('```bash\n### a comment');
  });

  it('a range that does not fit the file gives nothing', () => {
    const bytes = bytesOf(TWO);
    expect(readBody(bytes, { start: 0, end: bytes.length + 1 })).toBe('');
    expect(readBody(bytes, { start: 9, end: 3 })).toBe('');
  });

  it('a day’s heading without a date leaves the date to the path', () => {
    const text = `## Daily Papers\n\n### [T](${LINK})\n`;
    expect(read(text, '2024/03/04.md').papers[0]?.date).toBe('2024-03-04');
    expect(read(text, 'x.md').papers[0]?.date).toBeNull();
  });

  it('a file of absurdly many papers is cut, and that is told', () => {
    const { papers, problems } = read(DAY + `### [T](${LINK})\n`.repeat(60_000));
    expect(papers).toHaveLength(50_000);
    expect(problems.map(({ code }) => code)).toEqual(['file-too-large']);
  });
});
