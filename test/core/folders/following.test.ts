import { mkdir, rename, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ALL, digestText, TestEngine } from '../support/engine.ts';
import { LIST_DEFAULTS } from '../../../src/shared/model.ts';

const ALPHA = 'arxiv:2402.00001';

function day(date: string, ...numbers: readonly number[]): string {
  return digestText(
    date,
    numbers.map((n) => ({ title: `P${String(n)}`, arxiv: `2402.0000${String(n)}`, votes: n })),
  );
}

let engine: TestEngine;

beforeEach(async () => {
  engine = await TestEngine.create();
  await engine.write('digests/2024/02/05.md', day('2024-02-05', 1, 2));
  await engine.write('digests/2024/02/06.md', day('2024-02-06', 3));
  await engine.start();
});
afterEach(() => engine.remove());

/** Waits until the list shows just these, newest first. */
async function lists(...titles: readonly string[]): Promise<void> {
  await engine.until(async () => (await engine.titles()).join() === titles.join());
}

async function status(): Promise<string | undefined> {
  return (await engine.call('folders.list', {}))[0]?.status;
}

async function codes(): Promise<readonly string[]> {
  return (await engine.call('library.problems', {})).map(({ code }) => code);
}

/** How many scans have ended since. */
function scansSince(from: number): number {
  return engine.events
    .slice(from)
    .filter((event) => event.type === 'scan' && event.progress.state !== 'running').length;
}

