/** Reader state goes to another folder, and comes back. */
import { mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ReaderData } from '../../../src/core/state/reader-data.ts';
import { plain } from './arbitraries.ts';
import { FaultyFiles, systemError } from './faulty-files.ts';

let base: string;
let home: string;
let now = Date.UTC(2026, 10, 25, 12);
const opened = new Set<ReaderData>();
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'lectern-move-'));
  home = join(base, 'reader');
});
afterEach(async () => {
  for (const data of opened) await data.close();
  opened.clear();
  await rm(base, { recursive: true, force: true });
});

async function open(defaultDir = home, files?: FaultyFiles): Promise<ReaderData> {
  const nothing = (): void => undefined;
  const data = await ReaderData.open({
    defaultDir,
    movable: true,
    now: () => now++,
    onChanged: nothing,
    onAccess: nothing,
    onProblems: nothing,
    ...(files === undefined ? {} : { files }),
  });
  opened.add(data);
  return data;
}

async function end(data: ReaderData): Promise<void> {
  opened.delete(data);
  await data.close();
}

const note = (paper: string, text: string) => ({ kind: 'note', paper, text }) as const;

test('data move with everything in them, go on there at once and after a new start', async () => {
  const data = await open();
  await data.change(note('a', '메모'));
  await data.change({ kind: 'read', papers: ['a', 'b'], value: true });
  await expect.poll(async () => (await data.backups()).length).toBe(1);
  const { state } = data;
  const was = plain(state);
  const target = join(base, 'Dropbox', 'Lectern');
  const info = await data.move(target, 'refuse');
  expect(info).toMatchObject({ dir: target, defaultDir: home, place: 'moved' });
  expect(data.state).toBe(state);
  expect(plain(state)).toEqual(was);
  expect(await data.backups()).toHaveLength(1);
  await data.undo();
  expect(state.read.size).toBe(0);
  await data.redo();
  await data.change(note('b', 'there'));
  const moved = plain(state);
  await end(data);
  const again = await open();
  expect(again.info).toMatchObject({ dir: target, place: 'moved', access: { mode: 'write' } });
  expect(plain(again.state)).toEqual(moved);
  expect(again.problems).toEqual([]);
});

test('what was there is left with a note, and is not taken for the present data later', async () => {
  const data = await open();
  await data.change(note('a', 'first'));
  const target = join(base, 'there');
  await data.move(target, 'refuse');
  const [left = ''] = (await readdir(home)).filter((name) => name.startsWith('moved-'));
  expect(await readdir(join(home, left))).toEqual(
    expect.arrayContaining(['MOVED.txt', 'state.json']),
  );
  expect(await readFile(join(home, left, 'MOVED.txt'), 'utf8')).toContain(target);
  await data.change(note('a', ''));
  expect(await data.move(home, 'refuse')).toMatchObject({ dir: home, place: 'default' });
  expect(data.state.notes.size).toBe(0);
  expect(await readdir(target)).toContain('MOVED.txt');
  await end(data);
  expect((await open()).info).toMatchObject({ place: 'default' });
});

test('a folder with other things gets one of its own in it', async () => {
  const data = await open();
  await data.change(note('a', 'x'));
  const target = join(base, 'Dropbox');
  await mkdir(target);
  await writeFile(join(target, 'holiday.jpg'), '');
  expect((await data.move(target, 'refuse')).dir).toBe(join(target, 'Lectern'));
});

test('data that are there already are merged only when asked, and nothing of either is lost', async () => {
  const shared = join(base, 'shared');
  const one = await open(join(base, 'one'));
  await one.change(note('p', 'one'));
  await one.change(note('q', 'one too'));
  await one.move(shared, 'refuse');
  await end(one);
  const two = await open(join(base, 'two'));
  await two.change(note('p', 'two, later'));
  await two.change({ kind: 'star', papers: ['s'], value: true });
  await expect(two.move(shared, 'refuse')).rejects.toMatchObject({ code: 'data-there' });
  await two.move(shared, 'merge');
  expect(two.state.notes.get('p')?.text).toBe('two, later');
  expect(two.state.noteVersions.get('p')?.map(({ text }) => text)).toEqual(['one']);
  expect(two.state.notes.get('q')?.text).toBe('one too');
  expect(two.state.starred.has('s')).toBe(true);
});

test('a place that another Lectern has open, or inside the present one, is refused', async () => {
  const one = await open(join(base, 'one'));
  await one.change(note('p', 'x'));
  const two = await open(join(base, 'two'));
  await two.change(note('p', 'y'));
  await expect(two.move(join(base, 'one'), 'merge')).rejects.toMatchObject({ code: 'data-in-use' });
  await expect(two.move(join(base, 'two', 'in'), 'merge')).rejects.toMatchObject({
    code: 'place-unsuitable',
  });
  await two.change(note('p', 'still here'));
  expect(two.info).toMatchObject({ dir: join(base, 'two'), access: { mode: 'write' } });
});

test('whatever fails on the way, everything is as it was, and a later move works', async () => {
  const files = new FaultyFiles();
  const data = await open(home, files);
  await data.change(note('a', 'precious'));
  const was = plain(data.state);
  const target = join(base, 'there');
  for (const [operation, part] of [
    ['makeFolder', 'there'],
    ['file.write', join('there', 'journal')],
    ['file.datasync', join('there', 'state.json')],
    ['rename', join('there', 'state.json')],
    ['file.write', 'location.json'],
    ['rename', 'location.json'],
  ] as const) {
    files.accident = ({ name, path }) => {
      if (name === operation && path.includes(part)) throw systemError('ENOSPC');
    };
    await expect(data.move(target, 'merge')).rejects.toMatchObject({ code: 'write-failed' });
    files.accident = () => undefined;
    expect(plain(data.state)).toEqual(was);
    expect(data.info).toMatchObject({ dir: home, place: 'default', access: { mode: 'write' } });
    await data.change({ kind: 'star', papers: ['s'], value: true });
    await data.undo();
  }
  await data.move(target, 'merge');
  expect(plain(data.state)).toEqual(was);
  await end(data);
  expect(plain((await open()).state)).toEqual(was);
});

test('a place that is not there is never taken for an empty one', async () => {
  const data = await open();
  await data.change(note('a', 'x'));
  const target = join(base, 'drive');
  await data.move(target, 'refuse');
  await end(data);
  await rename(target, `${target}-unplugged`);
  const without = await open();
  expect(without.info.access).toEqual({ mode: 'read', reason: 'missing', detail: target });
  expect(without.state.notes.size).toBe(0);
  await expect(without.change(note('a', 'y'))).rejects.toMatchObject({ code: 'read-only' });
  // An empty folder is what a mount point without its drive, or a sync that has not begun, looks like.
  await mkdir(target);
  expect((await without.retry(false)).access).toMatchObject({ reason: 'missing' });
  await rm(target, { recursive: true });
  await rename(`${target}-unplugged`, target);
  expect((await without.retry(false)).access).toEqual({ mode: 'write' });
  expect(without.state.notes.get('a')?.text).toBe('x');
});

test('a place that is lost is given up only when the reader says so', async () => {
  await mkdir(home, { recursive: true });
  await writeFile(join(home, 'location.json'), 'torn');
  const data = await open();
  expect(data.info.access).toMatchObject({ reason: 'missing' });
  expect(await data.useDefault()).toMatchObject({ place: 'default', access: { mode: 'write' } });
  await expect(data.useDefault()).rejects.toMatchObject({ code: 'place-unsuitable' });
  await data.change(note('a', 'x'));
});
