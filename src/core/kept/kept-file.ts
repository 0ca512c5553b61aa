/** A kept export as Lectern remembers it: what is written where, and which files there are its own. A file each. */
import { join } from 'node:path';
import { z } from 'zod';
import type { Instant, KeptExport, ListId } from '../../shared/model.ts';
import * as s from '../../shared/schemas.ts';
import type { Files } from '../state/files.ts';
import { errorCode, writeThenName } from '../state/files.ts';
import { setAside } from '../state/set-aside.ts';
import type { OwnFiles } from './write-folder.ts';

const VERSION = 1;

const stored = z.object({
  format: z.literal('lectern-kept-export'),
  version: z.literal(VERSION),
  kept: s.keptExport,
  named: z
    .array(z.object({ id: z.string(), name: z.string() }))
    .nullable()
    .default(null),
  written: z.number().nullable(),
  aside: z.array(z.string()),
  files: z.array(
    z.tuple([
      z.string(),
      z.object({
        sum: z.string(),
        next: z.string().optional(),
        size: z.number(),
        mtime: z.number(),
        settled: z.boolean().optional(),
      }),
    ]),
  ),
});

export interface Remembered {
  readonly kept: KeptExport;
  /** The lists that its search names, as they were called when it was written; null when that is not known yet. */
  readonly named: readonly { readonly id: ListId; readonly name: string }[] | null;
  readonly own: OwnFiles;
  /** When anything was last written. */
  readonly written: Instant | null;
  /** Names that files were given which someone had changed, newest last. */
  readonly aside: readonly string[];
}

export class KeptFiles {
  readonly #files: Files;
  readonly #dir: string;
  readonly #now: () => Instant;

  constructor(files: Files, dir: string, now: () => Instant) {
    this.#files = files;
    this.#dir = dir;
    this.#now = now;
  }

  /**
   * All of them, oldest name first. One that cannot be understood is set aside, or stays where the disk refuses that: no other
   * gets its name. `broken` has where. Rejects with the system's error.
   */
  async read(
    writable: boolean,
  ): Promise<{ all: readonly Remembered[]; broken: readonly string[] }> {
    const all: Remembered[] = [];
    const broken: string[] = [];
    for (const name of await this.#names()) {
      const path = join(this.#dir, name);
      const found = parse((await this.#files.read(path))?.toString('utf8') ?? '');
      if (found !== null) all.push(found);
      else if (!writable) broken.push(path);
      else broken.push(await setAside(this.#files, path, this.#now()).catch(() => path));
    }
    return { all, broken };
  }

  /** Durably. Rejects with the system's error. */
  async write({ kept, named, own, written, aside }: Remembered): Promise<void> {
    const value: z.input<typeof stored> = {
      format: 'lectern-kept-export',
      version: VERSION,
      kept: { ...kept, query: { ...kept.query } },
      named: named && [...named],
      written,
      aside: [...aside],
      files: [...own],
    };
    await this.#files.makeFolder(this.#dir);
    const bytes = Buffer.from(JSON.stringify(value));
    await writeThenName(this.#files, this.#pathOf(kept.id), bytes);
    await this.#files.syncFolder(this.#dir);
  }

  /** Forgets one. Rejects with the system's error. */
  async remove(id: string): Promise<void> {
    await this.#files.remove(this.#pathOf(id));
    await this.#files.syncFolder(this.#dir);
  }

  #pathOf(id: string): string {
    return join(this.#dir, `${id}.json`);
  }

  async #names(): Promise<readonly string[]> {
    try {
      return (await this.#files.list(this.#dir))
        .filter((name) => name.endsWith('.json'))
        .toSorted();
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return [];
      throw error;
    }
  }
}

function parse(text: string): Remembered | null {
  try {
    const { data } = stored.safeParse(JSON.parse(text));
    if (data === undefined) return null;
    const { kept, named, files, written, aside } = data;
    return { kept, named, own: new Map(files), written, aside };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
