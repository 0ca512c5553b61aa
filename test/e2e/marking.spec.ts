import type { Page } from '@playwright/test';
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

inBrowserOnly();

const unread = (count: number): RegExp => new RegExp(`^All Papers, ${count} unread$`);

/** Says in the settings when papers become read, as a person would. */
async function mark(page: Page, when: string, seconds?: number): Promise<void> {
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await page.keyboard.press('Control+,');
  await settings.getByRole('tab', { name: 'Marking read' }).click();
  await settings.getByRole('radio', { name: when }).check();
  if (seconds !== undefined) {
    const field = settings.getByRole('spinbutton', { name: 'Seconds on screen' });
    await field.fill(String(seconds));
    await field.press('Tab');
  }
  await page.keyboard.press('Escape');
  await expect(settings).toBeHidden();
}

/** Goes on from Harbour to Kite and marks Kite by hand, which comes after any mark by itself: it alone is read. */
async function marksByHandAlone(page: Page): Promise<void> {
  await read(page, 'Harbour');
  await read(page, 'Kite');
  await page.keyboard.press('m');
  await expect(row(page, 'Kite')).not.toContainText('Unread');
  await expect(view(page, unread(14))).toBeVisible();
  await expect(row(page, 'Harbour')).toContainText('Unread');
}

test('papers become read when the reader goes to them, or only when told', async ({ lectern }) => {
  const page = await openDigests(lectern);
  await mark(page, 'When I go to them');
  await read(page, 'Tidal');
  await expect(view(page, unread(14))).toBeVisible();
  await page.keyboard.press('z');
  await expect(view(page, unread(15))).toBeVisible();

  await mark(page, 'Only when I say so');
  await marksByHandAlone(page);
  await page.keyboard.press('z');
  await expect(view(page, unread(15))).toBeVisible();
});

test('papers become read when they have been on screen for a while', async ({ lectern }) => {
  const page = await openDigests(lectern);
  await mark(page, 'When they have been on screen for a while', 1);
  await read(page, 'Tidal');
  await expect(row(page, 'Tidal')).not.toContainText('Unread');
  await expect(view(page, unread(14))).toBeVisible();
  await page.keyboard.press('z');
  await expect(row(page, 'Tidal')).toContainText('Unread');
  await expect(view(page, unread(15))).toBeVisible();

  // What is left before its time is over stays unread.
  await mark(page, 'When they have been on screen for a while', 60);
  await marksByHandAlone(page);
});

test('papers become read when they were scrolled past, all of them in one step', async ({
  lectern,
}) => {
  const page = await openDigests(lectern);
  await page.setViewportSize({ width: 1280, height: 400 });
  await mark(page, 'When I have scrolled past them');
  const first = rows(page).first();
  await expect(first).toBeInViewport();
  await first.hover();
  // What was on screen for a moment only was not looked at.
  await page.waitForTimeout(600);
  await page.mouse.wheel(0, 400);
  await expect(view(page, unread(15))).toBeHidden();
  await expect(view(page, /^All Papers, \d+ unread$/)).toBeVisible();
  await page.keyboard.press('z');
  await expect(view(page, unread(15))).toBeVisible();
});

test("a paper of the day's others becomes read when it is opened", async ({ lectern }) => {
  const page = await openDigests(lectern);
  await mark(page, 'When I go to them');
  await goTo(page, /^All Papers/);
  const before = await selectedRow(page).textContent();
  await expect(reader(page).getByRole('heading', { name: /^Also on/ })).toBeVisible();
  await page.keyboard.press('e');
  const other = reader(page).locator('button:focus');
  await expect(other).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(selectedRow(page)).not.toHaveText(before ?? '');
  await expect(selectedRow(page)).not.toContainText('Unread');
  await expect(view(page, unread(14))).toBeVisible();
  await page.keyboard.press('z');
  await expect(view(page, unread(15))).toBeVisible();
});
