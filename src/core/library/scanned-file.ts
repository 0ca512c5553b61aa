import type { Stats } from 'node:fs';
import type { DigestPaper, DigestProblem } from '../digest/digest.ts';

/** What the library knows of a file: enough to tell a changed one, and what it printed. Plain data for the cache. */
export interface ScannedFile {
  /** Inside the folder, with `/`; bytes that are no UTF-8 as system-path.ts writes them. */
  readonly path: string;
  /** As the file system tells it; -1 when the file could not be read, so that the next scan tries again. */
  readonly mtimeMs: number;
  /**
   * Changes with every change of content or permissions, even where a program sets the modification time back. -1 when
   * the file was so young when it was read that a later change may bear the same times: the next scan reads it again.
   */
  readonly ctimeMs: number;
  readonly size: number;
  /** Null when the file is no digest. */
  readonly format: string | null;
  readonly papers: readonly DigestPaper[];
  readonly problems: readonly DigestProblem[];
}

/** What tells a changed file. */
export type FileTimes = Pick<ScannedFile, 'mtimeMs' | 'ctimeMs' | 'size'>;

/** The coarsest clock of a file system in use (FAT): two changes within it may bear the same time. */
const TICK_MS = 2_000;

/** readAt: when reading began, as `Date.now()` gives it. */
export function fileTimes({ mtimeMs, ctimeMs, size }: Stats, readAt: number): FileTimes {
  const isYoung = Math.max(mtimeMs, ctimeMs) > readAt - TICK_MS;
  return { mtimeMs, ctimeMs: isYoung ? -1 : ctimeMs, size };
}

/** Whether a file is certainly as it was when it was scanned. */
export function isUnchanged(file: FileTimes, { mtimeMs, ctimeMs, size }: Stats): boolean {
  return file.mtimeMs === mtimeMs && file.ctimeMs === ctimeMs && file.size === size;
}
