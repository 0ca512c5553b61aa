import { ask, digests, expect, test } from './host.ts';

test('a text field has the system’s menu, which undoes its own text; what has a menu of the app has no other', async ({
  launch,
}) => {
  const app = await launch({ machine: { locale: 'ko' } });
  const page = await app.page();
  expect(await ask(page, 'folders.open', { path: digests })).toMatchObject({ ok: true });
  const papers = page.locator('[data-pane="list"] [role="option"][aria-posinset]');
  await expect(papers).toHaveCount(15);

  // What the app undoes must stay done.
  await papers.nth(1).click();
  await page.keyboard.press('s');
  const lastDone = async () => (await ask(page, 'state.undoState')) as object;
  const star = { value: { undo: { kind: 'star' } } };
  await expect.poll(lastDone).toMatchObject(star);

  const field = page.getByRole('combobox').first();
  await field.click();
  await page.keyboard.insertText('확산');
  await field.click({ button: 'right' });
  await expect.poll(() => app.shownMenus).toHaveLength(1);
  const [menu] = app.shownMenus;
  expect(menu?.map(({ id, role }) => id ?? role ?? null)).toEqual([
    ...['edit.undo', 'edit.redo', null],
    ...['cut', 'copy', 'paste', null, 'selectAll'],
  ]);
  expect(menu?.flatMap(({ label }) => label ?? [])).toEqual([
    ...['실행 취소', '다시 실행', '잘라내기', '복사', '붙여넣기', '모두 선택'],
  ]);
  await app.rpc.call('shown-menu.choose', 'edit.undo');
  await expect(field).toHaveValue('');
  expect(await lastDone()).toMatchObject(star);
  // The menu of the app means the same while one writes.
  await app.rpc.call('menu.choose', 'edit.redo');
  await expect(field).toHaveValue('확산');
  await app.rpc.call('menu.choose', 'select.all');
  const selected = () =>
    page.evaluate('[document.activeElement.selectionStart, document.activeElement.selectionEnd]');
  await expect.poll(selected).toEqual([0, 2]);
  await field.fill('');
  await page.keyboard.press('Escape');

  // In a note, whose editor keeps its own history.
  await papers.nth(1).click();
  await page.keyboard.press('n');
  const note = page.locator('.cm-content');
  await expect(note).toBeFocused();
  await page.keyboard.type('첫 감상');
  await note.click({ button: 'right' });
  await expect.poll(() => app.shownMenus).toHaveLength(2);
  await app.rpc.call('shown-menu.choose', 'edit.undo');
  await expect(page.locator('.cm-line')).not.toContainText('감상');
  await page.keyboard.press('Escape');

  // A row, and the text of a paper, have menus of the app.
  await papers.nth(2).click({ button: 'right' });
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toBeHidden();
  await page.locator('#reader-scroll h1').click({ button: 'right' });
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('Escape');
  expect(app.shownMenus).toHaveLength(2);
  expect((await app.electronPage()).errors).toEqual([]);
});
