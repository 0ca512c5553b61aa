/** Random use of the real page, by keys and clicks, as a hasty reader would. */
import type { Page } from '@playwright/test';
import type { Random } from '../bench/random.ts';

const KEYS: readonly string[] = [
  ...Array<string>(8).fill('j'),
  ...Array<string>(4).fill('k'),
  'Shift+J',
  'Shift+K',
  'm',
  'm',
  's',
  'u',
  ' ',
  ' ',
  'Shift+ ',
  'Home',
  'End',
  'PageDown',
  'h',
  'c',
  'z',
  'Shift+Z',
  'ControlOrMeta+Shift+l',
];
const DIALOG_KEYS: readonly string[] = [
  'ControlOrMeta+,',
  '?',
  'ControlOrMeta+e',
  'l',
  'ControlOrMeta+o',
];
const SEARCHES: readonly string[] = [
  '모델',
  '학습',
  'attention',
  'ㄱㅎ',
  'diffusion 2',
  '없는말없는말',
  'a',
];
const NOTES: readonly string[] = [
  '다시 볼 것 $x^2$',
  '**soon** and `code`',
  '- a\n- b',
  '| a | b |\n|---|---|\n| 1 | 2 |',
];

/** How often each kind of act was done. */
export type Acts = Record<string, number>;

export class Use {
  readonly acts: Acts = {};
  readonly #page: Page;
  readonly #random: Random;

  constructor(page: Page, random: Random) {
    this.#page = page;
    this.#random = random;
  }

  /** One act; the page may be anywhere, and is somewhere else afterwards. */
  async act(): Promise<void> {
    const random = this.#random;
    const roll = random.next();
    if (roll < 0.55) await this.#do('key', () => this.#page.keyboard.press(random.pick(KEYS)));
    else if (roll < 0.7) await this.#do('view', () => this.#click('[role="treeitem"]', 12));
    else if (roll < 0.8)
      await this.#do('row', () => this.#click('[data-pane="list"] [role="option"]', 10));
    else if (roll < 0.88) await this.#do('search', () => this.#search());
    else if (roll < 0.94) await this.#do('dialog', () => this.#dialog());
    else await this.#do('note', () => this.#note());
  }

  /** Back to where every measurement is made: no dialog, no search, all papers, the first one. */
  async rest(): Promise<void> {
    const { keyboard } = this.#page;
    for (let count = 0; count < 3; count++) await keyboard.press('Escape');
    // On a busy machine a dialog that was asked for may open only now.
    const dialog = this.#page.locator('dialog[open]');
    for (let count = 0; count < 20 && (await dialog.count()) > 0; count++) {
      await keyboard.press('Escape');
      await this.#page.waitForTimeout(250);
    }
    await keyboard.press('/');
    await keyboard.press('ControlOrMeta+a');
    await keyboard.press('Delete');
    await keyboard.press('Escape');
    await this.#page.locator('[role="treeitem"]').first().click();
    await this.#page.locator('[data-pane="list"] [role="option"]').first().click();
    await this.#page.waitForTimeout(1_500);
  }

  async #do(kind: string, act: () => Promise<void>): Promise<void> {
    this.acts[kind] = (this.acts[kind] ?? 0) + 1;
    await act();
  }

  /** What is asked for may go away while it is clicked. */
  async #click(selector: string, among: number): Promise<void> {
    const found = this.#page.locator(selector);
    const count = await found.count();
    if (count === 0) return;
    const at = this.#random.between(0, Math.min(count, among) - 1);
    await found
      .nth(at)
      .click({ timeout: 1_000 })
      .catch(() => undefined);
  }

  async #search(): Promise<void> {
    const { keyboard } = this.#page;
    await keyboard.press('/');
    await keyboard.press('ControlOrMeta+a');
    await keyboard.type(this.#random.pick(SEARCHES), { delay: 5 });
    await this.#page.waitForTimeout(this.#random.between(0, 300));
    if (this.#random.chance(0.6)) {
      await keyboard.press('ControlOrMeta+a');
      await keyboard.press('Delete');
    }
    await keyboard.press('Escape');
  }

  async #dialog(): Promise<void> {
    const { keyboard } = this.#page;
    await keyboard.press(this.#random.pick(DIALOG_KEYS));
    await this.#page.waitForTimeout(this.#random.between(0, 400));
    for (let count = this.#random.between(0, 4); count > 0; count--) await keyboard.press('Tab');
    await keyboard.press('Escape');
    await keyboard.press('Escape');
  }

  /** On one of the first papers, so that there are never more than some notes. */
  async #note(): Promise<void> {
    const { keyboard } = this.#page;
    await keyboard.press('Home');
    for (let count = this.#random.between(0, 10); count > 0; count--) await keyboard.press('j');
    await keyboard.press('n');
    await keyboard.press('ControlOrMeta+a');
    await keyboard.insertText(this.#random.pick(NOTES));
    await this.#page.waitForTimeout(this.#random.between(0, 700));
    await keyboard.press('Escape');
  }
}
