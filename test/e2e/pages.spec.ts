import { expect, inBrowserOnly, openDigests, rows, selectedRow, test } from './lectern.ts';

inBrowserOnly();

test('a day is walked, read and marked from its page, without the mouse', async ({ lectern }) => {
  const page = await openDigests(lectern);
  const keys = page.keyboard;
  await keys.press('d');
  const day = page.locator('[data-pane="page"]');
  await expect(day.getByRole('heading', { level: 1 })).toHaveText('Tue, March 3, 2026');
  const count = await day.getByRole('article').count();
  await keys.press('ArrowLeft');
  await expect(day.getByRole('heading', { level: 1 })).toHaveText('Mon, March 2, 2026');
  await keys.press('ArrowRight');
  await expect(day.getByRole('article')).toHaveCount(count);
  await keys.press('j');
  const title = (await page.locator(':focus').textContent()) ?? '';
  await keys.press('m');
  await expect(day.getByRole('status')).toHaveText(`1 of ${count} papers read`);
  await keys.press('Shift+A');
  await expect(day.getByRole('status')).toHaveText(`${count} of ${count} papers read`);
  await keys.press('z');
  await expect(day.getByRole('status')).toHaveText(`1 of ${count} papers read`);
  await keys.press('Enter');
  await expect(day).toBeHidden();
  await expect(selectedRow(page)).toContainText(title);
  await expect(rows(page)).toHaveCount(count);
});

test('the calendar leads to a day, statistics tell what was read, Escape leads back', async ({
  lectern,
}) => {
  const page = await openDigests(lectern);
  const keys = page.keyboard;
  await keys.press('Shift+D');
  await expect(page.locator(':focus')).toHaveAccessibleName(
    /^Tue, March 3, 2026: \d+ papers, 0 read$/,
  );
  await keys.press('ArrowLeft');
  await keys.press('Enter');
  const pane = page.locator('[data-pane="page"]');
  await expect(pane.getByRole('heading', { level: 1 })).toHaveText('Mon, March 2, 2026');
  await keys.press('Shift+A');
  await keys.press('Shift+S');
  await expect(pane.getByRole('heading', { level: 1 })).toHaveText('Statistics');
  const byDay = pane.getByRole('region', { name: 'Papers read each day' });
  await byDay.getByText('As a table').click();
  await expect(byDay.getByRole('cell').first()).toHaveText(/^[1-9]$/);
  await pane.getByRole('button', { name: 'Weeks' }).click();
  await expect(pane.getByRole('region', { name: 'Papers read each week' })).toBeVisible();
  await keys.press('Escape');
  await expect(pane).toBeHidden();
  await expect(page.getByRole('listbox')).toBeFocused();
});
