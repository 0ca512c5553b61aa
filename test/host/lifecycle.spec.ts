import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { cp, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import type { AppEvent } from '../../src/shared/contract.ts';
import type { Page } from '@playwright/test';
import { commands } from '../../src/shared/commands.ts';
import { plainChoice } from '../../src/shared/export-formats.ts';
import { ask, digests, entry, expect, test } from './host.ts';
import type { MenuDescription } from './fake-electron/fake-electron.ts';

declare global {
  var events: AppEvent[];
}

/** Every event that the page is told from now on. */
async function listen(page: Page): Promise<() => Promise<readonly AppEvent[]>> {
  await page.evaluate(() => {
    globalThis.events = [];
    lectern.listen((event) => events.push(event));
  });
  return () => page.evaluate(() => globalThis.events);
}

const all = {
  view: { kind: 'all' },
  search: '',
  sort: 'auto',
  descending: true,
  group: 'none',
  unreadOnly: false,
};

async function rows(page: Page) {
  const opened = await ask(page, 'query.open', { query: all, keep: null, locate: null });
  if (!opened.ok) throw new Error(opened.error.message);
  const { result, total } = opened.value as { result: string; total: number };
  if (total === 0) return [];
  const answer = await ask(page, 'query.rows', { result, offset: 0, limit: 500 });
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value as { id: string; read: boolean; title: string }[];
}

test('SIGTERM saves everything: marks and notes are there at the next start', async ({
  launch,
}) => {
  const first = await launch();
  const page = await first.page();
  expect(await ask(page, 'folders.open', { path: digests })).toMatchObject({ ok: true });
  await expect.poll(async () => (await rows(page)).length).toBeGreaterThan(5);
  const [paper] = await rows(page);
  if (paper === undefined) throw new Error('no paper');
  const changes = [
    { kind: 'read', papers: [paper.id], value: true },
    { kind: 'note', paper: paper.id, text: '좋은 논문 & good' },
  ];
  for (const change of changes) {
    expect(await ask(page, 'state.change', { change })).toMatchObject({ ok: true });
  }
  await first.quit();
  expect(first.errorBoxes).toEqual([]);

  const second = await launch();
  const again = await second.page();
  await expect.poll(async () => (await rows(again)).length).toBeGreaterThan(5);
  expect(await ask(again, 'paper.read', { paper: paper.id })).toMatchObject({
    ok: true,
    value: { read: true, note: { text: '좋은 논문 & good' } },
  });
  second.kill('SIGINT');
  expect(await second.exited).toBe(0);
  expect(second.output).toBe('');
});

test('closing the window ends the app', async ({ launch }) => {
  const app = await launch();
  await app.page();
  await app.rpc.call('window.close', 1);
  expect(await app.exited).toBe(0);
});

test('a folder named at the start is asked of the page, once it listens', async ({
  launch,
  dir,
}) => {
  await cp(digests, join(dir, 'papers'), { recursive: true });
  const app = await launch({ args: [join(dir, 'papers')], machine: { packaged: false } });
  const page = await app.page();
  await expect.poll(async () => (await rows(page)).length).toBeGreaterThan(5);
});

test('a second start shows the first window, hands its folder over and ends', async ({
  launch,
  dir,
}) => {
  const app = await launch();
  const page = await app.page();
  const heard = await listen(page);
  await mkdir(join(dir, 'more'));
  const second = await launch({ args: [join(dir, 'more')] });
  expect(await second.exited).toBe(0);
  expect(second.pages).toEqual([]);
  await expect.poll(heard).toContainEqual({
    type: 'command',
    command: 'folder.openPath',
    argument: join(dir, 'more'),
  });
  expect(app.focused).toEqual([1]);
  expect(await app.windows()).toHaveLength(1);
});

test('a minimized window is brought back by a second start', async ({ launch }) => {
  const app = await launch();
  await app.page();
  await app.rpc.call('window.arrange', { id: 1, minimized: true });
  const second = await launch();
  expect(await second.exited).toBe(0);
  await expect.poll(() => app.focused).toEqual([1]);
  expect(await app.windows()).toMatchObject([{ minimized: false }]);
});

test('a folder that the system opens is opened, with the app and while it runs', async ({
  launch,
  dir,
}) => {
  const [first, second] = [join(dir, 'first'), join(dir, 'second')];
  for (const folder of [first, second]) await cp(digests, folder, { recursive: true });
  const app = await launch({ machine: { openFile: first } });
  const page = await app.page();
  await expect(page.getByRole('treeitem', { name: /^first/ })).toBeVisible();
  expect(await app.rpc.call('open-file', second)).toBe(true);
  await expect(page.getByRole('treeitem', { name: /^second/ })).toBeVisible();
});

test('what was asked of a slow disk when the app is ended is waited for', async ({
  launch,
  dir,
}) => {
  const slowDisk = pathToFileURL(join(import.meta.dirname, 'slow-disk.js')).href;
  const app = await launch({ env: { NODE_OPTIONS: `--import ${slowDisk}` } });
  const page = await app.page();
  const change = { kind: 'note', paper: 'arxiv:2402.00001', text: '느린 디스크' };
  // Asked, and not yet answered.
  await page.evaluate((asked) => void lectern.call('state.change', { change: asked }), change);
  app.kill('SIGTERM');
  expect(await app.exited).toBe(0);
  expect(app.errorBoxes).toEqual([]);
  expect(await readFile(join(dir, 'data/state.json'), 'utf8')).toContain('느린 디스크');
});

test('data that the browser host has open are shown only for reading, with a word', async ({
  launch,
  dir,
}) => {
  const cli = join(entry, '../lectern.js');
  const browserHost = spawn(process.execPath, [cli, 'serve', '--no-open'], {
    env: { ...process.env, LECTERN_DATA: join(dir, 'data') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    await once(browserHost.stdout, 'data');
    const app = await launch({ machine: { locale: 'ko' } });
    const page = await app.page();
    await expect(page.getByRole('region', { name: '읽기 전용' })).toBeVisible();
    expect(app.errorBoxes).toEqual([]);
  } finally {
    browserHost.kill('SIGTERM');
    await once(browserHost, 'exit');
  }
});

function flatten(items: readonly MenuDescription[]): readonly MenuDescription[] {
  return items.flatMap((item) => [item, ...flatten(item.items)]);
}

test('the native menu holds every command and sends it to the page', async ({ launch }) => {
  const app = await launch();
  const page = await app.page();
  const ids = flatten(await app.menu()).map((item) => item.id);
  for (const { id } of commands) {
    if (id !== 'folder.openPath') expect(ids, id).toContain(id);
  }
  const heard = await listen(page);
  await app.rpc.call('menu.choose', 'paper.star');
  await expect
    .poll(heard)
    .toContainEqual({ type: 'command', command: 'paper.star', argument: null });
});

test('menu and theme follow the settings; closed folders come into the menu', async ({
  launch,
}) => {
  const app = await launch();
  const page = await app.page();
  const labels = async () => flatten(await app.menu()).map((item) => item.label);
  expect(await labels()).toContain('Open Folder…');
  const change = { kind: 'settings', patch: { language: 'ko', theme: 'dark' } };
  expect(await ask(page, 'state.change', { change })).toMatchObject({ ok: true });
  await expect.poll(labels).toContain('폴더 열기…');
  await expect
    .poll(() => page.evaluate(`matchMedia('(prefers-color-scheme: dark)').matches`))
    .toBe(true);

  const opened = await ask(page, 'folders.open', { path: digests });
  if (!opened.ok) throw new Error(opened.error.message);
  const { id } = opened.value as { id: string };
  expect(await ask(page, 'folders.close', { folder: id })).toMatchObject({ ok: true });
  await expect.poll(labels).toContain(digests);
  const heard = await listen(page);
  await app.rpc.call('menu.choose', digests);
  await expect.poll(heard).toContainEqual({
    type: 'command',
    command: 'folder.openPath',
    argument: digests,
  });
});

test('the folder dialog, the save dialog and the clipboard are the desktop’s', async ({
  launch,
  dir,
}) => {
  const target = join(dir, 'documents/list.md');
  const app = await launch({
    dialog: ({ kind }) =>
      kind === 'open'
        ? { canceled: false, filePaths: [digests] }
        : { canceled: false, filePath: target },
  });
  const page = await app.page();
  expect(await ask(page, 'host.info')).toMatchObject({
    ok: true,
    value: { host: 'electron', dataDir: join(dir, 'data') },
  });
  expect(await ask(page, 'host.chooseFolder')).toEqual({ ok: true, value: { path: digests } });
  expect(await ask(page, 'host.copyText', { text: '논문' })).toMatchObject({ ok: true });
  expect(app.copied).toEqual(['논문']);
  const saved = await ask(page, 'host.saveFile', {
    name: '../../list.md',
    text: '# 목록\n',
    encoding: 'utf8',
  });
  expect(saved).toEqual({ ok: true, value: { path: target } });
  expect(await readFile(target, 'utf8')).toBe('# 목록\n');
  expect(app.dialogs).toMatchObject([
    { kind: 'open', modal: true, options: { properties: ['openDirectory'] } },
    { kind: 'save', modal: true, options: { defaultPath: target } },
  ]);
});

test('an archive is saved byte by byte, and the folder of a kept export is shown, but no other', async ({
  launch,
  dir,
}) => {
  const target = join(dir, 'papers.zip');
  const app = await launch({ dialog: () => ({ canceled: false, filePath: target }) });
  const page = await app.page();
  expect(await ask(page, 'folders.open', { path: digests })).toMatchObject({ ok: true });
  const choice = { ...plainChoice('obsidian', 'en'), separate: true };
  const papers = ['arxiv:2603.90201', 'arxiv:2603.90211'];
  await expect
    .poll(() => ask(page, 'paper.addresses', { papers }))
    .toMatchObject({ value: [expect.stringContaining('90201'), expect.stringContaining('90211')] });
  const rendered = await ask(page, 'export.render', {
    source: { kind: 'papers', papers },
    choice,
    title: 'Zip',
    limit: null,
  });
  const { text } = (rendered as { value: { text: string } }).value;
  const file = { name: 'papers.zip', text, encoding: 'base64' };
  expect(await ask(page, 'host.saveFile', file)).toEqual({ ok: true, value: { path: target } });
  const saved = await readFile(target);
  expect(saved.equals(Buffer.from(text, 'base64'))).toBe(true);
  expect(Object.keys(unzipSync(saved))).toHaveLength(2);

  const folder = join(dir, 'vault');
  await mkdir(folder);
  const kept = { id: randomUUID(), query: all, title: 'All', choice, folder, file: '' };
  expect(await ask(page, 'kept.put', { kept })).toMatchObject({ ok: true });
  expect(await ask(page, 'host.showFolder', { path: folder })).toMatchObject({ ok: true });
  expect(await ask(page, 'host.showFolder', { path: dir })).toMatchObject({
    error: { code: 'forbidden' },
  });
  expect(app.openedPaths).toEqual([folder]);
});

test('nothing is saved into an opened digest folder', async ({ launch, dir }) => {
  const folder = join(dir, 'papers');
  await cp(digests, folder, { recursive: true });
  const target = join(folder, 'export.md');
  const app = await launch({ dialog: () => ({ canceled: false, filePath: target }) });
  const page = await app.page();
  expect(await ask(page, 'folders.open', { path: folder })).toMatchObject({ ok: true });
  expect(
    await ask(page, 'host.saveFile', { name: 'export.md', text: 'x', encoding: 'utf8' }),
  ).toMatchObject({
    ok: false,
    error: { code: 'inside-digest-folder' },
  });
});

test('dialogs that are cancelled answer null', async ({ launch }) => {
  const app = await launch();
  const page = await app.page();
  expect(await ask(page, 'host.chooseFolder')).toEqual({ ok: true, value: null });
  expect(await ask(page, 'host.saveFile', { name: 'a.md', text: '', encoding: 'utf8' })).toEqual({
    ok: true,
    value: null,
  });
});

test('a dropped folder tells its path', async ({ launch }) => {
  const app = await launch({ droppedPaths: { papers: '/home/me/papers' } });
  const page = await app.page();
  const paths = await page.evaluate(() => [
    lectern.pathOf(new File([], 'papers')),
    lectern.pathOf(new File(['x'], 'made-by-the-page')),
  ]);
  expect(paths).toEqual(['/home/me/papers', '']);
});
