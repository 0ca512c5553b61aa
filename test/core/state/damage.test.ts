import fc from 'fast-check';
import { copyFile, cp, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checksum } from '../../../src/core/state/checksum.ts';
import { STATE_VERSION } from '../../../src/core/state/snapshot.ts';
import { StateStore } from '../../../src/core/state/state-store.ts';
import { plain } from './arbitraries.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'lectern-damage-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

function open(folder = dir): Promise<StateStore> {
  return StateStore.open({ dir: folder, now: () => 1_000, foldAt: 1_000_000 });
}

/** Sessions that each write two notes; every one but the last is closed, and so folded. */
async function live(sessions: number, folder = dir): Promise<void> {
  for (let session = 1; session <= sessions; session++) {
    const store = await open(folder);
    await store.change({ kind: 'note', paper: `${session}a`, text: `메모 ${session}` });
    await store.change({ kind: 'note', paper: `${session}b`, text: '{"sum":"0123456789abcdef"\n' });
    if (session === sessions) await leave(store, folder);
    else await store.close();
  }
}

/** Leaves the files as they are while the store is open, as the end of its process would. */
async function leave(store: StateStore, folder: string): Promise<void> {
  const files = new Map<string, Buffer>();
  for (const name of await readdir(folder)) {
    if (name !== 'lock') files.set(name, await readFile(join(folder, name)));
  }
  await store.close();
  for (const name of await readdir(folder)) await rm(join(folder, name));
  for (const [name, bytes] of files) await writeFile(join(folder, name), bytes);
}

interface Found {
  readonly notes: readonly string[];
  readonly told: readonly string[];
  readonly state: unknown;
}

async function openedAgain(folder = dir): Promise<Found> {
  const store = await open(folder);
  const told = store.problems.map(({ code }) => code);
  const state = plain(store.state);
  const notes = [...store.state.notes.keys()].sort();
  await store.close();
  return { notes, told, state };
}

function edit(name: string, change: (bytes: Buffer) => Uint8Array): Promise<void> {
  const path = join(dir, name);
  return readFile(path).then((bytes) => writeFile(path, change(bytes)));
}

/** The contents of every file, for telling whether bytes that were there are still there under some name. */
async function contents(folder = dir): Promise<readonly string[]> {
  const names = await readdir(folder);
  return Promise.all(names.map((name) => readFile(join(folder, name), 'latin1')));
}

const zeroed = (bytes: Buffer): Uint8Array => new Uint8Array(bytes.length);
const halved = (bytes: Buffer): Uint8Array => bytes.subarray(0, bytes.length / 2);
const emptied = (): Uint8Array => new Uint8Array();
const flipped = (bytes: Buffer): Uint8Array => {
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 40) ^ 4, bytes.length - 40);
  return bytes;
};

test.each([
  ['zero-filled', zeroed],
  ['cut off', halved],
  ['empty', emptied],
  ['changed by one bit', flipped],
])('a snapshot that is %s is set aside, and nothing is missing', async (_, damage) => {
  await live(3);
  await edit('state.json', damage);
  const broken = await readFile(join(dir, 'state.json'), 'latin1');
  const { notes, told } = await openedAgain();
  expect(notes).toEqual(['1a', '1b', '2a', '2b', '3a', '3b']);
  expect(told).toEqual(['state-set-aside', 'state-recovered']);
  const aside = (await readdir(dir)).filter((name) => name.startsWith('state.json.broken-'));
  expect(aside).toHaveLength(1);
  expect(await readFile(join(dir, aside[0] ?? ''), 'latin1')).toBe(broken);
  expect((await openedAgain()).told).toEqual([]);
});

test('with every snapshot broken, the journal alone brings everything back', async () => {
  await live(4);
  const snapshots = (await readdir(dir)).filter((name) => name.startsWith('state.'));
  expect(snapshots).toHaveLength(3);
  for (const name of snapshots) await edit(name, zeroed);
  const { notes, told } = await openedAgain();
  expect(notes).toHaveLength(8);
  expect(told.filter((code) => code === 'state-set-aside')).toHaveLength(3);
});

test('when old files are cleared away, the oldest kept snapshot and the journal still hold everything', async () => {
  await live(7);
  const kept = (await readdir(dir)).filter((name) => /^state\.\d+\.json$/.test(name));
  expect(kept.sort()).toEqual(['state.10.json', 'state.6.json', 'state.8.json']);
  expect(await readdir(dir)).not.toContain('journal.3.jsonl');
  for (const name of ['state.json', 'state.10.json', 'state.8.json']) await edit(name, zeroed);
  const { notes, told } = await openedAgain();
  expect(notes).toHaveLength(14);
  expect(told.at(-1)).toBe('state-recovered');
});

