/** One data folder, two Lecterns: never two writers; and data that cannot be written. */
import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checksum } from '../../../src/core/state/checksum.ts';
import type { Files } from '../../../src/core/state/files.ts';
import { ReaderData } from '../../../src/core/state/reader-data.ts';
import { STATE_VERSION } from '../../../src/core/state/snapshot.ts';
import type { Change } from '../../../src/shared/model.ts';
import { plain } from './arbitraries.ts';
import { FaultyFiles, systemError } from './faulty-files.ts';

let base: string;
let dir: string;
let now = Date.UTC(2026, 10, 25, 12);
const open = new Set<ReaderData>();

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'lectern-data-'));
  dir = join(base, 'reader');
  now = Date.UTC(2026, 10, 25, 12);
});
afterEach(async () => {
  for (const data of open) await data.close();
  open.clear();
  await rm(base, { recursive: true, force: true });
});

interface Opened {
  readonly data: ReaderData;
  readonly told: string[];
}

async function start(
  options: { files?: Files; movable?: boolean; readOnly?: boolean } = {},
): Promise<Opened> {
  const told: string[] = [];
  const data = await ReaderData.open({
    defaultDir: dir,
    movable: options.movable ?? true,
    now: () => now++,
    onChanged: (kinds) => told.push(`changed ${kinds.join()}`),
    onAccess: () => told.push('access'),
    onProblems: () => told.push('problems'),
    followMs: 20,
    upkeepMs: 20,
    ...(options.files === undefined ? {} : { files: options.files }),
    ...(options.readOnly === undefined ? {} : { readOnly: options.readOnly }),
  });
  open.add(data);
  return { data, told };
}

async function end(data: ReaderData): Promise<void> {
  open.delete(data);
  await data.close();
}

const star = (...papers: string[]): Change => ({ kind: 'star', papers, value: true });
const note = (paper: string, text: string): Change => ({ kind: 'note', paper, text });

/** Names, sizes apart from the lock: what a reader that may not write must leave alone. */
async function contents(folder = dir): Promise<readonly (readonly [string, string])[]> {
  const names = (await readdir(folder, { recursive: true })).sort();
  const files: (readonly [string, string])[] = [];
  for (const name of names) {
    const text = await readFile(join(folder, name), 'latin1').catch(() => 'a folder');
    files.push([name, text]);
  }
  return files;
}

describe('a second Lectern with the same data', () => {
  it('opens them to be read, writes nothing, and says who has them', async () => {
    const first = await start();
    await first.data.change(star('a'));
    await expect.poll(async () => (await first.data.backups()).length).toBe(1);
    const before = await contents();
    const second = await start();
    expect(second.data.info.access).toEqual({
      mode: 'read',
      reason: 'in-use',
      detail: String(process.pid),
    });
    expect([...second.data.state.starred.keys()]).toEqual(['a']);
    for (const refused of [
      () => second.data.change(star('b')),
      () => second.data.undo(),
      () => second.data.redo(),
      () => second.data.restore({ kind: 'kept', name: 'x' }),
      () => second.data.move(join(base, 'other'), 'refuse'),
    ]) {
      const error: unknown = await refused().catch((thrown: unknown) => thrown);
      expect(['read-only', 'not-found']).toContain((error as { code: string }).code);
    }
    expect(second.data.undoState).toEqual({ undo: null, redo: null });
    await end(second.data);
    expect(await contents()).toEqual(before);
  });

  it('follows what the first one changes, folds in between too', async () => {
    const first = await start();
    const second = await start();
    const { state } = second.data;
    for (let round = 0; round < 5; round++) {
      await first.data.change(note(`p${round}`, '메모'.repeat(200)));
      await expect.poll(() => state.notes.size).toBe(round + 1);
    }
    expect(second.told).toContain('changed restore');
    expect(second.data.problems).toEqual([]);
    await end(first.data);
    const third = await start();
    await third.data.change({ kind: 'note', paper: 'p0', text: '' });
    await expect.poll(() => state.notes.size).toBe(4);
    expect(plain(state)).toEqual(plain(third.data.state));
  });

  it('tries again when asked, and goes on where the first one ended', async () => {
    const first = await start();
    const second = await start();
    expect((await second.data.retry(false)).access).toMatchObject({ reason: 'in-use' });
    await first.data.change(star('a'));
    await end(first.data);
    const { state } = second.data;
    expect((await second.data.retry(false)).access).toEqual({ mode: 'write' });
    expect(second.data.state).toBe(state);
    await second.data.change(star('b'));
    expect([...state.starred.keys()]).toEqual(['a', 'b']);
    expect(second.told).toContain('access');
    expect((await start()).data.info.access).toMatchObject({ reason: 'in-use' });
  });

  it('on another computer is told by name, and gives way only when the reader says so', async () => {
    const first = await start();
    await first.data.change(star('a'));
    await end(first.data);
    const { pid } = spawnSync(process.execPath, ['--version']);
    const lock = JSON.stringify({ pid, started: null, host: 'jin-laptop' });
    await writeFile(join(dir, 'lock'), lock);
    const { data } = await start();
    expect(data.info.access).toEqual({
      mode: 'read',
      reason: 'in-use-elsewhere',
      detail: 'jin-laptop',
    });
    expect((await data.retry(false)).access).toMatchObject({ reason: 'in-use-elsewhere' });
    expect(await readFile(join(dir, 'lock'), 'utf8')).toBe(lock);
    expect((await data.retry(true)).access).toEqual({ mode: 'write' });
    await data.change(star('b'));
  });
});

