/** The commands for scripts, as a shell starts them, on real folders. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { digestText } from '../core/support/engine.ts';
import { digests, root, startEngineThread, spawnServer } from './hosts.ts';

const KITE = 'arxiv:2603.90211';

let dir: string;
let dataDir: string;
beforeEach(async () => {
  dir = await realpath(await mkdtemp(join(tmpdir(), 'lectern-scripts-')));
  dataDir = join(dir, 'data');
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const env = () => ({ ...process.env, LC_ALL: 'C.UTF-8', LECTERN_DATA: dataDir });
const script = join(root, 'scripts/lectern.js');

function lectern(args: readonly string[], input = '') {
  const options = { env: env(), encoding: 'utf8', timeout: 50_000, input, cwd: dir } as const;
  const ended = spawnSync(process.execPath, [script, ...args], {
    ...options,
    maxBuffer: 100_000_000,
  });
  return { code: ended.status, out: ended.stdout, err: ended.stderr };
}

/** Data as the app leaves them: the folder open, a list, a note, a star. */
async function withData(): Promise<void> {
  const host = await startEngineThread(dataDir);
  await host.call('folders.open', { path: digests });
  await host.call('library.ready', { search: false });
  for (const change of [
    { kind: 'note', paper: KITE, text: '심층강화학습과 견줄 것' },
    { kind: 'star', papers: [KITE], value: true },
    {
      kind: 'list.put',
      index: 0,
      list: {
        id: 'seminar',
        name: '세미나',
        papers: [KITE, 'arxiv:2602.90111', 'arxiv:0000.00001'],
        created: 1,
        description: '',
        colour: null,
        group: '',
        query: null,
      },
    },
  ] as const) {
    await host.call('state.change', { change: structuredClone(change) as never });
  }
  await host.close();
}

/** Every file of the data folder with its content. */
async function dataFiles(): Promise<Readonly<Record<string, string>>> {
  const names = await readdir(dataDir, { recursive: true, withFileTypes: true });
  const files = names
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name));
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [file, await readFile(file, 'base64')] as const)),
  );
}

describe('lectern search', () => {
  it('finds papers of a named folder without any data, and leaves none behind', () => {
    const ended = lectern(['search', '학습으로', digests]);
    const line =
      '2026-02-04\t17\t강화학습으로 다듬은 요약: Summaries Polished by Reward\thttps://arxiv.org/abs/2602.90111\n';
    expect(ended).toEqual({ code: 0, out: line, err: '' });
    expect(existsSync(dataDir)).toBe(false);
    expect(lectern(['search', 'nothing has this', digests])).toEqual({
      code: 3,
      out: '',
      err: 'No paper was found.\n',
    });
  });

  it('finds what the app finds: notes, lists, marks, in its folders, and tells it as JSON too', async () => {
    await withData();
    const before = await dataFiles();
    const found = lectern(['search', 'note:ㅅㅊㄱㅎ list:세미나', '--json']);
    expect(found).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(found.out)).toMatchObject([
      { id: KITE, starred: true, noteSnippet: '심층강화학습과 견줄 것' },
    ]);
    expect(lectern(['search', 'is:blue 견줄']).err).toContain('is: does not take “blue”');
    const titles = (...args: string[]) =>
      lectern(['search', 'votes:>0', '--limit', '3', ...args])
        .out.trim()
        .split('\n')
        .map((line) => Number(line.split('\t')[1]));
    const most = titles('--sort', 'votes');
    expect(most).toHaveLength(3);
    expect(most).toEqual(most.toSorted((a, b) => b - a));
    expect(titles('--sort', 'votes', '--reverse')[0]).toBeLessThan(most[2] ?? 0);
    expect(await dataFiles()).toEqual(before);
  });

  it('does what a title says to no terminal', async () => {
    const title = 'Red \u001b[31m \u009b2J \u202egnp.exe';
    await mkdir(join(dir, 'digests'));
    await writeFile(
      join(dir, 'digests/2024-02-05.md'),
      digestText('2024-02-05', [{ title, arxiv: '2402.00001' }]),
    );
    for (const json of [[], ['--json']]) {
      const ended = lectern(['search', 'red', 'digests', ...json]);
      expect(ended.out).toContain('Red');
      // eslint-disable-next-line no-control-regex -- those are what must not be there
      expect(ended.out).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    }
  });
});

