import { AppError } from '../../../shared/errors.ts';

/** As the contract: longer texts do not pass. */
const MOST_BYTES = 200_000_000;

/** UTF-8 first; then what Korean and Western tools wrote before it. */
const ENCODINGS = ['utf-8', 'euc-kr', 'windows-1252'] as const;

/** The text of bytes in the encoding that they are in, as far as that can be told. */
export function decodeText(bytes: Uint8Array<ArrayBuffer>): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  for (const encoding of ENCODINGS) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch (error) {
      // These bytes are none of that encoding.
      if (!(error instanceof TypeError)) throw error;
    }
  }
  return new TextDecoder().decode(bytes);
}

/** Reads a file that the reader chose. Errors: import-too-large, read-failed; `subject` is its name. */
export async function readText(file: File): Promise<string> {
  const subject = file.name;
  if (file.size > MOST_BYTES) {
    throw new AppError('import-too-large', 'This file is too large.', { subject });
  }
  try {
    return decodeText(new Uint8Array(await file.arrayBuffer()));
  } catch (cause) {
    throw new AppError('read-failed', 'This file could not be read.', { subject, cause });
  }
}
