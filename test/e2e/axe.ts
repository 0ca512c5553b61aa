import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

const PATH = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
/** Nothing is fetched, and no frame looked into: there is none. */
const FAST = { resultTypes: ['violations'], preload: false, iframes: false };
/**
 * WCAG 2.2 has a rule that axe leaves out unless it is asked for. Whether a name holds what is seen it tells by whole words, and
 * Korean writes a number and its counter as one (`23` is seen, `23편` is said): the English app, of the same parts, is asked.
 */
const rules = (korean: boolean) => ({
  'target-size': { enabled: true },
  'label-content-name-mismatch': { enabled: !korean },
});
/** What another theme can make wrong. */
const COLOURS = {
  ...FAST,
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
};
/** What lies over the rest, if anything does: the rest was looked at before. */
const ON_TOP = `[...document.querySelectorAll('dialog[open], [popover="auto"]:popover-open, [data-pane="page"]')].at(-1) ?? document`;

/** What axe-core finds wrong, as rule and element: by every rule, or by those about colours with what lies on top. */
export async function violations(page: Page, about: 'all' | 'colours' = 'all'): Promise<string[]> {
  if (await page.evaluate<boolean>('window.axe === undefined')) {
    await page.evaluate(await readFile(PATH, 'utf8'));
  }
  const korean = await page.evaluate<boolean>("document.documentElement.lang === 'ko'");
  const [where, options] =
    about === 'all' ? ['document', { ...FAST, rules: rules(korean) }] : [ON_TOP, COLOURS];
  return page.evaluate<
    string[]
  >(`axe.run(${where}, ${JSON.stringify(options)}).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ' ' + target.join(' '))))`);
}
