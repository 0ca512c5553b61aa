import fc from 'fast-check';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { expiredBackups } from '../../../src/core/state/backup-rule.ts';
import { ReaderData } from '../../../src/core/state/reader-data.ts';
import type { BackupInfo, BackupKind } from '../../../src/shared/model.ts';
import { plain } from './arbitraries.ts';
import { FaultyFiles, systemError } from './faulty-files.ts';

const DAY = 24 * 60 * 60 * 1000;
const NOON = new Date(2026, 10, 25, 12).getTime();

describe('the rule', () => {
  const backup = (created: number, kind: BackupKind = 'daily'): BackupInfo => ({
    name: `${created} ${kind}`,
    kind,
    created,
    bytes: 1,
  });

  it('keeps the last 7 days and one a week for 8 weeks, of two years of daily backups', () => {
    let kept: readonly BackupInfo[] = [];
    for (let day = 0; day < 730; day++) {
      const all = [...kept, backup(NOON + day * DAY)];
      const gone = new Set(expiredBackups(all));
      kept = all.filter((each) => !gone.has(each));
      expect(kept.length).toBeLessThanOrEqual(7 + 8);
    }
    const ages = kept.map(({ created }) => 729 - Math.round((created - NOON) / DAY));
    expect(ages.filter((age) => age < 7)).toEqual([6, 5, 4, 3, 2, 1, 0]);
    expect(Math.max(...ages)).toBeGreaterThanOrEqual(43);
    expect(kept.length).toBeGreaterThanOrEqual(13);
  });

  it('keeps what there is of a reader who comes seldom', () => {
    const seldom = Array.from({ length: 8 }, (_, index) => backup(NOON + index * 40 * DAY));
    expect(expiredBackups(seldom)).toEqual([]);
  });

  it('keeps the newest of a day, five of each other kind, and every one before a migration', () => {
    const day = [backup(NOON), backup(NOON + 1_000)];
    expect(expiredBackups(day)).toEqual([day[0]]);
    const others = (['restore', 'merge', 'migration'] as const).flatMap((kind) =>
      Array.from({ length: 7 }, (_, index) => backup(NOON + index, kind)),
    );
    expect(expiredBackups(others).map(({ name }) => name)).toEqual([
      `${NOON} restore`,
      `${NOON + 1} restore`,
      `${NOON} merge`,
      `${NOON + 1} merge`,
    ]);
  });

  it('never takes the newest of a kind away', () => {
    const any = fc.array(
      fc
        .tuple(
          fc.integer({ min: 0, max: 1_000 * DAY }),
          fc.constantFrom('daily' as const, 'restore' as const, 'merge' as const),
        )
        .map(([created, kind]) => backup(created, kind)),
    );
    fc.assert(
      fc.property(any, (backups) => {
        const gone = new Set(expiredBackups(backups));
        for (const kind of ['daily', 'restore', 'merge'] as const) {
          const ones = backups.filter((one) => one.kind === kind);
          const newest = Math.max(...ones.map(({ created }) => created));
          if (ones.length > 0) {
            expect(ones.some((one) => one.created === newest && !gone.has(one))).toBe(true);
          }
        }
      }),
    );
  });
});

let dir: string;
let now = NOON;
const opened = new Set<ReaderData>();
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'lectern-backups-'));
  now = NOON;
});
afterEach(async () => {
  for (const data of opened) await data.close();
  opened.clear();
  await rm(dir, { recursive: true, force: true });
});

async function open(files?: FaultyFiles): Promise<ReaderData> {
  const nothing = (): void => undefined;
  const data = await ReaderData.open({
    defaultDir: dir,
    movable: false,
    now: () => now++,
    onChanged: nothing,
    onAccess: nothing,
    onProblems: nothing,
    upkeepMs: 20,
    ...(files === undefined ? {} : { files }),
  });
  opened.add(data);
  return data;
}

const daily = async (data: ReaderData): Promise<readonly BackupInfo[]> =>
  (await data.backups()).filter(({ kind }) => kind === 'daily');

test('a backup is made on every day on which something had changed, and no other', async () => {
  const data = await open();
  await data.change({ kind: 'note', paper: 'a', text: '첫날' });
  await expect.poll(async () => (await daily(data)).length).toBe(1);
  now += DAY;
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await daily(data)).toHaveLength(1);
  await data.change({ kind: 'note', paper: 'a', text: '둘째 날' });
  await expect.poll(async () => (await daily(data)).length).toBe(2);
  const [newest] = await daily(data);
  expect(await data.backupContents({ kind: 'kept', name: newest?.name ?? '' })).toMatchObject({
    notes: 1,
    read: 0,
  });
});

