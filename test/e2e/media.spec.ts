import type { Page } from '@playwright/test';
import { expect, inBrowserOnly, openDigests, read, reader, test } from './lectern.ts';

inBrowserOnly();

/** A picture of one pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Answers media in the host's place, which has no network here; tells what was asked for. */
async function answerMedia(page: Page): Promise<string[]> {
  const asked: string[] = [];
  await page.context().route('**/media/**', async (route) => {
    asked.push(new URL(route.request().url()).pathname);
    await route.fulfill({ contentType: 'image/png', body: PIXEL });
  });
  return asked;
}

test('nothing remote is asked for until the reader allows it, paper by paper', async ({
  lectern,
}) => {
  const page = await openDigests(lectern);
  const asked = await answerMedia(page);
  for (const title of ['Driftwood', 'Orchard', 'Quiet Gradients', 'Lantern', 'Loom']) {
    await page.getByRole('option').filter({ hasText: title }).click();
    await expect(reader(page).getByRole('heading', { level: 1 })).toContainText(title);
    await expect(reader(page).getByText('not loaded yet')).toBeVisible();
  }
  expect(asked).toEqual([]);

  const box = reader(page).getByRole('region', { name: 'Media' });
  const before = await box.boundingBox();
  await box.getByRole('button', { name: 'Load' }).click();
  await expect(box.getByRole('img')).toBeVisible();
  expect(asked).toHaveLength(1);
  expect(await box.boundingBox()).toEqual(before);

  await read(page, 'Lantern');
  await expect(reader(page).getByText('not loaded yet')).toBeVisible();
  expect(asked).toHaveLength(1);
});

test('a whole folder may be allowed', async ({ lectern }) => {
  const page = await openDigests(lectern);
  const asked = await answerMedia(page);
  await read(page, 'Lantern');
  await reader(page).getByRole('button', { name: 'Always for this folder' }).click();
  await expect(reader(page).getByRole('img', { name: 'Picture 1 of this paper' })).toBeVisible();
  await page.getByRole('option').filter({ hasText: 'Loom' }).click();
  await expect.poll(() => asked.length).toBe(2);
});
