/** Data as every earlier version left them, a snapshot and a journal behind it: test/fixtures/state. */
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { READ_NEXT_LIST } from '../../../src/core/state/reader-state.ts';
import { STATE_VERSION } from '../../../src/core/state/snapshot.ts';
import { StateStore } from '../../../src/core/state/state-store.ts';
import { DEFAULT_SETTINGS, LIST_DEFAULTS } from '../../../src/shared/model.ts';
import { plain } from './arbitraries.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'lectern-migrations-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

/** Opens a copy of the fixture. */
async function open(version: number): Promise<StateStore> {
  const fixture = join(import.meta.dirname, `../../fixtures/state/v${version}`);
  await cp(fixture, dir, { recursive: true });
  return StateStore.open({ dir, now: () => 1_800_000_000_000 });
}

describe('format 1', () => {
  it('opens whole: marks, notes, lists, settings, folders, and what the journal holds of them', async () => {
    const store = await open(1);
    const { state } = store;
    expect(store.problems).toEqual([]);
    expect([...state.read]).toEqual([
      ['arxiv:2402.01391', 1_750_000_300_000],
      ['doi:10.1000/xyz', 1_750_000_300_000],
    ]);
    expect([...state.starred.keys()]).toEqual(['arxiv:2402.01391', 'arxiv:2402.00002']);
    expect(state.notes.get('arxiv:2402.01391')?.text).toBe('둘째 메모 “quoted” 😀');
    expect(state.notes.size).toBe(2);
    expect(state.noteVersions.get('arxiv:2402.01391')).toEqual([
      { text: '첫 메모: $x^2$\n- 방법', updated: 1_750_000_420_000 },
    ]);
    const list = { ...LIST_DEFAULTS };
    expect(state.lists).toMatchObject([
      { ...list, id: 'later', name: 'Read later', papers: ['title:abc', 'doi:10.1000/xyz'] },
      { ...list, id: 'thesis', name: '논문 초안', papers: ['arxiv:2402.01391'] },
      READ_NEXT_LIST,
    ]);
    expect(state.settings).toEqual({
      ...DEFAULT_SETTINGS,
      theme: 'dark',
      language: 'ko',
      autoMark: 'never',
      mediaAlways: true,
    });
    expect([...state.mediaPapers]).toEqual(['arxiv:2402.01391']);
    expect([...state.mediaFolders]).toEqual(['/home/reader/digests']);
    expect(state.folders.map(({ path }) => path)).toEqual(['/home/reader/digests']);
    expect(state.recent).toEqual(['/home/reader/old']);
    await store.close();
  });

  it('is written in the present format, and is the same after opening that', async () => {
    const store = await open(1);
    await store.change({ kind: 'star', papers: ['arxiv:1'], value: true });
    const was = plain(store.state);
    await store.close();
    const text = await readFile(join(dir, 'state.json'), 'utf8');
    expect(text).toContain(`"version":${STATE_VERSION},`);
    const again = await StateStore.open({ dir, now: () => 1_900_000_000_000 });
    expect(plain(again.state)).toEqual(was);
    await again.close();
  });
});
