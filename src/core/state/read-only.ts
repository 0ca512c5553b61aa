import { AppError } from '../../shared/errors.ts';
import type { DataAccess } from '../../shared/model.ts';
import { errorCode } from './files.ts';
import { DataInUse } from './lock.ts';

/** How data are open that could not be opened for changes. Throws what is no reason to read them only. */
export function accessAfter(error: unknown): DataAccess {
  if (!(error instanceof AppError)) throw error;
  if (error instanceof DataInUse) {
    return error.host === null
      ? { mode: 'read', reason: 'in-use', detail: String(error.holder.pid) }
      : { mode: 'read', reason: 'in-use-elsewhere', detail: error.host };
  }
  if (error.code === 'data-newer') return { mode: 'read', reason: 'newer', detail: '' };
  if (error.code === 'write-failed') {
    return {
      mode: 'read',
      reason: 'not-writable',
      detail: errorCode(error.cause) ?? error.message,
    };
  }
  throw error;
}
