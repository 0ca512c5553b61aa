import { mkdir, open, rename, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Adapter } from 'lowdb';
import { Slicer } from '../slices.ts';
import { errorCode } from './file-errors.ts';
import type { ScannedFile } from './scan.ts';

export type KnownFiles = ReadonlyMap<string, ScannedFile>;

/** The cache file is not what was written. */
export class CorruptCache extends Error {}

/** To be raised whenever a ScannedFile changes its shape or a file is read differently: older caches are then not used. */
const VERSION = 4;
const HEADER = JSON.stringify({ lectern: 'library', version: VERSION });
const ANY_HEADER = /^\{"lectern":"library","version":\d+\}$/;
const CHUNK = 512 * 1024;
/** `["0123abcd",` before a file and `]` after it. */
const PREFIX = 12;

/**
 * The cache as lowdb reads and writes it: JSON lines, a header with the version, then `[checksum, ScannedFile]` for each
 * file. Read and written in slices. Reading hands files on in batches, so that a large library shows before it is whole
 * (lowdb's own `data` stays empty), and rejects with CorruptCache at the first line that is not as written.
 */
export class CacheAdapter implements Adapter<KnownFiles> {
  readonly #path: string;
  readonly #onFiles: (files: readonly ScannedFile[]) => void;

  constructor(path: string, onFiles: (files: readonly ScannedFile[]) => void) {
    this.#path = path;
    this.#onFiles = onFiles;
  }

  async read(): Promise<null> {
    let handle: FileHandle;
    try {
      handle = await open(this.#path, 'r');
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return null;
      throw error;
    }
    try {
      await this.#readLines(handle);
      return null;
    } finally {
      await handle.close();
    }
  }

  async #readLines(handle: FileHandle): Promise<void> {
    const slicer = new Slicer();
    // One memory for all reads: V8 collects its whole heap whenever 64 MB more outside of it were asked for.
    let memory: Buffer = Buffer.allocUnsafeSlow(2 * CHUNK);
    let rest = 0;
    let isHeader = true;
    for (;;) {
      if (memory.length - rest < CHUNK) memory = Buffer.concat([memory], 2 * memory.length);
      const { bytesRead } = await handle.read(memory, rest, memory.length - rest);
      if (bytesRead === 0) break;
      const data = memory.subarray(0, rest + bytesRead);
      const files: ScannedFile[] = [];
      let start = 0;
      for (let end = data.indexOf(10, rest); end !== -1; end = data.indexOf(10, start)) {
        const line = data.subarray(start, end);
        start = end + 1;
        if (!isHeader) files.push(parseLine(line));
        else if (!isOurs(line)) return;
        isHeader = false;
        await slicer.pause();
      }
      data.copyWithin(0, start);
      rest = data.length - start;
      if (files.length > 0) this.#onFiles(files);
    }
    if (isHeader || rest > 0) throw new CorruptCache('the last line has no end');
  }

  async write(files: KnownFiles): Promise<void> {
    const temporary = `${this.#path}.tmp`;
    await mkdir(dirname(this.#path), { recursive: true });
    try {
      const handle = await open(temporary, 'w');
      try {
        await writeLines(handle, files);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(temporary, this.#path);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    await syncFolder(dirname(this.#path));
  }
}

async function writeLines(handle: FileHandle, files: KnownFiles): Promise<void> {
  const slicer = new Slicer();
  let lines = `${HEADER}\n`;
  for (const file of files.values()) {
    const json = JSON.stringify(file);
    lines += `["${checksum(json)}",${json}]\n`;
    if (lines.length >= CHUNK) {
      await handle.writeFile(lines);
      lines = '';
    }
    await slicer.pause();
  }
  await handle.writeFile(lines);
}

/** Whether the header is of this version. Throws CorruptCache when it is no header at all. */
function isOurs(line: Buffer): boolean {
  const header = line.toString();
  if (!ANY_HEADER.test(header)) throw new CorruptCache('the first line is no header');
  return header === HEADER;
}

function parseLine(line: Buffer): ScannedFile {
  const json = line.subarray(PREFIX, -1);
  const frame = line.toString('latin1', 0, PREFIX) + line.toString('latin1', line.length - 1);
  if (frame !== `["${checksum(json)}",]`) {
    throw new CorruptCache('a line does not fit its checksum');
  }
  // The checksum vouches for the shape: only this version writes what carries its header.
  return JSON.parse(json.toString()) as ScannedFile;
}

function checksum(json: string | Buffer): string {
  return crc32(json).toString(16).padStart(8, '0');
}

/** Makes a rename durable; Windows has no such thing for folders. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
