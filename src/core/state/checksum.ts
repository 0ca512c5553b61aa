import { createHash } from 'node:crypto';

/** The first 16 hexadecimal digits of the SHA-256 of the parts: tells damage, not malice. */
export function checksum(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex').slice(0, 16);
}
