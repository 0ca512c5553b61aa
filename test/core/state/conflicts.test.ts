/** Two computers with the same synced folder: what a sync service leaves of both is brought together. */
import fc from 'fast-check';
import { cp, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { conflictOf } from '../../../src/core/state/conflict-name.ts';
import { ReaderData } from '../../../src/core/state/reader-data.ts';
import { StateStore } from '../../../src/core/state/state-store.ts';
import type { Change } from '../../../src/shared/model.ts';
import { LIST_DEFAULTS } from '../../../src/shared/model.ts';

let base: string;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'lectern-conflicts-'));
});
afterEach(() => rm(base, { recursive: true, force: true }));

interface Act {
  readonly time: number;
  readonly change: Change;
}

/** A session on one computer; every change is made at its own time. */
async function live(dir: string, acts: readonly Act[], close = true): Promise<void> {
  let now = 1_000;
  const store = await StateStore.open({ dir, now: () => now });
  for (const { time, change } of acts) {
    now = time;
    await store.change(change);
  }
  if (close) await store.close();
  else {
    await cp(dir, `${dir}-left`, { recursive: true });
    await store.close();
    await rm(dir, { recursive: true });
    await rm(join(`${dir}-left`, 'lock'));
    await rename(`${dir}-left`, dir);
  }
}

/** How a service names the second version of a file. */
const renamers: Readonly<Record<string, (stem: string, end: string) => string>> = {
  Dropbox: (stem, end) => `${stem} (Jin's conflicted copy 2026-11-25)${end}`,
  'Dropbox in Korean': (stem, end) => `${stem} (진의 충돌된 사본 2026-11-25)${end}`,
  'Google Drive': (stem, end) => `${stem} (1)${end}`,
  OneDrive: (stem, end) => `${stem}-JIN-PC${end}`,
  iCloud: (stem, end) => `${stem} 2${end}`,
  Nextcloud: (stem, end) => `${stem} (conflicted copy 2026-11-25 193012)${end}`,
  Syncthing: (stem, end) => `${stem}.sync-conflict-20261125-193012-ABCDEFG${end}`,
};

/** Puts what another computer has beside what is here, as a sync service does: what differs gets a name of its own. */
async function sync(here: string, there: string, service: string): Promise<readonly string[]> {
  const rename = renamers[service];
  if (rename === undefined) throw new Error(service);
  const own = new Set(await readdir(here));
  const copies: string[] = [];
  for (const name of await readdir(there)) {
    if (name === 'backups') continue;
    const bytes = await readFile(join(there, name));
    if (!own.has(name)) await writeFile(join(here, name), bytes);
    else if (!bytes.equals(await readFile(join(here, name)))) {
      const [, stem = '', end = ''] = /^(.*)(\.[a-z]+)$/.exec(name) ?? [];
      copies.push(rename(stem, end));
      await writeFile(join(here, rename(stem, end)), bytes);
    }
  }
  return copies;
}

async function opened(dir: string): Promise<ReaderData> {
  let now = 1_000_000;
  const nothing = (): void => undefined;
  const data = await ReaderData.open({
    defaultDir: dir,
    movable: false,
    now: () => now++,
    onChanged: nothing,
    onAccess: nothing,
    onProblems: nothing,
    upkeepMs: 15,
  });
  await expect
    .poll(async () => (await readdir(dir)).filter((name) => conflictOf(name) !== null))
    .toEqual([]);
  return data;
}

const note = (paper: string, text: string): Change => ({ kind: 'note', paper, text });
const mark = (paper: string, value = true): Change => ({ kind: 'read', papers: [paper], value });
const list = (id: string, papers: string[]): Change => ({
  kind: 'list.put',
  list: { id, name: id, papers, created: 1, ...LIST_DEFAULTS },
  index: 0,
});

/** Two copies of the same beginning, each with a session of its own; the second comes to the first as conflict copies. */
async function apart(
  service: string,
  common: readonly Act[],
  ours: readonly Act[],
  theirs: readonly Act[],
  close = true,
): Promise<{
  readonly data: ReaderData;
  readonly copies: readonly string[];
  readonly dir: string;
}> {
  const here = await mkdtemp(join(base, 'here-'));
  await live(here, common);
  const there = `${here}-there`;
  await cp(here, there, { recursive: true });
  await live(here, ours);
  await live(there, theirs, close);
  const copies = await sync(here, there, service);
  return { data: await opened(here), copies, dir: here };
}

