import type { Page } from '@playwright/test';
import {
  expect,
  goTo,
  inBrowserOnly,
  openDigests,
  read,
  reader,
  rows,
  test,
  view,
} from './lectern.ts';

inBrowserOnly();

const listbox = (page: Page) => page.getByRole('listbox', { name: 'All Papers' });
const text = (page: Page) => page.getByRole('document', { name: 'Text of the paper' });
const inSidebar = (page: Page) => page.locator('[data-pane="sidebar"] :focus');

test('the keys stay in a list whose last paper is taken out, and at a line that is deleted', async ({
  lectern,
}) => {
  const page = await openDigests(lectern);
  const keys = page.keyboard;
  await read(page, 'Kite');
  await keys.press('l');
  const dialog = page.getByRole('dialog', { name: 'Add to list' });
  await expect(dialog.getByRole('combobox')).toBeFocused();
  await keys.insertText('Weekend');
  await keys.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('listbox', { name: 'Unread' })).toBeFocused();

  await goTo(page, /^Weekend/);
  await expect(rows(page)).toHaveCount(1);
  await keys.press('Control+2');
  await keys.press('Delete');
  await expect(rows(page)).toHaveCount(0);
  await expect(page.locator('[data-pane="list"] :focus')).toHaveAccessibleName(/empty/);
  await keys.press('z');
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByRole('listbox', { name: 'Weekend' })).toBeFocused();

  await keys.press('Control+1');
  await expect(view(page, /^Weekend/)).toBeFocused();
  await keys.press('Delete');
  await expect(view(page, /^Weekend/)).toBeHidden();
  await expect(inSidebar(page)).toHaveCount(1);
  await keys.press('z');
  await expect(view(page, /^Weekend/)).toBeVisible();
  await expect(inSidebar(page)).toHaveCount(1);
});

test('the keys go back from the palette and from a notice, and stay at what a click left', async ({
  lectern,
}) => {
  const page = await openDigests(lectern);
  const keys = page.keyboard;
  await goTo(page, /^All Papers/);
  await keys.press('Control+2');
  await expect(listbox(page)).toBeFocused();
  await keys.press('Control+k');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await keys.insertText('Light or Dark');
  await keys.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(listbox(page)).toBeFocused();

  await keys.press('Shift+A');
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeHidden();
  await expect(listbox(page)).toBeFocused();

  await page.getByRole('heading', { name: 'All Papers', level: 1 }).click();
  // What is looked for a moment later has been looked for by then.
  await page.evaluate('new Promise((resolve) => setTimeout(resolve))');
  await expect(page.locator('body')).toBeFocused();
});

test('the keys stay in the settings while keys are taken away and brought back', async ({
  lectern,
}) => {
  const page = await openDigests(lectern);
  await page.keyboard.press('Control+,');
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await dialog.getByRole('tab', { name: 'Keys' }).click();
  await dialog.getByRole('button', { name: 'Take J from Next Paper' }).press('Enter');
  await expect(dialog.getByRole('button', { name: 'Take J from Next Paper' })).toBeHidden();
  await expect(dialog.locator(':focus')).toHaveAccessibleName(/Next Paper/);
  await dialog.getByRole('button', { name: 'Reset all keys' }).press('Enter');
  await expect(dialog.getByRole('button', { name: 'Take J from Next Paper' })).toBeVisible();
  await expect(dialog.getByRole('searchbox')).toBeFocused();
});

test('where the paper stands alone, what gives the focus back gives it to the paper', async ({
  lectern,
}) => {
  const page = await openDigests(lectern);
  const keys = page.keyboard;
  await goTo(page, /^All Papers/);
  await page.setViewportSize({ width: 600, height: 600 });
  await read(page, 'Kite');
  await keys.press('Control+b');
  await expect(inSidebar(page)).toHaveCount(1);
  await keys.press('Control+b');
  await expect(text(page)).toBeFocused();
  await keys.press('Shift+D');
  await expect(page.getByRole('region', { name: 'Calendar' })).toBeVisible();
  await keys.press('Escape');
  await expect(text(page)).toBeFocused();

  await keys.press('Control+1');
  await expect(view(page, /^All Papers/)).toBeFocused();
  await keys.press('Enter');
  await expect(listbox(page)).toBeFocused();
  await expect(reader(page)).toBeHidden();
});

test('a new list’s name is typed in sight where the sidebar has no place', async ({ lectern }) => {
  const page = await openDigests(lectern);
  await page.setViewportSize({ width: 800, height: 600 });
  await expect(view(page, /^All Papers/)).toBeHidden();
  await page.keyboard.press('Control+Alt+n');
  await expect(page.getByRole('textbox', { name: 'Name of the list' })).toBeFocused();
  await page.keyboard.insertText('Small');
  await page.keyboard.press('Enter');
  await expect(view(page, /^Small/)).toBeFocused();
});
