import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaperId } from '../../../src/shared/model.ts';
import { composed } from '../../shared/query/typing.ts';
import { Searching, type Printed } from './searching.ts';

function found(searching: Searching, search: string, before = ''): readonly PaperId[] {
  const typed = before + search;
  return searching.search(typed, typed.length);
}

describe('what an input method shows while a word is composed', () => {
  const words = ['모델', '데이터', '확산', '학습', '강화학습', '값', '닭', '과학', '의료', '없다'];
  const papers = words.map((word): Printed => ({ id: word, text: `또 ${word}을 다룬다` }));

  it.each(words)('finds what holds %s all the way', (word) => {
    const searching = new Searching(...papers);
    for (const state of composed(word)) expect(found(searching, state), state).toContain(word);
  });

  it.each(words)('finds what holds %s all the way, each time as the first search', (word) => {
    for (const state of composed(word)) {
      expect(found(new Searching(...papers), state), state).toContain(word);
    }
  });

  it('narrows with every key', () => {
    const searching = new Searching(
      ...['모델', '모두', '모래', '몯', '모', '마음'].map((text) => ({ id: text, text })),
    );
    const sorted = (search: string): readonly PaperId[] => [...found(searching, search)].sort();
    expect(sorted('모')).toEqual(['모', '모델', '모두', '모래', '몯']);
    expect(sorted('몯')).toEqual(['모델', '모두', '몯']);
    expect(sorted('모데')).toEqual(['모델']);
    expect(sorted('모델')).toEqual(['모델']);
  });

  it('is exact once it is finished', () => {
    const searching = new Searching(...papers);
    for (const state of ['몯', '모데', '확사', '갑', '달']) {
      found(searching, state);
      expect(searching.search(state), state).toEqual([]);
    }
  });

  it('is looked for in titles, authors and notes, in rows of words and behind other letters too', () => {
    const searching = new Searching(
      { id: 'title', title: '강화 학습' },
      { id: 'author', authors: ['김하늘'] },
      { id: 'note', text: 'x' },
      { id: 'mixed', text: 'LoRA모델' },
    );
    searching.write('note', '메모 모델');
    expect(found(searching, '하', 'title:')).toEqual(['title']);
    expect(found(searching, '김하느', 'author:')).toEqual(['author']);
    expect(found(searching, '몯', 'note:')).toEqual(['note']);
    expect(found(searching, '하', '"강화 ')).toEqual(['title']);
    expect(found(searching, 'ㅎ', '"강화 ')).toEqual(['title']);
    expect(found(searching, '몯', 'lora')).toEqual(['mixed']);
    expect(found(searching, '스', 'ㄱㅎ')).toEqual([]);
    expect(found(searching, '느', 'ㄱㅎ')).toEqual(['author']);
    expect([...found(searching, '모데', '-')].sort()).toEqual(['author', 'title']);
  });

  it('excerpts the place of a note that it finds', () => {
    const searching = new Searching({ id: 'a' });
    searching.write('a', '강화학습 메모');
    const query = { ...searching.everything, search: '강홯' };
    const { result } = searching.results.open({ query, composing: 2, keep: null, locate: null });
    expect(searching.results.inNotes(result).papers).toEqual(new Set(['a']));
  });

  it('is not taken for another keyboard layout', () => {
    const searching = new Searching({ id: 'a', text: 'ahe' });
    const query = { ...searching.everything, search: '몯' };
    const opened = { query, keep: null, locate: null };
    expect(searching.results.open(opened).suggestion).toBe('ahe');
    expect(searching.results.open({ ...opened, composing: 1 }).suggestion).toBeNull();
  });

  it('keeps no rows of what was composed for what is finished', () => {
    const searching = new Searching({ id: 'a', text: '모델' });
    searching.mark('read', 'a');
    const query = { ...searching.everything, search: '모데 is:read' };
    const opened = { query, locate: null };
    const { result } = searching.results.open({ ...opened, composing: 2, keep: null });
    expect(searching.results.papers(result)).toEqual(['a']);
    expect(searching.results.open({ ...opened, composing: 2, keep: result }).total).toBe(1);
    expect(searching.results.open({ ...opened, keep: result }).total).toBe(0);
  });

  it('finds every word in every text all the way', () => {
    const syllable = fc
      .integer({ min: 0xac00, max: 0xd7a3 })
      .map((code) => String.fromCharCode(code));
    const common = fc.constantFrom('모', '델', '닭', '값', '가', '사', '과', '의', 'ㄱ', ' ', 'a');
    const text = fc.string({ unit: fc.oneof(syllable, common), maxLength: 8 });
    const word = fc.string({
      unit: fc.oneof(
        syllable,
        common.filter((each) => /[가-힣]/.test(each)),
      ),
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(text, word, text, (before, middle, after) => {
        const searching = new Searching(
          { id: 'text', text: before + middle + after },
          { id: 'title', title: before + middle + after },
          { id: 'other', text: before + after },
        );
        for (const state of composed(middle)) {
          expect(found(searching, state), state).toEqual(expect.arrayContaining(['text', 'title']));
        }
      }),
    );
  });
});
