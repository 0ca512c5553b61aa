import { mkdir, readFile, readdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Files, OpenFile } from '../../../src/core/state/files.ts';
import { systemError } from './faulty-files.ts';

interface Content {
  readonly kind: 'file';
  now: Buffer;
  synced: Buffer;
}

interface Folder {
  readonly kind: 'folder';
  /** What it held at its last sync and after every change of a name since; the last one is as it is now. */
  moments: readonly Moment[];
}

type Entry = Content | Folder;

interface Moment {
  /** Counts the changes of names on the whole disk. */
  readonly time: number;
  readonly names: ReadonlyMap<string, Entry>;
}

/**
 * A disk that loses power: content goes back to its last sync, with or without a part of what came later, and names to some
 * moment behind the last sync of their folder. Only this can tell a missing fsync. Locks are not on it: of those it makes
 * the real folders.
 */
export class SimulatedDisk implements Files {
  readonly #root: Folder;
  #left: number;
  #time = 0;
  /** When a folder was last synced: a journal that has this change has all before it. */
  #settled = 0;

  /** left: how many operations there is power for. */
  constructor(left = Infinity, root: Folder = folderOf(new Map())) {
    this.#root = root;
    this.#left = left;
  }

  /** A disk with these files in a folder. */
  static holding(
    folder: string,
    files: Readonly<Record<string, Buffer>>,
    left: number,
  ): SimulatedDisk {
    const disk = new SimulatedDisk(left);
    const entries = Object.entries(files).map(([name, bytes]) => [name, fileOf(bytes)] as const);
    disk.#put(folder, folderOf(new Map(entries)));
    return disk;
  }

  /** A disk with a copy of what a real folder holds, under the same path. */
  static async copyOf(folder: string, left = Infinity): Promise<SimulatedDisk> {
    const disk = new SimulatedDisk(left);
    disk.#put(folder, await load(folder));
    return disk;
  }

  /**
   * The disk when power is back; `random` gives numbers from [0, 1), which decide what was lost. `inOrder`: names come
   * from one moment, as a journalling file system has it; else each from one of its own, which is all that POSIX says.
   */
  restarted(random: () => number, inOrder: boolean, left = Infinity): SimulatedDisk {
    const cut = this.#settled + Math.floor(random() * (this.#time - this.#settled + 1));
    const files = new Map<Content, Content>();
    const fileAfter = (content: Content): Content => {
      const known = files.get(content) ?? fileOf(afterPowerFailure(content, random));
      files.set(content, known);
      return known;
    };
    const folderAfter = ({ moments }: Folder): Folder => {
      const namesAt = (moment: Moment | undefined) => moment?.names ?? new Map<string, Entry>();
      const ordered = namesAt(moments.findLast(({ time }) => time <= cut) ?? moments[0]);
      const anyMoment = () => namesAt(moments[Math.floor(random() * moments.length)]);
      const names = new Map<string, Entry>();
      for (const name of new Set(moments.flatMap((each) => [...each.names.keys()]))) {
        const entry = (inOrder ? ordered : anyMoment()).get(name);
        if (entry === undefined) continue;
        names.set(name, entry.kind === 'file' ? fileAfter(entry) : folderAfter(entry));
      }
      return folderOf(names);
    };
    return new SimulatedDisk(left, folderAfter(this.#root));
  }

  get hasPower(): boolean {
    return this.#left > 0;
  }

  /** What is in its files now. */
  get contents(): readonly Buffer[] {
    const inFolder = (folder: Folder): Buffer[] =>
      [...namesOf(folder).values()].flatMap((entry) =>
        entry.kind === 'file' ? [entry.now] : inFolder(entry),
      );
    return inFolder(this.#root);
  }

  read = (path: string): Promise<Buffer | null> =>
    this.#do(() => {
      const content = this.#file(path);
      return content === undefined ? null : Buffer.from(content.now);
    });

  size = (path: string): Promise<number | null> =>
    this.#do(() => this.#file(path)?.now.length ?? null);

  list = (folder: string): Promise<readonly string[]> =>
    this.#do(() => [...namesOf(this.#folder(folder)).keys()]);

  makeFolder = async (folder: string): Promise<void> => {
    await mkdir(folder, { recursive: true });
    const [, ...parts] = resolve(folder).split('/');
    for (const [index, name] of parts.entries()) {
      const parent = `/${parts.slice(0, index).join('/')}`;
      if (namesOf(this.#folder(parent)).has(name)) continue;
      await this.#do(() => this.#change(parent, (names) => names.set(name, folderOf(new Map()))));
      await this.syncFolder(parent);
    }
  };

  rename = (from: string, to: string): Promise<void> =>
    this.#do(() => {
      const entry = namesOf(this.#folder(dirname(from))).get(basename(from));
      if (entry === undefined) throw systemError('ENOENT');
      const isSame = dirname(from) === dirname(to);
      this.#change(dirname(to), (names) => {
        names.set(basename(to), entry);
        if (isSame) names.delete(basename(from));
      });
      if (!isSame) this.#change(dirname(from), (names) => names.delete(basename(from)));
    });

