import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatWikiLink, wikiLinkAt, wikiLinks } from '../../src/shared/wiki-links.ts';

const papersOf = (text: string): unknown =>
  wikiLinks(text).map(({ paper, title }) => [paper, title]);

describe('links between papers', () => {
  it('are found with and without a title, in order', () => {
    expect(papersOf('앞의 [[arxiv:2402.01391|StepCoder]]와 [[doi:10.1/x]] 그리고 [[a]]')).toEqual([
      ['arxiv:2402.01391', 'StepCoder'],
      ['doi:10.1/x', null],
    ]);
    expect(papersOf('[[doi:10.1145/3292500|Tuna]] [[url:https://x.example/a]]')).toEqual([
      ['doi:10.1145/3292500', 'Tuna'],
      ['url:https://x.example/a', null],
    ]);
  });

  it('may be written by hand: bare identifiers, versions and capitals mean the same paper', () => {
    const written = '[[2402.01391]] [[arXiv:2402.01391v3]] [[hep-th/9901001]] [[10.1145/ABC]]';
    expect(wikiLinks(written).map(({ paper }) => paper)).toEqual([
      'arxiv:2402.01391',
      'arxiv:2402.01391',
      'arxiv:hep-th/9901001',
      'doi:10.1145/abc',
    ]);
  });

  it('that are not finished swallow nothing', () => {
    expect(papersOf('[[arxiv:2402.01391|never [[arxiv:2402.01392|ended]]')).toEqual([
      ['arxiv:2402.01392', 'ended'],
    ]);
    expect(papersOf('[[arxiv:2402.01391|over\nlines]]')).toEqual([]);
    expect(papersOf('[[todo]] [[]] [x] [[ ]]')).toEqual([]);
  });

  it('keep a title that ends with a bracket', () => {
    expect(papersOf(formatWikiLink('arxiv:2402.01391', 'A [Reproduction]'))).toEqual([
      ['arxiv:2402.01391', 'A [Reproduction]'],
    ]);
  });

  it('come back as the same paper whatever its identity and title hold', () => {
    const id = fc.oneof(
      fc.webUrl().map((url) => `url:${url}`),
      fc.string({ minLength: 1, unit: 'binary' }).map((text) => `title:x${text.trim()}`),
      fc.constantFrom('url:https://a.example/[x]|y%5B%25', 'url:https://a.example/a]]b'),
    );
    fc.assert(
      fc.property(id, fc.string({ unit: 'grapheme' }), fc.string(), (paper, title, around) => {
        const before = around.replaceAll('[', '(');
        const after = around.replaceAll(']', ')');
        const text = `${before}${formatWikiLink(paper, title)}${after}`;
        const links = wikiLinks(text);
        expect(links).toHaveLength(1);
        expect(links[0]?.paper).toBe(paper);
        expect(text.slice(links[0]?.from, links[0]?.to)).toBe(formatWikiLink(paper, title));
        expect(wikiLinkAt(text.slice(before.length))?.paper).toBe(paper);
      }),
    );
  });

  it('are read in time that grows with the text alone', () => {
    // 2 MB that a backtracking reader would take minutes for.
    for (const part of ['[[', '[[arxiv:1|', '[[arxiv:1|x]', 'a|', '[[x]]]']) {
      const text = part.repeat(Math.ceil(2_000_000 / part.length));
      expect(wikiLinks(text)).toEqual([]);
    }
  });
});
