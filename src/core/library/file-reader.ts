import * as fs from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { errorCode, reasonOf } from './file-errors.ts';
import { fileTimes, isUnchanged } from './scanned-file.ts';
import type { FileTimes, ScannedFile } from './scanned-file.ts';
import { toSystemPath } from './system-path.ts';

/** A digest of this length would hold some twenty thousand papers; larger files are something else. */
export const MAX_FILE_SIZE = 32 * 1024 * 1024;
/** Larger files are read when it is their turn, so that few of them are in memory at a time. */
const SMALL = 128 * 1024;

export interface FileBytes {
  readonly kind: 'bytes';
  /** Good until the reader reads another file. */
  readonly bytes: Buffer;
  readonly times: FileTimes;
}

export type FileRead =
  | FileBytes
  /** Nothing to parse: the file is as it was known, too large, or cannot be read. */
  | { readonly kind: 'known'; readonly file: ScannedFile }
  | { readonly kind: 'large' }
  | { readonly kind: 'gone' };

export interface ReadOptions {
  /** Reads a file although its times and size are as known. */
  readonly again?: boolean;
  /** Reads a large file too. */
  readonly anySize?: boolean;
}

/** For open(2): a pipe that took a file's place is opened without waiting for somebody to write into it. (Windows has no such flag.) */
export const READ_FLAGS = fs.constants.O_RDONLY | fs.constants.O_NONBLOCK;

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

  /** Reads a file unless it is `known` with its present times and size. What cannot be read stays as it was known. */
  async read(
    path: string,
    known: ScannedFile | undefined,
    { again = false, anySize = false }: ReadOptions = {},
  ): Promise<FileRead> {
    const absolute = toSystemPath(join(this.#root, path));
    try {
      if (known !== undefined && !again && isUnchanged(known, await stat(absolute))) {
        return { kind: 'known', file: known };
      }
      const readAt = Date.now();
      const descriptor = await open(absolute, READ_FLAGS);
      try {
        // Of the open file: a change after this has later times and is read by the next scan.
        const stats = await fstat(descriptor);
        if (!stats.isFile()) return { kind: 'gone' };
        const times = fileTimes(stats, readAt);
        const { size } = times;
        if (size > MAX_FILE_SIZE) return { kind: 'known', file: tooLarge(path, times) };
        if (size > SMALL && !anySize) return { kind: 'large' };
        const memory = size > SMALL ? Buffer.allocUnsafeSlow(size) : this.#memory;
        return { kind: 'bytes', bytes: await readInto(memory, descriptor, size), times };
      } finally {
        await close(descriptor);
      }
    } catch (error) {
      const code = errorCode(error);
      if (code === null) throw error;
      return code === 'ENOENT' || code === 'ENOTDIR'
        ? { kind: 'gone' }
        : { kind: 'known', file: unreadable(path, known, reasonOf(error)) };
    }
  }
}

/** The first `size` bytes of an open file, fewer when it has become shorter; they are in `memory`, which is as long at least. */
export async function readInto(memory: Buffer, descriptor: number, size: number): Promise<Buffer> {
  let length = 0;
  while (length < size) {
    const { bytesRead } = await read(descriptor, memory, length, size - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return memory.subarray(0, length);
}

function tooLarge(path: string, times: FileTimes): ScannedFile {
  const [has, limit] = [times.size, MAX_FILE_SIZE].map((bytes) =>
    String(Math.round(bytes / 1024 ** 2)),
  );
  const message = `The file is too large to be a digest (${has ?? ''} MB; at most ${limit ?? ''} MB are read).`;
  const problems = [{ code: 'file-too-large', message, line: null }] as const;
  return { path, ...times, format: null, papers: [], problems };
}

/** A drive that fails or a permission taken away deletes no papers. */
function unreadable(path: string, known: ScannedFile | undefined, reason: string): ScannedFile {
  const message = `The file could not be read: ${reason}.`;
  if (known?.mtimeMs === -1 && known.problems[0]?.message === message) return known;
  const problems = [{ code: 'file-unreadable', message, line: null }] as const;
  const { format, papers } = known ?? { format: null, papers: [] };
  return { path, mtimeMs: -1, ctimeMs: -1, size: 0, format, papers, problems };
}
