import { createHash } from 'node:crypto';
import type { FolderId } from '../../shared/model.ts';

/** The identity of a folder from its real path: 32 hex digits, fit for a file name. */
export function folderIdOf(realPath: string): FolderId {
  return createHash('sha256').update(realPath).digest('hex').slice(0, 32);
}
