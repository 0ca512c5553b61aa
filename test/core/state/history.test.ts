import { expect, test } from 'vitest';
import { emptyHistory, remember, travel, type Step } from '../../../src/core/state/history.ts';

const marking = (papers: readonly string[]): Step => ({
  label: { kind: 'read', value: true, papers: papers.length, name: null, list: null },
  edit: { change: { kind: 'read', papers: [...papers], value: true }, instants: null },
});

const papers = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `arxiv:${index}`);

test('five hundred steps are kept, the newest ones', () => {
  let history = emptyHistory;
  for (let index = 0; index < 510; index++) history = remember(history, marking([`p${index}`]));
  expect(history.undo).toHaveLength(500);
  expect(history.undo.at(-1)).toEqual(marking(['p509']));
});

test('of steps that each name a large library fewer are kept, but never less than the newest', () => {
  const library = marking(papers(300_000));
  let history = remember(emptyHistory, marking(['first']));
  for (let index = 0; index < 20; index++) history = remember(history, library);
  expect(history.undo).toHaveLength(6);

  const huge = marking(papers(2_500_000));
  history = remember(history, huge);
  expect(history.undo).toEqual([huge]);
  history = travel(history, 'undo', huge);
  expect(history).toEqual({ undo: [], redo: [huge] });
});
