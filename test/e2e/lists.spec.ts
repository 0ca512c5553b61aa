import { expect, goTo, openDigests, read, rows, test, view } from './lectern.ts';

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
