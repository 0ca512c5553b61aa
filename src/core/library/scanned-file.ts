import type { DigestPaper, DigestProblem } from '../digest/digest.ts';

/** What the library knows of a file: enough to tell a changed one, and what it printed. Plain data for the cache. */
export interface ScannedFile {
  /** Inside the folder, with `/`. */
  readonly path: string;
  /** As the file system tells it; -1 when the file could not be read, so that the next scan tries again. */
  readonly mtimeMs: number;
  readonly size: number;
  /** Null when the file is no digest. */
  readonly format: string | null;
  readonly papers: readonly DigestPaper[];
  readonly problems: readonly DigestProblem[];
}
