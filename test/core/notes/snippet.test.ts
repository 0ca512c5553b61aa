import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noteSnippet } from '../../../src/core/notes/snippet.ts';
import { fold } from '../../../src/shared/query/fold.ts';
import { parseQuery } from '../../../src/shared/query/parse.ts';
import { wordsOf } from '../../../src/shared/query/words.ts';

const snippet = (text: string, search: string) =>
  noteSnippet(text, wordsOf(parseQuery(search).node));

describe('a part of a note', () => {
  it.each([
    ['짧은 메모', '메모', '짧은 메모'],
    ['## Problem\n\n- [x] **Long** contexts\n- `KV` cache', 'cache', '…contexts KV cache'],
    [
      '처음에는 다른 이야기를 한참 늘어놓다가 심층강화학습을 쓴다',
      'ㄱㅎㅎㅅ',
      '…이야기를 한참 늘어놓다가 심층강화학습을 쓴다',
    ],
    [
      'see [[arxiv:2402.00001|StepCoder]] and [a page](https://x.org)',
      'page',
      '…StepCoder and a page',
    ],
    ['PPO와\n견줄 것', '"ppo와 견줄"', 'PPO와 견줄 것'],
    ['ﬁne Łukasz café and more words', 'cafe', 'ﬁne Łukasz café and more words'],
  ])('%j, for %s, is %j', (text, search, expected) => {
    expect(snippet(text, search)).toBe(expected);
  });

  it('is none when only its markup holds the words', () => {
    expect(snippet('[[arxiv:2402.00001|StepCoder]]', 'arxiv')).toBeNull();
    expect(snippet('', 'x')).toBeNull();
  });

  it('is one line that holds a word, of any length', () => {
    const word = fc.constantFrom('강화학습을', 'LoRA', 'ﬁne', '메모', 'e\u0301tude', 'x', '—', '');
    const words = fc.array(word, { maxLength: 80 }).map((all) => all.join(' '));
    fc.assert(
      fc.property(words, words, (before, after) => {
        const found = snippet(`${before} 찾을말을 ${after}`, '찾을말');
        expect(fold(found ?? '').slice(0, 60)).toContain('찾을말');
        expect(found).not.toMatch(/\n/);
        expect((found ?? '').length).toBeLessThan(170);
      }),
    );
  });
});
