/** Texts as one ZIP archive. */
import { strToU8, Zip, ZipDeflate } from 'fflate/browser';
import { Slicer } from '../slices.ts';
import type { NamedText } from './obsidian.ts';

/** Packs texts in slices of the thread's time. */
export async function zipped(files: readonly NamedText[]): Promise<Buffer> {
  const slicer = new Slicer();
  const pieces: Uint8Array[] = [];
  const failures: Error[] = [];
  const zip = new Zip((error, piece) => {
    if (error === null) pieces.push(piece);
    else failures.push(error);
  });
  for (const { name, text } of files) {
    const file = new ZipDeflate(name, { level: 6 });
    zip.add(file);
    file.push(strToU8(text), true);
    await slicer.pause();
  }
  zip.end();
  const [failure] = failures;
  if (failure !== undefined) throw failure;
  return Buffer.concat(pieces);
}
