import { expect, openDigests, read, reader, rows, selectedRow, test, view } from './lectern.ts';

test('focus mode shows only the paper, and Escape goes back to where one was', async ({
  lectern,
}) => {
  const page = await openDigests(lectern);
  await read(page, 'Harbour');
  await page.keyboard.press('f');
  await expect(page.getByRole('listbox')).toBeHidden();
  await expect(view(page, /^All Papers/)).toBeHidden();
  await expect(reader(page).getByRole('document')).toBeFocused();
  await page.keyboard.press('j');
  await expect(reader(page).getByRole('heading', { level: 1 })).not.toContainText('Harbour');
  await page.keyboard.press('k');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toBeFocused();
  await expect(selectedRow(page)).toBeInViewport();
  await expect(selectedRow(page)).toContainText('Harbour');
  await reader(page).getByRole('button', { name: 'Only the paper' }).click();
  await reader(page).getByRole('button', { name: 'Back to the list' }).click();
  await expect(view(page, /^All Papers/)).toBeVisible();
});

test('finds words in the paper, with their count, round and round', async ({ lectern }) => {
  const page = await openDigests(lectern);
  await expect(selectedRow(page)).toContainText('Long Shadows');
  await page.keyboard.press('Control+Shift+F');
  const field = reader(page).getByRole('searchbox', { name: 'Find in this paper' });
  await expect(field).toBeFocused();
  await field.fill('observation 4');
  const place = reader(page).getByRole('search').getByRole('status');
  await expect(place).toHaveText('1 of 2');
  await expect(reader(page).getByText('Observation 4:')).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(place).toHaveText('2 of 2');
  await expect(reader(page).getByText('Observation 40:')).toBeInViewport();
  await page.keyboard.press('Control+g');
  await expect(place).toHaveText('1 of 2');
  await page.keyboard.press('Shift+Enter');
  await expect(place).toHaveText('2 of 2');
  const painted = `[...CSS.highlights.get('find')].length + ',' + [...CSS.highlights.get('find-current')].length`;
  expect(await page.evaluate(painted)).toBe('2,1');
  await field.fill('no such words');
  await expect(place).toHaveText('Not found');
  await field.fill('observation 40');
  await page.keyboard.press('Escape');
  await expect(field).toBeHidden();
  await expect(reader(page).getByRole('document')).toBeFocused();
  expect(await page.evaluate('getSelection().toString()')).toBe('Observation 40');
  expect(await page.evaluate(painted)).toBe('0,0');
});

test('a small window keeps list and paper, and the sidebar comes out over them', async ({
  lectern,
}) => {
  const page = await openDigests(lectern);
  await page.setViewportSize({ width: 800, height: 600 });
  await expect(view(page, /^All Papers/)).toBeHidden();
  await expect(reader(page)).toBeVisible();
  await page.keyboard.press('Control+1');
  await expect(view(page, /^Unread/)).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('heading', { name: 'Starred', level: 1 })).toBeAttached();
  await page.keyboard.press('Escape');
  await expect(view(page, /^Unread/)).toBeHidden();
  await page.getByRole('button', { name: 'Show the sidebar' }).click();
  await view(page, /^All Papers/).click();
  await expect(view(page, /^All Papers/)).toBeHidden();
  await expect(page.getByRole('status').filter({ hasText: '15 papers' })).toBeVisible();
});

test('with room for one pane, list and paper take turns', async ({ lectern }) => {
  const page = await openDigests(lectern);
  await page.setViewportSize({ width: 480, height: 600 });
  await expect(reader(page)).toBeHidden();
  await expect(rows(page).first()).toBeVisible();
  await read(page, 'Kite');
  await expect(page.getByRole('listbox')).toBeHidden();
  await reader(page).getByRole('button', { name: 'Back to the list' }).click();
  await expect(page.getByRole('listbox')).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('Space');
  await expect(reader(page).getByRole('heading', { level: 1 })).toContainText('Harbour');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toBeFocused();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(480);
});
