// Every view of the app and the way there, in no language: axe looks at each in the tests, `npm run screenshots` takes its
// picture.
import { expect } from '@playwright/test';

/** @typedef {import('@playwright/test').Page} Page */

/**
 * `open` goes there from the papers, which show the first of the list; `close` goes back, where Escape does not. `alone`: with
 * no folder open; `samples`: only with what `makeSamples` of view-content.js makes.
 * @typedef {{ name: string, alone?: boolean, samples?: boolean, open: (page: Page) => Promise<unknown>, close?: (page: Page) => Promise<unknown> }} View
 */

export const SIZE = { width: 1280, height: 800 };
export const SMALL = { width: 800, height: 600 };

const PAPERS = '[data-pane="list"] [role="option"][aria-posinset]';
const SCROLLER = '#reader-scroll';
const PAGE = '[data-pane="page"]';
const POPOVER = '[popover]:not([popover="manual"]):popover-open';

/** What the host is made to say of its data; null: the truth. */
let pretended = null;

/** Goes to the paper at an index of the list. @param {Page} page */
async function openPaper(page, index) {
  const row = page.locator(PAPERS).nth(index);
  await row.click();
  const title = (await row.locator('.title').textContent()).trim().slice(0, 12);
  await page.locator(`${SCROLLER} h1`, { hasText: title }).waitFor();
}

/** Escape, until nothing lies over the papers. @param {Page} page */
async function escape(page) {
  await expect(async () => {
    const covering = page.locator(`dialog[open], ${POPOVER}, ${PAGE}`);
    if ((await covering.count()) > 0) await page.keyboard.press('Escape');
    await expect(covering).toHaveCount(0, { timeout: 500 });
  }).toPass();
}

/** @param {Page} page */
async function openDialog(page, key) {
  await page.keyboard.press(key);
  await page.locator('dialog[open]').waitFor();
}

/** @param {Page} page */
async function openPage(page, key, shows) {
  await page.keyboard.press(key);
  await page.locator(`${PAGE} ${shows}`).first().waitFor();
}

/** @param {Page} page */
async function openMenu(page, at) {
  await page.locator(at).first().click({ button: 'right' });
  await page.locator('[role="menu"]:popover-open').waitFor();
}

/** Looks for something. @param {Page} page */
async function look(page, text) {
  const count = page.locator('[data-pane="list"] .count[role="status"]');
  const before = await count.textContent();
  await page.keyboard.press('/');
  await page.keyboard.insertText(text);
  await expect(count).not.toHaveText(before);
  // The best hit is read once typing rests.
  const best = page.locator('[data-pane="list"] [role="option"][aria-selected="true"] .title');
  if ((await best.count()) === 0) return;
  const title = (await best.first().textContent()) ?? '';
  await expect(page.locator('[data-pane="reader"] h1')).toContainText(title.trim().slice(0, 12));
}

/** Groups the list: by the choice at an index of the menu. @param {Page} page */
async function arrange(page, choice, by) {
  await page.locator('[data-pane="list"] [aria-haspopup="menu"]').first().click();
  await page.locator('[role="menu"]:popover-open [role="menuitemradio"]').nth(choice).click();
  await page
    .locator('[data-pane="list"] [role="listbox"] [aria-hidden="true"] > .count')
    .first()
    .waitFor({ state: by === 'none' ? 'detached' : 'visible' });
}

/** @param {Page} page */
async function clearSearch(page) {
  const all = page.locator('[data-pane="list"] [role="combobox"]');
  await all.fill('');
  await all.press('Escape');
  await page.locator(PAPERS).first().waitFor();
}

/** The note of the second paper, for writing. @param {Page} page */
async function writeNote(page) {
  await openPaper(page, 1);
  await page.keyboard.press('n');
  await page.locator('.note .cm-content').waitFor();
}

/** @param {Page} page */
async function readNote(page) {
  await page.locator('.note .mode button').last().click();
  await page.locator('.note .cm-content').waitFor({ state: 'detached' });
}

/** One of the actions of the note's menu. @param {Page} page */
async function noteAction(page, index) {
  await openPaper(page, 1);
  await page.locator('.note [aria-haspopup="menu"]').click();
  await page.locator('[role="menu"]:popover-open [role="menuitem"]').nth(index).click();
  await page.locator('dialog[open]').waitFor();
}

/** @returns {View} */
function settings(section) {
  return {
    name: `settings-${section}`,
    async open(page) {
      await openDialog(page, 'ControlOrMeta+,');
      await page.locator(`dialog [role="tab"][id$="-${section}"]`).click();
      await page.locator(`dialog [role="tabpanel"][aria-labelledby$="-${section}"]`).waitFor();
    },
  };
}

