import type { Locator, Page } from '@playwright/test';
import {
  expect,
  goTo,
  openDigests,
  read,
  reader,
  row,
  selectedRow,
  test,
  view,
} from './lectern.ts';

/** In words for the page: the tests know no DOM types. */
const scroller = "document.getElementById('reader-scroll')";

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
  // What waits is kept a moment later; ending kills the page with what still waits.
  await page.waitForResponse((answer) => answer.url().endsWith('/api/workspace.write'));

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
  /** Resolves once the window has kept a look that holds a text. */
  const kept = (page: Page, text: string): Promise<unknown> =>
    page.waitForResponse(
      (answer) =>
        answer.url().endsWith('/api/workspace.write') &&
        (answer.request().postData() ?? '').includes(text),
    );
  const search = (page: Page): Locator => page.getByRole('combobox', { name: 'Search papers' });
  let page = await openDigests(lectern);
  await goTo(page, /^All Papers/);
  await page.getByRole('button', { name: 'Sort' }).click();
  await page.getByRole('menuitemradio', { name: 'Title' }).click();
  await search(page).fill('model');
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('listbox')).toBeFocused();
  await Promise.all([kept(page, 'calendar'), page.keyboard.press('Shift+D')]);
  await expect(page.getByRole('heading', { name: 'Calendar', level: 1 })).toBeVisible();

  page = await lectern.start();
  await expect(page.getByRole('heading', { name: 'Calendar', level: 1 })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(search(page)).toHaveValue('model');
  await Promise.all([kept(page, '"focusMode":true'), page.keyboard.press('f')]);
  await expect(page.getByRole('listbox')).toBeHidden();

  page = await lectern.start();
  await expect(reader(page).getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('listbox')).toBeHidden();
});
