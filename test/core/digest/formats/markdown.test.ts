import { describe, expect, it } from 'vitest';
import { readFixture, readText } from './fixture.ts';
import type { TextPaper } from './fixture.ts';

function read(name: string) {
  const { format, papers, problems } = readFixture(`markdown/${name}`);
  return { format, papers, codes: problems.map(({ code }) => code) };
}

function ids(papers: readonly TextPaper[]): readonly string[] {
  return papers.map(({ id }) => id);
}

function titles(text: string): readonly string[] {
  return readText(text).papers.map(({ title }) => title);
}

describe('headings', () => {
  it('numbered Chinese headings with labelled fields are papers; contents, references and links in text are not', () => {
    const { format, papers, codes } = read('chinese-2026-02-14.md');
    expect(format).toBe('markdown');
    expect(papers).toMatchObject([
      {
        id: 'arxiv:2602.91001',
        title: '石桥：一种跨语言方法',
        authors: ['王石', '李桥'],
        votes: 27,
        date: '2026-02-14',
        line: 12,
        links: { code: 'https://github.com/example/stone-bridge' },
        text: '**机构**：虚构大学\n\n#### 摘要\n\n我们造桥。参见 [前作](https://arxiv.org/abs/2001.00001)。',
      },
      {
        id: 'arxiv:2602.91002',
        title: '雨伞',
        authors: ['赵雨', '钱伞'],
        links: {
          page: 'https://arxiv.org/abs/2602.91002',
          project: 'https://umbrella.example.org',
        },
        text: '雨伞挡雨。',
      },
      { title: '无链接之文', authors: ['孙无'], arxivId: null, text: '只有摘要。' },
    ]);
    expect(codes).toEqual(['paper-without-link']);
  });

  it('Korean headings of level 2 with front matter: votes beside the title, several fields in a line, media, tags', () => {
    expect(read('korean.md').papers).toMatchObject([
      {
        id: 'arxiv:2602.91011',
        title: '등대: 밤의 길잡이',
        authors: ['김등대', '이바다'],
        votes: 15,
        date: '2026-02-15',
        media: [{ kind: 'image', url: 'https://cdn.example.org/lighthouse.png' }],
        text: '소속: 바다대학교\n\n등대는 **밤**을 비춘다.\n\n#### 방법\n\n- 불을 켠다. [관련 연구](https://arxiv.org/abs/2001.00002)\n\n**Keywords:** 요약, 강화학습',
      },
      {
        id: 'url:https://openreview.net/forum?id=sail',
        title: '두 번째 논문: 돛',
        authors: ['박돛'],
        date: '2026-02-15',
      },
    ]);
  });

  it('Japanese labels, and the day of a Japanese heading', () => {
    expect(read('japanese.md').papers).toMatchObject([
      {
        id: 'arxiv:2602.91021',
        title: '灯籠の学習',
        authors: ['山田灯', '鈴木籠'],
        votes: 8,
        date: '2026-02-16',
        text: '* **所属**: 架空大学\n\n灯籠を学ぶ。',
      },
    ]);
  });

  it('links beside a title are the paper’s other links; a page that is no paper’s counts beside papers', () => {
    expect(read('linked.md').papers).toMatchObject([
      {
        id: 'arxiv:2602.91071',
        title: 'Wooden Stars',
        authors: ['Cal Dew', 'Eli Fay'],
        links: { code: 'https://github.com/example/stars' },
        text: 'Stars of wood.',
      },
      {
        id: 'url:https://only.example.org',
        title: 'Project Only',
        authors: ['Gia Holt'],
        text: '',
      },
      { id: 'arxiv:2602.91073', title: 'Setext Winds', text: 'Winds blow.' },
    ]);
  });

  it('bold lines are headings too, and headings in code are not', () => {
    expect(read('bold.md').papers).toMatchObject([
      { id: 'arxiv:2602.91081', title: 'Bold Rivers', date: '2026-02-22' },
      { id: 'doi:10.5555/lakes.2', title: 'Quoted Lakes' },
    ]);
  });
});

it('lists: titles before and behind their links, authors, nested fields; other links are no papers', () => {
  const { papers } = read('lists.md');
  expect(papers).toMatchObject([
    {
      id: 'arxiv:2602.91031',
      title: 'Glass Birds',
      authors: ['Ana Belo', 'Cy Dorn'],
      text: 'Birds of glass sing.',
    },
    {
      id: 'arxiv:2602.91032',
      title: 'Paper Boats',
      votes: 4,
      links: { code: 'https://github.com/example/boats' },
    },
    {
      id: 'arxiv:2602.91033',
      title: 'Not in arXiv',
      links: { page: 'https://boats.example.org/paper' },
    },
    {
      id: 'arxiv:2602.91034',
      title: 'Clay Horses',
      authors: ['Gus Hale'],
      links: { project: 'https://clay.example.org' },
    },
    { id: 'arxiv:2602.91035', title: 'Iron Ships' },
    {
      id: 'arxiv:2602.91036',
      title: 'Nested Links',
      authors: ['Ian Jett', 'Kay Lund'],
      text: '- It has a summary.',
    },
  ]);
  expect(papers).toHaveLength(6);
  expect(new Set(papers.map(({ date }) => date))).toEqual(new Set(['2026-02-17']));
});

