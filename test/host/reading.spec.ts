/** The real renderer, as a reader uses it, in the built Electron host. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { digests, expect, test } from './host.ts';

const rows = (page: Page) => page.getByRole('region', { name: 'Papers' }).getByRole('option');
const reader = (page: Page) => page.getByRole('region', { name: 'Paper', exact: true });

/** Until the folder that was asked for is shown, whole, with its first paper selected. */
async function shown(page: Page, folder: string, papers: number): Promise<void> {
  const view = page.getByRole('treeitem', { name: new RegExp(`^${folder}`), selected: true });
  await expect(view).toBeVisible();
  await expect(rows(page)).toHaveCount(papers);
  await expect(rows(page).first()).toHaveAttribute('aria-selected', 'true');
}

/** A picture of one pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('a folder chosen in the dialog is read; its links open outside; nothing is written to the console', async ({
  launch,
}) => {
  const app = await launch({ dialog: () => ({ canceled: false, filePaths: [digests] }) });
  const { page, errors, foreignRequests } = await app.electronPage();
  await page.getByRole('button', { name: 'Open a folder…' }).click();
  await shown(page, 'digests', 15);
  await rows(page).filter({ hasText: 'Driftwood' }).click();
  await expect(reader(page).getByRole('heading', { level: 1 })).toContainText('Driftwood');
  await page.keyboard.press('o');
  await expect.poll(() => app.openedExternally).toEqual(['https://arxiv.org/abs/2602.90120']);
  expect(errors).toEqual([]);
  expect(foreignRequests).toEqual([]);
});

test('the menu opens a folder and moves through it', async ({ launch }) => {
  const app = await launch({ dialog: () => ({ canceled: false, filePaths: [digests] }) });
  const page = await app.page();
  await expect(page.getByRole('button', { name: 'Open a folder…' })).toBeVisible();
  await app.rpc.call('menu.choose', 'folder.open');
  await shown(page, 'digests', 15);
  await app.rpc.call('menu.choose', 'list.last');
  await expect(rows(page).last()).toHaveAttribute('aria-selected', 'true');
});

test('a note being written when the app is ended is there at the next start', async ({
  launch,
}) => {
  const first = await launch({ args: [digests] });
  const page = await first.page();
  await shown(page, 'digests', 15);
  await rows(page).filter({ hasText: 'Orchard' }).click();
  await expect(reader(page).getByRole('heading', { level: 1 })).toContainText('Orchard');
  await page.keyboard.press('n');
  await expect(reader(page).getByRole('textbox')).toBeFocused();
  await page.keyboard.type('Winter pruning, 봄에 다시 보기');
  await first.quit();

  const second = await launch();
  const again = await second.page();
  // What was read is no longer among the unread that the start shows.
  await again.getByRole('treeitem', { name: /^All Papers/ }).click();
  await rows(again).filter({ hasText: 'Orchard' }).click();
  await expect(reader(again).getByText('Winter pruning, 봄에 다시 보기')).toBeVisible();
});

test('an allowed picture comes over the app’s own network, each redirect checked', async ({
  launch,
  dir,
}) => {
  const folder = join(dir, 'pictures');
  await mkdir(folder);
  const paper = (title: string, id: string, picture: string) =>
    `### [${title}](https://arxiv.org/abs/${id})\n\n![](${picture})\n\nVote: 1\n\n- A summary.\n\n`;
  await writeFile(
    join(folder, '05.md'),
    '## Daily Papers (2026-02-05)\n\n' +
      paper('Public', '2602.90901', 'https://93.184.215.14/public.png') +
      paper('Inward', '2602.90902', 'https://93.184.215.14/inward.png'),
  );
  const app = await launch({
    args: [folder],
    network: ({ url }) => {
      const { pathname } = new URL(url);
      const to = { '/public.png': '/pixel.png', '/inward.png': 'https://127.0.0.1/secret.png' }[
        pathname
      ];
      return to === undefined
        ? {
            status: 200,
            headers: { 'content-type': 'image/png', 'set-cookie': 'a=b' },
            body: PIXEL,
          }
        : { status: 302, headers: { location: to }, body: new Uint8Array() };
    },
  });
  const { page, foreignRequests } = await app.electronPage();
  await shown(page, 'pictures', 2);
  await rows(page).filter({ hasText: 'Public' }).click();
  await expect(reader(page).getByText('not loaded yet')).toBeVisible();
  expect(app.requested).toEqual([]);

  await reader(page).getByRole('button', { name: 'Load' }).click();
  const picture = reader(page).getByRole('img', { name: 'Picture 1 of this paper' });
  await expect
    .poll(() => picture.evaluate((image) => (image as { naturalWidth?: number }).naturalWidth))
    .toBe(1);
  expect(app.requested).toMatchObject([
    {
      url: 'https://93.184.215.14/public.png',
      credentials: 'omit',
      redirect: 'manual',
      cache: 'no-store',
    },
    { url: 'https://93.184.215.14/pixel.png', credentials: 'omit', referrerPolicy: 'no-referrer' },
  ]);

  await rows(page).filter({ hasText: 'Inward' }).click();
  await reader(page).getByRole('button', { name: 'Load' }).click();
  await expect.poll(() => app.requested.length).toBe(3);
  await expect(reader(page).getByText('could not be loaded')).toBeVisible();
  expect(app.requested).toHaveLength(3);
  expect(foreignRequests).toEqual([]);
});

test('a reading engine that stopped is told, and the app starts anew when asked to', async ({
  launch,
}) => {
  const app = await launch({ dialog: () => ({ response: 0, checkboxChecked: false }) });
  await app.page();
  await app.rpc.call('threads.end');
  expect(await app.exited).toBe(1);
  expect(app.dialogs).toMatchObject([{ kind: 'message', modal: false }]);
  expect(app.relaunches).toBe(1);
});
