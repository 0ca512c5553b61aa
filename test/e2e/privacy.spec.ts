/** A whole session, with everything that leaves its page and its host written down: nothing does without permission. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../contract/hosts.ts';
import {
  beginNote,
  expect,
  goTo,
  inBrowserOnly,
  openDigests,
  read,
  reader,
  rows,
  test,
} from './lectern.ts';

inBrowserOnly();

/** Where the host listens. */
const OWN_ADDRESS = 'lookup 127.0.0.1';

test('nothing leaves without permission, and nothing any more once it is taken back', async ({
  lectern,
}) => {
  const file = join(lectern.dir, 'connections');
  await writeFile(file, '');
  const left = async (): Promise<string[]> =>
    (await readFile(file, 'utf8'))
      .split('\n')
      .filter((line) => line !== '' && line !== OWN_ADDRESS);
  process.env['LECTERN_CONNECTIONS'] = file;
  process.env['NODE_OPTIONS'] =
    `--import=${pathToFileURL(join(root, 'test/e2e/record-connections.js')).href}`;
  const page = await openDigests(lectern).finally(() => {
    delete process.env['NODE_OPTIONS'];
    delete process.env['LECTERN_CONNECTIONS'];
  });
  const media: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).pathname.startsWith('/media/')) media.push(request.url());
  });

  // Reading, marking, searching: 15 papers, most with media.
  await rows(page).first().click();
  for (let turn = 0; turn < 15; turn++) await page.keyboard.press('j');
  await page.keyboard.press('s');
  await page.keyboard.press('/');
  await page.keyboard.type('강화');
  await page.keyboard.press('Escape');
  await goTo(page, /^All Papers/);
  // Pages, a note that names a picture, as it reads too, an export with its preview.
  for (const [key, heading] of [
    ['Shift+D', 'Calendar'],
    ['Shift+S', 'Statistics'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeHidden();
  }
  await read(page, 'Kite');
  await beginNote(page);
  await page.keyboard.insertText('![seen](https://evil.example/note.png) https://evil.example/');
  await expect(reader(page).getByText('Saved')).toBeVisible();
  await reader(page).getByRole('button', { name: 'Read', exact: true }).click();
  await expect(reader(page).locator('.note-text')).toContainText('evil.example');
  await page.keyboard.press('ControlOrMeta+e');
  const exporting = page.getByRole('dialog', { name: 'Export' });
  await exporting.getByRole('radio', { name: 'HTML' }).check();
  await expect(exporting.getByText('<!doctype html>', { exact: false })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(exporting).toBeHidden();
  await read(page, 'Driftwood');
  await expect(reader(page).getByText('not loaded yet')).toBeVisible();
  expect(media).toEqual([]);
  expect(await left()).toEqual([]);

  // Allowed, it is asked for, and what comes back is kept by nobody.
  await reader(page).getByRole('button', { name: 'Load' }).first().click();
  await expect.poll(() => media.length).toBeGreaterThan(0);
  await expect.poll(left).not.toEqual([]);
  const once = await left();
  const asked = media[0] ?? '';
  const answer = await page.request.get(asked, { headers: { 'sec-fetch-site': 'same-origin' } });
  expect(answer.headers()['cache-control']).toBe('no-store');

  // Taken back, the host asks for it no more, whatever the page wants.
  const id = Buffer.from(asked.split('/').at(-2) ?? '', 'base64url').toString();
  const forgotten = await page.evaluate(`fetch('/api/state.change', {
    method: 'POST', headers: { 'Content-Type': 'application/json' },
    body: ${JSON.stringify(JSON.stringify({ change: { kind: 'media.paper', paper: id, value: false } }))},
  }).then((response) => response.json())`);
  expect(forgotten).toMatchObject({ ok: true });
  await expect(reader(page).getByText('not loaded yet')).toBeVisible();
  const before = (await left()).length;
  expect(await page.evaluate(`fetch(${JSON.stringify(asked)}).then(({ status }) => status)`)).toBe(
    403,
  );
  expect((await left()).length).toBe(before);
  expect(once.every((line) => /^(?:lookup|connect) /.test(line))).toBe(true);
  // That the medium could not be had, and then was refused, is all that the console tells.
  expect(lectern.console.every((line) => /Failed to load resource/.test(line))).toBe(true);
  lectern.console.length = 0;
});
