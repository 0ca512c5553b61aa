import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { StateStore } from '../../../src/core/state/state-store.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'lectern-state-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const open = (): Promise<StateStore> => StateStore.open({ dir, now: () => 1_000 });

test('a mark is there after closing and opening again', async () => {
  const store = await open();
  expect(await store.change({ kind: 'read', papers: ['arxiv:1', 'arxiv:2'], value: true })).toEqual({
    changed: 2,
    papers: ['arxiv:1', 'arxiv:2'],
    kind: 'read',
    undo: { undo: { kind: 'read', value: true, papers: 2, name: null }, redo: null },
  });
  await store.close();
  const again = await open();
  expect([...again.state.read]).toEqual([
    ['arxiv:1', 1_000],
    ['arxiv:2', 1_000],
  ]);
  expect(again.problems).toEqual([]);
  await again.close();
  expect((await readdir(dir)).sort()).toEqual(['journal.1.jsonl', 'journal.2.jsonl', 'state.json']);
});
