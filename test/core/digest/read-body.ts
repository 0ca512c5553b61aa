import type { ByteRange } from '../../../src/core/digest/digest.ts';
import { openTexts } from '../../../src/core/digest/parse.ts';

/** The text of one paper of a file. */
export function readBody(bytes: Uint8Array, body: ByteRange, format = 'daily-markdown'): string {
  return openTexts(bytes, format)(body);
}
