import { describe, expect, it } from 'vitest';
import { readFixture, readText } from './fixture.ts';

it('a mail of arXiv gives titles of two lines, names without institutions, abstracts, and the mail’s day', () => {
  const { format, papers, problems } = readFixture('cs-new.eml');
  expect({ format, problems }).toEqual({ format: 'arxiv-mail', problems: [] });
  expect(papers).toMatchObject([
    {
      id: 'arxiv:2602.90071',
      title: 'Wells and Water: A Study in Two Lines',
      authors: ['Jo King', 'Kim Lee', 'Li Mo'],
      date: '2026-02-11',
      line: 11,
    },
    { id: 'arxiv:hep-th/0602001', title: 'Old Wells', authors: ['Nia Oh'] },
    { id: 'arxiv:2602.90073', title: 'Replaced Wells', authors: ['Oz Park'] },
  ]);
  expect(papers.map(({ text }) => text)).toEqual([
    'Wells hold water. We measure\n* how deep they are.\n\nAnd again.\n\n**Categories:** cs.CL cs.AI\n\n**Comments:** 8 pages',
    'Old wells are deep.\n\n**Categories:** hep-th',
    '**Categories:** cs.CL',
  ]);
});

describe('feeds', () => {
  it('RSS gives links, creators, abstracts and the channel’s day; an entry without title is told', () => {
    const { format, papers, problems } = readFixture('cs.rss');
    expect(format).toBe('feed');
    expect(papers).toMatchObject([
      {
        id: 'arxiv:2602.90081',
        title: 'Ropes & Knots: $a<b$',
        authors: ['Pia Quist', 'Rae Sun'],
        date: '2026-02-12',
        text: 'Ropes are tied & untied. We write $x<y$.\n\n**Categories:** cs.CL, cs.AI',
      },
      {
        id: 'arxiv:2602.90083',
        title: 'Loose Ends',
        authors: ['Tom Ulm', 'Uma Voss'],
        text: 'Ends are loose.',
      },
    ]);
    expect(problems).toMatchObject([{ code: 'entry-unreadable', line: 18 }]);
  });

  it('Atom gives its entries, expands no entity of its own, and tells of the one that is cut off', () => {
    const { papers, problems } = readFixture('query.atom');
    expect(papers).toMatchObject([
      {
        id: 'arxiv:2602.90091',
        title: 'Windows That Remember',
        authors: ['Vi Wren', 'Xu Yan'],
        date: '2026-02-13',
        links: { page: 'http://arxiv.org/abs/2602.90091v1' },
      },
    ]);
    expect(papers[0]?.text).not.toContain('expanded');
    expect(problems).toMatchObject([{ code: 'entry-unreadable', line: 21 }]);
  });

  it.each([
    [
      'a blog’s feed',
      '<rss version="2.0"><channel><item><title>Lunch</title><link>https://x.org/lunch</link></item></channel></rss>',
    ],
    ['a picture', '<svg xmlns="http://www.w3.org/2000/svg"><entry/></svg>'],
    ['tags without end', `<feed>${'<entry>'.repeat(50_000)}`],
    ['a deep entry', `<feed><entry>${'<a>'.repeat(50_000)}</entry></feed>`],
  ])('%s gives no paper', (_, text) => {
    expect(readText(text)).toMatchObject({ format: null, papers: [] });
  });
});
