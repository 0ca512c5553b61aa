import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { violations } from './axe.ts';
import { expect, goTo, inBrowserOnly, openDigests, read, rows, test, view } from './lectern.ts';

inBrowserOnly();

test('a bibliography becomes a list, and all data go out of one Lectern into another', async ({
  lectern,
}) => {
  const page = await openDigests(lectern);
  const bib = join(lectern.dir, '참고문헌.bib');
  await writeFile(
    bib,
    '@misc{kite, title = {Kite}, eprint = {2603.90211}}\n@misc{far, title = {Elsewhere}}\n@misc{none,}\n',
  );
  await page.keyboard.press('Control+i');
  const dialog = page.getByRole('dialog', { name: 'Import' });
  await dialog.locator('input[type=file]').setInputFiles(bib);
  await expect(dialog.getByRole('heading', { name: 'A BibTeX bibliography' })).toBeVisible();
  await expect(dialog).toContainText('One entry names no paper');
  await expect(dialog).toContainText('One paper is in no open folder');
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(view(page, /^참고문헌/)).toHaveAccessibleName(/1/);
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByText('List “참고문헌” created')).toBeVisible();

  await read(page, 'Kite');
  await page.keyboard.press('s');
  await goTo(page, /^Starred/);
  await expect(rows(page)).toHaveCount(1);
  await page.keyboard.press('Control+e');
  const out = page.getByRole('dialog', { name: 'Export' });
  await out.getByRole('radio', { name: 'All my data' }).check();
  const downloading = page.waitForEvent('download');
  await out.getByRole('button', { name: 'Save…' }).click();
  const file = join(lectern.dir, 'all.json');
  await (await downloading).saveAs(file);
  expect(await readFile(file, 'utf8')).toContain('참고문헌');
  await out.getByRole('button', { name: 'Close' }).click();
  await expect(out).toBeHidden();

  await rows(page).click();
  await page.keyboard.press('s');
  await goTo(page, /^All Papers/);
  await expect(rows(page)).toHaveCount(15);
  await goTo(page, /^Starred/);
  await expect(rows(page)).toHaveCount(0);
  await page.keyboard.press('Control+i');
  await dialog.locator('input[type=file]').setInputFiles(file);
  await expect(dialog.getByRole('heading', { name: 'Lectern’s data' })).toBeVisible();
  await dialog.getByRole('radio', { name: /^In the place of mine/ }).check();
  await dialog.getByRole('button', { name: 'Replace' }).click();
  await expect(dialog).toBeHidden();
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Redo' })).toBeVisible();
  // What was in the list stays until it is left.
  await goTo(page, /^All Papers/);
  await expect(rows(page)).toHaveCount(15);
  await goTo(page, /^Starred/);
  await expect(rows(page)).toHaveCount(0);
});
