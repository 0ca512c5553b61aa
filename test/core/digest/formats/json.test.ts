import { describe, expect, it } from 'vitest';
import { readFixture, readText } from './fixture.ts';

describe('the answer of the daily-papers API', () => {
  const { format, papers, problems } = readFixture('2026-02-03.json');

  it('gives every field of a paper', () => {
    expect(format).toBe('hf-daily-json');
    expect(papers[0]).toEqual({
      id: 'arxiv:2602.90011',
      title: 'Kites That Read: $a_{1}$ and [Brackets]',
      arxivId: '2602.90011',
      links: {
        page: 'https://huggingface.co/papers/2602.90011',
        abstract: 'https://arxiv.org/abs/2602.90011',
        pdf: 'https://arxiv.org/pdf/2602.90011',
        project: 'https://kites.example.org',
        code: 'https://github.com/example/kites',
      },
      authors: ['Ada Reed', 'Bo Łukasz'],
      votes: 1234,
      media: [
        { kind: 'image', url: 'https://cdn.example.org/kites.png' },
        { kind: 'video', url: 'https://cdn.example.org/kites.mp4' },
      ],
      date: '2026-02-03',
      line: 2,
      text: [
        '**AI summary:** Kites read.',
        'We fly kites over libraries \\* and \\* read \\<them> with $x_{i}*y_{i}$.',
        'A second paragraph.',
        '**Keywords:** kites, libraries',
      ].join('\n\n'),
    });
  });

  it('a field of the wrong type is left out, the others are kept', () => {
    expect(papers[1]).toMatchObject({
      title: '3',
      id: 'arxiv:2602.90012',
      votes: null,
      authors: ['Ada Reed', 'Cy Moon'],
      text: '7',
    });
  });

  it('an entry without title is a problem with its line, not a paper', () => {
    expect(papers).toHaveLength(2);
    expect(problems).toMatchObject([{ code: 'entry-unreadable', line: 26 }]);
  });
});

it('a scraper’s file gives authors, abstract and code; GitHub’s stars are no votes', () => {
  const { format, papers, problems } = readFixture('2026-02-04-scraped.json');
  expect({ format, problems }).toEqual({ format: 'hf-scraped-json', problems: [] });
  expect(papers).toMatchObject([
    {
      id: 'arxiv:2602.90021',
      title: 'Lanterns for Long Nights',
      authors: ['Dee Sol', 'Eun-ji Han'],
      votes: null,
      date: '2026-02-04',
      links: {
        page: 'https://huggingface.co/papers/2602.90021',
        code: 'https://github.com/example/lanterns',
      },
      text: 'Lanterns light long nights.\n\n**GitHub stars:** 43',
    },
  ]);
});

it('JSON Lines: a broken line costs only itself, and days without a dated path are the entries’ own', () => {
  const { format, papers, problems } = readFixture('collected.jsonl');
  expect(format).toBe('json-lines');
  expect(papers).toMatchObject([
    {
      id: 'arxiv:2602.90031',
      date: '2026-02-06',
      votes: 3,
      text: 'Moss grows on maps.\n\n**Keywords:** moss, maps',
    },
    {
      id: 'doi:10.5555/moss.7',
      title: '이끼와 지도',
      date: '2026-02-07',
      authors: ['김하나', '이두리'],
    },
  ]);
  expect(problems).toMatchObject([
    { code: 'entry-unreadable', line: 3 },
    { code: 'entry-unreadable', line: 5 },
  ]);
});

it('lists in the members of an object are read, and dated by their keys', () => {
  const { format, papers } = readFixture('by-day.json');
  expect(format).toBe('json');
  expect(papers).toMatchObject([
    { id: 'arxiv:2602.90041', date: '2026-02-08' },
    { id: 'url:https://openreview.net/forum?id=salt', date: '2026-02-09' },
  ]);
});

describe('what is no digest, or hardly one', () => {
  it.each([
    [
      'a package',
      '{"name":"x","version":"1.0.0","description":"A package","author":"A B","keywords":["k"]}',
    ],
    ['settings', '{"compilerOptions":{"paths":{"a":["b"]}}}'],
    ['posts that are no papers', '[{"title":"Lunch","description":"Soup"}]'],
    ['a number', '7'],
    ['an empty list', '[]'],
    ['brackets without end', '['.repeat(100_000)],
    ['objects without end', '{"a":'.repeat(100_000)],
    ['a string without end', '["'],
  ])('%s gives no paper', (_, text) => {
    expect(readText(text, '2026-02-04.json')).toMatchObject({ format: null, papers: [] });
  });

  it('a list that is cut off gives the entries before the cut', () => {
    const { papers, problems } = readText(
      '[{"title":"A","id":"2602.90051"},{"title":"B","id":"2602.9',
    );
    expect(papers).toMatchObject([{ title: 'A' }]);
    expect(problems).toMatchObject([{ code: 'entry-unreadable' }]);
  });

  it('an entry nested beyond reason is a problem of its own', () => {
    const deep = `{"title":"Deep","id":"2602.90052","x":${'['.repeat(1_000)}${']'.repeat(1_000)}}`;
    const { papers, problems } = readText(`[${deep},{"title":"A","id":"2602.90051"}]`);
    expect(papers).toMatchObject([{ title: 'A' }]);
    expect(problems).toMatchObject([{ code: 'entry-unreadable', line: 1 }]);
  });
});
