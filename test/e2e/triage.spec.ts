import type { Page } from '@playwright/test';
import {
  beginNote,
  digests,
  expect,
  inBrowserOnly,
  openDigests,
  reader,
  row,
  rows,
  selectedRow,
  test,
  view,
} from './lectern.ts';

inBrowserOnly();

const palette = (page: Page) =>
  page.getByRole('dialog', { name: /^(Command palette|명령 팔레트)$/ });

/** A key as an input method of Korean sends it, where the focus is. */
async function type(page: Page, init: string): Promise<void> {
  await page.evaluate(`document.activeElement.dispatchEvent(
    new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...${init} }))`);
}

/** Runs a command by the palette. */
async function run(page: Page, typed: string, found: string | RegExp): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(palette(page).getByRole('combobox')).toBeFocused();
  await page.keyboard.insertText(typed);
  await expect(palette(page).getByRole('option').first()).toContainText(found);
  await page.keyboard.press('Enter');
  await expect(palette(page)).toBeHidden();
}

test('a whole triage session is done with the keyboard alone', async ({ lectern }) => {
  const page = await lectern.start();
  const keys = page.keyboard;
  await expect(page.getByRole('button', { name: 'Open a folder…' })).toBeVisible();
  await keys.press('Control+o');
  await expect(page.getByRole('combobox')).toBeFocused();
  await keys.press('Control+a');
  await keys.insertText(digests);
  await keys.press('Enter');
  // The rows may be there before the dialog is gone, which keeps the keys until then.
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(rows(page)).toHaveCount(15);
  await keys.press('Control+2');
  await expect(page.getByRole('listbox', { name: 'digests' })).toBeFocused();

  // Walk, mark, star. On a Korean layout the same keys type other letters.
  const first = await selectedRow(page).textContent();
  await keys.press('j');
  await expect(selectedRow(page)).not.toHaveText(first ?? '');
  await type(page, `{key: 'ㄴ', code: 'KeyS', bubbles: true, cancelable: true}`);
  await expect(view(page, /^Starred/)).toBeVisible();
  await expect(selectedRow(page)).toContainText('Starred');
  const kept = await reader(page).getByRole('heading', { level: 1 }).textContent();
  await keys.press('u');
  await expect(reader(page).getByRole('heading', { level: 1 })).not.toHaveText(kept ?? '');
  await keys.press('[');
  await expect(reader(page).getByRole('heading', { level: 1 })).toHaveText(kept ?? '');
  await expect(selectedRow(page)).toContainText('Unread');

  // Into a list that is made in place; an Enter that ends a composition makes none.
  await keys.press('l');
  const lists = page.getByRole('dialog', { name: 'Add to list' });
  await expect(lists.getByRole('combobox')).toBeFocused();
  await keys.insertText('주말');
  await type(page, `{key: 'Enter', isComposing: true, bubbles: true, cancelable: true}`);
  await expect(lists).toBeVisible();
  await keys.press('Enter');
  await expect(lists).toBeHidden();
  await expect(view(page, /^주말/)).toBeVisible();

  await beginNote(page);
  await keys.insertText('나중에 다시');
  await expect(reader(page).getByText('Saved', { exact: true })).toBeVisible();
  await keys.press('Control+2');

  // Search, and what was found is marked; then all that is old, and both are undone.
  await keys.press('/');
  await keys.insertText('kite');
  await expect(rows(page)).toHaveCount(1);
  await keys.press('Escape');
  await expect(rows(page)).toHaveCount(15);
  await keys.press('Escape');
  await keys.press('Control+2');
  await keys.press('Shift+M');
  const older = page.getByRole('dialog', { name: 'Mark older papers read' });
  await expect(older.getByRole('textbox')).toBeFocused();
  await keys.insertText('0');
  await expect(older.getByRole('status')).toContainText(
    'unread papers in this list are from before',
  );
  await keys.press('Enter');
  await expect(older).toBeHidden();
  await expect(view(page, /^All Papers$/)).toBeVisible();
  await keys.press('z');
  await expect(view(page, /^All Papers, \d+ unread$/)).toBeVisible();

  // The list by its number, and the paper out of it again.
  await keys.press('Control+Alt+1');
  await expect(page.getByRole('heading', { name: '주말', level: 1 })).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
  await keys.press('Control+2');
  await keys.press('Delete');
  await expect(rows(page)).toHaveCount(0);
  await keys.press('z');
  await expect(rows(page)).toHaveCount(1);

  await run(page, 'mark all', 'Mark All Read');
  await run(page, 'ㅂㅍ', 'Star');

  await keys.press('?');
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(help.getByText('Mark Older Read…')).toBeVisible();
  await keys.press('Escape');
  await expect(help).toBeHidden();

  await keys.press('Control+e');
  await expect(page.getByRole('dialog', { name: /Export/ })).toBeVisible();
  await keys.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('the palette finds days, lists and papers, and puts first what was used last', async ({
  lectern,
}) => {
  const page = await openDigests(lectern);
  await run(page, '2026-02', /2026/);
  await run(page, 'lantern', /Lantern/);
  await expect(reader(page).getByRole('heading', { level: 1 })).toContainText('Lantern');
  await run(page, 'clean up', 'Clean Up Read Papers');
  await page.keyboard.press('Control+k');
  await expect(palette(page).getByRole('option').first()).toContainText('Clean Up Read Papers');
  await expect(palette(page).getByRole('option').first()).toContainText('C');
  await page.keyboard.press('Escape');
  await expect(palette(page)).toBeHidden();
});

test('papers that are chosen together are marked, copied and undone together', async ({
  lectern,
}) => {
  const page = await openDigests(lectern);
  const list = page.getByRole('listbox');
  await expect(list).toHaveAttribute('aria-multiselectable', 'true');
  await rows(page).nth(1).click();
  await rows(page)
    .nth(3)
    .click({ modifiers: ['Shift'] });
  await expect(selectedRow(page)).toHaveCount(3);
  await expect(reader(page).getByRole('heading', { name: '3 papers selected' })).toBeVisible();
  await rows(page)
    .nth(2)
    .click({ modifiers: ['Control'] });
  await expect(selectedRow(page)).toHaveCount(2);
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(selectedRow(page)).toHaveCount(3);
  await page.keyboard.press('s');
  await expect(page.getByText('3 papers starred').last()).toBeVisible();
  await page.keyboard.press('z');
  await expect(page.getByText('Undone: 3 papers starred')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(selectedRow(page)).toHaveCount(1);

  await page.keyboard.press('Control+a');
  await expect(reader(page).getByRole('heading', { name: '15 papers selected' })).toBeVisible();
  await page.keyboard.press('m');
  await expect(view(page, /^All Papers$/)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(view(page, /^All Papers, \d+ unread$/)).toBeVisible();
  await page.keyboard.press('j');
  await expect(selectedRow(page)).toHaveCount(1);

  for (const key of ['g', 'x', 'j', 'j', 'x', 'j']) await page.keyboard.press(key);
  await expect(reader(page).getByRole('heading', { name: '2 papers selected' })).toBeVisible();
  await expect(selectedRow(page)).toHaveCount(2);
  await expect(rows(page).nth(2)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(selectedRow(page)).toHaveCount(1);
});

test('context menus open by right click and by the keyboard, and run commands', async ({
  lectern,
}) => {
  const page = await openDigests(lectern);
  const menu = page.getByRole('menu');
  await row(page, 'Kite').click({ button: 'right' });
  await expect(menu.getByRole('menuitemcheckbox', { name: 'Star' })).toBeVisible();
  // Looking is not reading.
  await expect(view(page, /^All Papers, 15 unread$/)).toBeVisible();
  await menu.getByRole('menuitemcheckbox', { name: 'Star' }).click();
  await expect(row(page, 'Kite')).toContainText('Starred');

  for (const key of ['ContextMenu', 'Shift+F10']) {
    await page.keyboard.press('Control+2');
    await page.keyboard.press(key);
    await expect(menu).toBeVisible();
    await expect(menu.getByRole('menuitem').first()).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(menu).toBeHidden();
    await expect(page.getByRole('listbox')).toBeFocused();
  }

  await page.keyboard.press('Control+1');
  await page.keyboard.press('Shift+F10');
  await menu.getByRole('menuitem', { name: 'Mark This View Read' }).press('Enter');
  await expect(view(page, /^All Papers$/)).toBeVisible();
});

test('a key that the reader gives a command is used and shown everywhere', async ({ lectern }) => {
  const page = await openDigests(lectern);
  await page.keyboard.press('Control+,');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('tab', { name: 'Keys' }).click();
  await settings.getByRole('button', { name: 'Add key for Star' }).click();
  await page.keyboard.press('n');
  await expect(settings.getByRole('alert')).toContainText('N belongs to Write a Note.');
  await settings.getByRole('button', { name: 'Move it here' }).click();
  await expect(settings.getByRole('button', { name: 'Take N from Star' })).toBeVisible();
  await settings.getByRole('button', { name: 'Take S from Star' }).click();
  await page.keyboard.press('Escape');
  await expect(settings).toBeHidden();
  await page.keyboard.press('Control+2');
  await page.keyboard.press('n');
  await expect(selectedRow(page)).toContainText('Starred');
  await expect(reader(page).getByRole('button', { name: 'Star' }).first()).toHaveAttribute(
    'title',
    /\(N\)$/,
  );

  await page.keyboard.press('Control+,');
  await settings.getByRole('button', { name: 'Reset all keys' }).click();
  await expect(settings.getByRole('button', { name: 'Take S from Star' })).toBeVisible();
});

test('goes back and forward through what was read, in whichever list', async ({ lectern }) => {
  const page = await openDigests(lectern);
  const title = reader(page).getByRole('heading', { level: 1 });
  await row(page, 'Kite').click();
  await expect(title).toContainText('Kite');
  await row(page, 'Lantern').click();
  await expect(title).toContainText('Lantern');
  await view(page, /^Starred/).click();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(title).toContainText('Lantern');
  await page.keyboard.press('[');
  await expect(title).toContainText('Kite');
  await page.keyboard.press(']');
  await expect(title).toContainText('Lantern');
});