  remove = (path: string): Promise<void> =>
    this.#do(() => {
      if (!namesOf(this.#folder(dirname(path))).has(basename(path))) return;
      this.#change(dirname(path), (names) => names.delete(basename(path)));
    });

  syncFolder = (folder: string): Promise<void> =>
    this.#sync(() => {
      const synced = this.#folder(folder);
      const now = synced.moments.at(-1);
      synced.moments = now === undefined ? [] : [now];
      this.#settled = Math.max(this.#settled, now?.time ?? 0);
    });

  open = (path: string, mode: 'new' | 'replace'): Promise<OpenFile> =>
    this.#do(() => {
      const found = this.#file(path);
      if (found !== undefined && mode === 'new') throw systemError('EEXIST');
      const content = found ?? fileOf(Buffer.alloc(0));
      content.now = Buffer.alloc(0);
      if (found === undefined) {
        this.#change(dirname(path), (names) => names.set(basename(path), content));
      }
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

  #put(path: string, folder: Folder): void {
    let parent = this.#root;
    const [, ...parts] = resolve(path).split('/');
    for (const [index, name] of parts.entries()) {
      const child = index === parts.length - 1 ? folder : folderOf(new Map());
      parent.moments = [{ time: 0, names: new Map([[name, child]]) }];
      parent = child;
    }
  }

  #folder(path: string): Folder {
    let folder = this.#root;
    for (const name of resolve(path).split('/').filter(Boolean)) {
      const entry = namesOf(folder).get(name);
      if (entry === undefined) throw systemError('ENOENT');
      if (entry.kind === 'file') throw systemError('ENOTDIR');
      folder = entry;
    }
    return folder;
  }

  #file(path: string): Content | undefined {
    try {
      const entry = namesOf(this.#folder(dirname(path))).get(basename(path));
      return entry?.kind === 'file' ? entry : undefined;
    } catch (error) {
      if ((error as { code?: string }).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  #change(path: string, edit: (names: Map<string, Entry>) => unknown): void {
    const folder = this.#folder(path);
    const names = new Map(namesOf(folder));
    edit(names);
    this.#time += 1;
    folder.moments = [...folder.moments, { time: this.#time, names }];
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

function fileOf(bytes: Buffer): Content {
  return { kind: 'file', now: bytes, synced: bytes };
}

function folderOf(names: ReadonlyMap<string, Entry>): Folder {
  return { kind: 'folder', moments: [{ time: 0, names }] };
}

function namesOf({ moments }: Folder): ReadonlyMap<string, Entry> {
  return moments.at(-1)?.names ?? new Map<string, Entry>();
}

async function load(path: string): Promise<Folder> {
  const names = new Map<string, Entry>();
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const inside = join(path, entry.name);
    names.set(
      entry.name,
      entry.isDirectory() ? await load(inside) : fileOf(await readFile(inside)),
    );
  }
  return folderOf(names);
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
