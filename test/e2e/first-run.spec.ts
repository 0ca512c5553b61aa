import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digests, expect, inBrowserOnly, reader, rows, test, view } from './lectern.ts';

test('the first screen has one thing to do, and the samples beside it', async ({ lectern }) => {
  const page = await lectern.start();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Read what matters, every morning',
  );
  await page.getByRole('button', { name: 'Try the sample digests' }).click();
  await expect(rows(page).first()).toBeVisible();
  await expect(reader(page).getByRole('heading', { level: 1 })).not.toBeEmpty();
  await expect(page.getByRole('button', { name: 'Problems' })).toHaveCount(0);
});

test('what was opened is open at the next start', async ({ lectern }) => {
  let page = await lectern.start();
  await page.getByRole('button', { name: 'Try the sample digests' }).click();
  await expect(rows(page).first()).toBeVisible();
  const count = await rows(page).count();
  page = await lectern.start();
  await expect(rows(page)).toHaveCount(count);
});

test.describe('a folder opened by its path', () => {
  inBrowserOnly();

  test('is completed while it is typed', async ({ lectern }) => {
    const page = await lectern.start();
    await page.getByRole('button', { name: 'Open a folder…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Open a folder' });
    const field = dialog.getByRole('combobox', { name: 'Path of a folder with digests' });
    await expect(field).toBeFocused();
    await field.fill(digests.slice(0, -3));
    await expect(dialog.getByRole('option', { name: digests })).toBeVisible();
    await field.press('Tab');
    await expect(field).toHaveValue(`${digests}/`);
    await expect(dialog.getByRole('option', { name: join(digests, '2026') })).toBeVisible();
    await field.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(rows(page)).toHaveCount(15);
    await expect(view(page, /^digests/)).toBeVisible();
  });

  test('says what is wrong with it, and keeps what was typed', async ({ lectern }) => {
    const page = await lectern.start();
    const missing = join(lectern.dir, 'missing');
    await page.getByRole('button', { name: 'Open a folder…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Open a folder' });
    const field = dialog.getByRole('combobox');
    await field.fill(missing);
    await expect(dialog.getByText('No folder begins like this.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Open', exact: true }).click();
    await expect(page.getByText('There is no such folder.')).toBeVisible();
    await expect(field).toHaveValue(missing);
    const file = join(lectern.dir, 'file.md');
    await writeFile(file, 'x');
    await field.fill(file);
    await field.press('Enter');
    await expect(page.getByText('This is a file, not a folder.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByRole('button', { name: 'Try the sample digests' })).toBeVisible();
  });

  test('may hold nothing, and says so', async ({ lectern }) => {
    const empty = join(lectern.dir, 'empty');
    await mkdir(empty);
    const page = await lectern.start(empty);
    await expect(page.getByText('No papers in this folder')).toBeVisible();
  });
});

test.describe('in Korean', () => {
  test.use({ locale: 'ko-KR' });
  inBrowserOnly();

  test('speaks the reader’s language', async ({ lectern }) => {
    const page = await lectern.start();
    await expect(page.getByRole('button', { name: '폴더 열기…' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  });
});

test.describe('the address of the browser host', () => {
  inBrowserOnly();

  test('gives up its token, and the page stays open after a reload', async ({ lectern }) => {
    const page = await lectern.start(digests);
    await expect(rows(page)).toHaveCount(15);
    expect(new URL(page.url()).hash).toBe('');
    await page.reload();
    await expect(rows(page)).toHaveCount(15);
  });
});
