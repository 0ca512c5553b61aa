import { expect, goTo, openDigests, read, reader, row, rows, test, view } from './lectern.ts';

test('a note is kept while it is typed, through reload, other papers and a new start', async ({
  lectern,
}) => {
  let page = await openDigests(lectern);
  const text = '표와 수식을 다시 볼 것: $x^2$ **and soon**';
  await read(page, 'Kite');
  await page.keyboard.press('n');
  const note = () => reader(page).getByRole('textbox', { name: 'Note about this paper' });
  await expect(note()).toBeFocused();
  await page.keyboard.insertText(text);
  await expect(reader(page).getByText('Saved')).toBeVisible();
  await expect(row(page, 'Kite')).toContainText('With a note');

  await reader(page).getByRole('button', { name: 'Preview' }).click();
  await expect(reader(page).locator('strong', { hasText: 'and soon' })).toBeVisible();
  await read(page, 'Harbour');
  await expect(note()).toHaveValue('');
  await read(page, 'Kite');
  await reader(page).getByRole('button', { name: 'Write' }).click();
  await expect(note()).toHaveValue(text);

  await page.reload();
  await goTo(page, /^With Notes/);
  await expect(rows(page)).toHaveCount(1);
  await expect(note()).toHaveValue(text);

  page = await lectern.start();
  await goTo(page, /^With Notes/);
  await expect(note()).toHaveValue(text);
});

test('the last words before the page is left are not lost', async ({ lectern }) => {
  const page = await openDigests(lectern);
  await read(page, 'Kite');
  await page.keyboard.press('n');
  await page.keyboard.insertText('마지막 말');
  await page.reload();
  await goTo(page, /^With Notes/);
  await expect(reader(page).getByRole('textbox', { name: 'Note about this paper' })).toHaveValue(
    '마지막 말',
  );
});

test('letters typed into a note are no commands', async ({ lectern }) => {
  const page = await openDigests(lectern);
  await page.keyboard.press('n');
  await page.keyboard.type('jkmsuzo');
  await expect(reader(page).getByRole('textbox', { name: 'Note about this paper' })).toHaveValue(
    'jkmsuzo',
  );
  await expect(view(page, /^Starred$/)).toBeVisible();
  await expect(view(page, /^All Papers, 15 unread$/)).toBeVisible();
});
