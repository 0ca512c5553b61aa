/** What other people's pages and digests can do: nothing. Tried from real pages in a real browser. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Page } from '@playwright/test';
import {
  digests,
  expect,
  inBrowserOnly,
  openDigests,
  read,
  reader,
  rows,
  test,
} from './lectern.ts';

inBrowserOnly();

/** Another program's server on this computer. */
async function foreignServer(): Promise<{ readonly server: Server; readonly port: number }> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' });
    response.end('<!doctype html><title>other</title><iframe name="frame"></iframe>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, port: (server.address() as AddressInfo).port };
}

/** Its page: same site as Lectern to a browser, but not the same origin. */
async function foreignPage(page: Page): Promise<{ server: Server; other: Page }> {
  const { server, port } = await foreignServer();
  const other = await page.context().newPage();
  await page.context().unrouteAll();
  await other.goto(`http://127.0.0.1:${port}/`);
  return { server, other };
}

test('a page of another program cannot call, listen, frame or load', async ({ lectern }) => {
  const page = await openDigests(lectern);
  await page.keyboard.press('s');
  const starred = page.getByRole('option').filter({ hasText: 'Starred' });
  await expect(starred).toHaveCount(1);
  const { origin, host } = lectern.address;
  const { server, other } = await foreignPage(page);

  // The cookie goes along in all of these, for they come from the same site.
  const change = { change: { kind: 'read', papers: ['arxiv:2603.90201'], value: true } };
  const tries = {
    'a call': `fetch('${origin}/api/state.change', { method: 'POST', credentials: 'include',
      headers: { 'Content-Type': 'application/json' }, body: '${JSON.stringify(change)}' })
      .then(() => 'done', () => 'refused')`,
    'a call without preflight': `fetch('${origin}/api/state.change', { method: 'POST', mode: 'no-cors',
      credentials: 'include', body: '${JSON.stringify(change)}' })
      .then(() => 'done', () => 'refused')`,
    'a socket': `new Promise((resolve) => {
      const socket = new WebSocket('ws://${host}/socket');
      socket.onopen = () => resolve('done');
      socket.onerror = () => resolve('refused');
    })`,
    'a script': `new Promise((resolve) => {
      const script = document.createElement('script');
      script.src = '${origin}/index.html';
      script.onload = () => resolve('done');
      script.onerror = () => resolve('refused');
      document.head.append(script);
    })`,
  };
  for (const [name, run] of Object.entries(tries)) {
    expect(await other.evaluate(run), name).toBe('refused');
  }
  await other.evaluate(`new Promise((resolve) => {
    const form = document.createElement('form');
    Object.assign(form, { method: 'post', action: '${origin}/api/state.undo', target: 'frame' });
    form.enctype = 'text/plain';
    document.body.append(form);
    document.querySelector('iframe').onload = resolve;
    form.submit();
  })`);
  const frame = other.frame('frame');
  expect(await frame?.locator('body').innerText()).not.toContain('"ok"');
  await frame?.goto(`${origin}/`).catch(() => undefined);
  await expect(other.frameLocator('iframe').getByText('Lectern')).toHaveCount(0);

  server.close();
  await other.close();
  await page.reload();
  await expect(starred).toHaveCount(1);
  await expect(page.getByRole('treeitem', { name: 'All Papers, 15 unread' })).toBeVisible();
});

/** Names of the internet that mean this computer, as an attacker's own name server may say. */
const NAMES = '--host-resolver-rules=MAP *.example 127.0.0.1';

/** A reader's browser of its own, where Lectern is open and has its cookie, and another site's page beside it. */
async function victim(
  address: URL,
  serveAt: (port: number) => string,
): Promise<{ readonly mine: Page; readonly evil: Page; end(): Promise<void> }> {
  const { args = [], executablePath } = test.info().project.use.launchOptions ?? {};
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [...args, NAMES],
  });
  const context = await browser.newContext({ locale: 'en-GB' });
  const mine = await context.newPage();
  await mine.goto(address.href);
  await expect(rows(mine)).toHaveCount(15);
  const { server, port } = await foreignServer();
  const evil = await context.newPage();
  const page = new URL(serveAt(port));
  if (page.port === address.port) {
    // It came while the name still meant the attacker's server.
    await evil.route(page.href, (route) => route.fulfill({ contentType: 'text/html', body: '' }));
  }
  await evil.goto(page.href);
  return {
    mine,
    evil,
    async end() {
      await browser.close();
      server.close();
    },
  };
}

