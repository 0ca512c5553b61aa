import { randomUUID } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { AppError } from '../../shared/errors.ts';
import type { FolderId } from '../../shared/model.ts';
import { CacheAdapter, CorruptCache } from './cache-adapter.ts';
import type { KnownFiles } from './cache-adapter.ts';
import { reasonOf } from './file-errors.ts';
import type { ScannedFile } from './scan.ts';

/**
 * What was read of each folder's files, so that a warm start need not read them again: one file per folder, a cache that
 * may be deleted at any time. Saves of one store follow each other; the map that is saved may change meanwhile (a file
 * is then saved as it was or as it is).
 */
export class LibraryStore {
  readonly #dir: string;
  readonly #mayWrite: () => boolean;
  #writing: Promise<unknown> = Promise.resolve();

  /**
   * dir: `<dataDir>/library`; it is made when first needed. mayWrite: false while another Lectern has the folder; nothing
   * is saved then.
   */
  constructor(dir: string, mayWrite: () => boolean = () => true) {
    this.#dir = dir;
    this.#mayWrite = mayWrite;
  }

  /**
   * Gives what is known of a folder, in batches; nothing when it was never saved, or by another version. A damaged file
   * is renamed and told by its new path; what was given of it up to the damage is sound. Errors: read-failed.
   */
  async load(
    folder: FolderId,
    onFiles: (files: readonly ScannedFile[]) => void,
  ): Promise<{ readonly setAside: string | null }> {
    const path = this.#path(folder);
    try {
      await this.#low(path, onFiles).read();
      return { setAside: null };
    } catch (error) {
      if (!(error instanceof CorruptCache)) {
        throw new AppError(
          'read-failed',
          `The library cache could not be read: ${reasonOf(error)}.`,
          {
            subject: path,
            retryable: true,
            cause: error,
          },
        );
      }
      if (!this.#mayWrite()) return { setAside: null };
      return { setAside: await this.#write(() => setAside(path)) };
    }
  }

  /** Makes `files` what is known of the folder, durably and in one step. Errors: write-failed. */
  async save(folder: FolderId, files: KnownFiles): Promise<void> {
    if (!this.#mayWrite()) return;
    await this.#write(async () => {
      const low = this.#low(this.#path(folder), () => undefined);
      low.data = files;
      await low.write();
    });
  }

  /** Forgets a folder. Errors: write-failed. */
  async remove(folder: FolderId): Promise<void> {
    if (!this.#mayWrite()) return;
    await this.#write(() => rm(this.#path(folder), { force: true }));
  }

  #path(folder: FolderId): string {
    return join(this.#dir, `${folder}.jsonl`);
  }

  #low(path: string, onFiles: (files: readonly ScannedFile[]) => void): Low<KnownFiles> {
    return new Low<KnownFiles>(new CacheAdapter(path, onFiles), new Map());
  }

  async #write<T>(run: () => Promise<T>): Promise<T> {
    const turn = this.#writing.then(run);
    this.#writing = turn.catch(() => undefined);
    try {
      return await turn;
    } catch (error) {
      throw new AppError(
        'write-failed',
        `The library cache could not be written: ${reasonOf(error)}.`,
        {
          subject: this.#dir,
          retryable: true,
          cause: error,
        },
      );
    }
  }
}

/** Gives a damaged file a name of its own, with the time in it, and returns its path. */
async function setAside(path: string): Promise<string> {
  const time = new Date().toISOString().replaceAll(':', '-');
  const aside = `${path}.${time}-${randomUUID().slice(0, 8)}.damaged`;
  await rename(path, aside);
  return aside;
}
