import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { measure } from '../../../src/core/lists/overview.ts';
import { LIST_DEFAULTS } from '../../../src/shared/model.ts';
import { digestText, TestEngine } from '../support/engine.ts';

const ALPHA = 'arxiv:2402.00001';
const BETA = 'arxiv:2402.00002';
const GONE = 'arxiv:2001.00001';

describe('reading lists of the engine', () => {
  let engine: TestEngine;

  beforeEach(async () => {
    engine = await TestEngine.create();
    await engine.write(
      'digests/2024/02/05.md',
      digestText('2024-02-05', [
        { title: 'Alpha', arxiv: '2402.00001', text: '- 보상 모델 two words' },
        { title: 'Beta', arxiv: '2402.00002', text: '- 가나다라' },
      ]),
    );
    await engine.start();
    await engine.openFolder('digests');
  });
  afterEach(() => engine.remove());

  const put = (id: string, papers: readonly string[]) =>
    engine.call('state.change', {
      change: {
        kind: 'list.put',
        list: { ...LIST_DEFAULTS, id, name: id, papers: [...papers], created: 1 },
        index: 99,
      },
    });
  const order = async () =>
    (await engine.call('library.outline', {})).lists.map(({ id, group }) => `${group}:${id}`);
  const move = (list: string, index: number, group = '') =>
    engine.call('state.change', { change: { kind: 'list.move', list, index, group } });

  it('are read whole, with papers of closed folders', async () => {
    await put('l', [GONE, ALPHA]);
    const list = await engine.call('list.read', { list: 'l' });
    expect(list.papers).toEqual([GONE, ALPHA]);
    await expect(engine.call('list.read', { list: 'none' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('tell their progress and how much there is to read, read and unread', async () => {
    await put('l', [GONE, ALPHA, BETA]);
    await engine.call('state.change', { change: { kind: 'read', papers: [BETA], value: true } });
    expect(await engine.call('list.overview', { list: 'l' })).toMatchObject({
      count: { total: 2, unread: 1 },
      missing: 1,
      all: { hangul: 8, words: 2 },
      unread: { hangul: 4, words: 2 },
      sampled: 2,
    });
  });

  it('move among each other and into groups, kept over a start, undone in one step', async () => {
    for (const id of ['a', 'b', 'c']) await put(id, []);
    await move('c', 0, '연구/기초');
    expect(await order()).toEqual(['연구/기초:c', ':a', ':b', ':read-next']);
    await engine.stop();
    await engine.start();
    expect(await order()).toEqual(['연구/기초:c', ':a', ':b', ':read-next']);
    await move('a', 99);
    expect(await order()).toEqual(['연구/기초:c', ':b', ':a', ':read-next']);
    await engine.call('state.undo', {});
    expect(await order()).toEqual(['연구/기초:c', ':a', ':b', ':read-next']);
    await expect(move('read-next', 0)).rejects.toMatchObject({ code: 'invalid-input' });
    expect((await move('a', 1)).changed).toBe(0);
  });
});

describe('the amount of a text', () => {
  it('counts Korean by syllables and English by words', () => {
    expect(measure('강화학습은 state-of-the-art 모델이다. It is 3.5x better!')).toEqual({
      hangul: 9,
      words: 5,
    });
    expect(measure('')).toEqual({ hangul: 0, words: 0 });
    expect(measure('深度学習')).toEqual({ hangul: 0, words: 4 });
  });
});
