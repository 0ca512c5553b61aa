import fc from 'fast-check';
import { copyFile, mkdir, mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { STATE_VERSION } from '../../../src/core/state/snapshot.ts';
import type { StateStoreOptions } from '../../../src/core/state/state-store.ts';
import { StateStore } from '../../../src/core/state/state-store.ts';
import { AppError } from '../../../src/shared/errors.ts';
import type { Change } from '../../../src/shared/model.ts';
import { anyChange, plain, undoable, withoutVersions } from './arbitraries.ts';
import { FaultyFiles, systemError } from './faulty-files.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'lectern-state-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

function open(options: Partial<StateStoreOptions> = {}): Promise<StateStore> {
  let time = 1_000;
  return StateStore.open({ dir, now: () => time++, ...options });
}

/** Opens what a crash at this moment would leave: the files as they are, nothing folded or closed. */
async function openAsAfterCrash(): Promise<StateStore> {
  const copy = join(dir, 'copy');
  await mkdir(copy);
  for (const { name } of (await readdir(dir, { withFileTypes: true })).filter((e) => e.isFile())) {
    if (name !== 'lock') await copyFile(join(dir, name), join(copy, name));
  }
  return open({ dir: copy });
}

const read = (...papers: string[]): Change => ({ kind: 'read', papers, value: true });
const note = (paper: string, text: string): Change => ({ kind: 'note', paper, text });

test('a change tells what it changed and what undo would take back', async () => {
  const store = await open();
  await store.change(read('a'));
  expect(await store.change(read('a', 'b'))).toEqual({
    changed: 1,
    papers: ['b'],
    kind: 'read',
    kinds: ['read'],
    undo: { undo: { kind: 'read', value: true, papers: 1, name: null, list: null }, redo: null },
  });
  expect(await store.change(read('a', 'b'))).toMatchObject({ changed: 0, papers: [] });
  await store.close();
});

test('a change is on disk before it resolves: a second reading of the files has it', async () => {
  const store = await open();
  await store.change(note('a', '읽었다'));
  expect(await readFile(join(dir, 'journal.1.jsonl'), 'utf8')).toContain('읽었다');
  await store.close();
});

test('everything is there after closing and opening again, folded into one snapshot', async () => {
  const store = await open();
  await store.change(read('a', 'b'));
  await store.change(note('a', 'note'));
  const was = plain(store.state);
  await store.close();
  const again = await open();
  expect(plain(again.state)).toEqual(was);
  expect(again.problems).toEqual([]);
  await again.close();
  expect((await readdir(dir)).sort()).toEqual(['journal.1.jsonl', 'journal.3.jsonl', 'state.json']);
  expect(JSON.parse(await readFile(join(dir, 'state.json'), 'utf8'))).toMatchObject({
    format: 'lectern-state',
    version: STATE_VERSION,
    data: { seq: 2, notes: [['a', 'note', 1_002]] },
  });
});

test('data are the reader’s alone', async () => {
  const store = await open({ dir: join(dir, 'new', 'reader') });
  await store.change(read('a'));
  await store.close();
  expect((await stat(join(dir, 'new'))).mode & 0o777).toBe(0o700);
  expect((await stat(join(dir, 'new', 'reader', 'state.json'))).mode & 0o777).toBe(0o600);
});

test('undo and redo take turns until there is nothing left', async () => {
  const store = await open();
  await store.change(read('a'));
  await store.change(read('b'));
  expect(await store.undo()).toMatchObject({ changed: 1, papers: ['b'] });
  await store.undo();
  expect(store.state.read.size).toBe(0);
  expect(await store.undo()).toBeNull();
  await store.redo();
  await store.redo();
  expect([...store.state.read.keys()]).toEqual(['a', 'b']);
  expect(await store.redo()).toBeNull();
  await store.close();
});

test('a new change forgets what could be done again, a consent does not', async () => {
  const store = await open();
  await store.change(read('a'));
  await store.undo();
  await store.change({ kind: 'media.paper', paper: 'a', value: true });
  expect(store.undoState.redo).not.toBeNull();
  await store.change(read('b'));
  expect(store.undoState.redo).toBeNull();
  await store.close();
});

test('notes of one paper in a row are one step, those of another paper are not', async () => {
  const store = await open();
  await store.change(note('a', 'before'));
  await store.change(read('a'));
  for (const text of ['b', 'be', 'behind']) await store.change(note('a', text));
  await store.change(note('b', 'other'));
  await store.undo();
  expect([...store.state.notes.keys()]).toEqual(['a']);
  await store.undo();
  expect(store.state.notes.get('a')).toEqual({ text: 'before', updated: 1_001 });
  await store.redo();
  expect(store.state.notes.get('a')?.text).toBe('behind');
  await store.close();
});

test('what undo would do is skipped when it is so already', async () => {
  const store = await open();
  const folder = { path: '/digests', opened: 5 };
  await store.change({ kind: 'folder.open', folder });
  await store.change(read('a'));
  await store.change({ kind: 'folder.close', path: '/digests' });
  await store.change({ kind: 'folder.open', folder });
  expect(await store.undo()).toMatchObject({ kind: 'read' });
  await store.close();
});

test('the last 500 steps can be undone', async () => {
  const store = await open();
  await Promise.all(Array.from({ length: 510 }, (_, index) => store.change(read(`p${index}`))));
  let steps = 0;
  while ((await store.undo()) !== null) steps++;
  expect(steps).toBe(500);
  expect(store.state.read.size).toBe(10);
  await store.close();
});

test('concurrent changes share a sync', async () => {
  const files = new FaultyFiles();
  const store = await open({ files });
  files.done.length = 0;
  await Promise.all(Array.from({ length: 100 }, (_, index) => store.change(read(`p${index}`))));
  expect(files.done.map(({ name }) => name)).toEqual([
    'file.write',
    'file.datasync',
    'file.write',
    'file.datasync',
  ]);
  await store.close();
});

test('marking a hundred thousand papers is one line', async () => {
  const store = await open();
  const papers = Array.from({ length: 100_000 }, (_, index) => `arxiv:${index}`);
  expect(await store.change(read(...papers))).toMatchObject({ changed: 100_000 });
  await store.close();
  const lines = (await readFile(join(dir, 'journal.1.jsonl'), 'utf8')).trimEnd().split('\n');
  expect(lines).toHaveLength(1);
  const again = await open();
  expect(again.state.read.size).toBe(100_000);
  await again.close();
});

test('what could not be read back is not written', async () => {
  const store = await open();
  await expect(store.change(read(''))).rejects.toMatchObject({ code: 'invalid-input' });
  await expect(store.change(note('a', 'x'.repeat(1_000_001)))).rejects.toMatchObject({
    code: 'invalid-input',
  });
  expect(store.state.read.size + store.state.notes.size).toBe(0);
  expect(store.undoState.undo).toBeNull();
  await store.close();
});

test('a closed store refuses changes; closing twice is closing once', async () => {
  const store = await open();
  const changing = store.change(read('a'));
  await Promise.all([store.close(), store.close()]);
  await expect(changing).resolves.toMatchObject({ changed: 1 });
  await expect(store.change(read('b'))).rejects.toMatchObject({ code: 'engine-stopped' });
  await expect(store.undo()).rejects.toMatchObject({ code: 'engine-stopped' });
});

test('the journal is folded while changes go on, and none is lost', async () => {
  const store = await open({ foldAt: 2_000, foldPause: 0 });
  for (let round = 0; round < 20; round++) {
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => store.change(read(`p${round}-${index}`))),
    );
  }
  await store.close();
  const names = await readdir(dir);
  expect(names.filter((name) => /^state\.\d+\.json$/.test(name))).toHaveLength(3);
  expect(names.filter((name) => name.startsWith('journal.')).length).toBeLessThan(6);
  const again = await open();
  expect(again.state.read.size).toBe(400);
  expect(again.problems).toEqual([]);
  await again.close();
});

