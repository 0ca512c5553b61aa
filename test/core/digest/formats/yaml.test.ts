import { expect, it } from 'vitest';
import { readFixture, readText } from './fixture.ts';

it('a list of records under a key is read, with labels of any language', () => {
  const { format, papers, problems } = readFixture('2026/02/10.yaml');
  expect(format).toBe('yaml');
  expect(papers).toMatchObject([
    {
      id: 'arxiv:2602.90061',
      title: 'Bells: Ringing in Ürban Noise',
      authors: ['Gil Hart', 'Ines Ito'],
      votes: 12,
      line: 6,
      links: { code: 'https://github.com/example/bells' },
      text: 'Bells ring in cities.\n\n**Keywords:** bells, cities',
    },
    {
      id: 'arxiv:2602.90062',
      title: '종소리와 소음',
      authors: ['박하늘', '최바다'],
      line: 16,
      text: '- **방법**: 종을 친다.\n- 결과는 크다.',
    },
  ]);
  expect(problems).toMatchObject([{ code: 'entry-unreadable', line: 22 }]);
});

it('the day that the file states comes before that of its path', () => {
  expect(readFixture('2026/02/10.yaml').papers.map(({ date }) => date)).toEqual([
    '2026-02-09',
    '2026-02-09',
  ]);
});

it('what is not valid is told, and the papers before it are read', () => {
  const { papers, problems } = readText(
    '- title: A\n  url: https://arxiv.org/abs/2602.90061\n- title: "B\n',
  );
  expect(papers).toMatchObject([{ title: 'A' }]);
  expect(problems.map(({ code }) => code)).toContain('entry-unreadable');
});

it.each([
  [
    'a workflow',
    'name: test\non: push\njobs:\n  build:\n    title: Build\n    steps:\n      - run: npm ci\n',
  ],
  ['brackets without end', `title: ${'['.repeat(100_000)}`],
  ['lists in lists, far apart', `title: x\n${`-${' '.repeat(40)}`.repeat(20_000)}`],
  ['lists in lists without end', `title: x\n${'- '.repeat(100_000)}`],
  [
    'indentation without end',
    `title: x\n${Array.from({ length: 2_000 }, (_, n) => `${' '.repeat(n)}a:`).join('\n')}`,
  ],
  [
    'aliases that multiply',
    `title: &a [x,x,x,x,x,x,x,x,x]\nauthors: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nabstract: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nkeywords: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\nx: [*d,*d,*d,*d,*d,*d,*d,*d,*d]\n`,
  ],
  ['a tag of another language', 'title: !!js/function "x"\nurl: !!python/object:os.system ls\n'],
])('%s gives no paper and does no harm', (_, text) => {
  expect(readText(text)).toMatchObject({ format: null, papers: [] });
});
