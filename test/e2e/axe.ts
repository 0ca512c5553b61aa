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
/** What decides which rules of style hold for an element, beside its name. */
const STATES =
  'class role lang type disabled open inert aria-selected aria-pressed aria-checked aria-expanded aria-current aria-disabled data-active data-level data-colour';

/** Puts axe where the page's scripts may call it. */
async function load(page: Page): Promise<void> {
  if (await page.evaluate<boolean>('window.axe === undefined')) {
    await page.evaluate(await readFile(PATH, 'utf8'));
  }
}

/** What axe says about a part of the page, as rule and element. */
const told = (part: string, options: object): string =>
  `axe.run(${part}, ${JSON.stringify(options)}).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ' ' + target.join(' '))))`;

/** What axe-core finds wrong with what is shown, as rule and element. */
export async function violations(page: Page): Promise<string[]> {
  await load(page);
  const korean = await page.evaluate<boolean>("document.documentElement.lang === 'ko'");
  return page.evaluate<string[]>(told('document', { ...FAST, rules: rules(korean) }));
}

/**
 * Chooses the texts that are new to this page's looks, for `colourViolations`; tells how many they are. A text of the same
 * names, classes and states up to the root as one that was chosen before has its colours, in every theme: it is left out.
 */
export function chooseNew(page: Page): Promise<number> {
  return page.evaluate<number>(`(() => {
    const states = ${JSON.stringify(STATES.split(' '))};
    const seen = (window.looksSeen ??= new Set());
    const lookOf = (node) => {
      const own = states.map((name) => node.getAttribute(name) ?? '').join(' ');
      const focus = node === document.activeElement ? ':focus' : '';
      return node.localName + focus + ' ' + own + (node.parentElement ? ' < ' + lookOf(node.parentElement) : '');
    };
    window.looksNew = [...document.body.querySelectorAll('*')].filter((node) => {
      const text = [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim() !== '');
      if (!text && !node.matches('input, textarea, select')) return false;
      if (!node.checkVisibility({ visibilityProperty: true })) return false;
      const look = lookOf(node);
      return !seen.has(look) && seen.add(look);
    });
    return looksNew.length;
  })()`);
}

/** What axe-core finds wrong with the colours of the chosen texts. */
export async function colourViolations(page: Page): Promise<string[]> {
  await load(page);
  return page.evaluate<string[]>(
    told('{ include: looksNew.filter((node) => node.isConnected) }', COLOURS),
  );
}
