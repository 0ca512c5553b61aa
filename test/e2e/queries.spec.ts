import type { Locator, Page } from '@playwright/test';
import { expect, goTo, openDigests, reader, rows, selectedRow, test } from './lectern.ts';

const field = (page: Page): Locator => page.getByRole('combobox', { name: 'Search papers' });
const options = (page: Page): Locator =>
  page.getByRole('listbox', { name: 'What can be typed' }).getByRole('option');

/** The texts that the search has marked, wherever they are on screen. The tests know no DOM types. */
const marked = (page: Page): Promise<readonly string[]> =>
  page.evaluate<string[]>(`[...(CSS.highlights.get('search') ?? [])].map(String)`);

/** Types a search, and expects these papers, in this order. */
async function finds(page: Page, text: string, ...titles: readonly string[]): Promise<void> {
  await field(page).fill(text);
  await expect(rows(page).locator('.title')).toHaveText(titles.map((title) => new RegExp(title)));
}

test('operators in English and Korean narrow the list, and may be joined', async ({ lectern }) => {
  const page = await openDigests(lectern);
  await goTo(page, /^All Papers/);
  await finds(page, 'author:문가람', 'Long Shadows');
  await finds(page, 'title:요약', '강화학습');
  await finds(page, '저자:문가람', 'Long Shadows');
  await finds(page, 'ㄱㅎㅎㅅ', '강화학습');
  await finds(page, 'votes:>40 date:2026-02-04', 'Loom');
  await finds(page, '추천:17 제목:요약 OR author:문가람', 'Long Shadows', '강화학습');
  await finds(page, '(강화학습 | kite) -author:이도윤', 'Kite');
  await field(page).fill('');
  await expect(rows(page)).toHaveCount(15);
});

test('what a search looks for is marked in the list and in the paper', async ({ lectern }) => {
  const page = await openDigests(lectern);
  await goTo(page, /^All Papers/);
  await finds(page, '강화학습 ㅂㅅ', '강화학습');
  await expect(reader(page).getByRole('heading', { level: 1 })).toContainText('강화학습');
  await expect.poll(async () => new Set(await marked(page))).toEqual(new Set(['강화학습', '보상']));
  await finds(page, 'loom', 'Loom');
  await expect(reader(page).locator('.katex').first()).toBeVisible();
  await expect.poll(async () => (await marked(page)).length).toBeGreaterThan(2);
  expect(new Set((await marked(page)).map((text) => text.toLowerCase()))).toEqual(
    new Set(['loom']),
  );
  await field(page).press('Escape');
  await expect.poll(() => marked(page)).toEqual([]);
});

test('operators and their values are completed by keyboard', async ({ lectern }) => {
  const page = await openDigests(lectern);
  await goTo(page, /^All Papers/);
  await page.keyboard.press('/');
  await expect(options(page)).toHaveCount(9);
  await page.keyboard.type('lora');
  await expect(options(page)).toHaveCount(0);
  await field(page).fill('');
  await page.keyboard.type('vo');
  await page.keyboard.press('ArrowDown');
  await expect(field(page)).toHaveAttribute('aria-activedescendant', /-0$/);
  await page.keyboard.press('Enter');
  await expect(field(page)).toHaveValue('votes:');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(options(page).nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(field(page)).toHaveValue('votes:>20 ');
  await expect(rows(page)).toHaveCount(6);
  await page.keyboard.type('is:st');
  await page.keyboard.press('Tab');
  await expect(field(page)).toHaveValue('votes:>20 is:starred ');
  await expect(page.getByText('Nothing found')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(field(page)).toHaveValue('');
});

test('a mistake is told calmly, and a word in the other layout is proposed', async ({
  lectern,
}) => {
  const page = await openDigests(lectern);
  await goTo(page, /^All Papers/);
  const notes = page.getByRole('region', { name: 'Papers' }).getByRole('status');
  await finds(page, '강화학습 is:blue', '강화학습');
  await expect(notes.filter({ hasText: 'does not take “blue”' })).toBeVisible();
  await finds(page, '강화학습 list:nowhere', '강화학습');
  await expect(notes.filter({ hasText: 'No list is called “nowhere”' })).toBeVisible();
  await field(page).fill('rkdghkgkrtmq');
  await page.getByRole('button', { name: '강화학습' }).click();
  await expect(field(page)).toHaveValue('강화학습');
  await expect(rows(page)).toHaveCount(1);
  await field(page).fill('ㅣㅐㅐㅡ');
  await expect(page.getByRole('button', { name: 'loom' })).toBeVisible();
});

test('a search kept as a smart list holds what it finds, and follows the reader', async ({
  lectern,
}) => {
  const page = await openDigests(lectern);
  await goTo(page, /^Unread/);
  await field(page).fill('votes:>20');
  await expect(rows(page)).toHaveCount(6);
  await page.getByRole('button', { name: 'Keep this search as a smart list' }).click();
  await expect(page.getByRole('treeitem', { name: /^votes:>20/ })).toHaveAccessibleName(/6/);
  await goTo(page, /^votes:>20/);
  await expect(rows(page)).toHaveCount(6);
  await page.keyboard.press('m');
  await expect(page.getByRole('treeitem', { name: /^votes:>20/ })).toHaveAccessibleName(/5/);
  // What was just read stays until the list is left.
  await expect(rows(page)).toHaveCount(6);
  await goTo(page, /^All Papers/);
  await goTo(page, /^votes:>20/);
  await expect(rows(page)).toHaveCount(5);
  await goTo(page, /^All Papers/);
  await field(page).fill('list:votes');
  await expect(rows(page)).toHaveCount(5);
});

test('groups have headings that the keyboard passes over, and are remembered', async ({
  lectern,
}) => {
  const page = await openDigests(lectern);
  await goTo(page, /^All Papers/);
  await page.getByRole('button', { name: 'Sort' }).click();
  await page.getByRole('menuitemradio', { name: 'By day' }).click();
  const headings = page.getByRole('region', { name: 'Papers' }).locator('[aria-hidden] > .count');
  await expect(headings.first()).toHaveText('2');
  await page.getByRole('region', { name: 'Papers' }).getByRole('listbox').focus();
  await page.keyboard.press('Home');
  await expect(selectedRow(page)).toHaveAccessibleName(/March 3, 2026/);
  for (let step = 1; step < 15; step += 1) await page.keyboard.press('ArrowDown');
  await expect(selectedRow(page)).toHaveAttribute('aria-posinset', '15');
  await page.reload();
  await goTo(page, /^All Papers/);
  await expect(headings.first()).toHaveText('2');
  await page.getByRole('button', { name: 'Sort' }).click();
  await page.getByRole('menuitemradio', { name: 'By votes' }).click();
  await expect(rows(page).first()).toHaveAccessibleName(/50–99 votes/);
  await page.getByRole('button', { name: 'Sort' }).click();
  await page.getByRole('menuitemradio', { name: 'Date added' }).click();
  await expect(page.getByText('15 papers')).toBeVisible();
});
