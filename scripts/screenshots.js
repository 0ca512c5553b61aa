// `npm run screenshots [-- folder [target]]`: pictures of every view of the running app, on the sample digests or a folder
// given, in both languages, light and dark; of the main views in the other themes, in the system's own colours, in a small
// window and at 200% zoom too. Into docs/screenshots/, or where the second argument says.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import './lib/check-node.js';
import { ensureBrowser } from './lib/browser.js';
import { ensureBuilt } from './lib/built.js';
import { ensureDependencies } from './lib/dependencies.js';
import { root } from './lib/run.js';

await ensureDependencies();
await ensureBuilt();
const { chromium } = await import('@playwright/test');
const { answerMedia, makeSamples, makeState } = await import('./lib/view-content.js');
const { SIZE, SMALL, views, walk } = await import('./lib/views.js');

const [given, into] = process.argv.slice(2);
const target = into === undefined ? join(root, 'docs', 'screenshots') : resolve(into);
const MAIN = [
  'first',
  'reader',
  'note',
  'day',
  'calendar',
  'statistics',
  'settings-text',
  'import',
];
/** A window of 1280 by 800 has half as many pixels of the page each way, twice as large. */
const ZOOMED = { width: SIZE.width / 2, height: SIZE.height / 2 };

/** What a round of pictures looks like; `main`: only of the main views. */
const LOOKS = [
  { name: 'light', colorScheme: 'light', viewport: SIZE },
  { name: 'dark', colorScheme: 'dark', viewport: SIZE },
  { name: 'sepia', theme: 'sepia', colorScheme: 'light', viewport: SIZE, main: true },
  { name: 'contrast', theme: 'contrast', colorScheme: 'dark', viewport: SIZE, main: true },
  { name: 'forced', forcedColors: 'active', colorScheme: 'dark', viewport: SIZE, main: true },
  { name: 'small', colorScheme: 'light', viewport: SMALL, main: true },
  { name: 'zoomed', colorScheme: 'dark', viewport: ZOOMED, deviceScaleFactor: 2, main: true },
];

/** Starts the browser host on data of its own; gives its address and how to end it. */
async function serve(dir, args) {
  const host = spawn(
    process.execPath,
    [join(root, 'out', 'main', 'lectern.js'), 'serve', ...args, '--no-open', '--port', '0'],
    {
      env: { ...process.env, LECTERN_DATA: join(dir, 'data') },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const stop = async () => {
    host.kill('SIGTERM');
    await once(host, 'exit');
  };
  for await (const line of createInterface({ input: host.stdout })) {
    const url = /http:\/\/\S+/.exec(line)?.[0];
    if (url !== undefined) return { url, stop };
  }
  throw new Error('the browser host ended before it told its address');
}

/** Takes the pictures of one look and language, those without a folder or those with one. */
async function shoot(browser, { name, theme, main, ...emulated }, language, alone) {
  const there = views.filter(
    (view) =>
      (view.alone ?? false) === alone &&
      (main !== true || MAIN.includes(view.name)) &&
      (given === undefined || view.samples !== true),
  );
  const dir = await mkdtemp(join(tmpdir(), 'lectern-screenshots-'));
  const folder = given === undefined ? join(dir, 'samples') : resolve(given);
  if (given === undefined) await makeSamples(folder);
  const { url, stop } = await serve(dir, alone ? [] : [folder]);
  const locale = language === 'ko' ? 'ko-KR' : 'en-GB';
  const context = await browser.newContext({ ...emulated, locale, reducedMotion: 'reduce' });
  try {
    const page = await context.newPage();
    // What brings a view to the screen is written for a window of the usual size.
    await page.setViewportSize(SIZE);
    await answerMedia(page);
    await page.goto(url);
    await page.locator('h1').first().waitFor();
    if (!alone) await makeState(page);
    await walk(page, there, async (view) => {
      if (theme !== undefined) {
        await page.evaluate(`document.documentElement.dataset.theme = '${theme}'`);
      }
      const before = page.viewportSize();
      if (main === true) await page.setViewportSize(emulated.viewport);
      await page.evaluate('document.fonts.ready');
      const path = join(target, `${view.name}-${name}-${language}.png`);
      await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
      await page.setViewportSize(before);
    });
  } finally {
    await context.close();
    await stop();
    await rm(dir, { recursive: true });
  }
}

await mkdir(target, { recursive: true });
const browser = await chromium.launch({
  executablePath: await ensureBrowser(),
  args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});
for (const look of LOOKS) {
  for (const language of ['ko', 'en']) {
    for (const alone of [true, false]) await shoot(browser, look, language, alone);
  }
}
await browser.close();
console.log(`Pictures are in ${target}`);
