/** Every view in both languages: axe-core in every theme (WCAG 2.2 AA), and whether small windows leave it whole. */
import { join } from 'node:path';
import type { Page, ViewportSize } from '@playwright/test';
import { answerMedia, makeSamples, makeState } from '../../scripts/lib/view-content.js';
import { SIZE, SMALL, views, walk, type View } from '../../scripts/lib/views.js';
import { chooseNew, colourViolations, violations } from './axe.ts';
import { lostIn } from './in-page.js';
import { expect, inBrowserOnly, test } from './lectern.ts';

inBrowserOnly();
// A trace would take a picture at each of some hundred steps.
test.use({ trace: 'off' });
test.setTimeout(300_000);

/** A theme, and what the system prefers meanwhile. */
type Look = readonly [theme: string, colorScheme: 'light' | 'dark'];

/** The usual window at 200% zoom. */
const ZOOMED = { width: SIZE.width / 2, height: SIZE.height / 2 };

/** Each language with every theme; the two grounds of high contrast, whose colours are of no language, are shared out. */
const ROUNDS = [
  {
    language: 'Korean',
    locale: 'ko-KR',
    further: [
      ['dark', 'dark'],
      ['sepia', 'light'],
      ['contrast', 'dark'],
    ],
    windows: [ZOOMED],
  },
  {
    language: 'English',
    locale: 'en-GB',
    further: [
      ['dark', 'dark'],
      ['sepia', 'light'],
      ['contrast', 'light'],
    ],
    windows: [SMALL, ZOOMED],
  },
] as const;

/** The theme is an attribute, as settings.svelte.ts sets it. */
async function putOn(page: Page, theme: string, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.evaluate(`document.documentElement.dataset.theme = '${theme}'`);
}

/** What is wrong with what is shown: by every rule in the light theme, by its colours in the others. */
async function violationsIn(page: Page, further: readonly Look[]): Promise<string[]> {
  await putOn(page, 'light', 'light');
  const found = (await violations(page)).map((one) => `light: ${one}`);
  if ((await chooseNew(page)) === 0) return found;
  for (const [theme, scheme] of further) {
    await putOn(page, theme, scheme);
    found.push(...(await colourViolations(page)).map((one) => `${theme} ${scheme}: ${one}`));
  }
  return found;
}

/** What the small windows take away. */
async function lostInWindows(page: Page, windows: readonly ViewportSize[]): Promise<string[]> {
  const found: string[] = [];
  for (const size of windows) {
    await page.setViewportSize(size);
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))');
    found.push(...(await lostIn(page)).map((one) => `${size.width} × ${size.height}: ${one}`));
  }
  await page.setViewportSize(SIZE);
  return found;
}

for (const { language, locale, further, windows } of ROUNDS) {
  test.describe(language, () => {
    test.use({ locale });

    test(`axe finds nothing wrong with any view of the ${language} app, in any theme, and small windows take nothing away`, async ({
      lectern,
    }) => {
      const found: Record<string, string[]> = {};
      const look = async (page: Page, alone: boolean): Promise<void> => {
        const there = views.filter((view) => (view.alone ?? false) === alone);
        await walk(page, there, async ({ name }: View) => {
          const wrong = [
            ...(await violationsIn(page, further)),
            ...(await lostInWindows(page, windows)),
          ];
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