describe('while a folder is open', () => {
  beforeEach(() => engine.openFolder('digests'));

  it('a file that is added, changed, renamed and removed is followed', async () => {
    await engine.write('digests/2024/02/07.md', day('2024-02-07', 4));
    await lists('P4', 'P3', 'P1', 'P2');
    await engine.write('digests/2024/02/07.md', day('2024-02-07', 4, 5));
    await lists('P4', 'P5', 'P3', 'P1', 'P2');
    await rename(engine.path('digests/2024/02/07.md'), engine.path('digests/later.md'));
    await engine.until(async () => {
      const { appearances } = await engine.call('paper.read', { paper: 'arxiv:2402.00004' });
      return appearances.map(({ file }) => file).join() === 'later.md';
    });
    await rm(engine.path('digests/later.md'));
    await lists('P3', 'P1', 'P2');
  });

  it('a file that an editor replaces by renaming is read, even of the same size and time', async () => {
    const path = engine.path('digests/2024/02/06.md');
    const { atime, mtime } = await stat(path);
    await engine.write('digests/2024/02/.06.md.swp', day('2024-02-06', 4));
    await utimes(engine.path('digests/2024/02/.06.md.swp'), atime, mtime);
    await rename(engine.path('digests/2024/02/.06.md.swp'), path);
    await lists('P4', 'P1', 'P2');
  });

  it('a file that is written piece by piece is read whole in the end', async () => {
    const text = day('2024-02-07', 4, 5, 6, 7, 8);
    const half = text.indexOf('P6');
    await engine.write('digests/2024/02/07.md', text.slice(0, half));
    await engine.until(async () => (await engine.titles()).includes('P5'));
    await writeFile(engine.path('digests/2024/02/07.md'), text.slice(half), { flag: 'a' });
    await lists('P4', 'P5', 'P6', 'P7', 'P8', 'P3', 'P1', 'P2');
  });

  it('a folder that comes, moves, goes and comes again is followed with everything in it', async () => {
    await engine.write('digests/2025/deep/01.md', day('2025-01-01', 4));
    await lists('P4', 'P3', 'P1', 'P2');
    await engine.write('digests/2025/deep/02.md', day('2025-01-02', 5));
    await lists('P5', 'P4', 'P3', 'P1', 'P2');
    await rename(engine.path('digests/2025'), engine.path('digests/2026'));
    await engine.write('digests/2026/deep/03.md', day('2026-01-03', 6));
    await lists('P6', 'P5', 'P4', 'P3', 'P1', 'P2');
    await rm(engine.path('digests/2026'), { recursive: true });
    await lists('P3', 'P1', 'P2');
    await engine.write('digests/2026/deep/01.md', day('2026-01-01', 7));
    await lists('P7', 'P3', 'P1', 'P2');
    await engine.write('digests/2026/deep/02.md', day('2026-01-02', 8));
    await lists('P8', 'P7', 'P3', 'P1', 'P2');
  });

  it('what symbolic links lead to is followed too', async () => {
    await engine.write('elsewhere/in/01.md', day('2024-03-01', 4));
    await engine.write('single.md', day('2024-03-02', 5));
    await symlink(engine.path('elsewhere'), engine.path('digests/link'));
    await symlink(engine.path('single.md'), engine.path('digests/single.md'));
    await lists('P5', 'P4', 'P3', 'P1', 'P2');
    await engine.write('elsewhere/in/01.md', day('2024-03-01', 6));
    await engine.write('single.md', day('2024-03-02', 7));
    await lists('P7', 'P6', 'P3', 'P1', 'P2');
  });

  it('a pull of 300 files is a few scans', async () => {
    const from = engine.events.length;
    const names = Array.from({ length: 300 }, (_, n) => String(n));
    await Promise.all(
      names.map((n) =>
        engine.write(
          `digests/pull/${n}.md`,
          digestText('2024-03-01', [{ title: `N${n}`, arxiv: `2403.${n.padStart(5, '0')}` }]),
        ),
      ),
    );
    await engine.until(async () => (await engine.titles()).length === 303);
    expect(scansSince(from)).toBeLessThan(30);
  });

  it('nothing is told of a change but its end: no folder turns busy for each save', async () => {
    const from = engine.events.length;
    await engine.write('digests/2024/02/07.md', day('2024-02-07', 4));
    await lists('P4', 'P3', 'P1', 'P2');
    const told = engine.events.slice(from);
    expect(told.filter(({ type }) => type === 'folders')).toEqual([]);
    expect(told.filter((e) => e.type === 'scan' && e.progress.state === 'running')).toEqual([]);
  });

  it('a change of a file that is being listed never takes its papers away in between', async () => {
    const seen = new Set<string>();
    for (const votes of [4, 5, 6]) {
      const path = engine.path('digests/2024/02/06.md');
      await writeFile(`${path}.tmp`, day('2024-02-06', 3, votes));
      await rename(`${path}.tmp`, path);
      await engine.until(async () => {
        const titles = await engine.titles();
        seen.add(String(titles.includes('P3')));
        return titles.includes(`P${String(votes)}`);
      });
    }
    expect([...seen]).toEqual(['true']);
  });

  it('a cancelled folder is not followed, says so, and is again once it is read again', async () => {
    const { id } = (await engine.call('folders.list', {}))[0] ?? { id: '' };
    const ended = engine.scanned();
    await engine.call('folders.rescan', { folder: id });
    await engine.call('folders.cancelScan', { folder: id });
    expect(await ended).toMatchObject({ progress: { state: 'cancelled' } });
    expect(await codes()).toEqual(['changes-not-followed']);
    await engine.call('folders.rescan', { folder: id });
    await engine.until(async () => (await codes()).length === 0);
    await engine.write('digests/2024/02/07.md', day('2024-02-07', 4));
    await lists('P4', 'P3', 'P1', 'P2');
  });
});

describe('what the reader holds on to', () => {
  it('survives a rename, a rewrite, a removal and a return of the file', async () => {
    await engine.openFolder('digests');
    const change = (change: Parameters<typeof engine.call<'state.change'>>[1]['change']) =>
      engine.call('state.change', { change });
    await change({ kind: 'read', papers: [ALPHA], value: true });
    await change({ kind: 'star', papers: [ALPHA], value: true });
    await change({ kind: 'note', paper: ALPHA, text: '메모' });
    const list = { ...LIST_DEFAULTS, id: 'l1', name: 'List', papers: [ALPHA], created: 1 };
    await change({ kind: 'list.put', list, index: 0 });
    const held = await engine.call('query.open', { query: ALL, keep: null, locate: ALPHA });
    expect(held.index).toBe(1);

    const again = async () => {
      const { index, total } = await engine.call('query.open', {
        query: ALL,
        keep: held.result,
        locate: ALPHA,
      });
      const rows = await engine.call('query.rows', {
        result: held.result,
        offset: 1,
        limit: 1,
      });
      return { index, total, row: rows[0] };
    };
    const marked = { id: ALPHA, read: true, starred: true, noted: true };
    const first = engine.path('digests/2024/02/05.md');
    const renamed = engine.path('digests/2024/02/renamed.md');

    await rename(first, renamed);
    await engine.until(async () => {
      const { appearances } = await engine.call('paper.read', { paper: ALPHA });
      return appearances[0]?.file === '2024/02/renamed.md';
    });
    expect(await again()).toMatchObject({ index: 1, total: 3, row: { ...marked, title: 'P1' } });

    const rewritten = { title: 'P1 rewritten', arxiv: '2402.00001v3', text: '- 새 요약' };
    await writeFile(renamed, digestText('2024-02-05', [rewritten]));
    await lists('P3', 'P1 rewritten');
    expect(await again()).toMatchObject({ index: 1, total: 2, row: marked });

    await rm(renamed);
    await lists('P3');
    // The held order stands, and what went keeps its row and its marks until the list is asked for anew.
    expect(await again()).toMatchObject({ index: null, total: 1, row: marked });

    await writeFile(first, day('2024-02-05', 1, 2));
    await lists('P3', 'P1', 'P2');
    expect(await again()).toMatchObject({ index: 1, total: 3, row: { ...marked, title: 'P1' } });
    const paper = await engine.call('paper.read', { paper: ALPHA });
    expect(paper).toMatchObject({ note: { text: '메모' }, lists: ['l1'] });
  });
});

