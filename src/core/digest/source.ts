import { isUtf8 } from 'node:buffer';
import { toUtf8 } from './encoding.ts';

/** A digest file as the formats scan it. */
export interface Source {
  /** The text in UTF-8: the file's own bytes, or what they were converted to. Every offset is one of these. */
  readonly bytes: Buffer;
  /** False when some of the bytes are no UTF-8. */
  readonly isValid: boolean;
  /**
   * One character per byte (Latin-1) with every line ended by `\n`, so that an index is a byte offset and finding things
   * costs no decoding. What is kept is decoded from the bytes with `decode`: a slice of this would keep all of it alive.
   */
  readonly view: string;
  /** Where the text begins: after the byte order mark, if there is one. */
  readonly start: number;
}

/** Prepares the bytes of a file (of any encoding that `toUtf8` knows, any line ends) for scanning. */
export function toSource(bytes: Uint8Array): Source {
  const { bytes: buffer, isValid } = toUtf8(asBuffer(bytes));
  const start = buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf ? 3 : 0;
  let view: string | null = null;
  return {
    bytes: buffer,
    isValid,
    start,
    // Made when it is asked for: whoever only decodes texts does without.
    get view() {
      return (view ??= viewOf(buffer));
    },
  };
}

function viewOf(bytes: Buffer): string {
  const raw = bytes.toString('latin1');
  if (!raw.includes('\r')) return raw;
  // Of the same length as what it replaces, so that offsets stay true.
  return raw.replace(/\r\n?/g, (end) => (end.length === 2 ? ' \n' : '\n'));
}

/** The text of a byte range; what is no UTF-8 becomes U+FFFD. */
export function decode(source: Source, start: number, end: number): string {
  return source.bytes.toString('utf8', start, end);
}

/** The line (from 1) of the first byte that is no UTF-8, or null when all is well. */
export function invalidUtf8Line(source: Source): number | null {
  if (source.isValid) return null;
  const { bytes, view } = source;
  let start = 0;
  for (let line = 1; ; line += 1) {
    const next = view.indexOf('\n', start);
    const end = next === -1 ? view.length : next;
    if (next === -1 || !isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
}

/** The same memory as a Buffer, not a copy. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes)
    ? bytes
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Tells the line, from 1, that an offset stands in. Offsets are to be asked in ascending order. */
export function lineCounter({ view }: Source): (offset: number) => number {
  let line = 1;
  let next = view.indexOf('\n');
  return (offset) => {
    while (next !== -1 && next < offset) {
      line += 1;
      next = view.indexOf('\n', next + 1);
    }
    return line;
  };
}