/** @param {Page} page */
async function focusMode(page) {
  await openPaper(page, 1);
  await page.keyboard.press('f');
  await page.locator('[data-pane="list"]').waitFor({ state: 'hidden' });
}

/** @param {Page} page */
async function leaveFocusMode(page) {
  await page.keyboard.press('f');
  await page.locator('[data-pane="list"]').waitFor();
}

/** @type {readonly View[]} */
export const views = [
  { name: 'first', alone: true, open: async () => undefined },
  { name: 'first-shortcuts', alone: true, open: (page) => openDialog(page, '?') },
  { name: 'open-path', alone: true, open: (page) => openDialog(page, 'ControlOrMeta+o') },

  { name: 'reader', open: (page) => openPaper(page, 2) },
  {
    name: 'sort',
    open: (page) => page.locator('[data-pane="list"] [aria-haspopup="menu"]').click(),
  },
  { name: 'search', open: (page) => look(page, '모델'), close: clearSearch },
  {
    name: 'completions',
    async open(page) {
      await page.keyboard.press('/');
      await page.keyboard.insertText('is:');
      await page.locator('[data-pane="list"] .options [role="option"]').first().waitFor();
    },
    close: clearSearch,
  },
  { name: 'nothing-found', open: (page) => look(page, '없는 낱말'), close: clearSearch },
  {
    name: 'grouped',
    open: (page) => arrange(page, -2, 'day'),
    close: (page) => arrange(page, -3, 'none'),
  },
  {
    name: 'several',
    async open(page) {
      await openPaper(page, 1);
      for (let n = 0; n < 3; n += 1) await page.keyboard.press('Shift+ArrowDown');
      await page.locator('.several').waitFor();
    },
    close: async (page) => {
      await page.keyboard.press('Escape');
      await page.locator('.several').waitFor({ state: 'detached' });
    },
  },
  { name: 'menu-paper', open: (page) => openMenu(page, PAPERS) },
  { name: 'menu-reader', open: (page) => openMenu(page, `${SCROLLER} h1`) },
  { name: 'menu-list', open: (page) => openMenu(page, '[data-pane="sidebar"] [data-colour]') },
  {
    name: 'picture',
    async open(page) {
      const media = page.locator(`${SCROLLER} [data-media="image"]`).first();
      for (let index = 0; !(await media.isVisible()); index += 1) await openPaper(page, index);
      await page.keyboard.press('i');
      await page.locator(`${SCROLLER} img`).first().waitFor();
    },
  },
  {
    name: 'lightbox',
    async open(page) {
      await openDialog(page, 'Shift+V');
      await page.locator('dialog img').waitFor();
    },
  },
  {
    name: 'find',
    async open(page) {
      await page.keyboard.press('ControlOrMeta+Shift+f');
      await page.locator('[data-pane="reader"] input[type="search"]').fill('a');
    },
    async close(page) {
      await page.keyboard.press('Escape');
      await page.locator('[data-pane="reader"] search').waitFor({ state: 'detached' });
    },
  },
  { name: 'day-strip', open: (page) => page.keyboard.press('e') },
  {
    name: 'text',
    async open(page) {
      await page.locator('[data-pane="reader"] [popovertarget$="-panel"]').click();
      await page.locator(POPOVER).waitFor();
    },
  },
  { name: 'focus', open: focusMode, close: leaveFocusMode },
  { name: 'note-write', open: writeNote, close: readNote },
  {
    name: 'note-beside',
    async open(page) {
      await focusMode(page);
      await page.keyboard.press('n');
      await page.locator('.note .cm-content').waitFor();
    },
    async close(page) {
      await readNote(page);
      await leaveFocusMode(page);
    },
  },
  {
    name: 'note',
    open: async (page) => {
      await openPaper(page, 1);
      await page.locator('.note').scrollIntoViewIfNeeded();
    },
  },
  { name: 'note-templates', open: (page) => noteAction(page, 0) },
  { name: 'note-versions', open: (page) => noteAction(page, 1) },

  { name: 'palette', open: (page) => openDialog(page, 'ControlOrMeta+k') },
  {
    name: 'palette-found',
    async open(page) {
      await openDialog(page, 'ControlOrMeta+k');
      await page.keyboard.insertText('a');
    },
  },
  { name: 'shortcuts', open: (page) => openDialog(page, '?') },
  { name: 'mark-older', open: (page) => openDialog(page, 'Shift+M') },
  { name: 'add-to-list', open: (page) => openDialog(page, 'l') },
  {
    name: 'export',
    async open(page) {
      await openDialog(page, 'ControlOrMeta+e');
      await expect(page.locator('dialog[open] .preview pre')).not.toBeEmpty();
    },
  },
  {
    name: 'keep-export',
    async open(page) {
      await openDialog(page, 'ControlOrMeta+e');
      await page.locator('dialog[open] footer .button:not(.primary)').first().click();
      await page.locator('dialog[open] .keep [role="combobox"]').waitFor();
    },
  },
  { name: 'import', open: (page) => openDialog(page, 'ControlOrMeta+i') },
  {
    name: 'import-preview',
    async open(page) {
      await openDialog(page, 'ControlOrMeta+i');
      await page
        .locator('dialog[open] textarea')
        .fill('https://arxiv.org/abs/2402.01391\nno paper');
      await page.locator('dialog[open] dl').waitFor();
    },
  },
  {
    name: 'problems',
    samples: true,
    async open(page) {
      await page.locator('[data-pane="sidebar"] .problems').click();
      await page.locator('dialog[open] li').first().waitFor();
    },
  },
  {
    name: 'document',
    samples: true,
    async open(page) {
      await page.locator('[data-pane="sidebar"] .problems').click();
      await page.locator('dialog[open] li button').first().click();
      await page.locator('dialog[open] .document').waitFor();
    },
  },
  ...['appearance', 'text', 'reading', 'notes', 'media', 'keys', 'exports', 'data'].map(settings),
  {
    name: 'restore',
    async open(page) {
      await settings('data').open(page);
      await page.locator('dialog[open] li button').first().click();
      await page.locator('dialog[open] h4').waitFor();
    },
  },

  { name: 'day', open: (page) => openPage(page, 'd', '[data-paper]') },
  { name: 'calendar', open: (page) => openPage(page, 'Shift+D', 'td[tabindex="0"]') },
  { name: 'statistics', open: (page) => openPage(page, 'Shift+S', 'dl') },
  {
    name: 'list-page',
    async open(page) {
      await page.locator('[data-pane="sidebar"] [data-colour="teal"]').click();
      await openPage(page, 'v', 'h1');
    },
  },
  {
    name: 'edit-list',
    async open(page) {
      await openMenu(page, '[data-pane="sidebar"] [data-colour="teal"]');
      await page.locator('[role="menu"]:popover-open [role="menuitem"]').nth(3).click();
      await page.locator('dialog[open]').waitFor();
    },
  },
  {
    name: 'drawer',
    async open(page) {
      await page.setViewportSize(SMALL);
      // The window has taken in its size: before, the key would only lead to the sidebar beside the list.
      await page.locator('.side').waitFor({ state: 'hidden' });
      await page.keyboard.press('ControlOrMeta+1');
      await page.locator('.side.out').waitFor();
    },
    async close(page) {
      await page.keyboard.press('Escape');
      await page.locator('.side.out').waitFor({ state: 'detached' });
      await page.setViewportSize(SIZE);
      await page.locator('.side').waitFor();
    },
  },
  {
    name: 'toast',
    async open(page) {
      await page.keyboard.press('Shift+A');
      await page.locator('.toast').waitFor();
    },
    close: (page) => page.locator('.toast .action').click(),
  },
  {
    name: 'read-only',
    async open(page) {
      const access = { mode: 'read', reason: 'in-use-elsewhere', detail: 'studio' };
      pretended = access;
      await page.route('**/api/data.info', async (route) => {
        const answer = await route.fetch();
        const { ok, value } = await answer.json();
        await route.fulfill({ json: { ok, value: { ...value, access } } });
      });
      // What is asked once the socket is open comes over it.
      await page.routeWebSocket('**/socket', (socket) => {
        socket.connectToServer().onMessage((text) => {
          const message = JSON.parse(String(text));
          if (pretended !== null && message.result?.value?.access) {
            message.result.value.access = pretended;
          }
          socket.send(JSON.stringify(message));
        });
      });
      await page.reload();
      await page.locator(PAPERS).first().waitFor();
    },
    async close(page) {
      pretended = null;
      await page.unroute('**/api/data.info');
      await page.reload();
      await page.locator(PAPERS).first().waitFor();
    },
  },
  {
    name: 'unauthorised',
    async open(page) {
      await page.route('**/api/host.info', (route) =>
        route.fulfill({ json: { ok: false, error: { code: 'forbidden', message: '' } } }),
      );
      await page.reload();
      await page.locator('[role="alertdialog"]').waitFor();
    },
    close: () => Promise.resolve(),
  },
];

/**
 * Goes to each view in turn, and does something there.
 * @param {Page} page
 * @param {readonly View[]} views
 * @param {(view: View) => Promise<void>} visit
 */
export async function walk(page, views, visit) {
  for (const view of views) {
    await view.open(page);
    await visit(view);
    await (view.close ?? escape)(page);
  }
}