it('tables with a link column: what has no column of its own is text', () => {
  expect(read('table.md').papers).toMatchObject([
    {
      id: 'arxiv:2602.91041',
      title: 'Copper Moons',
      authors: ['Liv Moe', 'Ned Orr'],
      votes: 12,
      links: { code: 'https://github.com/example/copper' },
      text: "**Venue:** Nowhere '26",
    },
    { id: 'arxiv:2602.91042', title: 'Tin Suns', authors: ['Pat Quinn'], votes: null },
  ]);
});

describe('Obsidian', () => {
  it('callouts and headings are papers, and its links are words', () => {
    expect(read('obsidian.md').papers).toMatchObject([
      {
        id: 'arxiv:2602.91051',
        title: 'Silver Rain',
        authors: ['Sam Tull', 'Una Vale'],
        date: '2026-02-19',
      },
      {
        id: 'arxiv:2602.91052',
        title: 'Golden Snow',
        authors: ['Wes Xi'],
        text: 'Snow of gold.\n\n**Keywords:** daily',
      },
    ]);
  });

  it('a note whose properties have a paper’s link is that paper, whole', () => {
    expect(read('note.md').papers).toMatchObject([
      {
        id: 'arxiv:2602.91061',
        title: 'Quiet Storms: A Note',
        authors: ['Yao Zim', 'Abe Bly'],
        votes: 5,
        date: '2026-02-20',
        text: '#### Summary\n\nStorms are quiet. Compare Silver Rain and [this](https://arxiv.org/abs/2001.00004).\n\n**Keywords:** storms',
      },
    ]);
  });
});

describe('false papers', () => {
  it('a project’s README is no digest', () => {
    expect(read('not-a-digest.md')).toMatchObject({
      format: null,
      papers: [],
      codes: ['not-a-digest'],
    });
  });

  it.each([
    [
      'prose',
      'We build on [LLaMA](https://arxiv.org/abs/2302.13971) and others.\n\n- See [this paper](https://arxiv.org/abs/2302.13971) too, please.\n',
    ],
    [
      'references',
      '# Essay\n\nText.\n\n## References\n\n- [A](https://arxiv.org/abs/2302.13971)\n',
    ],
    ['참고 문헌', '# 글\n\n## 참고 문헌\n\n1. [논문](https://arxiv.org/abs/2302.13971)\n'],
    ['links in code', '```\n- [A](https://arxiv.org/abs/2302.13971)\n```\n'],
    ['a comment', '<!--\n### [A](https://arxiv.org/abs/2302.13971)\n-->\n'],
    [
      'a table of results',
      '| Model | Score |\n|---|---|\n| [A](https://arxiv.org/abs/2302.13971) | |\n'.replace(
        '[A]',
        '[1]',
      ),
    ],
  ])('%s', (_, text) => {
    expect(titles(text)).toEqual([]);
  });

  it('links in a paper’s summary are none, nor are its own headings', () => {
    const text =
      '## [A](https://arxiv.org/abs/2602.91091)\n\n- [B](https://arxiv.org/abs/2602.91092): related\n\n### Method\n\nLink: https://arxiv.org/abs/2602.91093\n';
    expect(titles(text)).toEqual(['A']);
  });
});

describe('days', () => {
  const item = '### [A](https://arxiv.org/abs/2602.91091)\n\n**Authors:** B C\n';

  it.each([
    [
      'the heading’s before the front matter’s',
      `---\ndate: 2026-01-02\n---\n# 2026-01-01\n\n${item}`,
      '2026-01-01',
    ],
    ['the front matter’s before the path’s', `---\ndate: 2026-01-02\n---\n${item}`, '2026-01-02'],
    ['the path’s when nothing else tells', item, '2026-01-03'],
  ])('%s', (_, text, date) => {
    expect(readText(text, '2026/01/03.md').papers[0]?.date).toBe(date);
  });

  it('each day of several has its own papers', () => {
    const { papers } = readText(`# 2026-01-01\n\n${item}\n# 2026-01-02\n\n${item}`);
    expect(papers.map(({ date }) => date)).toEqual(['2026-01-01', '2026-01-02']);
    expect(new Set(ids(papers)).size).toBe(1);
  });
});
