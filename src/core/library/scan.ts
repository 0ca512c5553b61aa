import type { Stats } from 'node:fs';
import { open, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import type { DigestPaper, DigestProblem } from '../digest/digest.ts';
import { parseDigest } from '../digest/parse.ts';
import { Slicer } from '../slices.ts';
import { errorCode, reasonOf } from './file-errors.ts';
import { walkFolder } from './walk.ts';
import type { FolderProblem } from './walk.ts';

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

export interface ScanOptions {
  readonly root: string;
  /** What is known of the folder, by path: a file of the same time and size is not read again. */
  readonly known: ReadonlyMap<string, ScannedFile>;
  readonly signal: AbortSignal;
  /** Changed or new files, in batches. */
  onFiles(files: readonly ScannedFile[]): void;
  /** Known files that are gone; never told when the scan was cancelled or the root failed. */
  onRemoved(paths: readonly string[]): void;
  onProgress(progress: ScanCount): void;
}

export interface ScanCount {
  readonly files: number;
  /** Null until the folder has been walked. */
  readonly totalFiles: number | null;
  /** Papers printed in the files seen, known ones included. */
  readonly papers: number;
}

export interface ScanResult {
  readonly cancelled: boolean;
  /** What belongs to no file of the library. */
  readonly problems: readonly FolderProblem[];
}

/** A digest of this length would hold some twenty thousand papers; larger files are something else. */
export const MAX_FILE_SIZE = 32 * 1024 * 1024;
/** Files read at a time: as many as Node's thread pool works on by default, twice over. */
const READERS = 8;
const BATCH = 32;

/**
 * Walks and reads a folder; files of known time and size are skipped. Rejects with AppError folder-missing,
 * not-a-folder or folder-unreadable; whatever else goes wrong is a problem of its file.
 */
export async function scanFolder(options: ScanOptions): Promise<ScanResult> {
  const slicer = new Slicer();
  const root = await realRoot(options.root);
  const { files, problems, unread } = await rootErrors(options.root, () =>
    walkFolder(root, options.signal, slicer),
  );
  if (options.signal.aborted) return { cancelled: true, problems };

  const pass = new Pass(root, options, files, slicer);
  await pass.run();
  if (isAborted(options.signal)) return { cancelled: true, problems };

  const removed = [...options.known.keys()].filter(
    (path) => !pass.present.has(path) && !unread.some((folder) => path.startsWith(folder)),
  );
  // A drive that went away takes its files with it, but they are not deleted.
  if (removed.length > 0) {
    await realRoot(options.root);
    options.onRemoved(removed);
  }
  const empty = files.length === 0 && problems.length === 0 ? [EMPTY] : [];
  return { cancelled: false, problems: [...problems, ...empty] };
}

const EMPTY: FolderProblem = {
  code: 'folder-empty',
  file: '',
  message: 'The folder holds no Markdown or text files.',
  line: null,
};

/** One reading of all files: a few readers at a time, results in batches. */
class Pass {
  /** Known paths that are still there. */
  readonly present = new Set<string>();
  readonly #root: string;
  readonly #options: ScanOptions;
  readonly #files: readonly string[];
  readonly #slicer: Slicer;
  #next = 0;
  #done = 0;
  #papers = 0;
  #batch: ScannedFile[] = [];

  constructor(root: string, options: ScanOptions, files: readonly string[], slicer: Slicer) {
    this.#root = root;
    this.#options = options;
    this.#files = files;
    this.#slicer = slicer;
  }

  async run(): Promise<void> {
    this.#tell();
    await Promise.all(Array.from({ length: READERS }, () => this.#reader()));
    if (this.#options.signal.aborted) return;
    this.#flush();
  }

  async #reader(): Promise<void> {
    for (;;) {
      const path = this.#files[this.#next];
      if (path === undefined || this.#options.signal.aborted) return;
      this.#next += 1;
      const known = this.#options.known.get(path);
      const file = await readFileOf(this.#root, path, known);
      if (isAborted(this.#options.signal)) return;
      this.#done += 1;
      if (file !== null) {
        this.present.add(path);
        this.#papers += file.papers.length;
        if (file !== known) this.#batch.push(file);
      }
      if (this.#batch.length >= BATCH || this.#done % (8 * BATCH) === 0) this.#flush();
      await this.#slicer.pause();
    }
  }

  #flush(): void {
    const batch = this.#batch;
    this.#batch = [];
    if (batch.length > 0) this.#options.onFiles(batch);
    this.#tell();
  }

  #tell(): void {
    this.#options.onProgress({
      files: this.#done,
      totalFiles: this.#files.length,
      papers: this.#papers,
    });
  }
}

/** Reads and parses a file; gives back `known` when it has not changed, null when it is gone. */
async function readFileOf(
  root: string,
  path: string,
  known: ScannedFile | undefined,
): Promise<ScannedFile | null> {
  const absolute = join(root, path);
  try {
    if (known !== undefined && isSame(known, await stat(absolute))) return known;
    const handle = await open(absolute, 'r');
    try {
      // Of the open file: a change after this has a later time and is read by the next scan.
      const stats = await handle.stat();
      if (stats.size > MAX_FILE_SIZE) return tooLarge(path, stats);
      const bytes = Buffer.allocUnsafeSlow(stats.size);
      let length = 0;
      while (length < bytes.length) {
        const { bytesRead } = await handle.read(bytes, length, bytes.length - length, length);
        if (bytesRead === 0) break;
        length += bytesRead;
      }
      const { format, papers, problems } = parseDigest(bytes.subarray(0, length), path);
      return { path, mtimeMs: stats.mtimeMs, size: stats.size, format, papers, problems };
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    if (errorCode(error) === null) throw error;
    return unreadable(path, error);
  }
}

function isSame(known: ScannedFile, stats: Stats): boolean {
  return known.mtimeMs === stats.mtimeMs && known.size === stats.size;
}

function tooLarge(path: string, { mtimeMs, size }: Stats): ScannedFile {
  const message = `The file is too large to be a digest (${String(Math.round(size / 1024 / 1024))} MB, at most ${String(MAX_FILE_SIZE / 1024 / 1024)} MB are read).`;
  return {
    path,
    mtimeMs,
    size,
    format: null,
    papers: [],
    problems: [{ code: 'file-too-large', message, line: null }],
  };
}

function unreadable(path: string, error: unknown): ScannedFile {
  const message = `The file could not be read: ${reasonOf(error)}.`;
  return {
    path,
    mtimeMs: -1,
    size: 0,
    format: null,
    papers: [],
    problems: [{ code: 'file-unreadable', message, line: null }],
  };
}

async function realRoot(root: string): Promise<string> {
  return rootErrors(root, async () => {
    const real = await realpath(root);
    if (!(await stat(real)).isDirectory()) {
      throw new AppError('not-a-folder', 'This is not a folder.', { subject: root });
    }
    return real;
  });
}

/** Runs what may fail for the folder as a whole, and says so with its AppError. */
async function rootErrors<T>(root: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    const details = { subject: root, retryable: true, cause: error };
    switch (errorCode(error)) {
      case 'ENOENT':
        throw new AppError('folder-missing', 'The folder is not there.', details);
      case 'ENOTDIR':
        throw new AppError('not-a-folder', 'This is not a folder.', details);
      case null:
        throw error;
      default: {
        const message = `The folder could not be read: ${reasonOf(error)}.`;
        throw new AppError('folder-unreadable', message, details);
      }
    }
  }
}

/** Read anew: the signal may have changed since the last look, which TypeScript does not know. */
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}
