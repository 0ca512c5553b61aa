import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ALL, digestText, TestEngine } from '../support/engine.ts';

const ALPHA = 'arxiv:2402.00001';
const BETA = 'arxiv:2402.00002';
const GAMMA = 'arxiv:2402.00003';

describe('notes of the engine', () => {
  let engine: TestEngine;

  beforeEach(async () => {
    engine = await TestEngine.create();
    await engine.write(
      'digests/2024/02/05.md',
      digestText('2024-02-05', [
        { title: '강화학습 Alpha', arxiv: '2402.00001', text: '- 보상 모델.' },
        { title: 'Beta of Alpha', arxiv: '2402.00002' },
        { title: 'Gamma', arxiv: '2402.00003', text: '- Alpha is used.' },
      ]),
    );
    await engine.start();
    await engine.openFolder('digests');
  });
  afterEach(() => engine.remove());

  const note = (paper: string, text: string) =>
    engine.call('state.change', { change: { kind: 'note', paper, text } });
  const mentioning = async (paper: string) =>
    (await engine.call('note.backlinks', { paper })).map(({ id, line }) => [id, line]);

  it('tells whose notes mention a paper, with the line, the latest note first', async () => {
    await note(BETA, `처음\n- 비교: [[${ALPHA}|Alpha]]와 다름\n끝`);
    await new Promise((resolve) => setTimeout(resolve, 3));
    await note(GAMMA, `[[2402.00001v2]] and again [[${ALPHA}]]`);
    await note(ALPHA, `itself: [[${ALPHA}]]`);
    expect(await mentioning(ALPHA)).toEqual([
      [GAMMA, `[[2402.00001v2]] and again [[${ALPHA}]]`],
      [BETA, `- 비교: [[${ALPHA}|Alpha]]와 다름`],
    ]);
    expect(await mentioning(BETA)).toEqual([]);
  });

  it('follows a note that changes, and its undo', async () => {
    await note(BETA, `[[${ALPHA}]]`);
    await note(BETA, 'nothing any more');
    expect(await mentioning(ALPHA)).toEqual([]);
    await note(GAMMA, `[[${ALPHA}]]`);
    expect(await mentioning(ALPHA)).toHaveLength(1);
    await engine.call('state.undo', {});
    expect(await mentioning(ALPHA)).toEqual([]);
  });

  it('finds a paper by its note as soon as that is saved, and shows the place in its row', async () => {
    const found = async (search: string) => {
      const query = { ...ALL, search };
      const { result } = await engine.call('query.open', { query, keep: null, locate: null });
      const rows = await engine.call('query.rows', { result, offset: 0, limit: 9 });
      return rows.map(({ id, noteSnippet }) => [id, noteSnippet]);
    };
    expect(await found('견줄')).toEqual([]);
    await note(GAMMA, '- PPO와 견줄 것');
    await note(ALPHA, '강화학습과 견줄 것');
    expect(await found('견줄 ppo')).toEqual([[GAMMA, 'PPO와 견줄 것']]);
    expect(await found('강화학습')).toEqual([[ALPHA, undefined]]);
    await engine.call('state.undo', {});
    expect(await found('견줄')).toEqual([[GAMMA, 'PPO와 견줄 것']]);
    await engine.stop();
    await engine.start();
    await engine.scanned();
    expect(await found('note:견줄')).toEqual([[GAMMA, 'PPO와 견줄 것']]);
  });

  it('names papers of folders that are closed by their identity alone', async () => {
    await note('arxiv:2001.00001', `[[${ALPHA}]]`);
    expect(await engine.call('note.backlinks', { paper: ALPHA })).toEqual([
      { id: 'arxiv:2001.00001', title: null, date: null, line: `[[${ALPHA}]]` },
    ]);
  });

  it('finds papers by what is typed of a title, Korean inside of words too, titles first', async () => {
    const found = await engine.call('paper.find', { text: 'alpha', limit: 10 });
    expect(
      found
        .map(({ id }) => id)
        .slice(0, 2)
        .toSorted(),
    ).toEqual([ALPHA, BETA]);
    expect(found.map(({ id }) => id)).toContain(GAMMA);
    const korean = await engine.call('paper.find', { text: '학습', limit: 1 });
    expect(korean).toEqual([{ id: ALPHA, title: '강화학습 Alpha', date: '2024-02-05' }]);
  });

  it('offers what was read last while nothing is typed', async () => {
    for (const paper of [BETA, ALPHA, 'arxiv:2001.00001']) {
      await engine.call('state.change', { change: { kind: 'read', papers: [paper], value: true } });
    }
    const found = await engine.call('paper.find', { text: ' ', limit: 10 });
    expect(found.map(({ id }) => id)).toEqual([ALPHA, BETA]);
  });
});
