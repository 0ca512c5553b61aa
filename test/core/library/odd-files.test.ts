import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, statSync } from 'node:fs';
import { mkdir, symlink, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { FileReader } from '../../../src/core/library/file-reader.ts';
import { scanFolder } from '../../../src/core/library/scan.ts';
import { scan, settled } from './scanning.ts';
import { digestOf, tempFolder } from './temp-folder.ts';

it('names with emoji, newlines and very many of them in one folder are read', async () => {
  const names = ['🎉 논문 🧪.md', 'two\nlines.md', '%2e%2e.md', 'quote\'".md', '\u202ertl.md'];
  const root = await tempFolder({
    ...Object.fromEntries(names.map((name, n) => [name, digestOf('2024-02-05', n)])),
    ...Object.fromEntries(
      Array.from({ length: 3_000 }, (_, n) => [`many/${String(n)}.md`, digestOf('2024-02-06', n)]),
    ),
  });
  const { files, problems } = await scan(root);
  expect(problems).toEqual([]);
  expect(files.size).toBe(3_005);
  for (const name of names) expect(files.get(name)?.papers).toHaveLength(1);
});

it.runIf(process.platform === 'linux')(
  'names that are not UTF-8 are read, of files, of folders and behind links',
  async () => {
    const root = await tempFolder();
    const bytes = (text: string) => Buffer.from(text, 'latin1');
    const inside = (name: string) => Buffer.concat([Buffer.from(`${root}/`), bytes(name)]);
    await mkdir(inside('\xb3\xed\xb9\xae'));
    await writeFile(inside('\xb3\xed\xb9\xae/\xff.md'), digestOf('2024-02-05', 1));
    await writeFile(inside('caf\xe9.md'), digestOf('2024-02-05', 2));
    await writeFile(inside('caf\xe8.md'), digestOf('2024-02-05', 3));
    await symlink(inside('caf\xe9.md'), inside('link\xe9.md'));
    const first = await scan(root);
    expect(first.problems).toEqual([]);
    expect(first.paths).toEqual(
      ['caf\udce8.md', 'caf\udce9.md', '\udcb3\udced\udcb9\udcae/\udcff.md'].sort(),
    );
    const second = await scan(root, { known: first.files });
    expect(second.removed).toEqual([]);
    expect(JSON.parse(JSON.stringify(first.paths))).toEqual(first.paths);
  },
);

it.runIf(process.platform === 'linux')(
  'a path that is too long for the system is told',
  async () => {
    const root = await tempFolder({ 'a.md': digestOf('2024-02-05', 1) });
    // Only step by step can so deep a folder be made.
    const deeper = 'd'.repeat(250);
    const steps = `for i in $(seq 20); do mkdir ${deeper} && cd ${deeper}; done; echo > x.md`;
    await promisify(execFile)('bash', ['-c', steps], { cwd: root });
    onTestFinished(() =>
      promisify(execFile)('rm', ['-rf', join(root, deeper)]).then(() => undefined),
    );
    const { paths, problems } = await scan(root);
    expect(paths).toEqual(['a.md']);
    expect(problems.map(([, code]) => code)).toEqual(['folder-unreadable']);
  },
);

it.skipIf(process.platform === 'win32')(
  'pipes and sockets are never waited for, not even in the place of a file',
  async () => {
    const root = await tempFolder({
      'a.md': digestOf('2024-02-05', 1),
      'b.md': digestOf('2024-02-05', 2),
    });
    const server = createServer().listen(join(root, 'socket.md'));
    await once(server, 'listening');
    await promisify(execFile)('mkfifo', [join(root, 'pipe.md')]);
    const first = await scan(root);
    expect({ paths: first.paths, problems: first.problems }).toEqual({
      paths: ['a.md', 'b.md'],
      problems: [],
    });
    // As when it takes a file's place between the walk and the reading.
    const reader = new FileReader(root);
    expect(await reader.read('pipe.md', first.files.get('a.md'))).toEqual({ kind: 'gone' });
    server.close();
    await once(server, 'close');
  },
);

it('a file that grows while it is read is read again by the next scan', async () => {
  const root = await tempFolder({ 'a.md': digestOf('2024-02-05', 1) });
  const { files } = await scan(root, {
    onFiles: () => appendFileSync(join(root, 'a.md'), digestOf('2024-02-06', 2)),
  });
  const second = await scan(root, { known: settled(root, files) });
  expect(files.get('a.md')?.papers).toHaveLength(1);
  expect(second.files.get('a.md')?.papers).toHaveLength(2);
});

it('a file rewritten with the same size within one tick of the clock is read again', async () => {
  const root = await tempFolder({ 'a.md': digestOf('2024-02-05', 1) });
  const { files } = await scan(root);
  const { atime, mtime } = statSync(join(root, 'a.md'));
  await writeFile(join(root, 'a.md'), digestOf('2024-02-05', 2));
  await utimes(join(root, 'a.md'), atime, mtime);
  const second = await scan(root, { known: files });
  expect(second.files.get('a.md')?.papers).toMatchObject([{ arxivId: '2402.00002' }]);
});

it('a file whose time was set back after it was rewritten is read again', async () => {
  const root = await tempFolder({ 'a.md': digestOf('2024-02-05', 1) });
  const known = settled(root, (await scan(root)).files);
  const { atime, mtime, ctimeMs } = statSync(join(root, 'a.md'));
  await expect
    .poll(async () => {
      await writeFile(join(root, 'a.md'), digestOf('2024-02-05', 2));
      await utimes(join(root, 'a.md'), atime, mtime);
      return statSync(join(root, 'a.md')).ctimeMs;
    })
    .toBeGreaterThan(ctimeMs);
  expect((await scan(root, { known })).paths).toEqual(['a.md']);
});

it('a doubted file is read though it seems unchanged', async () => {
  const root = await tempFolder({
    'a.md': digestOf('2024-02-05', 1),
    'b.md': digestOf('2024-02-05', 2),
  });
  const known = settled(root, (await scan(root)).files);
  const read: string[] = [];
  await scanFolder({
    root,
    known,
    doubted: new Set(['b.md', 'gone.md']),
    signal: new AbortController().signal,
    onFiles: (files) => read.push(...files.map(({ path }) => path)),
    onRemoved: (paths) => read.push(...paths),
    onProgress: () => undefined,
  });
  expect(read).toEqual(['b.md']);
});
