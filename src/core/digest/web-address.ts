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
