/**
 * Every vector and thousands of mutations through the app's own rendering, in a real browser under the app's own policy.
 * HOSTILE_SEED and HOSTILE_RUNS try others, and more.
 */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Page } from '@playwright/test';
import { contentSecurityPolicy } from '../../../src/core/host/content-security-policy.ts';
import { Random } from '../../bench/random.ts';
import { inBrowserOnly } from '../lectern.ts';
import { formula, mutate } from './mutate.ts';
import { pageFiles } from './script.ts';
import { vectors } from './vectors.ts';

inBrowserOnly();

const SEED = Number(process.env['HOSTILE_SEED'] ?? 20261125);
const MUTATIONS = Number(process.env['HOSTILE_RUNS'] ?? 4_000);
const BATCH = 100;

let server: Server;
let origin: string;

const PAGE =
  '<!doctype html><meta charset=utf-8><title>Harness</title><link rel=stylesheet href=/style.css><script src=/script.js></script><body>';
const TYPES: Readonly<Record<string, string>> = {
  '': 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  woff2: 'font/woff2',
};

test.beforeAll(async () => {
  const files = new Map([...(await pageFiles('harness')), ['/', PAGE] as const]);
  server = createServer(({ url = '' }, response) => {
    const file = files.get(url);
    // Browsers ask for an icon and complain when there is none.
    response.writeHead(file === undefined ? 204 : 200, {
      'Content-Type': TYPES[/\.(\w+)$/.exec(url)?.[1] ?? ''] ?? 'application/octet-stream',
      'Content-Security-Policy': contentSecurityPolicy(),
    });
    response.end(file);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
test.afterAll(() => server.close());

/** The harness, and all that it told the world: requests, dialogs, windows, navigations, words on the console. */
async function open(page: Page): Promise<string[]> {
  const told: string[] = [];
  await page.goto(origin);
  page.on('request', (request) => {
    // The fonts that formulas are set in.
    if (!/^\/KaTeX_[\w-]+\.woff2$/.test(request.url().slice(origin.length)))
      told.push(`request: ${request.url()}`);
  });
  page.on('crash', () => told.push('crashed'));
  page.on('dialog', async (dialog) => {
    told.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.context().on('page', (popup) => told.push(`window: ${popup.url()}`));
  page.on('framenavigated', (frame) => told.push(`navigation: ${frame.url()}`));
  page.on('console', (message) => told.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => told.push(`thrown: ${error.message}`));
  page.on('websocket', (socket) => told.push(`socket: ${socket.url()}`));
  return told;
}

async function expectNothing(page: Page, way: string, texts: readonly string[]): Promise<void> {
  const told = await open(page);
  for (let first = 0; first < texts.length; first += BATCH) {
    const batch = texts.slice(first, first + BATCH);
    await page.evaluate(`harness.prepare(${JSON.stringify(way)}, ${JSON.stringify(batch)})`);
    if (way === 'html') dropReports(told);
    expect(await page.evaluate('harness.show()'), `from ${first}`).toEqual([]);
    expect(told, `from ${first}`).toEqual([]);
  }
}

/** What the policy blocked of what the sanitiser's parser met: none of it is in what it gives. */
function dropReports(told: string[]): void {
  const rest = told.filter((line) => !/^console: .*Content Security Policy/.test(line));
  told.splice(0, told.length, ...rest);
}

function mutations(seed: number): readonly string[] {
  const random = new Random(seed);
  return Array.from({ length: MUTATIONS }, () =>
    mutate(random.pick(vectors).text, random.pick(vectors).text, random),
  );
}

const texts = vectors.map(({ text }) => text);
const formulas = texts.map((text) => text.replace(/^\$+|\$+$/g, ''));

for (const way of ['markdown', 'note', 'html', 'formula'] as const) {
  test(`no vector does anything as ${way}`, async ({ page }) => {
    await expectNothing(page, way, way === 'formula' ? formulas : texts);
  });
}
for (const way of ['markdown', 'note', 'html'] as const) {
  test(`no mutation does anything as ${way} (seed ${SEED})`, async ({ page }) => {
    test.slow();
    await expectNothing(page, way, mutations(SEED));
  });
}

test(`no formula of commands at random does anything (seed ${SEED})`, async ({ page }) => {
  test.slow();
  const random = new Random(SEED);
  const made = Array.from({ length: MUTATIONS / 2 }, () => formula(random));
  await expectNothing(page, 'formula', made);
});

test('what the tests look for is seen when it is there', async ({ page }) => {
  const told = await open(page);
  await page.evaluate(`(() => {
    const script = document.createElement('script');
    script.textContent = 'hack()';
    const fixed = document.createElement('p');
    fixed.style.position = 'fixed';
    fixed.setAttribute('onclick', 'hack()');
    const image = new Image();
    image.src = 'https://evil.example/a.png';
    const text = document.createElement('div');
    text.className = 'prose';
    Object.assign(text.style, { position: 'absolute', top: '400px', width: '9em', height: '2em' });
    Object.assign(fixed.style, { top: '0', left: '0', width: '9em', height: '9em' });
    text.append(fixed);
    document.body.append(script, text, image);
    return new Promise((done) => setTimeout(done, 50));
  })()`);
  const unsafe = await page.evaluate<string[]>('probe.unsafe(document.body)');
  for (const what of ['script', 'onclick', 'fixed', 'src=https://evil.example/a.png'])
    expect(
      unsafe.some((found) => found.startsWith(what)),
      what,
    ).toBe(true);
  const outside = 'probe.outside([...document.querySelectorAll(".prose")])';
  const shown = await page.evaluate<string[]>('probe.shown(document.body)');
  const escaped = await page.evaluate<string[]>(outside);
  expect(escaped).not.toEqual([]);
  expect(shown).toEqual(expect.arrayContaining(escaped));
  const happened = await page.evaluate<string[]>('probe.happened()');
  expect(happened.some((what) => what.includes('evil.example'))).toBe(true);
  expect(happened.some((what) => what.startsWith('script-src'))).toBe(true);
  expect(told.some((line) => line.startsWith('console'))).toBe(true);
});
