/** What a reader sees of the data themselves: only for reading, backups, a disk that refuses. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, spawnServer } from '../contract/hosts.ts';
import {
  beginNote,
  digests,
  expect,
  goTo,
  inBrowserOnly,
  openDigests,
  read,
  reader,
  row,
  rows,
  test,
  view,
} from './lectern.ts';

inBrowserOnly();

test('a second Lectern shows the data, follows the first, says why it only reads, and takes over', async ({
  lectern,
  browser,
}) => {
  const page = await openDigests(lectern);
  const second = await spawnServer(join(lectern.dir, 'data'), [digests]);
  const other = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  lectern.listenTo(other);
  await other.goto(second.address.href);
  const banner = other.getByRole('region', { name: 'Only for reading' });
  await expect(banner).toContainText('Another Lectern on this computer');
  await expect(row(other, 'Harbour')).toBeVisible();

  await row(other, 'Harbour').click();
  await other.keyboard.press('s');
  await expect(other.getByRole('alert').or(other.getByText(/open only for reading/))).toBeVisible();
  await expect(view(other, /^Starred$/)).toBeVisible();

  await read(page, 'Kite');
  await page.keyboard.press('s');
  await goTo(other, /^Starred/);
  await expect(row(other, 'Kite')).toBeVisible();

  await banner.getByRole('button', { name: 'Try again' }).click();
  await expect(other.getByText('It is still only for reading.')).toBeVisible();
  await lectern.end();
  await banner.getByRole('button', { name: 'Try again' }).click();
  await expect(banner).toBeHidden();
  await row(other, 'Kite').click();
  await other.keyboard.press('s');
  await expect(view(other, /^Starred$/)).toBeVisible();
  await other.context().close();
  expect(await second.end()).toBe(0);
});

test('all data go into one file and come back from it; the restore can be undone', async ({
  lectern,
}) => {
  const page = await openDigests(lectern);
  const note = () => reader(page).getByRole('textbox', { name: 'Note about this paper' });
  await read(page, 'Kite');
  await beginNote(page);
  await page.keyboard.insertText('여기까지 저장');
  await expect(reader(page).getByText('Saved')).toBeVisible();
  await page.keyboard.press('Escape');

  await page.keyboard.press('ControlOrMeta+,');
  await page.getByRole('tab', { name: 'Your data' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save all in one file…' }).click();
  const path = join(lectern.dir, 'backup.json');
  await (await download).saveAs(path);
  await page.getByRole('button', { name: 'Close' }).click();

  await read(page, 'Kite');
  await note().fill('망가진 메모');
  await expect(reader(page).getByText('Saved')).toBeVisible();

  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByRole('tab', { name: 'Your data' }).click();
  const torn = join(lectern.dir, 'torn.json');
  await writeFile(torn, (await readFile(path)).subarray(0, 200));
  const input = page.locator('input[type="file"]');
  await input.setInputFiles(torn);
  await expect(page.getByText('This is not a whole backup of Lectern')).toBeVisible();
  await input.setInputFiles(path);
  const question = page.getByRole('group', { name: 'Restore backup.json?' });
  await expect(question).toContainText('notes: 1');
  await question.getByRole('button', { name: 'Restore' }).click();
  await expect(page.getByRole('list', { name: 'Backups that are kept' })).toContainText(
    'before a restore',
  );
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(note()).toHaveText('여기까지 저장');
  await page.keyboard.press('z');
  await expect(note()).toHaveText('망가진 메모');
});

test('while the disk is full marks go back, typing stays and is saved once there is room', async ({
  lectern,
  browser,
}) => {
  const fault = join(lectern.dir, 'fault');
  const server = await spawnServer(join(lectern.dir, 'data'), [digests], {
    NODE_OPTIONS: `--import ${pathToFileURL(join(root, 'test/e2e/full-disk.js')).href}`,
    LECTERN_TEST_FAULT: fault,
  });
  const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await page.goto(server.address.href);
  await expect(rows(page)).toHaveCount(15);
  await read(page, 'Kite');
  await expect(row(page, 'Kite')).toBeVisible();

  await writeFile(fault, 'ENOSPC');
  await page.keyboard.press('s');
  await expect(page.getByText('The disk is full; nothing was changed.').first()).toBeVisible();
  await expect(view(page, /^Starred$/)).toBeVisible();
  await expect(row(page, 'Kite')).not.toContainText('Starred');
  await beginNote(page);
  await page.keyboard.insertText('가득 찬 디스크에 쓴 메모');
  await expect(reader(page).getByRole('status').first()).toContainText('The disk is full');
  const note = reader(page).getByRole('textbox', { name: 'Note about this paper' });
  await expect(note).toHaveText('가득 찬 디스크에 쓴 메모');

  await writeFile(fault, '');
  await expect(reader(page).getByText('Saved', { exact: true })).toBeVisible({ timeout: 30_000 });
  await page.reload();
  await goTo(page, /^With Notes/);
  await expect(reader(page).getByText('가득 찬 디스크에 쓴 메모')).toBeVisible();
  await page.context().close();
  expect(await server.end()).toBe(0);
  expect(await readdir(join(lectern.dir, 'data'))).toContain('state.json');
});