describe('data of a newer program', () => {
  /** The same data, as a newer program that knows one more field everywhere might have written them. */
  async function makeNewer(): Promise<void> {
    const first = await start();
    await first.data.change(star('a'));
    await first.data.change(note('b', '새 형식'));
    await first.data.change({ kind: 'settings', patch: { theme: 'dark', textSize: 20 } });
    await end(first.data);
    const path = join(dir, 'state.json');
    const [, body = ''] = (await readFile(path, 'utf8')).split('\n');
    const data = JSON.parse(body) as Record<string, unknown>;
    const newer = JSON.stringify({
      ...data,
      planets: ['mars'],
      settings: { ...(data['settings'] as object), theme: 'hologram', planet: 1 },
      starred: [['a', 5], ['c', 6, 'extra'], 'odd'],
    });
    const version = STATE_VERSION + 1;
    const sum = checksum(`${version}\n`, newer);
    await writeFile(
      path,
      `{"format":"lectern-state","version":${version},"checksum":"${sum}","data":\n${newer}\n}\n`,
    );
  }

  it('are shown as far as they can be understood, and left as they are', async () => {
    await makeNewer();
    const before = await contents();
    const { data } = await start();
    expect(data.info.access).toEqual({
      mode: 'read',
      reason: 'newer',
      detail: String(STATE_VERSION + 1),
    });
    expect(data.state.notes.get('b')?.text).toBe('새 형식');
    expect(data.state.starred.has('a')).toBe(true);
    expect(data.state.settings).toMatchObject({ theme: 'system', textSize: 20 });
    await expect(data.change(star('x'))).rejects.toMatchObject({ code: 'read-only' });
    expect((await data.retry(true)).access).toMatchObject({ reason: 'newer' });
    await end(data);
    expect(await contents()).toEqual(before);
  });

  it('are known by a line of the journal too', async () => {
    const first = await start();
    await first.data.change(star('a'));
    await end(first.data);
    const version = STATE_VERSION + 1;
    const rest = `"v":${version},"seq":2,"time":5,"change":{"kind":"teleport"}}`;
    await writeFile(join(dir, 'journal.2.jsonl'), `{"sum":"${checksum(rest)}",${rest}\n`);
    const { data } = await start();
    expect(data.info.access).toMatchObject({ reason: 'newer', detail: String(version) });
    expect([...data.state.starred.keys()]).toEqual(['a']);
  });
});

