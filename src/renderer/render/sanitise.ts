/** The last word on HTML from untrusted text: a short list of elements and attributes, and nothing else. */
import createDOMPurify from 'dompurify';
import { mailAddress } from '../../shared/mail-address.ts';

/** Every element that rendered text may hold before formulas and images are put in. */
export const ALLOWED_TAGS: readonly string[] = [
  ...['p', 'br', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'code', 'span'],
  ...['ul', 'ol', 'li', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ...['a', 'strong', 'em', 'del', 'sub', 'sup'],
];

/** Every attribute, with the values that it may have. */
const ATTRIBUTES: Readonly<Record<string, (value: string) => boolean>> = {
  href: (value) => linkAddress(value) !== null,
  title: () => true,
  align: (value) => /^(?:left|center|right)$/.test(value),
  start: (value) => /^\d{1,9}$/.test(value),
  'data-math': (value) => value === 'inline' || value === 'display',
  'data-image': (value) => value.length <= 8_000,
  'data-paper': (value) => value.length <= 2_000,
};

export const ALLOWED_ATTRIBUTES: readonly string[] = Object.keys(ATTRIBUTES);

/** The address that a link in a text may open, by the web or by mail; null for all others. */
export function linkAddress(address: string): string | null {
  return httpsAddress(address) ?? mailAddress(address);
}

/** The address of a page that a link may open: https, http made https (hosts open nothing else); null for all others. */
export function httpsAddress(address: string): string | null {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return null;
  url.protocol = 'https:';
  return url.href;
}

const purify = createDOMPurify(window);

purify.addHook('uponSanitizeAttribute', (_element, attribute) => {
  if (ATTRIBUTES[attribute.attrName]?.(attribute.attrValue) !== true) attribute.keepAttr = false;
});

/** Untrusted HTML as a fragment of allowed elements; the content of others stays as text, that of scripts and styles goes. */
export function sanitise(html: string): DocumentFragment {
  return purify.sanitize(html, {
    ALLOWED_TAGS: [...ALLOWED_TAGS],
    ALLOWED_ATTR: [...ALLOWED_ATTRIBUTES],
    // The hook above judges every value.
    ADD_URI_SAFE_ATTR: [...ALLOWED_ATTRIBUTES],
    ALLOWED_NAMESPACES: ['http://www.w3.org/1999/xhtml'],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  });
}
