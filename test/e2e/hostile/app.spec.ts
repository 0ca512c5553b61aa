/** Digests, titles, notes and plain documents written to attack: in the real app with its real policy they do nothing. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { Random } from '../../bench/random.ts';
import { root } from '../../contract/hosts.ts';
import { expect, goTo, reader, rows, test, type Lectern } from '../lectern.ts';
import { addresses } from './address-vectors.ts';
import { mutate } from './mutate.ts';
import { pageFiles } from './script.ts';
import { vectors } from './vectors.ts';

const hostile = join(root, 'test/fixtures/hostile');
const SEED = 20261125;
const MUTATIONS = 100;
const PER_PAPER = 12;

/** What the script brings into the page: the callbacks that are sent there call it. */
declare const probe: {
  unsafe(root: unknown): string[];
  outside(texts: readonly unknown[]): string[];
  shown(pane: unknown): string[];
};

let script: string;
test.beforeAll(async () => {
  script = String((await pageFiles('probe')).get('/script.js'));
});

/** A folder that is open, with what happens in its page and beyond; what goes outside the app lectern.ts tells. */
async function open(lectern: Lectern, folder: string): Promise<{ page: Page; told: string[] }> {
  const page = await lectern.start(folder);
  const told: string[] = [];
  page.on('dialog', async (dialog) => {
    told.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.context().on('page', (popup) => told.push(`window: ${popup.url()}`));
  await expect(rows(page).first()).toBeVisible();
  page.on('framenavigated', (frame) => told.push(`navigation: ${frame.url()}`));
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (!/^\/(?:api\/[\w.]+|events|assets\/[\w.-]+)$/.test(pathname))
      told.push(`request: ${pathname}`);
  });
  await page.evaluate(script);
  return { page, told };
}

/** Nothing of others' text is more than text, nor outside of its box. */
async function expectHarmless(text: Locator): Promise<void> {
  await expect(text).toBeVisible();
  expect(await text.evaluate((element: unknown) => probe.unsafe(element))).toEqual([]);
  expect(await text.evaluate((element: unknown) => probe.outside([element]))).toEqual([]);
}

async function expectNothingHappened(page: Page, told: readonly string[]): Promise<void> {
  // Two frames and a turn: what loads or fires on its own has begun by then.
  await page.evaluate(
    'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))',
  );
  expect(await page.evaluate('probe.happened()')).toEqual([]);
  expect(told).toEqual([]);
}

/** Reads every paper of the list, as the arrow key comes to it. */
async function readAll(page: Page, told: readonly string[], papers: number): Promise<void> {
  await rows(page).first().click();
  const pane = reader(page);
  for (let index = 1; ; index++) {
    const selected = page
      .getByRole('region', { name: 'Papers' })
      .getByRole('option', { selected: true });
    await expect(selected).toHaveAttribute('aria-posinset', String(index));
    await expect(pane.locator('.prose').first()).toBeAttached();
    await expect(pane.getByRole('heading', { level: 1 }).first()).toBeVisible();
    for (const part of [pane, selected])
      expect(await part.evaluate((element: unknown) => probe.shown(element))).toEqual([]);
    await expectNothingHappened(page, told);
    if (index === papers) return;
    await page.keyboard.press('j');
  }
}

/** The page still works: nothing was clobbered, covered or hidden. */
async function expectWorking(page: Page): Promise<void> {
  await goTo(page, /^All Papers/);
  await rows(page).first().click();
  await page.keyboard.press('s');
  await goTo(page, /^Starred/);
  await expect(rows(page)).toHaveCount(1);
}

test('a hostile digest does nothing but show its text', async ({ lectern }) => {
  const { page, told } = await open(lectern, hostile);
  await expect(rows(page)).toHaveCount(4);
  await readAll(page, told, 4);
  await expectWorking(page);
});

test(`every vector and mutations of them, in every field of digests (seed ${SEED})`, async ({
  lectern,
}) => {
  test.setTimeout(600_000);
  const random = new Random(SEED);
  const texts = [
    ...vectors.map(({ text }) => text),
    ...Array.from({ length: MUTATIONS }, () =>
      mutate(random.pick(vectors).text, random.pick(vectors).text, random),
    ),
  ];
  const digest: unknown[] = [];
  for (let first = 0; first < texts.length; first += PER_PAPER) {
    const own = texts.slice(first, first + PER_PAPER);
    const number = String(digest.length + 1).padStart(5, '0');
    digest.push({
      title: `${number} ${(own[0] ?? '').slice(0, 1_000)}`,
      id: `2604.${number}`,
      date: '2026-04-02',
      authors: own.slice(0, 3).map((text) => text.slice(0, 200)),
      abstract: own.map((text) => `- **${text.slice(0, 40)}**: ${text}\n\n${text}`).join('\n'),
      ai_summary: own[1],
      ai_keywords: own.slice(0, 2),
      mediaUrls: addresses.slice(digest.length % addresses.length).slice(0, 3),
      thumbnail: random.pick(addresses),
      projectPage: random.pick(addresses),
      github: random.pick(addresses),
      pdf_url: random.pick(addresses),
    });
  }
  const folder = join(lectern.dir, '"><img src=x onerror=hack()>');
  await mkdir(folder);
  await writeFile(join(folder, '2026-04-02.json'), JSON.stringify(digest));
  const { page, told } = await open(lectern, folder);
  await expect(page.getByRole('treeitem', { name: /^All Papers/ })).toHaveAccessibleName(
    new RegExp(`${digest.length} unread`),
  );
  await readAll(page, told, digest.length);
  await expectWorking(page);
});

test('a hostile note does nothing in its editor, nor when it is read', async ({ lectern }) => {
  const { page, told } = await open(lectern, hostile);
  const text = await readFile(join(hostile, '2026-04-01.md'), 'utf8');
  await rows(page).first().click();
  const pane = reader(page);
  await page.keyboard.press('n');
  await expect(pane.getByRole('textbox', { name: 'Note about this paper' })).toBeFocused();
  await page.keyboard.insertText(text);
  await expectNothingHappened(page, told);
  await expect(pane.getByText('Saved')).toBeVisible();
  await pane.getByRole('button', { name: 'Read', exact: true }).click();
  await expectHarmless(pane.locator('.note .prose'));
  await expectNothingHappened(page, told);
});

test('a hostile plain document does nothing in its dialog', async ({ lectern }) => {
  const { page, told } = await open(lectern, hostile);
  await page.getByRole('button', { name: /^Problems/ }).click();
  await page.getByRole('button', { name: 'Read it: plain.md' }).click();
  const document = page.getByRole('region', { name: 'plain.md' });
  await expect(document.getByRole('heading')).toContainText('A document that is no digest');
  await expectHarmless(document);
  await expectNothingHappened(page, told);
});