test.each(Object.keys(renamers))(
  'what %s leaves of two computers is merged: by time, no note dropped, the copies kept, the reader told',
  async (service) => {
    const { data, copies, dir } = await apart(
      service,
      [
        { time: 10, change: note('both', 'common') },
        { time: 11, change: mark('kept') },
        { time: 12, change: mark('unmarked there') },
        { time: 13, change: list('l', ['a']) },
      ],
      [
        { time: 100, change: note('both', 'ours, earlier') },
        { time: 101, change: note('ours', 'only ours') },
        { time: 102, change: { kind: 'list.add', list: 'l', papers: ['b'] } },
      ],
      [
        { time: 200, change: note('both', 'theirs, later') },
        { time: 201, change: note('theirs', 'only theirs') },
        { time: 202, change: mark('unmarked there', false) },
        { time: 203, change: mark('marked there') },
        { time: 204, change: { kind: 'list.add', list: 'l', papers: ['c'] } },
        { time: 205, change: list('new', ['x']) },
      ],
    );
    expect(copies.length).toBeGreaterThanOrEqual(2);
    const { state } = data;
    expect(state.notes.get('both')?.text).toBe('theirs, later');
    const versions = state.noteVersions.get('both')?.map(({ text }) => text);
    expect(versions).toContain('ours, earlier');
    expect(state.notes.get('ours')?.text).toBe('only ours');
    expect(state.notes.get('theirs')?.text).toBe('only theirs');
    expect([...state.read.keys()].sort()).toEqual(['kept', 'marked there']);
    expect(state.lists.map(({ id }) => id).sort()).toEqual(['l', 'new', 'read-next']);
    expect(state.lists.find(({ id }) => id === 'l')?.papers.toSorted()).toEqual(['a', 'b', 'c']);
    await expect
      .poll(() => data.problems.map(({ code }) => code))
      .toEqual(copies.map(() => 'state-merged'));
    const names = await readdir(dir);
    for (const copy of copies) {
      expect(names.some((name) => name.startsWith(`${copy}.merged-`))).toBe(true);
    }
    expect((await data.backups()).map(({ kind }) => kind)).toContain('merge');
    expect(data.undoState.undo).toMatchObject({ kind: 'restore', name: 'merge' });
    await data.close();
    const again = await opened(dir);
    expect(again.problems).toEqual([]);
    expect(again.state.notes.size).toBe(3);
    await again.close();
  },
);

test('of a computer that ended without folding, the journal alone is enough', async () => {
  const { data } = await apart(
    'Dropbox',
    [{ time: 10, change: note('p', 'common') }],
    [{ time: 300, change: note('p', 'ours, later') }],
    [
      { time: 200, change: note('p', 'theirs, earlier') },
      { time: 201, change: note('q', 'theirs') },
    ],
    false,
  );
  expect(data.state.notes.get('p')?.text).toBe('ours, later');
  expect(data.state.noteVersions.get('p')?.map(({ text }) => text)).toContain('theirs, earlier');
  expect(data.state.notes.get('q')?.text).toBe('theirs');
  await data.close();
});

test('a note that we deleted stays deleted unless they wrote it later; its words are kept', async () => {
  const common = [
    { time: 10, change: note('p', 'common p') },
    { time: 11, change: note('q', 'common q') },
  ];
  const { data } = await apart(
    'Syncthing',
    common,
    [
      { time: 300, change: note('p', '') },
      { time: 100, change: note('q', '') },
    ],
    [
      { time: 200, change: note('p', 'theirs, before we deleted it') },
      { time: 200, change: note('q', 'theirs, after we deleted it') },
    ],
  );
  expect(data.state.notes.get('p')).toBeUndefined();
  expect(data.state.noteVersions.get('p')?.map(({ text }) => text)).toContain(
    'theirs, before we deleted it',
  );
  expect(data.state.notes.get('q')?.text).toBe('theirs, after we deleted it');
  await data.close();
});

