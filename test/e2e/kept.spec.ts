import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { violations } from './axe.ts';
import { expect, goTo, inBrowserOnly, openDigests, read, rows, test } from './lectern.ts';

inBrowserOnly();

test('a folder follows what is starred, and a file changed there is kept', async ({ lectern }) => {
  const tex = join(lectern.dir, 'tex');
  await mkdir(tex);
  const bib = (): Promise<string> => readFile(join(tex, 'references.bib'), 'utf8');
  const page = await openDigests(lectern);
  await read(page, 'Kite');
  await page.keyboard.press('s');
  await goTo(page, /^Starred/);
  await expect(rows(page)).toHaveCount(1);
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('radio', { name: 'BibTeX', exact: true }).check();
  await dialog.getByRole('button', { name: 'Keep Up to Date…' }).click();
  const keep = page.getByRole('dialog', { name: 'Keep a folder up to date' });
  await keep.getByRole('combobox', { name: 'Folder' }).fill(tex);
  await expect(keep.getByRole('textbox', { name: 'File name' })).toHaveValue('references.bib');
  expect(await violations(page)).toEqual([]);
  await keep.getByRole('button', { name: 'Keep Up to Date' }).click();
  await expect(keep).toBeHidden();
  expect(await bib()).toContain('2603.90211');

  await writeFile(join(tex, 'references.bib'), '% by hand');
  await goTo(page, /^All Papers/);
  await expect(rows(page)).toHaveCount(15);
  await read(page, 'Harbour');
  await page.keyboard.press('s');
  await expect(page.getByText(/^You had changed a kept file/)).toBeVisible({ timeout: 15_000 });
  expect((await bib()).match(/^@/gm)).toHaveLength(2);
  const aside = (await readdir(tex)).find((name) => name.startsWith('references (edited'));
  expect(await readFile(join(tex, aside ?? ''), 'utf8')).toBe('% by hand');

  await page.keyboard.press('Control+,');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('tab', { name: 'Exports' }).click();
  const list = settings.getByRole('list', { name: 'Folders kept up to date' });
  await expect(list).toContainText('1 file, last changed');
  expect(await violations(page)).toEqual([]);
  await list.getByRole('button', { name: /^Keep no longer/ }).click();
  await expect(settings).toContainText('There is none yet.');
  expect(await readdir(tex)).toHaveLength(2);
});
