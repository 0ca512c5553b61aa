import { createHash } from 'node:crypto';

/** The first 16 hexadecimal digits of the SHA-256 of what was added: tells damage, not malice. */
export class Checksum {
  readonly #hash = createHash('sha256');

  add(part: string | Uint8Array): this {
    this.#hash.update(part);
    return this;
  }

  /** Nothing can be added afterwards. */
  end(): string {
    return this.#hash.digest('hex').slice(0, 16);
  }
}

/** The checksum of the parts, one behind the other. */
export function checksum(...parts: readonly (string | Uint8Array)[]): string {
  return parts.reduce<Checksum>((sum, part) => sum.add(part), new Checksum()).end();
}