test('snapshots that are gone cost nothing while the journal goes back to the beginning', async () => {
  await live(3);
  for (const name of await readdir(dir)) {
    if (name.startsWith('state.')) await rm(join(dir, name));
  }
  expect(await openedAgain()).toMatchObject({
    notes: ['1a', '1b', '2a', '2b', '3a', '3b'],
    told: [],
  });
});

test('a damaged line costs itself alone; the segment is kept as it was', async () => {
  await live(1);
  await edit('journal.1.jsonl', (bytes) => {
    bytes.write('X', bytes.indexOf('메모'));
    return bytes;
  });
  const broken = await readFile(join(dir, 'journal.1.jsonl'), 'latin1');
  const { notes, told } = await openedAgain();
  expect(notes).toEqual(['1b']);
  expect(told).toEqual(['state-set-aside', 'state-recovered']);
  expect(await contents()).toContain(broken);
  expect((await openedAgain()).told).toEqual([]);
});

test('a damaged newline costs nothing, be it between two lines or behind the last', async () => {
  await live(1);
  await edit('journal.1.jsonl', (bytes) => {
    for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10)) bytes.writeUInt8(0x8a, at);
    return bytes;
  });
  const { notes } = await openedAgain();
  expect(notes).toEqual(['1a', '1b']);
});

test('a change whose number was damaged is told, not taken for one that is folded in', async () => {
  await live(3);
  await edit('journal.5.jsonl', (bytes) =>
    Buffer.from(bytes.toString('utf8').replace('"seq":6', '"seq":2')),
  );
  const { notes, told } = await openedAgain();
  expect(notes).toEqual(['1a', '1b', '2a', '2b', '3a']);
  expect(told).toEqual(['state-set-aside']);
});

test('segments that changed their names lose nothing', async () => {
  await live(3);
  await rename(join(dir, 'journal.5.jsonl'), join(dir, 'away'));
  await rename(join(dir, 'journal.1.jsonl'), join(dir, 'journal.5.jsonl'));
  await rename(join(dir, 'away'), join(dir, 'journal.1.jsonl'));
  expect(await openedAgain()).toMatchObject({
    notes: ['1a', '1b', '2a', '2b', '3a', '3b'],
    told: [],
  });
});

test('a snapshot and an earlier one that changed their names lose nothing', async () => {
  await live(3);
  await rename(join(dir, 'state.json'), join(dir, 'away'));
  await rename(join(dir, 'state.2.json'), join(dir, 'state.json'));
  await rename(join(dir, 'away'), join(dir, 'state.2.json'));
  expect(await openedAgain()).toMatchObject({
    notes: ['1a', '1b', '2a', '2b', '3a', '3b'],
    told: [],
  });
});

test('a segment that is gone is told, with the changes that are missing', async () => {
  await live(3);
  await rm(join(dir, 'state.json'));
  await rm(join(dir, 'state.2.json'));
  await rm(join(dir, 'journal.3.jsonl'));
  const store = await open();
  expect([...store.state.notes.keys()].sort()).toEqual(['1a', '1b', '3a', '3b']);
  expect(store.problems).toMatchObject([
    {
      code: 'state-recovered',
      message: expect.stringContaining('changes 3 to 4 are missing') as string,
    },
  ]);
  await store.close();
});

test('a torn last line is told once and kept aside, and the journal goes on', async () => {
  await live(1);
  await edit('journal.1.jsonl', (bytes) => bytes.subarray(0, -5));
  const torn = await readFile(join(dir, 'journal.1.jsonl'), 'latin1');
  expect(await openedAgain()).toMatchObject({ notes: ['1a'], told: ['state-set-aside'] });
  expect(await contents()).toContain(torn);
  const store = await open();
  expect(store.problems).toEqual([]);
  await store.change({ kind: 'note', paper: 'new', text: 'new' });
  await leave(store, dir);
  expect(await openedAgain()).toMatchObject({ notes: ['1a', 'new'], told: [] });
});

test('changes at the end that are gone are told by the names of what is left, once', async () => {
  await live(3);
  await rm(join(dir, 'state.json'));
  await rm(join(dir, 'journal.3.jsonl'));
  await edit('journal.5.jsonl', emptied);
  const store = await open();
  expect([...store.state.notes.keys()].sort()).toEqual(['1a', '1b']);
  expect(store.problems).toMatchObject([
    { message: expect.stringContaining('changes 3 to 4 are missing') as string },
  ]);
  await store.change({ kind: 'note', paper: 'new', text: 'new' });
  await store.close();
  expect(await openedAgain()).toMatchObject({ notes: ['1a', '1b', 'new'], told: [] });
});

test('a kept snapshot that is newer than the current one is preferred', async () => {
  await live(4);
  await copyFile(join(dir, 'state.2.json'), join(dir, 'state.json'));
  for (const name of await readdir(dir)) {
    if (name.startsWith('journal.')) await rm(join(dir, name));
  }
  expect((await openedAgain()).notes).toEqual(['1a', '1b', '2a', '2b']);
});

