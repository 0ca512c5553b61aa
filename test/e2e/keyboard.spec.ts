import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  beginNote,
  digests,
  expect,
  inBrowserOnly,
  reader,
  rows,
  selectedRow,
  test,
} from './lectern.ts';

inBrowserOnly();

async function contents(): Promise<Map<string, string>> {
  const names = (await readdir(digests, { recursive: true })).filter((name) =>
    name.endsWith('.md'),
  );
  return new Map(
    await Promise.all(
      names.map(async (name) => [name, await readFile(join(digests, name), 'utf8')] as const),
    ),
  );
}

test('a whole session needs no mouse, and writes nothing into the digest folder', async ({
  lectern,
}) => {
  const before = await contents();
  const page = await lectern.start();
  const keys = page.keyboard;
  await expect(page.getByRole('button', { name: 'Open a folder…' })).toBeVisible();
  await keys.press('Control+o');
  await expect(page.getByRole('combobox')).toBeFocused();
  await keys.press('Control+a');
  await keys.insertText(digests);
  await keys.press('Enter');
  await expect(rows(page)).toHaveCount(15);
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await keys.press('Control+2');
  await expect(page.getByRole('listbox')).toBeFocused();
  await keys.press('j');
  await expect(selectedRow(page)).toContainText('Kite');
  await keys.press('s');
  await beginNote(page);
  await keys.insertText('키보드만으로');
  await expect(reader(page).getByText('Saved')).toBeVisible();
  await keys.press('Escape');
  await keys.press('Control+2');
  await keys.press('End');
  await expect(selectedRow(page)).toContainText('Paper Boats');
  await keys.press('Shift+K');
  await expect(selectedRow(page)).toContainText('A Slow Look');

  await keys.press('Control+1');
  await keys.press('Home');
  await keys.press('ArrowDown');
  await keys.press('ArrowDown');
  await keys.press('Enter');
  await expect(page.getByRole('heading', { name: 'Starred', level: 1 })).toBeVisible();
  await expect(rows(page)).toHaveCount(1);

  await keys.press('?');
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(help).toBeVisible();
  await keys.press('Escape');
  await expect(help).toBeHidden();
  await lectern.end();
  expect(await contents()).toEqual(before);
});
