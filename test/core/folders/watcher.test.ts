import * as fs from 'node:fs';
import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { Watcher } from '../../../src/core/folders/watcher.ts';
import { tempFolder } from '../library/temp-folder.ts';

vi.mock('node:fs', async (original) => {
  const real = await original<typeof fs>();
  return { ...real, watch: vi.fn(real.watch) };
});

/** A watcher of these folders, as a scan sets it up, and how often it heard something. */
function watching(...folders: readonly string[]) {
  const heard = vi.fn();
  const watcher = new Watcher(heard);
  onTestFinished(() => watcher.close());
  watcher.begin();
  for (const folder of folders) watcher.visit(folder);
  watcher.end();
  return { watcher, heard };
}

/** Runs something in a folder; resolves when the system has told of this file in it. */
async function told(folder: string, name: string, run: () => Promise<unknown>): Promise<void> {
  const watch = fs.watch(folder);
  const seen = new Promise<void>((resolve) => {
    watch.on('change', (_, what) => what === name && resolve());
  });
  await run();
  await seen;
  watch.close();
}

describe.runIf(process.platform === 'linux')('a watcher', () => {
  it('hears of digests, folders and links that come and go', async () => {
    const root = await tempFolder({ 'a.md': '' });
    const { heard } = watching(root);
    const steps: readonly (readonly [string, () => Promise<unknown>])[] = [
      ['a.md', () => writeFile(join(root, 'a.md'), 'x')],
      ['b', () => mkdir(join(root, 'b'))],
      ['a.md', () => rename(join(root, 'a.md'), join(root, 'c.md'))],
      ['c.md', () => chmod(join(root, 'c.md'), 0o600)],
      ['c.md', () => rm(join(root, 'c.md'))],
    ];
    for (const [name, run] of steps) {
      heard.mockClear();
      await told(root, name, run);
      expect(heard, name).toHaveBeenCalled();
    }
  });

  it('does not mind what the scan leaves out, nor the content of what is no digest', async () => {
    const root = await tempFolder({ 'log.csv': '', '.git/HEAD': '' });
    const { heard } = watching(root);
    await told(root, '.git', () => rename(join(root, '.git'), join(root, '.other')));
    await told(root, 'node_modules', () => mkdir(join(root, 'node_modules')));
    await told(root, 'log.csv', () => writeFile(join(root, 'log.csv'), 'x'));
    expect(heard).not.toHaveBeenCalled();
  });

  it('keeps what the next scan visits, and lets go of the rest', async () => {
    const root = await tempFolder({ 'x/a.md': '', 'y/a.md': '' });
    const { watcher, heard } = watching(join(root, 'x'), join(root, 'y'));
    const opened = vi.mocked(fs.watch).mock.calls.length;
    watcher.begin();
    watcher.visit(join(root, 'y'));
    watcher.end();
    expect(vi.mocked(fs.watch).mock.calls.length).toBe(opened);
    await told(join(root, 'x'), 'a.md', () => writeFile(join(root, 'x', 'a.md'), 'x'));
    expect(heard).not.toHaveBeenCalled();
    await told(join(root, 'y'), 'a.md', () => writeFile(join(root, 'y', 'a.md'), 'x'));
    expect(heard).toHaveBeenCalled();
  });

  it('watches a folder anew that took the place of another', async () => {
    const root = await tempFolder({ 'x/a.md': '' });
    const x = join(root, 'x');
    const { watcher, heard } = watching(root, x);
    await told(root, 'x', async () => {
      await rm(x, { recursive: true });
      await mkdir(x);
    });
    watcher.begin();
    for (const folder of [root, x]) watcher.visit(folder);
    watcher.end();
    heard.mockClear();
    await told(x, 'b.md', () => writeFile(join(x, 'b.md'), ''));
    expect(heard).toHaveBeenCalled();
  });

  it.each([
    ['ENOSPC', /max_user_watches/],
    ['EMFILE', /too many files/],
  ])('tells %s, keeps what it has, and tries again at the next scan', async (code, reason) => {
    const root = await tempFolder({ 'x/a.md': '' });
    vi.mocked(fs.watch).mockImplementationOnce(() => {
      throw Object.assign(new Error(code), { code });
    });
    const { watcher, heard } = watching(root, join(root, 'x'));
    expect(watcher.failure).toMatch(reason);
    await told(join(root, 'x'), 'b.md', () => writeFile(join(root, 'x', 'b.md'), ''));
    expect(heard).toHaveBeenCalled();
    watcher.begin();
    watcher.visit(root);
    watcher.end();
    expect(watcher.failure).toBeNull();
  });

  it('lets go of a watch that fails later, and asks for a scan', async () => {
    const root = await tempFolder();
    const { watcher, heard } = watching(root);
    const watch = vi.mocked(fs.watch).mock.results.at(-1)?.value as fs.FSWatcher;
    const closed = new Promise((resolve) => watch.on('close', resolve));
    watch.emit('error', Object.assign(new Error('EIO'), { code: 'EIO' }));
    await closed;
    expect(heard).toHaveBeenCalled();
    expect(watcher.failure).toMatch(/disk or the network/);
  });

  it('says nothing of a folder that is gone or closed to it: the scan does', async () => {
    const root = await tempFolder();
    expect(watching(join(root, 'gone')).watcher.failure).toBeNull();
  });
});
