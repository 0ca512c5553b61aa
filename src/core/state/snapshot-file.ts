import { dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import type { Files } from './files.ts';
import { writeWhole } from './files.ts';
import type { Snapshot } from './snapshot.ts';
import { decodeSnapshot, encodeSnapshot } from './snapshot.ts';

/** lowdb's adapter for a snapshot: checked when read, durable and whole or not at all when written. */
export class SnapshotFile implements Adapter<Snapshot | null> {
  readonly #files: Files;
  readonly #path: string;
  readonly #keptPath: (seq: number) => string;
  #seq: number | null;

  /** keptPath: where the snapshot of a change is kept when a newer one takes its place. seq: of the one that is there. */
  constructor(files: Files, path: string, keptPath: (seq: number) => string, seq: number | null) {
    this.#files = files;
    this.#path = path;
    this.#keptPath = keptPath;
    this.#seq = seq;
  }

  /** The last change that the file holds; null when there is no good one. */
  get seq(): number | null {
    return this.#seq;
  }

  /** Null when there is no file. Throws BrokenSnapshot, and AppError data-newer for a newer version. */
  async read(): Promise<Snapshot | null> {
    const snapshot = await readSnapshot(this.#files, this.#path);
    this.#seq = snapshot?.seq ?? null;
    return snapshot;
  }

  async write(snapshot: Snapshot | null): Promise<void> {
    if (snapshot === null) return;
    const temporary = `${this.#path}.tmp`;
    await writeWhole(this.#files, temporary, 'replace', await encodeSnapshot(snapshot));
    await this.#keepFormer();
    await this.#files.rename(temporary, this.#path);
    this.#seq = snapshot.seq;
    await this.#files.syncFolder(dirname(this.#path));
  }

  async #keepFormer(): Promise<void> {
    if (this.#seq === null) return;
    await this.#files.rename(this.#path, this.#keptPath(this.#seq));
    // From here on nothing is there: a write that is tried again has nothing to keep.
    this.#seq = null;
  }
}

/** Null when there is no file. Throws BrokenSnapshot, and AppError data-newer for a newer version. */
export async function readSnapshot(files: Files, path: string): Promise<Snapshot | null> {
  const bytes = await files.read(path);
  return bytes === null ? null : decodeSnapshot(bytes, path);
}