test('changes that only the name of a broken snapshot tells of are told', async () => {
  await live(3);
  await edit('state.2.json', zeroed);
  await rm(join(dir, 'state.json'));
  for (const name of await readdir(dir)) {
    if (name.startsWith('journal.')) await rm(join(dir, name));
  }
  const store = await open();
  expect(store.problems.at(-1)?.message).toContain('changes 1 to 2 are missing');
  await store.close();
  expect((await openedAgain()).told).toEqual([]);
});

test('what cannot be recovered is not called recovered', async () => {
  await writeFile(join(dir, 'state.json'), 'nothing of ours');
  const store = await open();
  expect(store.problems).toMatchObject([
    { code: 'state-set-aside' },
    { message: expect.stringContaining('nothing could be brought back') as string },
  ]);
  await store.close();
});

test('a segment under a name that lies is not written over', async () => {
  await live(3);
  await rename(join(dir, 'journal.5.jsonl'), join(dir, 'journal.9.jsonl'));
  const lying = await readFile(join(dir, 'journal.9.jsonl'), 'latin1');
  await rename(join(dir, 'state.json'), join(dir, 'state.2.json'));
  for (const paper of ['x', 'y']) {
    const store = await open();
    await store.change({ kind: 'note', paper, text: paper });
    await store.close();
  }
  expect(await contents()).toContain(lying);
  expect((await openedAgain()).notes).toEqual(['1a', '1b', '2a', '2b', '3a', '3b', 'x', 'y']);
});

test('two files broken at the same moment are set aside under two names', async () => {
  await live(1);
  for (const round of [1, 2]) {
    await writeFile(join(dir, 'state.json'), `broken ${round}`);
    await openedAgain();
  }
  const kept = await contents();
  expect(kept).toEqual(expect.arrayContaining(['broken 1', 'broken 2']));
});

test('data of a newer program is refused and left alone', async () => {
  await live(2);
  await edit('journal.3.jsonl', (bytes) => {
    const rest =
      bytes
        .toString('utf8')
        .split('\n')[0]
        ?.slice(26)
        .replace(`"v":${STATE_VERSION}`, `"v":${STATE_VERSION + 1}`) ?? '';
    return Buffer.from(`{"sum":"${checksum(rest)}",${rest}\n`);
  });
  const before = await contents();
  await expect(open()).rejects.toMatchObject({
    code: 'data-newer',
    message: expect.stringContaining('newer') as string,
  });
  expect(await contents()).toEqual(before);
});

test('a snapshot of a newer program is refused and left alone', async () => {
  await live(2);
  await edit('state.json', (bytes) => {
    const [, data = ''] = bytes.toString('utf8').split('\n');
    const sum = checksum(`${STATE_VERSION + 1}\n`, data);
    const head = `{"format":"lectern-state","version":${STATE_VERSION + 1},"checksum":"${sum}","data":`;
    return Buffer.from(`${head}\n${data}\n}\n`);
  });
  const before = await contents();
  await expect(open()).rejects.toMatchObject({ code: 'data-newer' });
  expect(await contents()).toEqual(before);
});

test('whatever happens to one file, the rest comes back and no byte of it is gone', async () => {
  const original = join(dir, 'original');
  await live(3, original);
  const whole = await openedAgain(await copyOf(original));
  const names = (await readdir(original)).sort();
  const damage = fc.oneof(
    fc.record({ kind: fc.constant('flip' as const), at: fc.nat(), bit: fc.nat(7) }),
    fc.record({ kind: fc.constant('cut' as const), at: fc.nat() }),
    fc.record({ kind: fc.constant('zero' as const), at: fc.nat(), length: fc.nat(300) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), damage, async (name, harm) => {
      const folder = await copyOf(original);
      const path = join(folder, name);
      const bytes = await readFile(path);
      const at = harm.at % (bytes.length + 1);
      if (harm.kind === 'cut') await writeFile(path, bytes.subarray(0, at));
      else {
        if (harm.kind === 'zero') bytes.subarray(at, at + harm.length).fill(0);
        else if (at < bytes.length) bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << harm.bit), at);
        await writeFile(path, bytes);
      }
      const damaged = await readFile(path, 'latin1');
      const found = await openedAgain(folder);
      // Only the newest segment is not folded in: what is kept elsewhere makes good for any other file.
      if (name !== 'journal.5.jsonl') expect(found.state).toEqual(whole.state);
      expect(found.notes).toEqual(expect.arrayContaining(['1a', '1b', '2a', '2b']));
      expect(await contents(folder)).toContain(damaged);
      await rm(folder, { recursive: true });
    }),
    { numRuns: 200 },
  );
}, 60_000);

async function copyOf(folder: string): Promise<string> {
  const copy = await mkdtemp(join(dir, 'copy-'));
  await cp(folder, copy, { recursive: true });
  return copy;
}
