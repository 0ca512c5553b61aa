import { constants, type PathLike } from 'node:fs';
import { open } from 'node:fs/promises';
import type { ScannedFile } from '../library/scanned-file.ts';

/** A pipe that took the file's place is opened without waiting for somebody to write into it. Windows has no such flag. */
const READ = constants.O_RDONLY | constants.O_NONBLOCK;

/** The bytes of a file; null when it is not as it was scanned. Rejects with the system's error. `flags`: more of open(2). */
export async function readScanned(
  path: PathLike,
  { mtimeMs, size }: ScannedFile,
  flags = 0,
): Promise<Buffer | null> {
  const handle = await open(path, READ | flags);
  try {
    const stats = await handle.stat();
    const isSame = stats.isFile() && stats.mtimeMs === mtimeMs && stats.size === size;
    return isSame ? await handle.readFile() : null;
  } finally {
    await handle.close();
  }
}
