import type { ErrorCode } from '../../shared/errors.ts';
import { AppError } from '../../shared/errors.ts';
import { errorCode } from './files.ts';

function reasonOf(error: unknown): string {
  switch (errorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'there is no space left on the disk';
    case 'EACCES':
    case 'EPERM':
      return 'access is denied';
    case 'EROFS':
      return 'the disk is read-only';
    case null:
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

/** The AppError that a failed file operation on `subject` stands for; an AppError stays itself. */
export function asAppError(
  code: Extract<ErrorCode, 'read-failed' | 'write-failed'>,
  subject: string,
  error: unknown,
): AppError {
  if (error instanceof AppError) return error;
  const what = code === 'read-failed' ? 'read' : 'written';
  return new AppError(code, `${subject} could not be ${what}: ${reasonOf(error)}.`, {
    subject,
    retryable: true,
    cause: error,
  });
}

/** Runs file operations; what they throw comes out as an AppError. */
export async function failingAs<T>(
  code: Extract<ErrorCode, 'read-failed' | 'write-failed'>,
  subject: string,
  run: () => Promise<T>,
): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw asAppError(code, subject, error);
  }
}