describe('lectern export', () => {
  it('writes a list in its own order, and tells what is not there', async () => {
    await withData();
    const ended = lectern(['export', '--list', '세미나', '--format', 'bibtex', '--notes']);
    expect(ended.code).toBe(0);
    expect(ended.out.match(/eprint = \{[\d.]+\}/g)).toEqual([
      'eprint = {2603.90211}',
      'eprint = {2602.90111}',
    ]);
    expect(ended.out).toContain('심층강화학습과');
    expect(ended.err).toContain('1 paper of this list is in none of the folders');
    expect(lectern(['export', '--list', 'seminar x']).err).toContain('세미나');
    expect(lectern(['export', '--list', 'seminar x']).code).toBe(3);
    expect(lectern(['export', '--starred', '--format', 'csv']).out.trim().split('\n')[0]).toContain(
      '"title"',
    );
  });

  it('writes files whole, and never into a folder of digests', async () => {
    await mkdir(join(dir, 'digests'));
    const file = join(dir, 'digests/2024-02-05.md');
    const papers = [
      { title: 'Alpha', arxiv: '2402.00001' },
      { title: 'Beta: b', arxiv: '2402.00002' },
    ];
    await writeFile(file, digestText('2024-02-05', papers));
    const day = ['export', 'digests', '--day', '2024-02-05', '--format'];
    expect(lectern([...day, 'ris', '--out', 'x.ris'])).toMatchObject({ code: 0, out: '' });
    expect(await readFile(join(dir, 'x.ris'), 'utf8')).toContain('TI  - Alpha');
    const separate = [...day, 'obsidian', '--separate', '--out'];
    expect(lectern([...separate, 'vault/papers'])).toMatchObject({ code: 0, out: '' });
    expect((await readdir(join(dir, 'vault/papers'))).sort()).toEqual(['Alpha.md', 'Beta- b.md']);
    for (const args of [
      [...day, 'ris', '--out', 'digests/x.ris'],
      [...separate, 'digests/vault'],
      [...separate, 'digests'],
    ]) {
      const refused = lectern(args);
      expect(refused.code).toBe(1);
      expect(refused.err).toContain('nothing into a folder of digests');
    }
    expect(await readdir(join(dir, 'digests'))).toEqual(['2024-02-05.md']);
    expect(lectern([...day, 'ris', '--out', 'vault'])).toMatchObject({ code: 1 });
    expect(lectern(['export', 'digests', '--search', 'none', '--out', 'x.ris']).code).toBe(3);
    expect(await readFile(join(dir, 'x.ris'), 'utf8')).toContain('TI  - Alpha');
  });

  it('writes five thousand papers, and ends quietly when nobody reads on', async () => {
    await mkdir(join(dir, 'many'));
    for (let day = 1; day <= 25; day++) {
      const date = `2024-01-${String(day).padStart(2, '0')}`;
      const papers = Array.from({ length: 200 }, (_, at) => ({
        title: `Paper ${day} ${at} 강화학습`,
        arxiv: `2401.${String(day * 200 + at).padStart(5, '0')}`,
      }));
      await writeFile(join(dir, `many/${date}.md`), digestText(date, papers));
    }
    const ended = lectern(['export', 'many', '--all', '--format', 'bibtex']);
    expect(ended).toMatchObject({ code: 0, err: '' });
    expect(ended.out.match(/^@misc\{/gm)).toHaveLength(5_000);
    const shell = spawnSync(
      'bash',
      [
        '-c',
        'set -o pipefail; "$0" "$1" search 강화학습 many | head -n 2',
        process.execPath,
        script,
      ],
      { env: env(), cwd: dir, encoding: 'utf8', timeout: 50_000 },
    );
    expect({ code: shell.status, err: shell.stderr }).toEqual({ code: 0, err: '' });
    expect(shell.stdout.trim().split('\n')).toHaveLength(2);
  });
});

describe('lectern import', () => {
  it('shows what it would change, changes it once, and brings an export back', () => {
    const links = 'https://arxiv.org/abs/2603.90211\n2602.90111\nnot a link\n';
    const dry = lectern(['import', '-', '--as-list', '읽을 것', '--dry-run'], links);
    expect(dry).toMatchObject({ code: 0 });
    expect(dry.out).toContain('2 papers, for the list “읽을 것”');
    expect(dry.err).toMatch(/Line 3 names no paper: not a link[\s\S]*Nothing was changed/);
    expect(existsSync(dataDir)).toBe(false);
    expect(lectern(['import', '-', '--as-list', '읽을 것'], links)).toMatchObject({ code: 0 });
    const list = lectern(['export', digests, '--list', '읽을 것', '--format', 'csv']);
    expect(list.out.trim().split('\n').length).toBeGreaterThan(2);

    expect(lectern(['export', '--format', 'backup', digests, '--out', 'all.json']).code).toBe(0);
    const other = join(dir, 'other');
    dataDir = other;
    expect(lectern(['import', 'all.json']).code).toBe(0);
    expect(lectern(['export', digests, '--list', '읽을 것', '--format', 'csv']).out).toBe(list.out);
    expect(lectern(['import', 'all.json']).err).toContain('nothing is changed');
    expect(lectern(['import', '-'], 'no paper here')).toMatchObject({ code: 1 });
  });

  it('changes nothing while another Lectern has the data, which reading commands only read', async () => {
    await withData();
    const server = await spawnServer(dataDir);
    const held = lectern(['import', '-'], '2603.90211');
    expect(held).toMatchObject({ code: 4, out: '' });
    expect(held.err).toMatch(/Another Lectern has the data open \(\d+\)/);
    const dry = lectern(['import', '-', '--dry-run'], '2603.90211');
    expect(dry.code).toBe(0);
    for (const args of [['search', 'note:견줄'], ['stats'], ['export', '--starred']]) {
      const ended = lectern(args);
      expect(ended.code).toBe(0);
      expect(ended.out).not.toBe('');
      expect(ended.err).toContain('Another Lectern is running with this data');
    }
    expect(existsSync(join(dataDir, 'lock'))).toBe(true);
    expect(await server.end()).toBe(0);
    expect(lectern(['search', 'note:견줄']).err).toBe('');
    expect(lectern(['import', '-'], '2603.90211').code).toBe(0);
  });

  it('ends at Ctrl-C with the data given back', async () => {
    const child = spawn(process.execPath, [script, 'import', '-'], { env: env(), cwd: dir });
    const closed = once(child, 'close') as Promise<[number | null]>;
    // More than a pipe holds: once it is written, the command is at work and waits for the rest.
    await new Promise((resolve) => child.stdin.write('x\n'.repeat(500_000), resolve));
    child.kill('SIGINT');
    expect((await closed)[0]).toBe(130);
    expect(existsSync(join(dataDir, 'lock'))).toBe(false);
  });
});

describe('lectern stats', () => {
  it('tells what there is and what was read, as text and as JSON', async () => {
    await withData();
    const ended = lectern(['stats']);
    expect(ended).toMatchObject({ code: 0, err: '' });
    expect(ended.out).toMatch(/^Papers: 15\nRead: 0\nUnread: 15\nStarred: 1\nWith notes: 1\n/);
    expect(ended.out).toContain('세미나');
    expect(JSON.parse(lectern(['stats', '--json']).out)).toMatchObject({
      total: 15,
      starred: 1,
      lists: [{ id: 'seminar', total: 2 }, { id: 'read-next' }],
    });
  });
});
