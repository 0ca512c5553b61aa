import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DigestPaper } from '../../../src/core/digest/digest.ts';
import { parseDigest } from '../../../src/core/digest/parse.ts';
import { readBody } from './read-body.ts';

const folder = join(import.meta.dirname, '../../fixtures/variations');
const CDN = 'https://cdn.example.org/uploads';

function parse(path: string) {
  return parseDigest(readFileSync(join(folder, path)), path);
}

function paper(path: string, title: string, nth = 0): DigestPaper {
  const found = parse(path).papers.filter((one) => one.title === title)[nth];
  if (found === undefined) throw new Error(`${path} has no “${title}”`);
  return found;
}

function body(path: string, title: string, nth = 0): string {
  return readBody(readFileSync(join(folder, path)), paper(path, title, nth).body);
}

describe('the variations of the daily papers', () => {
  it('a digest without images, votes and authors, and without blank lines, gives every paper', () => {
    const { format, papers, problems } = parse('2023/11/20.md');
    expect(format).toBe('daily-markdown');
    expect(problems).toEqual([]);
    expect(papers.map(({ title, line }) => [line, title])).toEqual([
      [3, 'Paper Lanterns: Lighting Long Documents One Sentence at a Time'],
      [7, 'M$^{3}$Kite: Multi-modal Melody Kites for Windy Evaluation'],
      [11, 'Quiet Gradients'],
    ]);
    for (const one of papers) {
      expect(one).toMatchObject({ votes: null, authors: [], media: [], date: '2023-11-20' });
    }
    expect(body('2023/11/20.md', 'Quiet Gradients')).toBe(
      '- 제목 바로 아래에서 시작하는 요약입니다.',
    );
    expect(papers[1]?.links).toEqual({
      page: 'https://arxiv.org/abs/2311.90002',
      abstract: 'https://arxiv.org/abs/2311.90002',
      pdf: 'https://arxiv.org/pdf/2311.90002',
      project: null,
      code: null,
    });
  });

  it('LaTeX in a summary is kept as printed', () => {
    const title = 'M$^{3}$Kite: Multi-modal Melody Kites for Windy Evaluation';
    expect(body('2023/11/20.md', title)).toBe(
      '- 이 논문은 바람 부는 날의 평가 방법을 다룹니다.\n' +
        '- $\\sim$20개의 벤치마크에서 \\textsc{Kite}는 가장 높은 점수를 얻었습니다.',
    );
  });

  it('a video is found as a link, as the broken link, and as an element, and once', () => {
    const path = '2023/11/22.md';
    expect(parse(path).papers.map(({ media }) => media)).toEqual([
      [{ kind: 'video', url: `${CDN}/teapot-1.mp4` }],
      [{ kind: 'video', url: `${CDN}/jar.mp4` }],
      [{ kind: 'video', url: `${CDN}/projector.mp4` }],
    ]);
    expect(body(path, 'A Broken Projector')).toBe('- 깨진 링크에서도 동영상을 찾습니다.');
  });

  it('names keep their accents and apostrophes', () => {
    const [first, second, third] = parse('2023/11/22.md').papers;
    expect(first?.authors).toEqual(['Dana Teal', 'José Ñuñez', "Anne-Marie O'Dell"]);
    expect(second?.authors).toEqual(['Łukasz Żak']);
    expect(third?.authors).toEqual(['Min Projector', '김영사']);
  });

  it('no votes, zero votes and counted votes are three things', () => {
    const path = '2023/12/05.md';
    expect(parse(path).papers.map(({ votes }) => votes)).toEqual([null, 0, 12, 1, 3]);
    expect(body(path, 'Votes Nobody Cast')).toBe('- 투표가 없는 논문입니다.');
  });

  it('a printed Python list of authors is read, commas and quotes in names included', () => {
    expect(paper('2023/12/05.md', 'Votes Somebody Counted to Zero').authors).toEqual([
      'Zoë Zéro',
      "Seán O'Zero",
      "Ann D'Arc, Jr.",
    ]);
  });

  it('the file ending tells a video from an image, and a site-relative address gets its site', () => {
    expect(parse('2023/12/05.md').papers.map(({ media }) => media)).toEqual([
      [{ kind: 'image', url: 'https://huggingface.co/avatars/0123456789abcdef.svg' }],
      [{ kind: 'image', url: `${CDN}/zero.gif` }],
      [{ kind: 'video', url: `${CDN}/reel.qt` }],
      [{ kind: 'video', url: `${CDN}/reel.webm` }],
      [{ kind: 'image', url: `${CDN}/still.jpeg` }],
    ]);
  });

  it('brackets, parentheses and colons belong to a title', () => {
    expect(parse('2024/02/05.md').papers.map(({ title }) => title)).toContain(
      '[Re] Brackets [and More]: What Titles (Sometimes) Hold',
    );
  });

  it('stray lines and code stay in the summary, fields do not', () => {
    expect(body('2024/02/05.md', '[Re] Brackets [and More]: What Titles (Sometimes) Hold')).toBe(
      [
        '요약 앞의 떠도는 줄입니다.',
        '',
        '- 첫 항목',
        '떠도는 줄은 사라지지 않습니다.',
        '- 둘째 항목',
        '',
        '```markdown',
        '### 코드 안의 제목은 논문이 아닙니다',
        'Vote: 99',
        '```',
      ].join('\n'),
    );
  });

  it('labels and nested bullets are kept as they are', () => {
    const title = 'StairWell: Learning to Climb Code with Feedback from Steps';
    expect(body('2024/02/05.md', title).split('\n').slice(1)).toEqual([
      '- **Label**: 굵은 이름표가 있는 항목입니다.',
      "- ***What's New***: 굵고 기울어진 이름표입니다.",
      '  - 안쪽 항목 하나',
      '  - 안쪽 항목 둘',
      '- 수식 $x^{2} + y^{2}$ 도 있습니다.',
    ]);
  });

  it('the day’s heading may come twice: both runs are read', () => {
    const title = 'Leaning Towers of Attention';
    const papers = parse('2024/02/05.md').papers.filter((one) => one.title === title);
    expect(papers.map(({ votes, date }) => [votes, date])).toEqual([
      [4, '2024-02-05'],
      [9, '2024-02-05'],
    ]);
    expect(body('2024/02/05.md', title)).toBe('- 아침에 실린 논문입니다.');
    expect(body('2024/02/05.md', title, 1)).toBe('- 저녁에 다시 실린 논문입니다.');
  });

  it('a paper is known by its arXiv identifier, its DOI or its title, and a missing link is told', () => {
    const { papers, problems } = parse('2024/02/06.md');
    expect(papers.map(({ id }) => id)).toEqual([
      'arxiv:2402.90001',
      'arxiv:hep-th/9901001',
      'doi:10.5555/lectern.2024.1',
      expect.stringMatching(/^title:[0-9a-f]{32}$/),
    ]);
    expect(problems).toEqual([
      { code: 'paper-without-link', message: expect.any(String) as string, line: 21 },
    ]);
  });

  it('the file’s name dates a digest whose text does not', () => {
    expect(parse('extra/2026-07-10-summer-reading.md').papers).toMatchObject([
      { id: 'arxiv:2607.90001', date: '2026-07-10', votes: 3 },
    ]);
  });

  it('a Markdown file with headings but no papers is no digest', () => {
    expect(parse('notes/about.md')).toMatchObject({
      format: null,
      papers: [],
      problems: [{ code: 'not-a-digest' }],
    });
  });

  it('every line of every file is a field, a heading or in the text of a paper', () => {
    const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    for (const path of paths.filter((name) => name.endsWith('.md') && !name.includes('about'))) {
      const bytes = readFileSync(join(folder, path));
      const texts = parse(path.replaceAll('\\', '/')).papers.map((one) =>
        readBody(bytes, one.body),
      );
      const kept = texts.join('\n').split('\n');
      const lost = bytes
        .toString()
        .split('\n')
        .filter((line) => line.trim() !== '' && !kept.includes(line))
        .filter((line) => !/^(?:###? |Vote: |Authors: |!\[\]\(|\[Watch Video\]|<)/.test(line));
      expect(lost).toEqual([]);
    }
  });
});