test('a backup that cannot be made is told, harms no change, and is made when it can be', async () => {
  const files = new FaultyFiles(({ path }) => {
    if (path.includes('daily')) throw systemError('ENOSPC');
  });
  const data = await open(files);
  await data.change({ kind: 'star', papers: ['a'], value: true });
  await expect.poll(() => data.problems.map(({ code }) => code)).toEqual(['backup-failed']);
  await data.change({ kind: 'star', papers: ['b'], value: true });
  files.accident = () => undefined;
  await expect.poll(async () => (await daily(data)).length).toBe(1);
  await expect.poll(() => data.problems).toEqual([]);
});

test('a backup is restored, the present state backed up before, and undone in one step', async () => {
  const data = await open();
  await data.change({ kind: 'note', paper: 'a', text: 'as it was' });
  await data.change({ kind: 'read', papers: ['a', 'b'], value: true });
  const was = plain(data.state);
  const text = await data.backupText();
  await data.change({ kind: 'note', paper: 'a', text: 'ruined' });
  await data.change({ kind: 'read', papers: ['a', 'b'], value: false });
  const ruined = plain(data.state);

  expect(await data.backupContents({ kind: 'text', text })).toMatchObject({ read: 2, notes: 1 });
  await data.restore({ kind: 'text', text });
  expect(plain(data.state)).toEqual(was);
  expect(data.undoState.undo).toMatchObject({ kind: 'restore', name: 'backup' });
  await data.undo();
  expect(plain(data.state)).toEqual(ruined);
  await data.redo();
  expect(plain(data.state)).toEqual(was);

  const before = (await data.backups()).find(({ kind }) => kind === 'restore');
  await data.restore({ kind: 'kept', name: before?.name ?? '' });
  expect(plain(data.state)).toEqual(ruined);
  opened.delete(data);
  await data.close();
  expect(plain((await open()).state)).toEqual(ruined);
});

test('what is no whole backup replaces nothing', async () => {
  const data = await open();
  await data.change({ kind: 'note', paper: 'a', text: 'mine' });
  const was = plain(data.state);
  const text = await data.backupText();
  const newer = text.replace(/"version":\d+/, '"version":99');
  for (const broken of ['', '{}', 'x', text.slice(0, -4), text.replace('mine', 'mime'), newer]) {
    await expect(data.restore({ kind: 'text', text: broken })).rejects.toMatchObject({
      code: 'backup-invalid',
    });
  }
  for (const name of ['../state.json', 'x', '2026-01-01T00-00-00.000Z.daily.json', '.migration']) {
    await expect(data.restore({ kind: 'kept', name })).rejects.toMatchObject({ code: 'not-found' });
  }
  await expect.poll(async () => (await daily(data)).length).toBe(1);
  const [{ name }] = (await daily(data)) as readonly [BackupInfo];
  await writeFile(join(dir, 'backups', name), 'torn');
  await expect(data.restore({ kind: 'kept', name })).rejects.toMatchObject({
    code: 'backup-invalid',
  });
  expect(plain(data.state)).toEqual(was);
  expect((await data.backups()).filter(({ kind }) => kind === 'restore')).toEqual([]);
});

test('a restore whose backup or line cannot be written changes nothing', async () => {
  const files = new FaultyFiles();
  const data = await open(files);
  await data.change({ kind: 'note', paper: 'a', text: 'old' });
  const text = await data.backupText();
  await data.change({ kind: 'note', paper: 'a', text: 'new' });
  const was = plain(data.state);
  for (const failing of ['.restore.', 'journal.']) {
    files.accident = ({ name, path }) => {
      if (name === 'file.write' && path.includes(failing)) throw systemError('ENOSPC');
    };
    await expect(data.restore({ kind: 'text', text })).rejects.toMatchObject({
      code: 'write-failed',
      fault: 'full',
    });
    expect(plain(data.state)).toEqual(was);
  }
  files.accident = () => undefined;
  opened.delete(data);
  await data.close();
  expect(plain((await open()).state)).toEqual(was);
});

test('a saved file is one that can be read by itself', async () => {
  const data = await open();
  await data.change({ kind: 'note', paper: 'a', text: '"quoted"\n\u2028 \ud83d\ude00' });
  const path = join(dir, 'by-hand.txt');
  await writeFile(path, await data.backupText());
  await data.change({ kind: 'note', paper: 'a', text: '' });
  await data.restore({ kind: 'text', text: await readFile(path, 'utf8') });
  expect(data.state.notes.get('a')?.text).toBe('"quoted"\n\u2028 \ud83d\ude00');
  expect(await readdir(dir)).not.toContain('by-hand.txt.tmp');
});
