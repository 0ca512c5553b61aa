import type { ErrorCode, WriteFault } from '../../shared/errors.ts';
import { AppError } from '../../shared/errors.ts';
import { errorCode } from './files.ts';

function faultOf(error: unknown): WriteFault | undefined {
  switch (errorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'full';
    case 'EACCES':
    case 'EPERM':
      return 'denied';
    case 'EROFS':
      return 'read-only';
    case 'EIO':
      return 'device';
    case null:
    default:
      return undefined;
  }
}

const REASONS: Readonly<Record<WriteFault, string>> = {
  full: 'there is no space left on the disk',
  denied: 'access is denied',
  'read-only': 'the disk is read-only',
  device: 'the disk reports an error',
};

/** The AppError that a failed file operation on `subject` stands for; an AppError stays itself. */
export function asAppError(
  code: Extract<ErrorCode, 'read-failed' | 'write-failed'>,
  subject: string,
  error: unknown,
): AppError {
  if (error instanceof AppError) return error;
  const what = code === 'read-failed' ? 'read' : 'written';
  const fault = faultOf(error);
  const unnamed = error instanceof Error ? error.message : String(error);
  const reason = fault === undefined ? unnamed : REASONS[fault];
  return new AppError(code, `${subject} could not be ${what}: ${reason}.`, {
    subject,
    retryable: true,
    fault,
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
