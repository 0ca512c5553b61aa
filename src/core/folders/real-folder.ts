import { realpath, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { AppError } from '../../shared/errors.ts';

/** The real path of a folder to open. Errors: folder-missing, not-a-folder, folder-unreadable. */
export async function realFolder(path: string): Promise<string> {
  const full = resolve(path);
  const failed = (code: 'folder-missing' | 'folder-unreadable', message: string, cause: unknown) =>
    new AppError(code, message, { subject: full, cause, retryable: true });
  let real: string;
  let isFolder: boolean;
  try {
    real = await realpath(full);
    isFolder = (await stat(real)).isDirectory();
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw code === 'ENOENT' || code === 'ENOTDIR'
      ? failed('folder-missing', `There is no folder “${full}”.`, cause)
      : failed('folder-unreadable', `The folder “${full}” cannot be read.`, cause);
  }
  if (isFolder) return real;
  throw new AppError('not-a-folder', `“${full}” is a file; choose the folder that holds it.`, {
    subject: full,
  });
}

/** A folder's name as the sidebar shows it. */
export function folderName(path: string): string {
  return basename(path) || path;
}