test('journals that a service simply put side by side are merged as well', async () => {
  const here = join(base, 'here');
  const there = join(base, 'there');
  await live(here, [{ time: 10, change: mark('common') }]);
  await cp(here, there, { recursive: true });
  await live(
    here,
    [
      { time: 100, change: note('p', 'ours') },
      { time: 101, change: mark('ours') },
    ],
    false,
  );
  await live(
    there,
    [
      { time: 200, change: note('p', 'theirs') },
      { time: 201, change: note('q', 'theirs too') },
    ],
    false,
  );
  const [segment = ''] = (await readdir(there)).filter((name) => name.startsWith('journal.2'));
  await cp(join(there, segment), join(here, 'journal.3.jsonl'));
  const data = await opened(here);
  await expect.poll(() => data.state.notes.get('q')?.text).toBe('theirs too');
  expect(data.state.notes.get('p')?.text).toBe('theirs');
  expect(data.state.noteVersions.get('p')?.map(({ text }) => text)).toContain('ours');
  expect([...data.state.read.keys()].sort()).toEqual(['common', 'ours']);
  await data.close();
});

test('a copy that comes while Lectern runs is merged too, with what is being changed', async () => {
  const here = join(base, 'here');
  const there = join(base, 'there');
  await live(here, [{ time: 10, change: mark('common') }]);
  await cp(here, there, { recursive: true });
  await live(there, [{ time: 200, change: note('q', 'theirs') }]);
  const data = await opened(here);
  await data.change(note('p', 'ours'));
  await cp(join(there, 'state.json'), join(here, 'state (1).json'));
  await expect.poll(() => data.state.notes.get('q')?.text).toBe('theirs');
  expect(data.state.notes.get('p')?.text).toBe('ours');
  await data.close();
});

test('a damaged copy harms nothing, one of a newer program is left alone', async () => {
  const here = join(base, 'here');
  await live(here, [{ time: 10, change: note('p', 'ours') }]);
  await writeFile(join(here, 'state (1).json'), 'torn');
  await writeFile(join(here, 'journal.1 (1).jsonl'), '{"sum":"0123"');
  const data = await opened(here);
  expect([...data.state.notes.keys()]).toEqual(['p']);
  const names = await readdir(here);
  expect(names.filter((name) => name.includes('.merged-'))).toHaveLength(2);
  await data.close();
});

test('no note of either side is ever lost, whatever both did', async () => {
  const paper = fc.constantFrom('p', 'q');
  const act = fc.record({
    time: fc.integer({ min: 20, max: 500 }),
    change: fc.oneof(
      fc
        .tuple(paper, fc.string({ minLength: 1, maxLength: 8 }))
        .map(([id, text]) => note(id, text)),
      paper.map((id) => mark(id)),
      paper.map((id) => mark(id, false)),
      fc.constant(list('l', ['p'])),
      fc.constant<Change>({ kind: 'list.add', list: 'read-next', papers: ['q'] }),
    ),
  });
  const session = fc.array(act, { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(session, session, fc.boolean(), async (ours, theirs, close) => {
      const ordered = (acts: readonly Act[]): readonly Act[] =>
        acts.toSorted((a, b) => a.time - b.time);
      const common = [{ time: 10, change: note('p', 'common') }];
      const { data } = await apart('Dropbox', common, ordered(ours), ordered(theirs), close);
      const { notes, noteVersions } = data.state;
      for (const id of ['p', 'q']) {
        const texts = [notes.get(id), ...(noteVersions.get(id) ?? [])].map((each) => each?.text);
        for (const acts of [ours, theirs]) {
          const last = ordered(acts).findLast(
            ({ change }) =>
              change.kind === 'note' && change.paper === id && change.text.trim() !== '',
          );
          if (last?.change.kind === 'note') expect(texts).toContain(last.change.text);
        }
      }
      expect(data.state.lists.at(-1)?.id).toBe('read-next');
      await data.close();
    }),
    { numRuns: 60 },
  );
}, 120_000);
