import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Digest, DigestPaper } from '../../../../src/core/digest/digest.ts';
import { openTexts, parseDigest } from '../../../../src/core/digest/parse.ts';

export const folder = join(import.meta.dirname, '../../../fixtures/formats');

export type TextPaper = Omit<DigestPaper, 'body'> & { readonly text: string };

/** A digest with its papers' texts in the place of where they stand. */
export function readDigest(
  bytes: Uint8Array,
  path = 'x',
): Omit<Digest, 'papers'> & { papers: TextPaper[] } {
  const digest = parseDigest(bytes, path);
  const text = openTexts(bytes, digest.format);
  const papers = digest.papers.map(({ body, ...paper }) => ({ ...paper, text: text(body) }));
  return { ...digest, papers };
}

export function readText(text: string, path = 'x') {
  return readDigest(Buffer.from(text), path);
}

/** One of test/fixtures/formats, read under its own name. */
export function readFixture(name: string) {
  return readDigest(readFileSync(join(folder, name)), name);
}
