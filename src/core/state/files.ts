/** The file operations that durable writing needs, and nothing else: the one seam where a test fails or stops them. */
import { mkdir, open, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

export interface OpenFile {
  /** Writes all bytes from `position` on. */
  write(bytes: Uint8Array, position: number): Promise<void>;
  truncate(size: number): Promise<void>;
  /** Resolves when content, and the size that is needed to read it, are on the disk. */
  datasync(): Promise<void>;
  close(): Promise<void>;
}

export interface Files {
  /** Null when there is no such file. */
  read(path: string): Promise<Buffer | null>;
  /** In bytes; null when there is no such file. */
  size(path: string): Promise<number | null>;
  /** Names, unsorted. */
  list(folder: string): Promise<readonly string[]>;
  /** Makes the folder and its missing parents, durably. */
  makeFolder(folder: string): Promise<void>;
  /** `new` refuses an existing file; `replace` empties it. */
  open(path: string, mode: 'new' | 'replace'): Promise<OpenFile>;
  rename(from: string, to: string): Promise<void>;
  /** Removes a file; nothing happens when there is none. */
  remove(path: string): Promise<void>;
  /** Resolves when names made, renamed and removed in the folder are on the disk. */
  syncFolder(folder: string): Promise<void>;
}

/** The `code` of a failed system call, or null. */
export function errorCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder; NTFS journals its names by itself.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Level by level: Node's recursive mkdir never ends where a parent refuses every name (seen under /proc). */
async function makeFolder(folder: string): Promise<void> {
  const parent = dirname(resolve(folder));
  const make = async (): Promise<void> => {
    await mkdir(folder, { mode: 0o700 });
    await syncFolder(parent);
  };
  try {
    await make();
  } catch (error) {
    if (errorCode(error) === 'EEXIST' && (await stat(folder)).isDirectory()) return;
    if (errorCode(error) !== 'ENOENT' || parent === folder) throw error;
    await makeFolder(parent);
    await make();
  }
}

async function openFile(
  path: string,
  mode: 'new' | 'replace',
  permissions = 0o600,
): Promise<OpenFile> {
  const handle = await open(path, mode === 'new' ? 'wx' : 'w', permissions);
  return {
    async write(bytes, position) {
      for (let done = 0; done < bytes.length;) {
        const left = bytes.length - done;
        const { bytesWritten } = await handle.write(bytes, done, left, position + done);
        done += bytesWritten;
      }
    },
    truncate: (size) => handle.truncate(size),
    datasync: () => handle.datasync(),
    close: () => handle.close(),
  };
}

/** The real file system. Files and folders that it makes are the user's alone. */
export const nodeFiles: Files = {
  async read(path) {
    try {
      return await readFile(path);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return null;
      throw error;
    }
  },
  async size(path) {
    try {
      return (await stat(path)).size;
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return null;
      throw error;
    }
  },
  list: (folder) => readdir(folder),
  makeFolder,
  open: (path, mode) => openFile(path, mode),
  rename,
  remove: (path) => rm(path, { force: true }),
  syncFolder,
};

/** The same for files that are made for other programs: who may read them the reader's system decides. */
export const sharedFiles: Files = {
  ...nodeFiles,
  open: (path, mode) => openFile(path, mode, 0o666),
};

/** Writes a whole file and resolves when its content is on the disk; its name is not yet (`syncFolder`). */
export async function writeWhole(
  files: Files,
  path: string,
  mode: 'new' | 'replace',
  bytes: Uint8Array,
): Promise<void> {
  const file = await files.open(path, mode);
  try {
    await file.write(bytes, 0);
    await file.datasync();
  } finally {
    await file.close();
  }
}

/**
 * Writes a whole file under another name first, so that under its own there is never a part of it. Its name is on the
 * disk after `syncFolder`.
 */
export async function writeThenName(files: Files, path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.tmp`;
  await writeWhole(files, temporary, 'replace', bytes);
  await files.rename(temporary, path);
}
