import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { StateStore } from '../../../src/core/state/state-store.ts';
import type { Change, ListPatch, SingleChange } from '../../../src/shared/model.ts';
import { LIST_DEFAULTS } from '../../../src/shared/model.ts';

let dir: string;
let store: StateStore;
const open = (): Promise<StateStore> => StateStore.open({ dir, now: () => 1 });
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'lectern-names-'));
  store = await open();
});
afterEach(async () => {
  await store.close();
  await rm(dir, { recursive: true, force: true });
});

const listed = (id: string, name: string, query: string | null = null) => ({
  ...LIST_DEFAULTS,
  id,
  name,
  query,
  papers: [],
  created: 1,
});
const put = (...list: Parameters<typeof listed>): Change => ({
  kind: 'list.put',
  list: listed(...list),
  index: 0,
});
const update = (list: string, patch: ListPatch): SingleChange => ({
  kind: 'list.update',
  list,
  patch,
});
const queryOf = (id: string): string | null | undefined =>
  store.state.lists.find((list) => list.id === id)?.query;

test('smart lists follow a list to its new name, in the one change that undo takes back', async () => {
  await store.change(put('t', 'Thesis'));
  await store.change(put('old', 'Thesis ideas (old)'));
  await store.change(put('smart', 'Models', 'list:thesis  model OR is:read'));
  await store.change(put('other', 'Ideas', 'list:"Thesis ideas (old)"'));
  const before = store.state.lists;
  const { undo } = await store.change(update('t', { name: 'My PhD' }));
  expect(undo.undo).toEqual({
    kind: 'list.update',
    value: true,
    papers: 0,
    name: 'My PhD',
    list: 't',
  });
  expect(queryOf('smart')).toBe('list:"My PhD"  model OR is:read');
  expect(queryOf('other')).toBe('list:"Thesis ideas (old)"');
  const after = store.state.lists;

  await store.undo();
  expect(store.state.lists).toEqual(before);
  await store.redo();
  expect(store.state.lists).toEqual(after);
  await store.close();
  store = await open();
  expect(store.state.lists).toEqual(after);
});

test('a list put in the place of one with another name is followed too', async () => {
  await store.change(put('t', 'Thesis'));
  await store.change(put('smart', 'Models', 'list:Thesis'));
  await store.change(put('t', 'My PhD'));
  expect(queryOf('smart')).toBe('list:"My PhD"');
});

test('two lists that change names in one batch are each followed', async () => {
  await store.change(put('a', 'A'));
  await store.change(put('b', 'B'));
  await store.change(put('smart', 'Only A', 'list:A -list:B'));
  const changes = [update('a', { name: 'B' }), update('b', { name: 'A' })];
  await store.change({ kind: 'batch', name: 'Swapped', changes });
  expect(queryOf('smart')).toBe('list:"B" -list:"A"');
  await store.undo();
  expect(queryOf('smart')).toBe('list:A -list:B');
});

test('of two lists with one name both stay meant when one is renamed', async () => {
  await store.change(put('a', 'Thesis'));
  await store.change(put('b', 'thesis'));
  await store.change(put('smart', 'Models', '-list:Thesis model'));
  await store.change(update('b', { name: 'My PhD' }));
  expect(queryOf('smart')).toBe('-(list:"My PhD" OR list:"Thesis") model');
});

test('a smart list that is given a name and a query at once follows its own name', async () => {
  await store.change(put('smart', 'Old', 'x'));
  await store.change(update('smart', { name: 'New', query: 'list:Old y' }));
  expect(queryOf('smart')).toBe('list:"New" y');
});

test('a change of case alone leaves queries as they were typed', async () => {
  await store.change(put('t', 'Thesis'));
  await store.change(put('smart', 'Models', 'list:thesis'));
  await store.change(update('t', { name: 'THESIS' }));
  expect(queryOf('smart')).toBe('list:thesis');
});

test('a name with which a search would be too long is refused, and nothing changes', async () => {
  await store.change(put('t', 'Thesis'));
  await store.change(put('smart', 'Models', `list:thesis ${'x'.repeat(980)}`));
  const { lists, seq } = { lists: store.state.lists, seq: store.seq };
  await expect(store.change(update('t', { name: 'y'.repeat(100) }))).rejects.toMatchObject({
    code: 'invalid-input',
  });
  expect(store.state.lists).toEqual(lists);
  expect(store.seq).toBe(seq);
});
