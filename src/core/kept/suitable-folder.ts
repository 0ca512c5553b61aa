import { realpath } from 'node:fs/promises';
import { isAbsolute, sep } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import { expandHome } from '../folders/complete-path.ts';
import { realFolder } from '../folders/real-folder.ts';

/** Where no export may be written, by absolute paths. */
export interface Forbidden {
  readonly digests: readonly string[];
  /** Folders of Lectern's own data. */
  readonly data: readonly string[];
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** What is not there has the path that it would have. */
async function realOrSame(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    return path;
  }
}

async function meets(real: string, folders: readonly string[]): Promise<boolean> {
  for (const folder of folders) {
    const other = await realOrSame(folder);
    if (isInside(real, other) || isInside(other, real)) return true;
  }
  return false;
}

/**
 * The real path of a folder that an export may be kept in: one that is there, and neither in nor around a digest folder or
 * Lectern's data. Errors: folder-missing, not-a-folder, folder-unreadable, inside-digest-folder, place-unsuitable.
 */
export async function suitableFolder(
  typed: string,
  home: string,
  { digests, data }: Forbidden,
): Promise<string> {
  const path = expandHome(typed.trim(), home);
  if (!isAbsolute(path)) {
    throw new AppError('place-unsuitable', 'Give the whole path of the folder.', {
      subject: typed,
    });
  }
  const real = await realFolder(path);
  if (await meets(real, digests)) {
    const message = 'Lectern writes nothing into or around a folder of digests.';
    throw new AppError('inside-digest-folder', message, { subject: real });
  }
  if (await meets(real, data)) {
    const message = 'This is a folder of Lectern’s own data. Choose another one.';
    throw new AppError('place-unsuitable', message, { subject: real });
  }
  return real;
}
