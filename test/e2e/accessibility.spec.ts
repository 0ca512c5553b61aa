/** axe-core on every view, in every theme and both languages: WCAG 2.2 AA. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { answerMedia, makeSamples, makeState } from '../../scripts/lib/view-content.js';
import { views, walk, type View } from '../../scripts/lib/views.js';
import { violations } from './axe.ts';
import { expect, inBrowserOnly, test } from './lectern.ts';

inBrowserOnly();
// A trace would take a picture at each of some hundred steps.
test.use({ trace: 'off' });
test.setTimeout(300_000);

/** A theme, and what the system prefers meanwhile. */
type Look = readonly [theme: string, colorScheme: 'light' | 'dark'];

const EVERYDAY: readonly Look[] = [
  ['light', 'light'],
  ['dark', 'dark'],
];
/** Other values for the same colours (styles/tokens.css): which colour is used where depends on no language. */
const FURTHER: readonly Look[] = [
  ['sepia', 'light'],
  ['contrast', 'light'],
  ['contrast', 'dark'],
];

/** What is wrong with what is shown, by every rule in the first theme. The theme is an attribute, as settings.svelte.ts sets it. */
async function violationsIn(page: Page, looks: readonly Look[]): Promise<string[]> {
  const found: string[] = [];
  for (const [theme, colorScheme] of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.evaluate(`document.documentElement.dataset.theme = '${theme}'`);
    const wrong = await violations(page, theme === 'light' ? 'all' : 'colours');
    found.push(...wrong.map((one) => `${theme} ${colorScheme}: ${one}`));
  }
  return found;
}

for (const [language, locale, looks] of [
  ['Korean', 'ko-KR', EVERYDAY],
  ['English', 'en-GB', [...EVERYDAY, ...FURTHER]],
] as const) {
  test.describe(language, () => {
    test.use({ locale });

    test(`axe finds nothing wrong with any view of the ${language} app, in any theme`, async ({
      lectern,
    }) => {
      const found: Record<string, string[]> = {};
      const look = async (page: Page, alone: boolean): Promise<void> => {
        const there = views.filter((view) => (view.alone ?? false) === alone);
        await walk(page, there, async ({ name }: View) => {
          const wrong = await violationsIn(page, looks);
          if (wrong.length > 0) found[name] = wrong;
        });
      };

      const empty = await lectern.start();
      await expect(empty.locator('h1')).toBeVisible();
      await look(empty, true);

      const folder = join(lectern.dir, 'samples');
      await makeSamples(folder);
      const page = await lectern.start(folder);
      await answerMedia(page);
      await makeState(page);
      await look(page, false);
      expect(found).toEqual({});
    });
  });
}