describe('a drive', () => {
  it('that goes and comes back keeps its papers listed, and is read and followed again', async () => {
    await engine.openFolder('digests');
    await engine.call('state.change', { change: { kind: 'star', papers: [ALPHA], value: true } });
    await rename(engine.path('digests'), engine.path('unplugged'));
    await engine.until(async () => (await status()) === 'missing');
    expect(await engine.titles()).toEqual(['P3', 'P1', 'P2']);
    expect(await codes()).toEqual(['folder-missing']);

    await engine.write('unplugged/2024/02/07.md', day('2024-02-07', 4));
    await rename(engine.path('unplugged'), engine.path('digests'));
    await engine.until(async () => (await status()) === 'ready');
    expect(await engine.titles()).toEqual(['P4', 'P3', 'P1', 'P2']);
    expect(await engine.titles({ view: { kind: 'starred' } })).toEqual(['P1']);
    expect(await codes()).toEqual([]);
    await engine.write('digests/2024/02/08.md', day('2024-02-08', 5));
    await lists('P5', 'P4', 'P3', 'P1', 'P2');
  });

  it('that is away at the start is found by search once it is back, though it was not in the cache', async () => {
    await engine.openFolder('digests');
    await engine.stop();
    await rename(engine.path('digests'), engine.path('unplugged'));
    await engine.start();
    await engine.until(async () => (await status()) === 'missing');
    expect(await engine.titles()).toEqual(['P3', 'P1', 'P2']);
    expect(await engine.titles({ search: '요약입니다' })).toEqual([]);
    await rename(engine.path('unplugged'), engine.path('digests'));
    await engine.until(async () => (await engine.titles({ search: '요약입니다' })).length === 3);
  });

  it('whose mount point is left empty takes no papers away', async () => {
    await engine.openFolder('digests');
    await engine.stop();
    await rename(engine.path('digests'), engine.path('unmounted'));
    await mkdir(engine.path('digests'));
    await engine.start();
    await engine.until(async () => (await status()) === 'missing');
    expect(await engine.titles()).toEqual(['P3', 'P1', 'P2']);
    await rm(engine.path('digests'), { recursive: true });
    await rename(engine.path('unmounted'), engine.path('digests'));
    await engine.until(async () => (await status()) === 'ready');
    expect(await engine.titles()).toEqual(['P3', 'P1', 'P2']);
  });

  it('that was emptied by hand has no papers', async () => {
    await engine.openFolder('digests');
    await rm(engine.path('digests/2024'), { recursive: true });
    await lists();
    await engine.until(async () => (await codes()).join() === 'folder-empty');
  });
});

