import { realpath, stat } from 'node:fs/promises';
import { AppError, assertNever } from '../../shared/errors.ts';
import { parseDigest } from '../digest/parse.ts';
import { Slicer } from '../slices.ts';
import { errorCode, reasonOf } from './file-errors.ts';
import { FileReader } from './file-reader.ts';
import type { FileBytes, FileRead } from './file-reader.ts';
import type { ScannedFile } from './scanned-file.ts';
import { walkFolder } from './walk.ts';
import type { FolderProblem } from './walk.ts';

export type { ScannedFile } from './scanned-file.ts';

export interface ScanOptions {
  readonly root: string;
  /** What is known of the folder, by path: a file of the same times and size is not read again. */
  readonly known: ReadonlyMap<string, ScannedFile>;
  /** Known files that were found to be other than known: they are read whatever their times say. */
  readonly doubted?: ReadonlySet<string>;
  /** Whether a root that holds nothing at all was emptied, rather than that its drive is not connected. */
  readonly trustEmpty?: boolean;
  readonly signal: AbortSignal;
  /** Changed or new files, in batches. */
  onFiles(files: readonly ScannedFile[]): void;
  /** Known files that are gone; never told when the scan was cancelled or the root failed. */
  onRemoved(paths: readonly string[]): void;
  onProgress(progress: ScanCount): void;
  /** The real path of each folder before it is listed, and of each file outside of them before it is read. */
  onVisit?(real: string): void;
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

/** Files read at a time: asking for many at once wakes the thread pool once, not for every file. */
const BATCH = 16;

/**
 * Walks and reads a folder; files of known times and size are skipped. Rejects with AppError folder-missing,
 * not-a-folder or folder-unreadable; whatever else goes wrong is a problem of its file.
 */
export async function scanFolder(options: ScanOptions): Promise<ScanResult> {
  const slicer = new Slicer();
  const root = await realRoot(options.root);
  const { files, problems, unread, isBlank } = await rootErrors(options.root, () =>
    walkFolder(root, options.signal, slicer, (real) => options.onVisit?.(real)),
  );
  if (options.signal.aborted) return { cancelled: true, problems };
  if (isBlank && options.known.size > 0 && options.trustEmpty === false) {
    const message = 'The folder holds nothing any more; its drive may not be connected.';
    throw new AppError('folder-missing', message, { subject: options.root, retryable: true });
  }

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
  message: 'The folder holds no files that could be digests.',
  line: null,
};

/** One reading of all files, in order and in batches: while one is parsed the next is read. */
class Pass {
  /** Known paths that are still there. */
  readonly present = new Set<string>();
  readonly #options: ScanOptions;
  readonly #files: readonly string[];
  readonly #slicer: Slicer;
  /** Readers for two batches. */
  readonly #readers: readonly FileReader[];
  #done = 0;
  #papers = 0;

  constructor(root: string, options: ScanOptions, files: readonly string[], slicer: Slicer) {
    this.#options = options;
    this.#files = files;
    this.#slicer = slicer;
    this.#readers = Array.from({ length: 2 * BATCH }, () => new FileReader(root));
  }

  async run(): Promise<void> {
    this.#tell();
    let ahead = this.#read(0);
    for (let first = 0; first < this.#files.length; first += BATCH) {
      const reads = await ahead;
      if (this.#options.signal.aborted) return;
      ahead = this.#read(first + BATCH);
      await this.#parse(first, reads);
    }
    await ahead;
  }

  #read(first: number): Promise<readonly FileRead[]> {
    const paths = this.#options.signal.aborted ? [] : this.#files.slice(first, first + BATCH);
    return Promise.all(
      paths.map((path, index) =>
        this.#readerOf(first + index).read(path, this.#options.known.get(path), {
          again: this.#options.doubted?.has(path) ?? false,
        }),
      ),
    );
  }

  #readerOf(index: number): FileReader {
    const reader = this.#readers[index % this.#readers.length];
    if (reader === undefined) throw new RangeError('no readers');
    return reader;
  }

  async #parse(first: number, reads: readonly FileRead[]): Promise<void> {
    const changed: ScannedFile[] = [];
    for (const [index, result] of reads.entries()) {
      if (this.#options.signal.aborted) break;
      const path = this.#files[first + index] ?? '';
      const file = await this.#fileOf(path, result, first + index);
      this.#done += 1;
      if (file !== null) {
        this.present.add(path);
        this.#papers += file.papers.length;
        if (file !== this.#options.known.get(path)) changed.push(file);
      }
      await this.#slicer.pause();
    }
    if (changed.length > 0) this.#options.onFiles(changed);
    this.#tell();
  }

  async #fileOf(path: string, result: FileRead, index: number): Promise<ScannedFile | null> {
    switch (result.kind) {
      case 'bytes':
        return parsed(path, result);
      case 'known':
        return result.file;
      case 'large': {
        const options = { again: true, anySize: true };
        const known = this.#options.known.get(path);
        return this.#fileOf(path, await this.#readerOf(index).read(path, known, options), index);
      }
      case 'gone':
        return null;
      default:
        return assertNever(result);
    }
  }

  #tell(): void {
    this.#options.onProgress({
      files: this.#done,
      totalFiles: this.#files.length,
      papers: this.#papers,
    });
  }
}

function parsed(path: string, { bytes, times }: FileBytes): ScannedFile {
  const { format, papers, problems } = parseDigest(bytes, path);
  return { path, ...times, format, papers, problems };
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
