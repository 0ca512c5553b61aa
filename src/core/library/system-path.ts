/**
 * Names that are not UTF-8 (Linux allows any bytes; archives from Korean Windows leave CP949) as strings and back: a byte
 * that fits no character becomes a lone surrogate, as Python does it (PEP 383). Such a string survives JSON.
 */
import { isUtf8 } from 'node:buffer';

const ESCAPED = 0xdc00;
const ESCAPE = /([\udc80-\udcff])/u;

/** A name as the system gave it, as a string; toSystemPath leads back to the very bytes. */
export function fromSystemName(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString();
  let name = '';
  for (let at = 0; at < bytes.length;) {
    const length = [1, 2, 3, 4].find(
      (n) => at + n <= bytes.length && isUtf8(bytes.subarray(at, at + n)),
    );
    name +=
      length === undefined
        ? String.fromCharCode(ESCAPED + (bytes[at] ?? 0))
        : bytes.toString('utf8', at, at + length);
    at += length ?? 1;
  }
  return name;
}

/** What file functions are to be called with: the path itself wherever it is plain text. */
export function toSystemPath(path: string): string | Buffer {
  const parts = path.split(ESCAPE);
  if (parts.length === 1) return path;
  return Buffer.concat(
    parts.map((part) =>
      ESCAPE.test(part) ? Buffer.of(part.charCodeAt(0) - ESCAPED) : Buffer.from(part),
    ),
  );
}
