import { randomUUID } from 'node:crypto';
import { open, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import { failingAs } from '../state/failures.ts';
import { errorCode, nodeFiles } from '../state/files.ts';

/** The real path of a path that need not exist: symbolic links resolved as far as there is anything. */
async function realPathOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    const parent = dirname(path);
    if (errorCode(error) !== 'ENOENT' || parent === path) throw error;
    return join(await realPathOf(parent), basename(path));
  }
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

async function writeDurably(path: string, content: string | Uint8Array): Promise<void> {
  // A name of its own: the target's may leave no room for more letters.
  const temporary = join(dirname(path), `.lectern-${randomUUID()}.tmp`);
  const file = await open(temporary, 'wx');
  try {
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await nodeFiles.syncFolder(dirname(path));
}

/**
 * The real path of a path that need not exist. Errors: inside-digest-folder when it lies in one of `digestFolders`; or the
 * system's.
 */
export async function refuseInside(
  path: string,
  digestFolders: readonly string[],
  subject = path,
): Promise<string> {
  const real = await realPathOf(path);
  for (const digests of digestFolders) {
    if (!isInside(real, await realPathOf(resolve(digests)))) continue;
    throw new AppError(
      'inside-digest-folder',
      'Lectern writes nothing into a folder of digests. Choose another place.',
      { subject },
    );
  }
  return real;
}

/**
 * Writes a text as UTF-8, or bytes, whole and durable or not at all; a file (or symbolic link) of that name is replaced. Resolves
 * when it is on the disk. Errors: inside-digest-folder when `path` really lies in one of `digestFolders`, write-failed.
 */
export async function saveFile(
  path: string,
  content: string | Uint8Array,
  digestFolders: readonly string[],
): Promise<void> {
  await failingAs('write-failed', path, async () => {
    const folder = await realPathOf(dirname(resolve(path)));
    const real = join(folder, basename(path));
    // The last part is replaced, not followed: what counts is the folder that it is in.
    await refuseInside(folder, digestFolders, path);
    // The path that was checked is the one that is written.
    await writeDurably(real, content);
  });
}
