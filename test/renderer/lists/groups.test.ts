import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIST_DEFAULTS, READ_NEXT, type ListOutline } from '../../../src/shared/model.ts';
import {
  cleanGroup,
  listTree,
  movedPapers,
  stepPlace,
  steppedPapers,
} from '../../../src/renderer/views/lists/groups.ts';

const listOf = (id: string, group = ''): ListOutline => ({
  ...LIST_DEFAULTS,
  id,
  name: id,
  group,
  count: { total: 0, unread: 0 },
});
const queue = listOf(READ_NEXT);

const shown = (lists: readonly ListOutline[], open = true): string[] =>
  listTree(lists, () => open).map((line) =>
    line.kind === 'group' ? `${line.level} ${line.path}/` : `${line.level} ${line.list.id}`,
  );

/** As the engine moves a list. */
function move(lists: readonly ListOutline[], id: string, step: 1 | -1): readonly ListOutline[] {
  const place = stepPlace(lists, id, step);
  const own = lists.find((list) => list.id === id);
  if (place === null || own === undefined) return lists;
  return lists
    .filter((list) => list.id !== id)
    .toSpliced(place.index, 0, { ...own, group: place.group });
}

describe('groups of lists', () => {
  const lists = [listOf('a'), listOf('b', '연구'), listOf('c', '연구/기초'), listOf('d'), queue];

  it('stand where their first list stands, nested by their path', () => {
    expect(shown(lists)).toEqual([
      '1 a',
      '1 연구/',
      '2 b',
      '2 연구/기초/',
      '3 c',
      '1 d',
      `1 ${READ_NEXT}`,
    ]);
    expect(shown(lists, false)).toEqual(['1 a', '1 연구/', '1 d', `1 ${READ_NEXT}`]);
  });

  it('gather lists that stand apart', () => {
    expect(shown([listOf('a', 'x'), listOf('b'), listOf('c', 'x')])).toEqual([
      '1 x/',
      '2 a',
      '2 c',
      '1 b',
    ]);
  });

  it('are cleaned as typed', () => {
    expect(cleanGroup(' 연구 / / 기초 /')).toBe('연구/기초');
  });

  it('are entered and left by moving a list down, line by line', () => {
    let now: readonly ListOutline[] = lists;
    const seen: string[] = [];
    for (let steps = 0; steps < 8; steps += 1) {
      now = move(now, 'a', 1);
      seen.push(`${now.find(({ id }) => id === 'a')?.group}:${now.map(({ id }) => id).join('')}`);
    }
    expect(seen).toContain('연구:abcd' + READ_NEXT);
    expect(seen).toContain('연구/기초:bcad' + READ_NEXT);
    expect(seen.at(-1)).toBe(':bcda' + READ_NEXT);
  });

  it('lose no list however lists are moved, and the queue stays last', () => {
    const step = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', READ_NEXT),
      by: fc.constantFrom(1 as const, -1 as const),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let now: readonly ListOutline[] = lists;
        for (const { id, by } of steps) now = move(now, id, by);
        expect(now.map(({ id }) => id).toSorted()).toEqual(lists.map(({ id }) => id).toSorted());
        expect(now.at(-1)?.id).toBe(READ_NEXT);
        const tree = listTree(now, () => true).flatMap((line) =>
          line.kind === 'list' ? [line.list.id] : [],
        );
        expect(tree).toHaveLength(lists.length);
      }),
    );
  });
});

describe('the order of a list', () => {
  const papers = ['a', 'b', 'c', 'd'];

  it('changes by one place, for several papers as a block', () => {
    expect(steppedPapers(papers, ['b'], 1)).toEqual(['a', 'c', 'b', 'd']);
    expect(steppedPapers(papers, ['b', 'd'], -1)).toEqual(['b', 'd', 'a', 'c']);
    expect(steppedPapers(papers, ['a'], -1)).toBe(papers);
    expect(steppedPapers(papers, ['c', 'd'], 1)).toBe(papers);
    expect(steppedPapers(papers, ['x'], 1)).toBe(papers);
  });

  it('changes by dropping papers before or behind another', () => {
    expect(movedPapers(papers, ['d', 'a'], 'c', 'before')).toEqual(['b', 'a', 'd', 'c']);
    expect(movedPapers(papers, ['a'], 'd', 'after')).toEqual(['b', 'c', 'd', 'a']);
    expect(movedPapers(papers, ['a'], 'a', 'after')).toBe(papers);
  });
});
