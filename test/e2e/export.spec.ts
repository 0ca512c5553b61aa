import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { beginNote, expect, goTo, inBrowserOnly, openDigests, read, test } from './lectern.ts';

inBrowserOnly();

async function openExport(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expect(dialog).toBeVisible();
  return dialog;
}

test('a view is saved as a Markdown file, notes included when asked for', async ({ lectern }) => {
  const page = await openDigests(lectern);
  await read(page, 'Kite');
  await page.keyboard.press('s');
  await beginNote(page);
  await page.keyboard.insertText('읽을 것');
  await expect(page.getByText('Saved')).toBeVisible();
  await goTo(page, /^Starred/);
  const dialog = await openExport(page);
  await expect(dialog).toContainText('Starred: 1 paper');
  await dialog.getByRole('checkbox', { name: 'With my notes' }).check();
  const downloading = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save…' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/\.md$/);
  const text = await readFile(await download.path(), 'utf8');
  expect(text).toContain('Kite: Thin Adapters in Strong Wind');
  expect(text).toContain('https://arxiv.org/abs/2603.90211');
  expect(text).toContain('읽을 것');
  expect(text).not.toContain('Harbour');
  await expect(dialog.getByRole('status')).toContainText(download.suggestedFilename());
});

test('a day is copied as BibTeX', async ({ lectern }) => {
  const page = await openDigests(lectern);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await goTo(page, /^2 Mon/);
  const dialog = await openExport(page);
  await dialog.getByRole('radio', { name: 'BibTeX', exact: true }).check();
  await dialog.getByRole('button', { name: 'Copy' }).click();
  await expect(dialog.getByRole('status')).toHaveText('3 papers copied.');
  const text = await page.evaluate<string>('navigator.clipboard.readText()');
  expect(text.match(/^@/gm)).toHaveLength(3);
  expect(text).toContain('2603.90201');
});
