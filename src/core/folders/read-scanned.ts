import type { PathLike } from 'node:fs';
import { open } from 'node:fs/promises';
import { READ_FLAGS, readInto } from '../library/file-reader.ts';
import type { ScannedFile } from '../library/scanned-file.ts';

export interface ReadScannedOptions {
  /** More flags of open(2). */
  readonly flags?: number;
  /** Where the bytes are read into, as long as the file at least. */
  readonly memory?: Buffer;
}

/** The bytes of a file; null when it is not as it was scanned. Rejects with the system's error. */
export async function readScanned(
  path: PathLike,
  { mtimeMs, size }: ScannedFile,
  { flags = 0, memory }: ReadScannedOptions = {},
): Promise<Buffer | null> {
  const handle = await open(path, READ_FLAGS | flags);
  try {
    const stats = await handle.stat();
    if (!stats.isFile() || stats.mtimeMs !== mtimeMs || stats.size !== size) return null;
    return await readInto(memory ?? Buffer.allocUnsafeSlow(size), handle.fd, size);
  } finally {
    await handle.close();
  }
}
