import { renameSync } from 'node:fs';
import { chmod, mkdir, rename, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MAX_FILE_SIZE } from '../../../src/core/library/file-reader.ts';
import { scanFolder } from '../../../src/core/library/scan.ts';
import type { ScannedFile } from '../../../src/core/library/scan.ts';
import { walkFolder } from '../../../src/core/library/walk.ts';
import { Slicer } from '../../../src/core/slices.ts';
import { scan, settled } from './scanning.ts';
import { digestOf, tempFolder, writeAll } from './temp-folder.ts';

/** Runs as a user whom permissions bind, as root is not. */
async function unprivileged<T>(run: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return run();
  process.seteuid?.(65_534);
  try {
    return await run();
  } finally {
    process.seteuid?.(0);
  }
}

describe('what a scan reads', () => {
  it('every Markdown and text file below the folder, hidden folders left out', async () => {
    const root = await tempFolder({
      '2024/02/05.md': digestOf('2024-02-05', 1, 2),
      '2024/02/06.markdown': digestOf('2024-02-06', 3),
      'deep/er/and/deeper/한글 이름.TXT': digestOf('2024-02-07', 4),
      'list.csv': 'a,b',
      'image.png': 'png',
      '.git/HEAD.md': digestOf('2024-02-08', 5),
      '.hidden/x.md': digestOf('2024-02-08', 6),
      'node_modules/x/readme.md': digestOf('2024-02-08', 7),
    });
    const { files, paths, problems, cancelled } = await scan(root);
    expect(paths).toEqual([
      '2024/02/05.md',
      '2024/02/06.markdown',
      'deep/er/and/deeper/한글 이름.TXT',
    ]);
    expect(files.get('2024/02/05.md')).toMatchObject({
      format: 'daily-markdown',
      papers: [{ arxivId: '2402.00001' }, { arxivId: '2402.00002' }],
      problems: [],
    });
    expect(problems).toEqual([]);
    expect(cancelled).toBe(false);
  });

  it('the newest days come first, so that they show while older files are read, a README last', async () => {
    const names = ['b/2024-02-05.md', 'README.md', '2023/11/20.md', '2024/02/06.md', 'LICENSE.md'];
    const root = await tempFolder(Object.fromEntries(names.map((path) => [path, ''])));
    const { files } = await walkFolder(root, new AbortController().signal, new Slicer());
    expect(files).toEqual([
      '2024/02/06.md',
      'b/2024-02-05.md',
      '2023/11/20.md',
      'README.md',
      'LICENSE.md',
    ]);
  });

  it('tells its progress, the total once the folder is walked, and all of it at the end', async () => {
    const root = await tempFolder(
      Object.fromEntries(
        Array.from({ length: 100 }, (_, n) => [`${String(n)}.md`, digestOf('2024-02-05', n)]),
      ),
    );
    const { progress } = await scan(root);
    expect(progress[0]).toEqual({ files: 0, totalFiles: 100, papers: 0 });
    expect(progress.at(-1)).toEqual({ files: 100, totalFiles: 100, papers: 100 });
    expect(progress.length).toBeGreaterThan(2);
  });

  it('a file of known time and size is not read again, a changed one is', async () => {
    const root = await tempFolder({
      'a.md': digestOf('2024-02-05', 1),
      'b.md': digestOf('2024-02-05', 2),
      'c.md': digestOf('2024-02-05', 3),
    });
    const known = settled(root, (await scan(root)).files);
    await writeFile(join(root, 'b.md'), digestOf('2024-02-05', 2, 4));
    await utimes(join(root, 'c.md'), 1, 1);
    const second = await scan(root, { known });
    expect(second.paths).toEqual(['b.md', 'c.md']);
    expect(second.files.get('b.md')?.papers).toHaveLength(2);
    expect(second.progress.at(-1)).toEqual({ files: 3, totalFiles: 3, papers: 4 });
    expect(second.removed).toEqual([]);
  });

  it('files that are gone are told, renamed ones as gone and new', async () => {
    const root = await tempFolder({
      'a.md': digestOf('2024-02-05', 1),
      'b.md': digestOf('2024-02-05', 2),
      'c.md': digestOf('2024-02-05', 3),
    });
    const known = settled(root, (await scan(root)).files);
    await rm(join(root, 'a.md'));
    await rename(join(root, 'b.md'), join(root, 'd.md'));
    const second = await scan(root, { known });
    expect(second.removed).toEqual(['a.md', 'b.md']);
    expect(second.paths).toEqual(['d.md']);
  });

  it('an empty folder is told', async () => {
    const root = await tempFolder({ 'image.png': '' });
    expect((await scan(root)).problems).toEqual([['', 'folder-empty']]);
  });
});

