import type { Page } from '@playwright/test';
import { expect, goTo, openDigests, read, row, rows, test, view } from './lectern.ts';

test('papers are put into a new list, which is kept, renamed and brought back', async ({
  lectern,
}) => {
  let page = await openDigests(lectern);
  await read(page, 'Kite');
  await page.keyboard.press('l');
  const dialog = page.getByRole('dialog', { name: 'Add to list' });
  await expect(dialog.getByRole('combobox', { name: 'Find or name a list' })).toBeFocused();
  await page.keyboard.insertText('주말 읽기');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(view(page, /^주말 읽기/)).toBeVisible();

  await read(page, 'Harbour');
  await page.keyboard.press('l');
  await page.keyboard.insertText('주말');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await goTo(page, /^주말 읽기/);
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).first()).toContainText('Kite');

  await page.getByRole('button', { name: 'Actions for 주말 읽기' }).click();
  await page.getByRole('menuitem', { name: 'Rename This List…' }).click();
  const name = page.getByRole('textbox', { name: 'Name of the list' });
  await name.fill('Weekend');
  await name.press('Enter');
  await expect(view(page, /^Weekend/)).toBeVisible();

  await page.getByRole('button', { name: 'Actions for Weekend' }).click();
  await page.getByRole('menuitem', { name: 'Delete This List' }).click();
  await expect(view(page, /^Weekend/)).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(view(page, /^Weekend/)).toBeVisible();

  page = await lectern.start();
  await goTo(page, /^Weekend/);
  await expect(rows(page)).toHaveCount(2);
});

/** Makes an empty list by key. */
async function newList(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+Shift+N');
  const field = page.getByRole('textbox', { name: 'Name of the list' });
  await field.fill(name);
  await field.press('Enter');
  await expect(line(page, name)).toBeVisible();
}

const names = (page: Page) =>
  page.getByRole('tree', { name: 'Reading Lists' }).locator('[role=treeitem] > .label');

/** The line of a list, by its whole name. */
const line = (page: Page, name: string) => page.getByRole('treeitem', { name, exact: true });

test('a list is described, coloured and put into a group, and shown on a page of its own', async ({
  lectern,
}) => {
  const page = await openDigests(lectern);
  await read(page, 'Kite');
  await newList(page, '세미나');
  await view(page, '세미나').focus();
  await page.keyboard.press('Alt+Enter');
  const dialog = page.getByRole('dialog', { name: 'Edit list' });
  await dialog.getByRole('textbox', { name: 'Description (Markdown)' }).fill('for **May**');
  await dialog.getByRole('combobox', { name: 'Group' }).fill('연구 / 기초');
  await dialog.getByRole('radio', { name: 'Teal' }).check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(names(page)).toHaveText(['연구', '기초', '세미나', 'Read Next']);

  await row(page, 'Kite').dragTo(view(page, '세미나'));
  await expect(page.getByText(/“세미나”/).last()).toBeVisible();
  await goTo(page, /^세미나/);
  await expect(rows(page)).toHaveCount(1);
  await page.keyboard.press('v');
  const about = page.getByRole('region', { name: '세미나' });
  await expect(about.locator('strong', { hasText: 'May' })).toBeVisible();
  await expect(about.getByText(/\d of 1 read/)).toBeVisible();
  await expect(about.getByText(/Estimated from the length of the summaries/)).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Actions for 연구' }).click();
  await page.getByRole('menuitem', { name: 'Take This Group Apart' }).click();
  await expect(names(page)).toHaveText(['기초', '세미나', 'Read Next']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(names(page)).toHaveText(['연구', '기초', '세미나', 'Read Next']);
});

test('lists stand in the order that keys and the mouse give them', async ({ lectern }) => {
  const page = await openDigests(lectern);
  for (const name of ['A', 'B', 'C']) await newList(page, name);
  await line(page, 'C').focus();
  await page.keyboard.press('Control+Shift+ArrowUp');
  await expect(names(page)).toHaveText(['A', 'C', 'B', 'Read Next']);
  await expect(line(page, 'C')).toBeFocused();
  await line(page, 'B').dragTo(line(page, 'A'), { targetPosition: { x: 40, y: 3 } });
  await expect(names(page)).toHaveText(['B', 'A', 'C', 'Read Next']);
  await line(page, 'A').focus();
  await page.keyboard.press('Delete');
  await expect(names(page)).toHaveText(['B', 'C', 'Read Next']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(names(page)).toHaveText(['B', 'A', 'C', 'Read Next']);
});

test('the queue takes papers by Q, keeps the order that they are given, and can be copied', async ({
  lectern,
}) => {
  const page = await openDigests(lectern);
  for (const title of ['Kite', 'Harbour']) {
    await read(page, title);
    await page.keyboard.press('q');
    await expect(page.getByText(/“Read Next”/i).last()).toBeVisible();
  }
  await goTo(page, /^Read Next/);
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).first()).toContainText('Kite');
  await rows(page).first().click();
  await page.keyboard.press('Control+Shift+ArrowDown');
  await expect(rows(page).first()).toContainText('Harbour');
  await rows(page)
    .nth(1)
    .dragTo(rows(page).first(), { targetPosition: { x: 60, y: 4 } });
  await expect(rows(page).first()).toContainText('Kite');

  await view(page, /^Read Next/).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Duplicate This List' }).click();
  await expect(view(page, /^Read Next \(copy\)/)).toBeVisible();
  await row(page, 'Kite').click();
  await page.keyboard.press('q');
  await expect(rows(page)).toHaveCount(1);
});
