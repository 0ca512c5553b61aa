/** RFC 6068: what of a `mailto:` link may be handed to the reader's mail program. */

const MAX_LENGTH = 2_000;
const MAX_ADDRESSES = 10;
/** An address as people have them: no quotes, comments or spaces, with which a mail program or a shell could be misled. */
const ADDRESS = /^[\p{L}\p{N}][\p{L}\p{N}.+_-]{0,63}@[\p{L}\p{N}][\p{L}\p{N}.-]{0,252}$/u;
const CONTROL = /\p{Cc}/u;
/** Of a text's beginning, since in it a line may end. */
const CONTROL_IN_BODY = /(?!\r\n)\p{Cc}(?<!\r\n)/u;

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    // What is no text is no address.
    return null;
  }
}

/**
 * The `mailto:` address in its plainest form, or null when it may not be opened: only addresses, a subject and a beginning
 * of the text. Copies to others, files to attach, other headers, and line ends where a header would follow are refused.
 */
export function mailAddress(url: string): string | null {
  const match = /^mailto:([^?#]*)(?:\?([^#]*))?$/i.exec(url.trim());
  if (match === null || url.length > MAX_LENGTH) return null;
  const [, to = '', query = ''] = match;
  const addresses = to.split(',').map(decoded);
  if (addresses.length > MAX_ADDRESSES) return null;
  if (!addresses.every((address) => address !== null && ADDRESS.test(address))) return null;
  const fields = fieldsOf(query);
  if (fields === null) return null;
  const names = addresses.map((address) => encodeURIComponent(address ?? '').replace('%40', '@'));
  const parts = fields.map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `mailto:${names.join(',')}${parts.length === 0 ? '' : `?${parts.join('&')}`}`;
}

function fieldsOf(query: string): readonly (readonly [string, string])[] | null {
  const fields = new Map<string, string>();
  for (const part of query.split('&')) {
    if (part === '') continue;
    const [name = '', ...rest] = part.split('=');
    const field = name.toLowerCase();
    const value = decoded(rest.join('='));
    if ((field !== 'subject' && field !== 'body') || value === null || fields.has(field))
      return null;
    if ((field === 'subject' ? CONTROL : CONTROL_IN_BODY).test(value)) return null;
    fields.set(field, value);
  }
  return [...fields];
}
