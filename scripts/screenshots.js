// `npm run screenshots [-- folder]`: pictures of the running app, on the sample digests or a folder given, in both
// themes and languages, into docs/screenshots/.
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
const { chromium, expect } = await import('@playwright/test');

const folder = process.argv[2] === undefined ? null : resolve(process.argv[2]);
const target = join(root, 'docs', 'screenshots');
const SIZE = { width: 1280, height: 800 };

/**
 * One picture each, in this order, on one library for each theme and language: what changes marks stands last. `go` brings
 * a fresh page there; `fresh`: with no folder open.
 */
const VIEWS = [
  { name: 'first', fresh: true, go: () => Promise.resolve() },
  { name: 'search', go: search },
  { name: 'export', go: (page) => page.keyboard.press('ControlOrMeta+e') },
  { name: 'shortcuts', go: (page) => page.keyboard.press('?') },
  { name: 'settings', go: (page) => page.keyboard.press('ControlOrMeta+,') },
  { name: 'day', go: (page) => openPage(page, 'd', '[data-paper]') },
  { name: 'calendar', go: (page) => openPage(page, 'Shift+D', 'td[tabindex="0"]') },
  { name: 'reader', go: (page) => openPaper(page, 2) },
  { name: 'note', go: writeNote },
  { name: 'statistics', go: readSomeDays },
];

/** Goes to the paper at an index of the list. */
async function openPaper(page, index) {
  await page.locator('#reader-scroll h1').waitFor();
  const row = page.locator('[data-pane="list"] [role="option"]').nth(index);
  await row.click();
  const title = (await row.locator('.title').textContent()).trim().slice(0, 12);
  await page.locator('#reader-scroll h1', { hasText: title }).waitFor();
}

async function writeNote(page) {
  await openPaper(page, 1);
  await page.keyboard.press('n');
  await page.locator('.note .cm-content').waitFor();
  await page.keyboard.insertText(
    '**Try this** on our data: the loss is $-\\log \\sigma(\\beta \\Delta)$.\n\n- [x] read the appendix\n- [ ] ask Jin about the baseline',
  );
  await page.locator('.note .mode button').last().click();
  await page.locator('.note .katex').waitFor();
}

async function search(page) {
  const count = page.locator('[data-pane="list"] .count[role="status"]');
  const before = await count.textContent();
  await page.keyboard.press('/');
  await page.keyboard.type('모델');
  await expect(count).not.toHaveText(before);
}

async function openPage(page, key, shows) {
  await page.keyboard.press(key);
  await page.locator(`[data-pane="page"] ${shows}`).first().waitFor();
}

async function readSomeDays(page) {
  await openPage(page, 'd', '[data-paper]');
  await page.keyboard.press('Shift+A');
  await expect(page.locator('[data-pane="page"] article:not(.read)')).toHaveCount(0);
  await openPage(page, 'Shift+S', 'dl');
}

/** Starts the browser host on data of its own; gives its address and how to end it. */
async function serve(args) {
  const data = await mkdtemp(join(tmpdir(), 'lectern-screenshots-'));
  const host = spawn(
    process.execPath,
    [join(root, 'out', 'main', 'lectern.js'), 'serve', ...args, '--no-open', '--port', '0'],
    { env: { ...process.env, LECTERN_DATA: data }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const stop = async () => {
    host.kill('SIGTERM');
    await once(host, 'exit');
    await rm(data, { recursive: true });
  };
  for await (const line of createInterface({ input: host.stdout })) {
    const url = /http:\/\/\S+/.exec(line)?.[0];
    if (url !== undefined) return { url, stop };
  }
  throw new Error('the browser host ended before it told its address');
}

/** All views of one theme and language, those without a folder and those with one. */
async function shootAll(browser, views, colorScheme, language) {
  const args = views[0].fresh ? [] : [folder ?? join(root, 'resources', 'samples')];
  const { url, stop } = await serve(args);
  const locale = language === 'ko' ? 'ko-KR' : 'en-GB';
  const context = await browser.newContext({ viewport: SIZE, colorScheme, locale });
  try {
    for (const view of views) {
      const page = await context.newPage();
      await page.goto(url);
      await page
        .locator(view.fresh ? 'h1' : '[data-pane="list"] [role="option"]')
        .first()
        .waitFor();
      await view.go(page);
      await page.evaluate('document.fonts.ready');
      const path = join(target, `${view.name}-${colorScheme}-${language}.png`);
      await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
      await page.close();
    }
  } finally {
    await context.close();
    await stop();
  }
}

await mkdir(target, { recursive: true });
const browser = await chromium.launch({
  executablePath: await ensureBrowser(),
  args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});
for (const theme of ['light', 'dark']) {
  for (const language of ['ko', 'en']) {
    for (const fresh of [true, false]) {
      const views = VIEWS.filter((view) => (view.fresh ?? false) === fresh);
      await shootAll(browser, views, theme, language);
    }
  }
}
await browser.close();
console.log(`Pictures are in ${target}`);