test('the journal is folded when the reader pauses', async () => {
  const store = await open({ foldAt: 100, foldPause: 5 });
  await store.change(read('a', 'b', 'c'));
  await vi.waitFor(async () => expect(await readdir(dir)).toContain('state.json'));
  await store.close();
});

test('without a pause no mark waits for a fold, until the journal has grown long', async () => {
  const store = await open({ foldAt: 200, foldPause: 1_000_000 });
  await store.change(read(...Array.from({ length: 50 }, (_, index) => `short-${index}`)));
  expect(await readdir(dir)).not.toContain('state.json');
  await store.change(read(...Array.from({ length: 400 }, (_, index) => `more-${index}`)));
  await vi.waitFor(async () => expect(await readdir(dir)).toContain('state.json'));
  await store.close();
});

test.each(['ENOSPC', 'EACCES', 'EIO'])(
  'after %s in the middle of a line the change is refused, taken back, and harms no later one',
  async (code) => {
    const files = new FaultyFiles();
    const store = await open({ files });
    await store.change(read('a'));
    await store.change({ kind: 'folder.open', folder: { path: '/digests', opened: 5 } });
    const was = plain(store.state);
    const journal = await readFile(join(dir, 'journal.1.jsonl'), 'utf8');
    const { undoState } = store;
    for (const failing of ['file.write', 'file.datasync'] as const) {
      files.accident = ({ name }) => {
        if (name === failing) throw systemError(code);
      };
      for (const change of [
        read('b'),
        note('a', 'half'),
        { kind: 'folder.open', folder: { path: '/more', opened: 6 } },
        { kind: 'folder.close', path: '/digests' },
      ] as const) {
        await expect(store.change(change)).rejects.toMatchObject({
          code: 'write-failed',
          retryable: true,
        });
        // A crash now does not bring back what was refused.
        expect(await readFile(join(dir, 'journal.1.jsonl'), 'utf8')).toBe(journal);
      }
      await expect(store.undo()).rejects.toMatchObject({ code: 'write-failed' });
      expect(plain(store.state)).toEqual(was);
      expect(store.undoState).toEqual(undoState);
    }
    files.accident = () => undefined;
    await store.change(read('c'));
    const now = plain(store.state);
    const again = await openAsAfterCrash();
    expect(plain(again.state)).toEqual(now);
    expect(again.problems).toEqual([]);
    await again.close();
    await store.close();
  },
);

