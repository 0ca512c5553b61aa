import { basename } from 'node:path';
import type { Files, OpenFile } from '../../../src/core/state/files.ts';
import { systemError } from './faulty-files.ts';

interface Content {
  now: Buffer;
  synced: Buffer;
}

type Names = ReadonlyMap<string, Content>;

/**
 * One folder on a disk that loses power: content goes back to its last sync, with or without a part of what came later,
 * and names to some moment behind the last sync of the folder. Only this can tell a missing fsync.
 */
export class SimulatedDisk implements Files {
  /** The folder at its last sync and after every change of a name since; the last one is as it is now. */
  #moments: readonly Names[];
  #left: number;

  /** left: how many operations there is power for. */
  constructor(names: Names = new Map(), left = Infinity) {
    this.#moments = [names];
    this.#left = left;
  }

  /** A disk with these files. */
  static holding(files: Readonly<Record<string, Buffer>>, left: number): SimulatedDisk {
    const names = Object.entries(files).map(
      ([name, bytes]) => [name, { now: bytes, synced: bytes }] as const,
    );
    return new SimulatedDisk(new Map(names), left);
  }

  /**
   * The disk when power is back; `random` gives numbers from [0, 1), which decide what was lost. `inOrder`: names come
   * from one moment, as a journalling file system has it; else each from one of its own, which is all that POSIX says.
   */
  restarted(random: () => number, inOrder: boolean, left = Infinity): SimulatedDisk {
    const anyMoment = (): Names =>
      this.#moments[Math.floor(random() * this.#moments.length)] ?? this.#names;
    const moment = anyMoment();
    const names = new Map<string, Content>();
    for (const name of new Set(this.#moments.flatMap((each) => [...each.keys()]))) {
      const content = (inOrder ? moment : anyMoment()).get(name);
      if (content === undefined) continue;
      const kept = afterPowerFailure(content, random);
      names.set(name, { now: kept, synced: kept });
    }
    return new SimulatedDisk(names, left);
  }

  get hasPower(): boolean {
    return this.#left > 0;
  }

  /** What is in its files now. */
  get contents(): readonly Buffer[] {
    return Array.from(this.#names.values(), ({ now }) => now);
  }

  get #names(): Names {
    return this.#moments.at(-1) ?? new Map<string, Content>();
  }

  read = (path: string): Promise<Buffer | null> =>
    this.#do(() => {
      const content = this.#names.get(basename(path));
      return content === undefined ? null : Buffer.from(content.now);
    });

  size = (path: string): Promise<number | null> =>
    this.#do(() => this.#names.get(basename(path))?.now.length ?? null);

  list = (): Promise<readonly string[]> => this.#do(() => [...this.#names.keys()]);

  makeFolder = (): Promise<void> => this.#do(() => undefined);

  rename = (from: string, to: string): Promise<void> =>
    this.#do(() => {
      const content = this.#names.get(basename(from));
      if (content === undefined) throw systemError('ENOENT');
      this.#change((names) => names.set(basename(to), content).delete(basename(from)));
    });

  remove = (path: string): Promise<void> =>
    this.#do(() => this.#change((names) => names.delete(basename(path))));

  syncFolder = (): Promise<void> =>
    this.#sync(() => {
      this.#moments = [this.#names];
    });

  open = (path: string, mode: 'new' | 'replace'): Promise<OpenFile> =>
    this.#do(() => {
      const found = this.#names.get(basename(path));
      if (found !== undefined && mode === 'new') throw systemError('EEXIST');
      const content = found ?? { now: Buffer.alloc(0), synced: Buffer.alloc(0) };
      content.now = Buffer.alloc(0);
      if (found === undefined) this.#change((names) => names.set(basename(path), content));
      return {
        write: (bytes, position) =>
          this.#do(() => {
            content.now = Buffer.concat([content.now.subarray(0, position), bytes]);
          }),
        truncate: (size) =>
          this.#do(() => {
            content.now = content.now.subarray(0, size);
          }),
        datasync: () =>
          this.#sync(() => {
            content.synced = content.now;
          }),
        close: () => Promise.resolve(),
      };
    });

  #change(edit: (names: Map<string, Content>) => unknown): void {
    const names = new Map(this.#names);
    edit(names);
    this.#moments = [...this.#moments, names];
  }

  /** The last operation before the power fails is done, and not answered. */
  async #do<T>(run: () => T): Promise<T> {
    const result = await this.#use(run);
    if (!this.hasPower) throw new Error('no power');
    return result;
  }

  #sync(run: () => void): Promise<void> {
    return this.#use(() => {
      if (!this.hasPower) throw new Error('no power');
      run();
    });
  }

  async #use<T>(run: () => T): Promise<T> {
    await Promise.resolve();
    if (!this.hasPower) throw new Error('no power');
    this.#left--;
    return run();
  }
}

function afterPowerFailure({ now, synced }: Content, random: () => number): Buffer {
  const appended = synced.equals(now.subarray(0, synced.length));
  const certain = appended ? synced.length : 0;
  const written = certain + Math.floor(random() * (now.length - certain + 1));
  switch (Math.floor(random() * 4)) {
    case 0:
      return synced;
    case 1:
      return now;
    case 2:
      return now.subarray(0, written);
    default:
      // The size was written before the data.
      return Buffer.concat([now.subarray(0, written), Buffer.alloc(now.length - written)]);
  }
}
