/** Where the reader's data live: moved, merged with what a sync service brings, restored, and read when they are newer. */
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { checksum } from '../../src/core/state/checksum.ts';
import { spawnServer, type Server } from '../contract/hosts.ts';
import {
  digests,
  expect,
  goTo,
  inBrowserOnly,
  read,
  reader,
  row,
  rows,
  test,
  view,
} from './lectern.ts';

inBrowserOnly();

interface Started {
  readonly page: Page;
  readonly server: Server;
  end(): Promise<void>;
}

/** A browser host whose data are where they are by default, below a folder of the test. */
async function start(browser: Browser, base: string): Promise<Started> {
  const server = await spawnServer('', [digests], { XDG_CONFIG_HOME: base });
  const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await page.goto(server.address.href);
  await expect(rows(page).first()).toBeVisible();
  return {
    page,
    server,
    async end() {
      await page.context().close();
      expect(await server.end()).toBe(0);
    },
  };
}

async function openData(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByRole('tab', { name: 'Your data' }).click();
}

async function moveTo(page: Page, dir: string): Promise<void> {
  await page.getByRole('button', { name: 'Move…' }).click();
  await page.getByRole('textbox', { name: 'Move to this folder' }).fill(dir);
  await page.getByRole('button', { name: 'Move', exact: true }).click();
}

async function star(page: Page, title: string): Promise<void> {
  await read(page, title);
  await page.keyboard.press('s');
  await expect(row(page, title)).toContainText('Starred');
}

/** Leaves data with one star, whose Lectern has ended. */
async function leaveStarred(browser: Browser, base: string, title: string): Promise<void> {
  const lectern = await start(browser, base);
  await star(lectern.page, title);
  await lectern.end();
}

test('data move to another folder, never into digests, and merge with what is there only when asked', async ({
  lectern,
  browser,
}) => {
  const [home, other] = [join(lectern.dir, 'one'), join(lectern.dir, 'two')];
  const shared = join(lectern.dir, 'Dropbox');
  const first = await start(browser, home);
  await star(first.page, 'Kite');
  await openData(first.page);
  await moveTo(first.page, digests);
  await expect(first.page.getByText('Lectern never writes into a digest folder')).toBeVisible();
  await first.page.getByRole('textbox', { name: 'Move to this folder' }).fill(shared);
  await first.page.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(first.page.getByText(`Your data are now in ${shared}.`)).toBeVisible();
  await first.end();
  expect(await readdir(shared)).toContain('state.json');
  expect((await readdir(digests)).filter((name) => name.startsWith('state'))).toEqual([]);

  const second = await start(browser, other);
  await star(second.page, 'Harbour');
  await openData(second.page);
  await moveTo(second.page, shared);
  const question = second.page.getByRole('group', { name: /There are data of Lectern/ });
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(question).toBeHidden();
  await moveTo(second.page, shared);
  await question.getByRole('button', { name: 'Merge them' }).click();
  await expect(second.page.getByText(`Your data are now in ${shared}.`)).toBeVisible();
  await second.page.getByRole('button', { name: 'Close' }).click();
  await goTo(second.page, /^Starred/);
  await expect(rows(second.page)).toHaveCount(2);
  await second.end();
});

test('a conflict copy is merged with a word; a daily backup is restored', async ({
  lectern,
  browser,
}) => {
  const home = join(lectern.dir, 'here');
  const dir = join(home, 'Lectern/reader');
  await leaveStarred(browser, home, 'Kite');
  await leaveStarred(browser, join(lectern.dir, 'elsewhere'), 'Harbour');
  const theirs = join(lectern.dir, 'elsewhere/Lectern/reader/state.json');
  await cp(theirs, join(dir, "state (reader's conflicted copy 2026-11-25).json"));

  const second = await start(browser, home);
  const { page } = second;
  await goTo(page, /^Starred/);
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'Problems' }).click();
  const problems = page.getByRole('dialog', { name: 'Problems' });
  await expect(
    problems.getByRole('heading', { name: 'Changes of another computer were merged' }),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(problems).toBeHidden();

  await openData(page);
  const kept = page.getByRole('list', { name: 'Backups that are kept' });
  await kept
    .getByRole('listitem')
    .filter({ hasText: 'daily' })
    .getByRole('button', { name: /Restore the backup/ })
    .click();
  const restore = page.getByRole('group', { name: /^Restore / });
  // Made when the folder was opened, the first thing that changed that day.
  await expect(restore).toContainText('0 starred');
  await restore.getByRole('button', { name: 'Restore' }).click();
  await expect(kept).toContainText('before a restore');
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(view(page, /^Starred$/)).toBeVisible();
  await second.end();
});

test('data of a newer Lectern are shown, explained, and left as they are; a note cannot be written', async ({
  lectern,
  browser,
}) => {
  const home = join(lectern.dir, 'here');
  const dir = join(home, 'Lectern/reader');
  await leaveStarred(browser, home, 'Kite');
  await makeNewer(dir);
  const before = await readFile(join(dir, 'state.json'), 'utf8');

  const second = await start(browser, home);
  const { page } = second;
  const banner = page.getByRole('region', { name: 'Only for reading' });
  await expect(banner).toContainText('written by a newer Lectern (format 99)');
  await goTo(page, /^Starred/);
  await read(page, 'Kite');
  await page.keyboard.press('n');
  await expect(page.getByText(/Your data are open only for reading/).first()).toBeVisible();
  await expect(reader(page).getByRole('button', { name: 'Write', exact: true })).toBeDisabled();
  await expect(reader(page).getByRole('textbox')).toHaveCount(0);
  await page.keyboard.press('s');
  await expect(rows(page)).toHaveCount(1);
  await expect(row(page, 'Kite')).toContainText('Starred');
  await second.end();
  expect(await readFile(join(dir, 'state.json'), 'utf8')).toBe(before);
});

/** Makes a snapshot one of a format that is not there yet, its checksum right. */
async function makeNewer(dir: string): Promise<void> {
  const path = join(dir, 'state.json');
  const [, body = ''] = (await readFile(path, 'utf8')).split('\n');
  const head = `"version":99,"checksum":"${checksum('99\n', body)}"`;
  await writeFile(path, `{"format":"lectern-state",${head},"data":\n${body}\n}\n`);
}
