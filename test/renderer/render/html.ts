import { expect } from 'vitest';
import { ALLOWED_ATTRIBUTES, ALLOWED_TAGS } from '../../../src/renderer/render/sanitise.ts';
import { renderText } from '../../../src/renderer/render/render-text.ts';
import { mailAddress } from '../../../src/shared/mail-address.ts';

/** A text rendered into an element of the page. */
export function render(
  text: string,
  sourceOf: (address: string) => string | null = () => null,
): HTMLElement {
  const element = document.createElement('div');
  element.append(renderText(text, sourceOf).fragment);
  return element;
}

export function inElement(fragment: DocumentFragment): HTMLElement {
  const element = document.createElement('div');
  element.append(fragment);
  return element;
}

/** What our own steps add after the sanitiser. */
const ADDED_TAGS = ['img', 'dl', 'div', 'dt', 'dd'];
const ADDED_ATTRIBUTES = ['class', 'lang', 'translate', 'target', 'rel'];
const IMAGE_ATTRIBUTES = ['src', 'alt', 'loading', 'referrerpolicy'];
const KATEX_ATTRIBUTE =
  /^(?:class|style|aria-hidden|encoding|xmlns|display|width|height|viewBox|preserveAspectRatio|d|x1|x2|y1|y2|stroke-width|[a-z]+)$/;

/** Fails unless an element holds nothing but what rendered texts may hold. */
export function expectInert(root: Element): void {
  for (const element of root.querySelectorAll('*')) {
    const tag = element.localName;
    for (const { name, value } of element.attributes) {
      expect(name, element.outerHTML).not.toMatch(
        /^on|^id$|^name$|^action|^formaction|^srcset|^xlink/,
      );
      expect(value, element.outerHTML).not.toMatch(/^\s*(?:javascript|data|vbscript|blob|file):/i);
    }
    if (element.closest('.katex')) {
      expect(element.getAttributeNames().filter((name) => !KATEX_ATTRIBUTE.test(name))).toEqual([]);
      expect(['a', 'img', 'script', 'iframe', 'object', 'form', 'input']).not.toContain(tag);
      expect(element.hasAttribute('href') || element.hasAttribute('src')).toBe(false);
      continue;
    }
    expect([...ALLOWED_TAGS, ...ADDED_TAGS], element.outerHTML).toContain(tag);
    const allowed = tag === 'img' ? IMAGE_ATTRIBUTES : [...ALLOWED_ATTRIBUTES, ...ADDED_ATTRIBUTES];
    for (const name of element.getAttributeNames()) {
      expect(allowed, element.outerHTML).toContain(name);
    }
    const href = element.getAttribute('href');
    // What looks like a mail address becomes a link, too: `0@0.0`.
    if (href !== null && mailAddress(href) === null) expect(href).toMatch(/^https:\/\//);
  }
}
