import { describe, expect, it } from 'vitest';
import { LIST_DEFAULTS } from '../../../src/shared/model.ts';
import { Searching } from './searching.ts';

function made(): Searching {
  const searching = new Searching(
    { id: 'title', title: '강화학습 입문', date: '2024-01-01' },
    { id: 'text', title: 'B', text: '강화학습을 다룬다', date: '2024-01-02' },
    { id: 'note', title: 'C', authors: ['Kim'], date: '2024-03-01' },
    { id: 'none', title: 'D', date: '2024-03-02' },
  );
  searching.write('note', '## 메모\n\n심층강화학습을 써 볼 것. PPO와\n견줄 것');
  return searching;
}

describe('a search in notes', () => {
  it.each([
    ['강화학습', ['title', 'text', 'note']],
    ['심층강화', ['note']],
    ['ㅅㅊㄱㅎ', ['note']],
    ['"ppo와 견줄"', ['note']],
    ['kim 강화학습', ['note']],
    ['note:강화학습', ['note']],
    ['메모:ㄱㅎㅎㅅ', ['note']],
    ['노트:"PPO와 견줄"', ['note']],
    ['title:심층', []],
    ['author:심층', []],
    ['강화학습 -note:ppo', ['title', 'text']],
    ['-심층강화', ['none', 'text', 'title']],
    ['ppo OR title:D', ['none', 'note']],
    ['note:', ['none', 'note', 'text', 'title']],
  ])('%s finds %j: after the title and the text', (query, ids) => {
    expect(made().search(query)).toEqual(ids);
  });

  it('follows each change of a note, also of a smart list that asks for it', () => {
    const searching = made();
    const list = { ...LIST_DEFAULTS, id: 'l', name: 'RL', papers: [], query: 'note:ppo' };
    searching.lists = [list];
    const view = { kind: 'list', list: 'l' } as const;
    expect(searching.results.count(list).total).toBe(1);
    searching.write('none', 'PPO!');
    expect(searching.ids({ view })).toEqual(['none', 'note']);
    expect(searching.results.count(list).total).toBe(2);
    searching.write('note', 'DPO');
    expect(searching.search('ppo')).toEqual(['none']);
    searching.write('none', '');
    expect(searching.search('ppo')).toEqual([]);
    expect(searching.results.count(list).total).toBe(0);
  });

  it('forgets the note of a paper that went, and knows it again when the paper comes back', () => {
    const searching = made();
    searching.remove('note');
    searching.set({ id: 'other', title: 'takes its number' });
    expect(searching.search('심층')).toEqual([]);
    searching.set({ id: 'note', title: 'C' });
    expect(searching.search('심층')).toEqual(['note']);
  });

  it('keeps a row that is there by its note while the reader changes that, and no other', () => {
    const searching = made();
    const search = '강화학습';
    const { result } = searching.open({ search });
    searching.write('note', 'something else');
    searching.set({ id: 'text', title: 'B', text: 'rewritten', date: '2024-01-02' });
    const kept = searching.open({ search }, result);
    expect(searching.results.papers(kept.result)).toEqual(['title', 'note']);
    expect(searching.search(search)).toEqual(['title']);
  });

  it('tells which rows are there by their notes alone', () => {
    const searching = made();
    searching.write('title', '강화학습');
    const inNotes = (search: string) =>
      searching.results.inNotes(searching.open({ search }).result);
    expect([...inNotes('강화학습').papers]).toEqual(['note']);
    expect([...inNotes('title:C 심층').papers]).toEqual(['note']);
    expect([...inNotes('강화학습 title:입문').papers]).toEqual([]);
    expect([...inNotes('').papers]).toEqual([]);
  });
});