test('a refused write that cannot be cut off either holds back later ones until it can', async () => {
  const files = new FaultyFiles();
  const store = await open({ files });
  await store.change(read('a'));
  files.accident = ({ name }) => {
    if (name === 'file.datasync' || name === 'file.truncate') throw systemError('EIO');
  };
  await expect(store.change(read('refused'))).rejects.toMatchObject({ code: 'write-failed' });
  files.accident = ({ name }) => {
    if (name === 'file.truncate') throw systemError('EIO');
  };
  await expect(store.change(read('refused too'))).rejects.toMatchObject({ code: 'write-failed' });
  files.accident = () => undefined;
  await store.change(read('b'));
  const again = await openAsAfterCrash();
  expect([...again.state.read.keys()]).toEqual(['a', 'b']);
  expect(again.problems).toEqual([]);
  await again.close();
  await store.close();
});

test('changes made in view of a refused one are refused with it, even those that do nothing', async () => {
  const files = new FaultyFiles();
  const store = await open({ files });
  files.accident = ({ name }) => {
    if (name === 'file.datasync') throw systemError('ENOSPC');
  };
  const outcomes = await Promise.allSettled([
    store.change(read('a')),
    store.change(read('a')),
    store.change(read('a', 'b')),
    store.undo(),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(Array(4).fill('rejected'));
  expect(store.state.read.size).toBe(0);
  expect(store.undoState).toEqual({ undo: null, redo: null });
  files.accident = () => undefined;
  await store.close();
});

test('an undo or redo that finds nothing to do is answered after what was asked for before it', async () => {
  const store = await open();
  const answers: string[] = [];
  await Promise.all([
    store.change(read('a')).then(() => answers.push('read')),
    store.redo().then(() => answers.push('redo')),
    store.change(read('b')).then(() => answers.push('second read')),
  ]);
  expect(answers).toEqual(['read', 'redo', 'second read']);
  await store.close();
});

test('a fold that fails loses nothing and is made good later', async () => {
  const files = new FaultyFiles();
  const store = await open({ files, foldAt: 100, foldPause: 0 });
  files.accident = ({ path }) => {
    if (path.includes('state.')) throw systemError('ENOSPC');
  };
  for (const paper of ['a', 'b', 'c', 'd']) await store.change(read(paper));
  await expect(store.close()).rejects.toMatchObject({ code: 'write-failed' });
  const again = await open();
  expect([...again.state.read.keys()]).toEqual(['a', 'b', 'c', 'd']);
  await again.close();
  expect(await readdir(dir)).toContain('state.json');
  expect(await readdir(dir)).not.toContain('lock');
});

test('a data folder that cannot be made is a failed write', async () => {
  await expect(open({ dir: '/proc/lectern' })).rejects.toMatchObject({ code: 'write-failed' });
});

test('the same data are not opened twice, and can be after closing', async () => {
  const store = await open();
  await expect(open()).rejects.toMatchObject({
    code: 'data-in-use',
    message: expect.stringContaining(String(process.pid)) as string,
  });
  await store.change(read('a'));
  await store.close();
  await (await open()).close();
});

test('whatever is changed, undone and done again is the same after opening again', async () => {
  const acts = fc.array(
    fc.oneof(
      { weight: 6, arbitrary: anyChange },
      { weight: 2, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) },
      { weight: 1, arbitrary: fc.constant('reopen' as const) },
    ),
    { maxLength: 30 },
  );
  await fc.assert(
    fc.asyncProperty(acts, fc.boolean(), async (script, small) => {
      const own = await mkdtemp(join(dir, 'run-'));
      const options = { dir: own, foldAt: small ? 150 : 1_000_000, foldPause: 0 };
      let store = await open(options);
      for (const act of script) {
        try {
          if (act === 'undo') await store.undo();
          else if (act === 'redo') await store.redo();
          else if (act !== 'reopen') await store.change(act);
          else {
            const was = plain(store.state);
            await store.close();
            store = await open(options);
            expect(plain(store.state)).toEqual(was);
          }
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          expect(error.code).toMatch(/not-found|invalid-input/);
        }
      }
      const was = plain(store.state);
      await store.close();
      const again = await open(options);
      expect(plain(again.state)).toEqual(was);
      expect(again.problems).toEqual([]);
      await again.close();
    }),
    { numRuns: 60 },
  );
}, 60_000);

test('undoing everything gives the state at the beginning, doing all again the one at the end', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyChange, { maxLength: 10 }),
      fc.array(undoable, { maxLength: 30 }),
      async (before, changes) => {
        const own = await mkdtemp(join(dir, 'run-'));
        const make = (store: StateStore, script: readonly Change[]) =>
          Promise.allSettled(script.map((change) => store.change(change)));
        const first = await open({ dir: own });
        await make(first, before);
        await first.close();
        const store = await open({ dir: own });
        const start = withoutVersions(store.state);
        await make(store, changes);
        const end = withoutVersions(store.state);
        while ((await store.undo()) !== null);
        expect(withoutVersions(store.state)).toEqual(start);
        while ((await store.redo()) !== null);
        expect(withoutVersions(store.state)).toEqual(end);
        await store.close();
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);
