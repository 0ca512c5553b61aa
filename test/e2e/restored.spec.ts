import type { Locator, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  digests,
  expect,
  goTo,
  inBrowserOnly,
  openDigests,
  read,
  reader,
  row,
  selectedRow,
  test,
  view,
  type Lectern,
} from './lectern.ts';

/** In words for the page: the tests know no DOM types. */
const scroller = "document.getElementById('reader-scroll')";

/** Resolves once a look of the window that holds a text is on disk. */
const kept = (lectern: Lectern, text: string): Promise<void> =>
  expect(async () => {
    const written = await readFile(join(lectern.dir, 'data/workspace.json'), 'utf8');
    expect(JSON.stringify(JSON.parse(written))).toContain(text);
  }).toPass();

test('a new start shows what the last one ended with: view, paper, scroll, widths, open branches', async ({
  lectern,
}) => {
  let page = await openDigests(lectern);
  await goTo(page, /^February/);
  await page.keyboard.press('ArrowLeft');
  await expect(view(page, /^4 Wed/)).toBeHidden();
  await goTo(page, /^All Papers/);
  await read(page, 'Long Shadows');
  await page.evaluate(`${scroller}.scrollTop = 700`);
  const line = page.getByRole('separator', { name: 'Width of the paper list' });
  await line.focus();
  await page.keyboard.press('ArrowRight');
  await expect(line).toHaveAttribute('aria-valuenow', '368');
  // Ending kills the page with what still waits.
  await kept(lectern, '"listWidth":368');

  page = await lectern.start();
  await expect(page.getByRole('heading', { name: 'All Papers', level: 1 })).toBeVisible();
  await expect(selectedRow(page)).toContainText('Long Shadows');
  await expect(row(page, 'Long Shadows')).toBeInViewport();
  await expect.poll(() => page.evaluate<number>(`${scroller}.scrollTop`)).toBe(700);
  await expect(page.getByRole('separator', { name: 'Width of the paper list' })).toHaveAttribute(
    'aria-valuenow',
    '368',
  );
  await expect(view(page, /^February/)).toHaveAttribute('aria-expanded', 'false');
});

test('a new start shows the page, the search, the order and the lone paper that the last one ended with', async ({
  lectern,
}) => {
  const search = (page: Page): Locator => page.getByRole('combobox', { name: 'Search papers' });
  let page = await openDigests(lectern);
  await goTo(page, /^All Papers/);
  await page.getByRole('button', { name: 'Sort' }).click();
  await page.getByRole('menuitemradio', { name: 'Title' }).click();
  await search(page).fill('model');
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('listbox')).toBeFocused();
  await page.keyboard.press('Shift+D');
  await expect(page.getByRole('heading', { name: 'Calendar', level: 1 })).toBeVisible();
  await kept(lectern, 'calendar');

  page = await lectern.start();
  await expect(page.getByRole('heading', { name: 'Calendar', level: 1 })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(search(page)).toHaveValue('model');
  await page.keyboard.press('f');
  await expect(page.getByRole('listbox')).toBeHidden();
  await kept(lectern, '"focusMode":true');

  page = await lectern.start();
  await expect(reader(page).getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('listbox')).toBeHidden();
});

test.describe('in a low window', () => {
  inBrowserOnly();
  test.use({ viewport: { width: 1280, height: 360 } });

  test('a new start shows the sidebar and the page scrolled as the last one left them', async ({
    lectern,
  }) => {
    const tops = (page: Page): Promise<number[]> =>
      page.evaluate<number[]>(
        `['[data-pane="sidebar"] .scroll', '[data-pane="page"] .body'].map((at) => document.querySelector(at).scrollTop)`,
      );
    const statistics = (): Locator => page.getByRole('region', { name: 'Statistics' });
    let page = await lectern.start(digests);
    await expect(view(page, /^All Papers/)).toHaveAccessibleName(/15/);
    await page.keyboard.press('Shift+S');
    await expect(statistics().getByText('By votes')).toBeAttached();
    await page.evaluate(`document.querySelector('[data-pane="sidebar"] .scroll').scrollTop = 90`);
    await page.evaluate(`document.querySelector('[data-pane="page"] .body').scrollTop = 250`);
    expect(await tops(page)).toEqual([90, 250]);
    await kept(lectern, '"top":250');

    page = await lectern.start();
    await expect(statistics().getByText('By votes')).toBeAttached();
    await expect.poll(() => tops(page)).toEqual([90, 250]);
  });
});