/** Each way in which a page could ask; what it gives tells whether anyone answered. */
const tries = (origin: string, change: object): Readonly<Record<string, string>> => ({
  'a call': `fetch('${origin}/api/state.change', { method: 'POST', credentials: 'include',
    headers: { 'Content-Type': 'application/json' }, body: '${JSON.stringify({ change })}' })
    .then(({ status }) => status, () => 'refused')`,
  'a call without preflight': `fetch('${origin}/api/state.change', { method: 'POST', mode: 'no-cors',
    credentials: 'include', body: '${JSON.stringify({ change })}' })
    .then(({ status, type }) => (type === 'opaque' ? 'refused' : status), () => 'refused')`,
  'a session': `fetch('${origin}/session', { method: 'POST', credentials: 'include',
    headers: { Authorization: 'Bearer x' } }).then(({ status }) => status, () => 'refused')`,
  'a socket': `new Promise((resolve) => {
    const socket = new WebSocket('${origin.replace('http', 'ws')}/socket');
    socket.onopen = () => resolve('done');
    socket.onerror = () => resolve('refused');
  })`,
  'a form': `new Promise((resolve) => {
    const frame = Object.assign(document.createElement('iframe'), { name: 'answer' });
    const form = Object.assign(document.createElement('form'), {
      method: 'post', action: '${origin}/api/state.undo', target: 'answer', enctype: 'text/plain' });
    document.body.append(frame, form);
    frame.onload = () => resolve('refused');
    form.submit();
  })`,
});

for (const [name, pageOf] of [
  ['a page of another site', (own: string) => `http://evil.example:${own}/`],
  ['a name that is rebound to this computer', null],
] as const) {
  test(`${name} is not answered, though the reader's browser has the cookie`, async ({
    lectern,
  }) => {
    const page = await openDigests(lectern);
    await page.keyboard.press('s');
    await expect(page.getByRole('option').filter({ hasText: 'Starred' })).toHaveCount(1);
    const { origin, port } = lectern.address;
    const rebound = `http://rebound.example:${port}`;
    const browser = await victim(lectern.address, (own) =>
      pageOf === null ? `${rebound}/attack` : pageOf(String(own)),
    );
    const { mine, evil } = browser;
    const paper = 'arxiv:2603.90201';
    const target = pageOf === null ? rebound : origin;
    const change = { kind: 'star', papers: [paper], value: true };
    for (const [what, run] of Object.entries(tries(target, change))) {
      // Some browsers refuse by themselves to let a page of the internet ask this computer.
      expect([403, 'refused'], what).toContain(await evil.evaluate(run));
    }
    const answer = await evil.goto(`${rebound}/`);
    expect(answer?.status()).toBe(403);
    await mine.reload();
    await expect(rows(mine)).toHaveCount(15);
    await expect(mine.getByRole('option').filter({ hasText: 'Starred' })).toHaveCount(1);
    await browser.end();
  });
}

test('a page without the token is told what to do, and goes on once it has it', async ({
  lectern,
}) => {
  const page = await openDigests(lectern);
  await page.context().clearCookies();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'This page is locked' })).toBeVisible();
  // The refused calls are all that the console tells.
  expect(lectern.console.every((line) => line.includes('401 (Unauthorized)'))).toBe(true);
  lectern.console.length = 0;
  const again = await page.context().newPage();
  await again.goto(lectern.address.href);
  await expect(rows(again)).toHaveCount(15);
  await again.close();
  await expect(rows(page)).toHaveCount(15);
  lectern.console.length = 0;
});

test('HTML, script and odd links in a digest do nothing', async ({ lectern }) => {
  const page = await openDigests(lectern);
  let dialogs = 0;
  page.on('dialog', async (dialog) => {
    dialogs += 1;
    await dialog.dismiss();
  });
  await read(page, 'Harbour');
  await reader(page).getByText('Raw HTML').hover();
  await expect(page).not.toHaveTitle('hacked');
  await read(page, 'Kite');
  await reader(page).getByText('Click me').click();
  await expect(reader(page).locator('[href^="javascript"]')).toHaveCount(0);
  expect(dialogs).toBe(0);
  expect(new URL(page.url()).origin).toBe(lectern.address.origin);
});

test('the page can neither run inline script nor reach another site', async ({ lectern }) => {
  const page = await lectern.start(digests);
  await expect(rows(page)).toHaveCount(15);
  await page.evaluate(`(() => {
    const seen = (globalThis.seen = new Set());
    document.addEventListener('securitypolicyviolation', (event) => seen.add(event.effectiveDirective));
    const script = document.createElement('script');
    script.textContent = 'document.title = "hacked"';
    const style = document.createElement('style');
    style.textContent = 'body { display: none }';
    const image = new Image();
    image.src = 'https://other.example/a.png';
    const frame = document.createElement('iframe');
    frame.src = 'https://other.example/';
    document.body.append(script, style, image, frame);
    void fetch('https://other.example/').catch(() => undefined);
  })()`);
  await expect
    .poll(() => page.evaluate<string[]>('[...seen].sort()'))
    .toEqual(['connect-src', 'frame-src', 'img-src', 'script-src-elem', 'style-src-elem']);
  await expect(page).not.toHaveTitle('hacked');
  lectern.console.length = 0;
});
