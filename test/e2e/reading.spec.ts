import {
  expect,
  goTo,
  inBrowserOnly,
  openDigests,
  read,
  reader,
  row,
  rows,
  selectedRow,
  test,
  view,
} from './lectern.ts';

const unread = (count: number): RegExp => new RegExp(`^All Papers, ${count} unread$`);

test('j and k go through the list, and what is opened becomes read', async ({ lectern }) => {
  const page = await openDigests(lectern);
  await expect(selectedRow(page)).toContainText('Long Shadows');
  await page.keyboard.press('j');
  await expect(selectedRow(page)).toContainText('Kite');
  await expect(reader(page).getByRole('heading', { level: 1 })).toContainText('Kite');
  await page.keyboard.press('j');
  await expect(selectedRow(page)).toContainText('Harbour');
  await page.keyboard.press('k');
  await expect(selectedRow(page)).toContainText('Kite');
  await expect(view(page, unread(12))).toBeVisible();
  await expect(row(page, 'Kite')).not.toContainText('Unread');
  await expect(row(page, 'Tidal')).toContainText('Unread');
});

test('space reads a long paper to its end, then goes to the next unread one', async ({
  lectern,
}) => {
  const page = await openDigests(lectern);
  const last = reader(page).getByText('Observation 40:');
  await expect(last).not.toBeInViewport();
  await expect(async () => {
    await page.keyboard.press('Space');
    await expect(last).toBeInViewport({ timeout: 500 });
  }).toPass();
  await expect(selectedRow(page)).toContainText('Long Shadows');
  await expect(async () => {
    await page.keyboard.press('Space');
    await expect(selectedRow(page)).toContainText('Kite', { timeout: 500 });
  }).toPass();
});

test('marks read and unread, and undoes it, by key, button and toast', async ({ lectern }) => {
  const page = await openDigests(lectern);
  await page.keyboard.press('m');
  await expect(view(page, unread(14))).toBeVisible();
  await page.keyboard.press('Shift+U');
  await expect(view(page, unread(15))).toBeVisible();
  await page.keyboard.press('z');
  await expect(view(page, unread(14))).toBeVisible();
  await page.keyboard.press('Shift+Z');
  await expect(view(page, unread(15))).toBeVisible();
  await page.getByRole('button', { name: 'Mark all read' }).click();
  await expect(view(page, /^All Papers$/)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(view(page, unread(15))).toBeVisible();
  await reader(page).getByRole('button', { name: 'Mark read' }).click();
  await expect(view(page, unread(14))).toBeVisible();
});

test('a row that becomes read stays until the view is left', async ({ lectern }) => {
  const page = await openDigests(lectern);
  await goTo(page, /^Unread/);
  await page.keyboard.press('m');
  await page.keyboard.press('j');
  await expect(view(page, unread(13))).toBeVisible();
  await expect(rows(page)).toHaveCount(15);
  await goTo(page, /^All Papers/);
  await goTo(page, /^Unread/);
  await expect(rows(page)).toHaveCount(13);
});

test('starred papers have a view of their own', async ({ lectern }) => {
  const page = await openDigests(lectern);
  await read(page, 'Harbour');
  await page.keyboard.press('s');
  await expect(row(page, 'Harbour')).toContainText('Starred');
  await goTo(page, /^Starred/);
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText('Harbour');
  await reader(page).getByRole('button', { name: 'Star', pressed: true }).click();
  await goTo(page, /^All Papers/);
  await goTo(page, /^Starred/);
  await expect(page.getByText('No starred papers')).toBeVisible();
});

test('a mark that is set just before the page goes is kept', async ({ lectern }) => {
  const page = await openDigests(lectern);
  await goTo(page, /^All Papers/);
  const star = rows(page).first().locator('.star');
  for (const stars of [1, 0, 1]) {
    // Both within one task: nothing has answered yet.
    await Promise.all([
      page.waitForEvent('load'),
      page.evaluate(
        `dispatchEvent(new KeyboardEvent('keydown', { key: 's', code: 'KeyS' })); location.reload()`,
      ),
    ]);
    await expect(rows(page)).toHaveCount(15);
    await expect(star).toHaveCount(stars);
  }
});

test('a folder is read by year, month and day', async ({ lectern }) => {
  const page = await openDigests(lectern);
  await goTo(page, /^February/);
  await expect(rows(page)).toHaveCount(10);
  await goTo(page, /^2 Mon/);
  await expect(rows(page)).toHaveCount(3);
  await expect(rows(page).first()).toContainText('Harbour');
});

test('shows formulas, tables, authors and where else a paper was printed', async ({ lectern }) => {
  const page = await openDigests(lectern);
  const pane = reader(page);
  await row(page, 'Loom').click();
  await expect(pane.getByRole('heading', { level: 1 })).toContainText('Loom');
  await expect(pane.locator('.katex').first()).toBeVisible();
  await expect(pane.getByText('Noor Álvarez')).toBeVisible();
  await row(page, 'Orchard').click();
  await expect(pane.getByRole('cell', { name: '74.9' })).toBeVisible();
  await row(page, 'Lantern').click();
  await pane.getByRole('button', { name: 'Show the digest of Feb 3, 2026' }).click();
  await expect(rows(page)).toHaveCount(3);
  await expect(selectedRow(page)).toContainText('Lantern');
});

test('everything is still there after a reload and after a new start', async ({ lectern }) => {
  let page = await openDigests(lectern);
  await read(page, 'Tidal');
  await page.keyboard.press('s');
  await expect(row(page, 'Tidal')).toContainText('Starred');
  const check = async (): Promise<void> => {
    await expect(view(page, unread(14))).toBeVisible();
    await goTo(page, /^Starred/);
    await expect(rows(page)).toHaveCount(1);
    await expect(rows(page)).toContainText('Tidal');
    await expect(rows(page)).not.toContainText('Unread');
  };
  await page.reload();
  await check();
  page = await lectern.start();
  await check();
});

test.describe('links', () => {
  inBrowserOnly();

  test('open outside the app: the abstract by o, the PDF by p', async ({ lectern }) => {
    const page = await openDigests(lectern);
    await read(page, 'Harbour');
    for (const [key, url] of [
      ['o', 'https://arxiv.org/abs/2603.90201'],
      ['p', 'https://arxiv.org/pdf/2603.90201'],
    ] as const) {
      const opened = page.context().waitForEvent('page');
      await page.keyboard.press(key);
      const popup = await opened;
      await expect.poll(() => lectern.foreign.splice(0)).toEqual([url]);
      expect(await popup.evaluate('[window.opener, document.referrer]')).toEqual([null, '']);
      await popup.close();
    }
  });
});
