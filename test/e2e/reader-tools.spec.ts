/** What helps to read one paper: the picture in large, the day's other papers, how the text is set. */
import { answerMedia } from '../../scripts/lib/view-content.js';
import { paintOf } from './in-page.js';
import {
  expect,
  inBrowserOnly,
  openDigests,
  read,
  reader,
  row,
  selectedRow,
  test,
} from './lectern.ts';

inBrowserOnly();

/** In words for the page: the tests know no DOM types. */
const css = (selector: string, property: string): string =>
  `getComputedStyle(document.querySelector(${JSON.stringify(selector)})).${property}`;

test('a picture is opened, enlarged, moved and closed by keys, and the focus is where it was', async ({
  lectern,
}) => {
  const page = await openDigests(lectern);
  await answerMedia(page);
  await read(page, 'Loom');
  await page.keyboard.press('i');
  const small = reader(page).getByRole('button', { name: 'Enlarge picture 1' });
  await expect(small).toBeVisible();
  await small.focus();
  await page.keyboard.press('Enter');
  const large = page.getByRole('dialog', { name: /picture 1/i });
  const told = large.getByRole('status');
  const picture = large.getByRole('img');
  await expect(told).toHaveText('100%');
  const before = (await picture.boundingBox())?.width ?? 0;
  await page.keyboard.press('+');
  await expect(told).toHaveText('140%');
  expect((await picture.boundingBox())?.width).toBeCloseTo(before * 1.4, 0);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('0');
  await expect(told).toHaveText('100%');
  await page.keyboard.press('Escape');
  await expect(page.locator('dialog')).toHaveCount(0);
  await expect(small).toBeFocused();

  // By its command too, from wherever one is.
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('listbox')).toBeFocused();
  await page.keyboard.press('Shift+V');
  await expect(large).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('dialog')).toHaveCount(0);
  await expect(page.getByRole('listbox')).toBeFocused();
});

test("the day's other papers are walked from the end of one, without the list", async ({
  lectern,
}) => {
  const page = await openDigests(lectern);
  await read(page, 'Driftwood');
  const title = reader(page).getByRole('heading', { level: 1 });
  const other = reader(page).locator('button:focus');
  for (const next of ['Orchard', 'Lantern']) {
    await page.keyboard.press('e');
    await expect(other).toContainText(next);
    await expect(other).toContainText('Unread');
    await page.keyboard.press('Enter');
    await expect(title).toContainText(next);
    await expect(selectedRow(page)).toContainText(next);
    // Which takes the focus once the paper is there.
    await expect(page.getByRole('listbox')).toBeFocused();
  }
  // Back through what was read.
  await page.keyboard.press('[');
  await expect(title).toContainText('Orchard');
});

test('size, width and font of the text change at once, and are there after a reload', async ({
  lectern,
}) => {
  const page = await openDigests(lectern);
  await read(page, 'Harbour');
  const SET = '[data-pane="reader"] .prose';
  const look = (): Promise<string[]> =>
    page.evaluate<string[]>(
      `[${css(SET, 'fontSize')}, ${css(SET, 'fontFamily')}, ${css('[data-pane="reader"] article', 'maxWidth')}]`,
    );
  const [size, font, width] = await look();
  await reader(page).getByRole('button', { name: 'How the text is set' }).click();
  const panel = page.getByRole('group', { name: 'How the text is set' });
  await expect(panel.getByRole('slider')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await panel.getByRole('radio', { name: 'Wide' }).check();
  await panel.getByRole('radio', { name: 'Serif', exact: true }).check();
  await expect.poll(async () => (await look())[1]).not.toBe(font);
  const after = await look();
  expect(Number.parseFloat(after[0] ?? '')).toBe(Number.parseFloat(size ?? '') + 1);
  expect(Number.parseFloat(after[2] ?? '')).toBeGreaterThan(Number.parseFloat(width ?? ''));
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await page.reload();
  await expect(reader(page).getByRole('heading', { level: 1 })).toBeVisible();
  await expect.poll(look).toEqual(after);
});

test.describe('where the system paints with its own colours', () => {
  test.use({ contextOptions: { forcedColors: 'active', locale: 'en-GB' } });

  test('focus, selection and what is unread are still seen', async ({ lectern }) => {
    const page = await openDigests(lectern);
    await page.keyboard.press('Control+2');
    await page.keyboard.press('j');
    await expect(selectedRow(page)).toContainText('Kite');
    const selected = await paintOf(selectedRow(page));
    const other = await paintOf(row(page, 'Harbour'));
    expect(selected.ground).not.toBe(other.ground);
    expect(selected.line).toBe('solid 2px');
    expect(selected.lineColour).not.toBe(selected.ground);
    for (const part of ['.title', '.authors', '.votes', 'time']) {
      expect((await paintOf(selectedRow(page).locator(part).first())).ink, part).toBe(selected.ink);
    }
    expect((await paintOf(row(page, 'Harbour').locator('.dot'))).ground).not.toBe(other.ground);
    expect((await paintOf(row(page, 'Kite').locator('.dot'))).ground).not.toBe(other.ink);

    // The button of what is read, and the tab that is shown, where a part has a ground of its own for that.
    const pressed = reader(page).locator('button[aria-pressed="true"]').first();
    await page.keyboard.press('Control+,');
    const tab = page.getByRole('tab', { selected: true });
    for (const chosen of [await paintOf(pressed), await paintOf(tab)]) {
      expect(chosen).toMatchObject({ ground: selected.ground, ink: selected.ink });
    }
    await page.keyboard.press('Escape');
    // No key is a command before the dialog is gone from the page.
    await expect(page.locator('dialog')).toHaveCount(0);

    await page.keyboard.press('Control+1');
    const line = page.locator('[role="treeitem"]:focus');
    const focused = await paintOf(line);
    expect(focused.line).toBe('solid 2px');
    expect(focused.lineColour).not.toBe(focused.ground);

    await page.keyboard.press('Shift+F10');
    const item = page.locator('[role="menuitem"]:focus');
    await expect(item).toBeVisible();
    expect((await paintOf(item)).line).toBe('solid 2px');
    await page.keyboard.press('Escape');
  });
});
