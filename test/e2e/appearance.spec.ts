import { expect, inBrowserOnly, openDigests, test } from './lectern.ts';

inBrowserOnly();

/** In words for the page: the tests know no DOM types. */
const background = 'getComputedStyle(document.body).backgroundColor';
const lightness = (rgb: string): number =>
  (/\d+(?:, \d+){2}/.exec(rgb)?.[0] ?? '')
    .split(', ')
    .reduce((sum, part) => sum + Number(part), 0) / 3;

test('follows the system, and the reader’s own choice before it', async ({ lectern }) => {
  const page = await openDigests(lectern);
  const shown = async (): Promise<number> => lightness(await page.evaluate<string>(background));
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(shown).toBeGreaterThan(200);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(shown).toBeLessThan(60);
  await page.keyboard.press('Control+Shift+L');
  await expect.poll(shown).toBeGreaterThan(200);
  await page.reload();
  await expect.poll(shown).toBeGreaterThan(200);
});