describe('several folders', () => {
  it('one inside the other, and one reached by a link, double nothing', async () => {
    await engine.openFolder('digests');
    const inner = await engine.openFolder('digests/2024');
    await symlink(engine.path('digests'), engine.path('alias'));
    const alias = await engine.openFolder('alias');
    expect(await engine.call('folders.list', {})).toHaveLength(2);
    expect(await engine.titles()).toEqual(['P3', 'P1', 'P2']);
    expect((await engine.call('library.outline', {})).all.total).toBe(3);
    expect((await engine.call('paper.read', { paper: ALPHA })).appearances).toHaveLength(1);

    await engine.write('digests/2024/02/07.md', day('2024-02-07', 1));
    await engine.until(
      async () => (await engine.call('paper.read', { paper: ALPHA })).appearances.length === 2,
    );
    await engine.call('folders.close', { folder: alias.id });
    expect(await engine.titles()).toEqual(['P1', 'P3', 'P2']);
    await engine.call('folders.close', { folder: inner.id });
    expect(await engine.titles()).toEqual([]);
  });

  it('the same paper in two is one, printed twice; closing one leaves it with its marks', async () => {
    const first = await engine.openFolder('digests');
    await engine.write('other/2024-03-01.md', day('2024-03-01', 1));
    const second = await engine.openFolder('other');
    await engine.call('state.change', { change: { kind: 'read', papers: [ALPHA], value: true } });
    const read = () => engine.call('paper.read', { paper: ALPHA });
    expect((await read()).appearances.map(({ folder, date }) => [folder, date])).toEqual([
      [second.id, '2024-03-01'],
      [first.id, '2024-02-05'],
    ]);
    await engine.call('folders.close', { folder: first.id });
    expect(await engine.titles()).toEqual(['P1']);
    expect(await read()).toMatchObject({ read: true, appearances: [{ folder: second.id }] });
    await engine.call('folders.close', { folder: second.id });
    await engine.openFolder('digests');
    expect(await read()).toMatchObject({ read: true, appearances: [{ folder: first.id }] });
  });
});

describe('in a hurry', () => {
  it('a scan asked for while one runs is not lost', async () => {
    const { id } = await engine.call('folders.open', { path: engine.path('digests') });
    await engine.event((event) => event.type === 'scan');
    await engine.call('folders.rescan', { folder: id });
    await engine.call('folders.rescan', { folder: id });
    expect(scansSince(0)).toBe(0);
    await engine.until(() => Promise.resolve(scansSince(0) === 2));
  });

  it('the end of a scan is told after the status of its folder', async () => {
    const { id } = await engine.openFolder('digests');
    expect(await status()).toBe('ready');
    const told: string[] = [];
    const from = engine.events.length;
    await engine.call('folders.rescan', { folder: id });
    await engine.until(() => Promise.resolve(scansSince(from) === 1));
    for (const event of engine.events.slice(from)) {
      if (event.type === 'folders') told.push('folders');
      if (event.type === 'scan') told.push(event.progress.state);
    }
    expect(told.slice(-2)).toEqual(['folders', 'done']);
  });

  it('a folder closed and opened again before it was loaded is there in the end', async () => {
    const path = engine.path('digests');
    const { id } = await engine.call('folders.open', { path });
    const closed = engine.call('folders.close', { folder: id });
    const opened = engine.call('folders.open', { path });
    await Promise.all([closed, opened]);
    await lists('P3', 'P1', 'P2');
    await engine.until(async () => (await status()) === 'ready');
    await engine.stop();
    await engine.start();
    await lists('P3', 'P1', 'P2');
  });

  it('undo and redo of an opened folder, all at once, end as the state says', async () => {
    const { id } = await engine.openFolder('digests');
    const calls: Promise<unknown>[] = [engine.call('folders.close', { folder: id })];
    for (let i = 0; i < 5; i += 1) {
      calls.push(engine.call('state.undo', {}), engine.call('state.redo', {}));
    }
    calls.push(engine.call('state.undo', {}));
    await Promise.all(calls);
    await engine.until(async () => (await status()) === 'ready');
    await lists('P3', 'P1', 'P2');
  });

  it('an engine that is stopped at once has saved what it read, and reads on at the next start', async () => {
    await engine.call('folders.open', { path: engine.path('digests') });
    await engine.stop();
    await engine.start();
    await lists('P3', 'P1', 'P2');
    await engine.write('digests/2024/02/07.md', day('2024-02-07', 4));
    await lists('P4', 'P3', 'P1', 'P2');
    await engine.stop();
    await rm(engine.path('digests'), { recursive: true });
    await engine.start();
    await engine.until(async () => (await status()) === 'missing');
    expect(await engine.titles()).toEqual(['P4', 'P3', 'P1', 'P2']);
  });
});
