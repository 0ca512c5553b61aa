import { join } from 'node:path';
import type { Files, OpenFile } from './files.ts';

/** The segment of the journal whose changes are `seq` and later ones, or a few earlier ones when that name was taken. */
export function segmentName(seq: number): string {
  return `journal.${seq}.jsonl`;
}

/** The number in a segment's name; null for other names. */
export function segmentSeq(name: string): number | null {
  const match = /^journal\.(\d{1,16})\.jsonl$/.exec(name);
  return match === null ? null : Number(match[1]);
}

/** A file of the journal as it was found. */
export interface Segment {
  /** The number in its name. */
  readonly seq: number;
  /** Whether it holds any good line, folded in or not. */
  readonly used: boolean;
}

/** Appends to the newest segment. One write at a time: the store sees to that. */
export class Journal {
  readonly #files: Files;
  readonly #dir: string;
  #file: OpenFile;
  /** The number in the name of the newest segment. */
  #segment: number;
  /** Bytes of whole, synced lines. */
  #size = 0;
  /** Whether something may stand behind them: a write that failed and could not be cut off yet. */
  #torn = false;

  private constructor(files: Files, dir: string, segment: number, file: OpenFile) {
    this.#files = files;
    this.#dir = dir;
    this.#segment = segment;
    this.#file = file;
  }

  /** Begins with a segment of its own. `replace`: its file exists and holds no good line. */
  static async begin(
    files: Files,
    dir: string,
    seq: number,
    mode: 'new' | 'replace',
  ): Promise<Journal> {
    return new Journal(files, dir, seq, await beginSegment(files, dir, seq, mode));
  }

  /** Bytes in the newest segment. */
  get size(): number {
    return this.#size;
  }

  /** Resolves when the bytes are on the disk. When it rejects, none of them counts. */
  async append(bytes: Uint8Array): Promise<void> {
    if (this.#torn) await this.#cutOff();
    this.#torn = true;
    try {
      await this.#file.write(bytes, this.#size);
      await this.#file.datasync();
    } catch (error) {
      // At once, so that a refused change does not come back after a crash; if this fails, the next append tries again.
      await this.#cutOff().catch(() => undefined);
      throw error;
    }
    this.#size += bytes.length;
    this.#torn = false;
  }

  async #cutOff(): Promise<void> {
    await this.#file.truncate(this.#size);
    await this.#file.datasync();
    this.#torn = false;
  }

  /** Goes on in a new segment, for change `seq` and later ones. When it rejects, the old one goes on. */
  async rotate(seq: number): Promise<void> {
    // A name may run ahead of the changes: the one before it was taken by a file whose name lies.
    const segment = Math.max(seq, this.#segment + 1);
    const next = await beginSegment(this.#files, this.#dir, segment, 'new');
    const former = this.#file;
    this.#file = next;
    this.#segment = segment;
    this.#size = 0;
    this.#torn = false;
    await closeSynced(former);
  }

  /** Never rejects. */
  close(): Promise<void> {
    return closeSynced(this.#file);
  }
}

/** Every line is on the disk once it is acknowledged: a failure here is of no consequence. */
async function closeSynced(file: OpenFile): Promise<void> {
  await file.close().catch(() => undefined);
}

async function beginSegment(
  files: Files,
  dir: string,
  seq: number,
  mode: 'new' | 'replace',
): Promise<OpenFile> {
  const path = join(dir, segmentName(seq));
  const file = await files.open(path, mode);
  try {
    await files.syncFolder(dir);
    return file;
  } catch (error) {
    await file.close();
    await files.remove(path);
    throw error;
  }
}

/** Begins the segment behind change `seq`, never in a file that holds a good line. */
export function beginJournal(
  files: Files,
  dir: string,
  { seq, segments }: { readonly seq: number; readonly segments: readonly Segment[] },
): Promise<Journal> {
  let next = seq + 1;
  let there = segments.find((segment) => segment.seq === next);
  while (there?.used === true) {
    next++;
    there = segments.find((segment) => segment.seq === next);
  }
  return Journal.begin(files, dir, next, there === undefined ? 'new' : 'replace');
}