describe('symbolic links', () => {
  it('are followed, and one that leads back is told and not followed', async () => {
    const outside = await tempFolder({ 'o.md': digestOf('2024-02-05', 1) });
    const root = await tempFolder({ 'in/a.md': digestOf('2024-02-05', 2) });
    await symlink(outside, join(root, 'out'));
    await symlink(root, join(root, 'in', 'loop'));
    await symlink('self', join(root, 'self'));
    const { paths, problems } = await scan(root);
    expect(paths).toEqual(['in/a.md', 'out/o.md']);
    expect(problems).toEqual([
      ['in/loop', 'symlink-loop'],
      ['self', 'symlink-loop'],
    ]);
  });

  it('a loop outside the folder is told too', async () => {
    const outside = await tempFolder({ 'deep/o.md': digestOf('2024-02-05', 1) });
    await symlink(outside, join(outside, 'deep', 'loop'));
    const root = await tempFolder();
    await symlink(outside, join(root, 'out'));
    const { paths, problems } = await scan(root);
    expect(paths).toEqual(['out/deep/o.md']);
    expect(problems).toEqual([['out/deep/loop', 'symlink-loop']]);
  });

  it('nothing is read twice, whatever leads to it', async () => {
    const root = await tempFolder({ 'in/a.md': digestOf('2024-02-05', 1) });
    const outside = await tempFolder({ 'o.md': digestOf('2024-02-05', 2) });
    await symlink(join(root, 'in'), join(root, 'again'));
    await symlink(join(root, 'in', 'a.md'), join(root, 'latest.md'));
    await symlink(join(outside, 'o.md'), join(root, 'x.md'));
    await symlink(join(outside, 'o.md'), join(root, 'y.md'));
    const { paths, problems } = await scan(root);
    expect(paths).toHaveLength(2);
    expect(paths[0]).toBe('in/a.md');
    expect(problems).toEqual([]);
  });

  it('one that leads nowhere is told when its name promises a digest', async () => {
    const root = await tempFolder({ 'a.md': digestOf('2024-02-05', 1) });
    await symlink('gone.md', join(root, 'link.md'));
    await symlink('gone', join(root, 'other'));
    expect((await scan(root)).problems).toEqual([['link.md', 'file-unreadable']]);
  });
});

