import { expect, goTo, openDigests, read, row, selectedRow, test, view } from './lectern.ts';

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
