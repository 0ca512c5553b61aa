import * as fs from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { errorCode, reasonOf } from './file-errors.ts';
import type { ScannedFile } from './scanned-file.ts';

/** A digest of this length would hold some twenty thousand papers; larger files are something else. */
export const MAX_FILE_SIZE = 32 * 1024 * 1024;
/** Larger files are read when it is their turn, so that few of them are in memory at a time. */
const SMALL = 128 * 1024;

export interface FileBytes {
  readonly kind: 'bytes';
  /** Good until the reader reads another file. */
  readonly bytes: Buffer;
  readonly mtimeMs: number;
  readonly size: number;
}

export type FileRead =
  | FileBytes
  /** Nothing to parse: the file is as it was known, too large, or cannot be read. */
  | { readonly kind: 'known'; readonly file: ScannedFile }
  | { readonly kind: 'large' }
  | { readonly kind: 'gone' };

// Plain descriptors: a FileHandle per file costs more than reading a small one.
const open = promisify(fs.open);
const read = promisify(fs.read);
const fstat = promisify(fs.fstat);
const close = promisify(fs.close);
const stat = promisify(fs.stat);

/** Reads one file at a time, small ones into memory of its own. */
export class FileReader {
  readonly #root: string;
  readonly #memory = Buffer.allocUnsafeSlow(SMALL);

  /** root: the real path of the folder that paths are inside of. */
  constructor(root: string) {
    this.#root = root;
  }

  /** Reads a file unless it is `known` with its present time and size; a large one only when `anySize` is set. */
  async read(path: string, known: ScannedFile | undefined, anySize = false): Promise<FileRead> {
    const absolute = join(this.#root, path);
    try {
      if (known !== undefined && isSame(known, await stat(absolute))) {
        return { kind: 'known', file: known };
      }
      const descriptor = await open(absolute, 'r');
      try {
        // Of the open file: a change after this has a later time and is read by the next scan.
        const { mtimeMs, size } = await fstat(descriptor);
        if (size > MAX_FILE_SIZE) return { kind: 'known', file: tooLarge(path, mtimeMs, size) };
        if (size > SMALL && !anySize) return { kind: 'large' };
        const memory = size > SMALL ? Buffer.allocUnsafeSlow(size) : this.#memory;
        return { kind: 'bytes', bytes: await fill(descriptor, memory, size), mtimeMs, size };
      } finally {
        await close(descriptor);
      }
    } catch (error) {
      const code = errorCode(error);
      if (code === null) throw error;
      return code === 'ENOENT'
        ? { kind: 'gone' }
        : { kind: 'known', file: unreadable(path, reasonOf(error)) };
    }
  }
}

/** The first `size` bytes of a file, fewer when it has become shorter. */
async function fill(descriptor: number, memory: Buffer, size: number): Promise<Buffer> {
  let length = 0;
  while (length < size) {
    const { bytesRead } = await read(descriptor, memory, length, size - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return memory.subarray(0, length);
}

function isSame(known: ScannedFile, stats: fs.Stats): boolean {
  return known.mtimeMs === stats.mtimeMs && known.size === stats.size;
}

function tooLarge(path: string, mtimeMs: number, size: number): ScannedFile {
  const [has, limit] = [size, MAX_FILE_SIZE].map((bytes) => String(Math.round(bytes / 1024 ** 2)));
  const message = `The file is too large to be a digest (${has ?? ''} MB; at most ${limit ?? ''} MB are read).`;
  const problems = [{ code: 'file-too-large', message, line: null }] as const;
  return { path, mtimeMs, size, format: null, papers: [], problems };
}

function unreadable(path: string, reason: string): ScannedFile {
  const message = `The file could not be read: ${reason}.`;
  const problems = [{ code: 'file-unreadable', message, line: null }] as const;
  return { path, mtimeMs: -1, size: 0, format: null, papers: [], problems };
}
