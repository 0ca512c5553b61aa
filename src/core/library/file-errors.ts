import { AppError } from '../../shared/errors.ts';

/** The system's code of a failed file operation (`ENOENT`), or null when it is no such error. */
export function errorCode(error: unknown): string | null {
  if (!(error instanceof Error) || error instanceof AppError || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'it is no longer there',
  ENOTDIR: 'it is not a folder',
  EISDIR: 'it is a folder',
  ELOOP: 'too many symbolic links',
  ENAMETOOLONG: 'its path is too long',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EIO: 'the disk or the network failed',
  EBUSY: 'another program uses it',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
};

/** Why a file operation failed, as the end of a sentence. */
export function reasonOf(error: unknown): string {
  const code = errorCode(error);
  return REASONS[code ?? ''] ?? (error instanceof Error ? error.message : String(error));
}
