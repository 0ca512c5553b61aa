/** Lectern as a person runs it, on data of its own: through the browser host, or on real Electron (project `electron`). */
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  _electron,
  expect,
  test as base,
  type BrowserContext,
  type ElectronApplication,
  type Locator,
  type Page,
} from '@playwright/test';
import { digests, root, spawnServer, type Server } from '../contract/hosts.ts';

export { digests, expect };

interface Running {
  readonly page: Page;
  /** With the token; null in Electron. */
  readonly address: URL | null;
  end(): Promise<void>;
}

export class Lectern {
  /** A folder of this test's own; data are in its `data`. */
  readonly dir: string;
  /** Addresses outside the app that were asked for: each test accounts for all of them. */
  readonly foreign: string[] = [];
  /** What was written to the console, or thrown: nothing should be. */
  readonly console: string[] = [];
  readonly #launch: (folder: string | null) => Promise<Running>;
  #running: Running | null = null;

  constructor(dir: string, launch: (lectern: Lectern, folder: string | null) => Promise<Running>) {
    this.dir = dir;
    this.#launch = (folder) => launch(this, folder);
  }

  /** Starts, with a folder or without; a Lectern that runs is ended first, and everything saved. */
  async start(folder: string | null = null): Promise<Page> {
    await this.end();
    this.#running = await this.#launch(folder);
    return this.#running.page;
  }

  /** The printed address, of the browser host. */
  get address(): URL {
    const address = this.#running?.address;
    if (!address) throw new Error('no browser host runs');
    return address;
  }

  /** Closes the page and ends the program, as a person would. */
  async end(): Promise<void> {
    await this.#running?.page.close();
    await this.#running?.end();
    this.#running = null;
  }

  /** Records what a context does outside the app, and answers it with nothing. */
  async watch(context: BrowserContext, origin: string): Promise<void> {
    await context.route(
      (url) => url.origin !== origin && url.protocol !== 'blob:',
      async (route) => {
        this.foreign.push(route.request().url());
        await route.fulfill({ body: '' });
      },
    );
  }

  listenTo(page: Page): void {
    page.on('console', (message) => this.console.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => this.console.push(`thrown: ${error.message}`));
  }
}

async function launchBrowserHost(
  lectern: Lectern,
  context: BrowserContext,
  folder: string | null,
): Promise<Running> {
  const args = folder === null ? [] : [folder];
  const server: Server = await spawnServer(join(lectern.dir, 'data'), args);
  await context.unrouteAll();
  await lectern.watch(context, server.address.origin);
  const page = await context.newPage();
  lectern.listenTo(page);
  await page.goto(server.address.href);
  return {
    page,
    address: server.address,
    async end() {
      expect(await server.end(), server.output()).toBe(0);
    },
  };
}

async function launchElectron(lectern: Lectern, folder: string | null): Promise<Running> {
  const app: ElectronApplication = await _electron.launch({
    args: [
      // Only here: a container's root has no sandbox to give.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      root,
      ...(folder === null ? [] : [folder]),
    ],
    env: { ...process.env, LECTERN_DATA: join(lectern.dir, 'data') },
  });
  await lectern.watch(app.context(), 'app://lectern');
  const page = await app.firstWindow();
  lectern.listenTo(page);
  return { page, address: null, end: () => app.close() };
}

export const test = base.extend<{ readonly lectern: Lectern }>({
  lectern: async ({ browser, contextOptions }, use, info) => {
    const electron = info.project.name === 'electron';
    const dir = await realpath(await mkdtemp(join(tmpdir(), 'lectern-e2e-')));
    const context = electron ? null : await browser.newContext(contextOptions);
    const lectern = new Lectern(dir, (self, folder) =>
      context === null ? launchElectron(self, folder) : launchBrowserHost(self, context, folder),
    );
    await use(lectern);
    await lectern.end();
    await context?.close();
    await rm(dir, { recursive: true, force: true });
    expect(lectern.console).toEqual([]);
    expect(lectern.foreign).toEqual([]);
  },
});

/** Skips a spec that is about what only the browser host has. */
export function inBrowserOnly(): void {
  test.skip(() => test.info().project.name === 'electron', 'of the browser host');
}

/** Opens the fixture folder and waits until all of it is there. */
export async function openDigests(lectern: Lectern): Promise<Page> {
  const page = await lectern.start(digests);
  await expect(page.getByRole('treeitem', { name: /^All Papers/ })).toHaveAccessibleName(/15/);
  await expect(rows(page)).toHaveCount(15);
  return page;
}

/** The papers of the list; what the search field offers are options too. */
export const rows = (page: Page): Locator =>
  page.getByRole('region', { name: 'Papers' }).locator('[role="option"][aria-posinset]');

export const row = (page: Page, title: string | RegExp): Locator =>
  rows(page).filter({ hasText: title });

export const selectedRow = (page: Page): Locator =>
  rows(page).and(page.getByRole('option', { selected: true }));

/** The reading pane. */
export const reader = (page: Page): Locator =>
  page.getByRole('region', { name: 'Paper', exact: true });

export const view = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('treeitem', { name });

/** Goes to a view of the sidebar. */
export async function goTo(page: Page, name: string | RegExp): Promise<void> {
  await view(page, name).click();
}

/** Reads a paper by clicking its row. */
export async function read(page: Page, title: string): Promise<void> {
  await row(page, title).click();
  await expect(reader(page).getByRole('heading', { level: 1 })).toContainText(title);
}

/** Begins a note about the paper shown; what is typed goes there once this resolves. */
export async function beginNote(page: Page): Promise<void> {
  await page.keyboard.press('n');
  const note = reader(page).getByRole('textbox', { name: 'Note about this paper' });
  await expect(note).toBeFocused();
}
