import { expect, openDigests, rows, selectedRow, test } from './lectern.ts';

test('search goes through titles, authors and text, Korean inside words too', async ({
  lectern,
}) => {
  const page = await openDigests(lectern);
  await page.keyboard.press('/');
  const field = page.getByRole('combobox', { name: 'Search papers' });
  await expect(field).toBeFocused();
  for (const [words, title] of [
    ['학습으로', '강화학습으로 다듬은 요약'],
    ['alvarez', 'Loom'],
    ['전수 검색', '느린 검색의 미학'],
    ['mooring agents', 'Harbour'],
  ] as const) {
    await field.fill(words);
    await expect(rows(page)).toHaveCount(1);
    await expect(rows(page)).toContainText(title);
  }
  await field.press('Enter');
  await expect(selectedRow(page)).toContainText('Harbour');
  await page.keyboard.press('/');
  await field.fill('nothing has this');
  await expect(page.getByText('Nothing found')).toBeVisible();
  await field.press('Escape');
  await expect(field).toHaveValue('');
  await expect(rows(page)).toHaveCount(15);
});