describe('bad input', () => {
  it('each kind is told with its file, and everything else opens', async () => {
    const root = await tempFolder({
      'good.md': digestOf('2024-02-05', 1),
      'not.md': '# Notes\n',
      'empty.txt': '',
      'none.md': '## Daily Papers (2024-02-05)\n',
      'unlinked.md': '## Daily Papers (2024-02-05)\n\n### Title\n',
      'bom.md': `\uFEFF${digestOf('2024-02-05', 2)}`,
      'crlf.md': digestOf('2024-02-05', 3).replaceAll('\n', '\r\n'),
    });
    const broken = Buffer.concat([Buffer.from(digestOf('2024-02-05', 4)), Buffer.from([0xff])]);
    await writeFile(join(root, 'broken.md'), broken);
    await writeFile(join(root, 'huge.md'), digestOf('2024-02-05', 5));
    await truncate(join(root, 'huge.md'), 50 * 1024 * 1024);
    const { files, problems } = await scan(root);
    expect(problems).toEqual([
      ['broken.md', 'invalid-utf8'],
      ['empty.txt', 'not-a-digest'],
      ['huge.md', 'file-too-large'],
      ['none.md', 'no-papers'],
      ['not.md', 'not-a-digest'],
      ['unlinked.md', 'paper-without-link'],
    ]);
    const papers = [...files.values()].flatMap((file) => file.papers.map(() => file.path));
    expect(papers.sort()).toEqual(['bom.md', 'broken.md', 'crlf.md', 'good.md', 'unlinked.md']);
  });

  it('a file of the very limit is read', async () => {
    const root = await tempFolder({ 'big.md': digestOf('2024-02-05', 1) });
    await truncate(join(root, 'big.md'), MAX_FILE_SIZE);
    expect((await scan(root)).files.get('big.md')?.papers).toHaveLength(1);
  });

  it('a missing folder and a file in its place are refused', async () => {
    const root = await tempFolder({ 'a.md': '' });
    await expect(scan(join(root, 'no'))).rejects.toMatchObject({ code: 'folder-missing' });
    await expect(scan(join(root, 'a.md'))).rejects.toMatchObject({ code: 'not-a-folder' });
    await expect(scan(join(root, 'a.md', 'x'))).rejects.toMatchObject({ code: 'not-a-folder' });
  });

  it.skipIf(process.platform === 'win32')(
    'an unreadable folder is refused; below one, what was known stays known',
    async () => {
      const root = await tempFolder({
        'a.md': digestOf('2024-02-05', 1),
        'b.md': digestOf('2024-02-05', 2),
        'closed/c.md': digestOf('2024-02-05', 3),
      });
      await chmod(root, 0o755);
      const first = await scan(root);
      await chmod(join(root, 'closed'), 0o000);
      await chmod(join(root, 'b.md'), 0o000);
      await utimes(join(root, 'b.md'), 1, 1);
      const second = await unprivileged(() => scan(root, { known: first.files }));
      expect(second.problems).toEqual([
        ['b.md', 'file-unreadable'],
        ['closed', 'folder-unreadable'],
      ]);
      expect(second.removed).toEqual([]);

      await chmod(join(root, 'b.md'), 0o644);
      // It went unread, not away.
      expect(second.files.get('b.md')?.papers).toHaveLength(1);
      const third = await unprivileged(() => scan(root, { known: second.files }));
      expect(third.files.get('b.md')).toMatchObject({ problems: [], papers: [{}] });

      await chmod(root, 0o000);
      await expect(unprivileged(() => scan(root))).rejects.toMatchObject({
        code: 'folder-unreadable',
      });
      await chmod(root, 0o755);
      await chmod(join(root, 'closed'), 0o755);
    },
  );

  it('a folder that goes away during the scan removes nothing', async () => {
    const root = await tempFolder({ 'x/a.md': digestOf('2024-02-05', 1) });
    const known = (await scan(root)).files;
    const moved = `${root}-moved`;
    await mkdir(moved);
    await writeAll(root, { 'x/b.md': digestOf('2024-02-05', 2) });
    const removed: string[] = [];
    const running = scanFolder({
      root,
      known: new Map([...known, ['gone.md', [...known.values()][0] as ScannedFile]]),
      signal: new AbortController().signal,
      onFiles: () => undefined,
      onRemoved: (paths) => removed.push(...paths),
      onProgress: ({ files }) => {
        if (files > 0) renameSync(root, join(moved, 'root'));
      },
    });
    await expect(running).rejects.toMatchObject({ code: 'folder-missing' });
    expect(removed).toEqual([]);
    await rm(moved, { recursive: true });
  });
});

describe('cancelling', () => {
  it('stops, keeps what was told, and removes nothing', async () => {
    const root = await tempFolder(
      Object.fromEntries(
        Array.from({ length: 200 }, (_, n) => [`${String(n)}.md`, digestOf('2024-02-05', n)]),
      ),
    );
    const cancel = new AbortController();
    const gone = {
      path: 'gone.md',
      mtimeMs: 0,
      ctimeMs: 0,
      size: 0,
      format: null,
      papers: [],
      problems: [],
    };
    const { cancelled, files, removed } = await scan(root, {
      known: new Map([['gone.md', gone]]),
      signal: cancel.signal,
      onFiles: () => cancel.abort(),
    });
    expect(cancelled).toBe(true);
    expect(files.size).toBeGreaterThan(0);
    expect(files.size).toBeLessThan(200);
    expect(removed).toEqual([]);
  });

  it('before it began, nothing is told', async () => {
    const root = await tempFolder({ 'a.md': digestOf('2024-02-05', 1) });
    const { cancelled, files, progress } = await scan(root, { signal: AbortSignal.abort() });
    expect({ cancelled, files: files.size, progress }).toEqual({
      cancelled: true,
      files: 0,
      progress: [],
    });
  });
});