describe('one who only wants to read', () => {
  it('takes no lock, so that another may write, and reads what that has saved', async () => {
    const first = await start();
    await first.data.change(star('a'));
    await end(first.data);
    const names = (await readdir(dir)).sort();
    const reading = await start({ readOnly: true });
    expect(reading.data.info.access).toMatchObject({ mode: 'read', reason: 'asked' });
    expect([...reading.data.state.starred.keys()]).toEqual(['a']);
    await expect(reading.data.change(star('b'))).rejects.toMatchObject({ code: 'read-only' });
    expect((await readdir(dir)).sort()).toEqual(names);
    const writing = await start();
    expect(writing.data.info.access).toEqual({ mode: 'write' });
    await writing.data.change(star('b'));
    const beside = await start({ readOnly: true });
    expect(beside.data.info.access).toMatchObject({ mode: 'read', reason: 'in-use' });
    expect([...beside.data.state.starred.keys()]).toEqual(['a', 'b']);
  });

  it('makes no folder where there are no data yet', async () => {
    const { data } = await start({ readOnly: true });
    expect([...data.state.starred.keys()]).toEqual([]);
    expect(await readdir(base)).toEqual([]);
  });
});

describe('a folder that cannot be written', () => {
  it.each(['ENOSPC', 'EACCES', 'EROFS', 'EIO'])(
    'after %s at the start is opened to be read, until it can',
    async (code) => {
      const first = await start();
      await first.data.change(star('a'));
      await end(first.data);
      const files = new FaultyFiles(({ name }) => {
        if (name === 'open') throw systemError(code);
      });
      const { data } = await start({ files });
      expect(data.info.access).toEqual({ mode: 'read', reason: 'not-writable', detail: code });
      expect([...data.state.starred.keys()]).toEqual(['a']);
      await expect(data.change(star('b'))).rejects.toMatchObject({ code: 'read-only' });
      files.accident = () => undefined;
      expect((await data.retry(false)).access).toEqual({ mode: 'write' });
      await data.change(star('b'));
    },
  );

  it.each([
    ['ENOSPC', 'full'],
    ['EACCES', 'denied'],
    ['EROFS', 'read-only'],
    ['EIO', 'device'],
  ])('after %s at a change refuses it, says why, and keeps what it had', async (code, fault) => {
    const files = new FaultyFiles();
    const { data } = await start({ files });
    await data.change(note('a', 'saved'));
    const was = plain(data.state);
    files.accident = ({ name }) => {
      if (name === 'file.write') throw systemError(code);
    };
    await expect(data.change(note('a', 'more'))).rejects.toMatchObject({
      code: 'write-failed',
      fault,
      retryable: true,
    });
    expect(plain(data.state)).toEqual(was);
    files.accident = () => undefined;
    await data.change(note('a', 'more'));
  });

  it('that was never there is told as it is', async () => {
    dir = '/proc/lectern';
    await expect(start()).rejects.toMatchObject({ code: 'write-failed' });
  });
});

describe('before a migration', () => {
  it('every file is kept as it was, once, and can be restored', async () => {
    await cp(join(import.meta.dirname, '../../fixtures/state/v1'), dir, { recursive: true });
    const before = await contents();
    const first = await start();
    const migrated = plain(first.data.state);
    await first.data.change({ kind: 'star', papers: ['later'], value: true });
    await end(first.data);

    const again = await start();
    const backups = await again.data.backups();
    const migration = backups.filter(({ kind }) => kind === 'migration');
    expect(migration).toHaveLength(1);
    const name = migration[0]?.name ?? '';
    expect(await contents(join(dir, 'backups', name))).toEqual(before);
    expect(await again.data.backupContents({ kind: 'kept', name })).toMatchObject({ notes: 2 });
    await again.data.restore({ kind: 'kept', name });
    expect(plain(again.data.state)).toEqual(migrated);
    await again.data.undo();
    expect(again.data.state.starred.has('later')).toBe(true);
  });

  it('nothing is written when the files cannot be kept', async () => {
    await cp(join(import.meta.dirname, '../../fixtures/state/v1'), dir, { recursive: true });
    const before = await contents();
    const files = new FaultyFiles(({ name, path }) => {
      if (name === 'file.write' && path.includes('migration')) throw systemError('ENOSPC');
    });
    const { data } = await start({ files });
    expect(data.info.access).toMatchObject({ reason: 'not-writable', detail: 'ENOSPC' });
    expect(data.state.notes.size).toBe(2);
    await end(data);
    const after = await contents();
    expect(after.filter(([name]) => !name.startsWith('backups'))).toEqual(before);
  });
});
