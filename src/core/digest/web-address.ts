/** Where site-relative addresses of the daily papers lead. */
const SITE = 'https://huggingface.co';

const PLAIN = /^https?:\/\/[\w.-]+(?:\/[\w.~!$&'()*+,;=:@%/?#-]*)?$/i;

/**
 * The absolute http(s) address that a digest means: absolute as printed, `//host/…` with https, `/…` on the site of the
 * daily papers. Null for anything else (other schemes, paths relative to the file, what is no address).
 */
export function webAddress(printed: string): string | null {
  const address = printed.startsWith('//')
    ? `https:${printed}`
    : printed.startsWith('/')
      ? SITE + printed
      : printed;
  if (PLAIN.test(address)) return address;
  if (!/^https?:\/\//i.test(address)) return null;
  return URL.canParse(address) ? address : null;
}

/** The address in a Markdown link's parentheses: `address`, `<address>`, either with a link title after it. */
export function destinationOf(inside: string): string {
  const text = inside.trim();
  const close = text.startsWith('<') ? text.indexOf('>') : -1;
  if (close !== -1) return text.slice(1, close);
  const space = text.search(/\s/);
  return space === -1 ? text : text.slice(0, space);
}
