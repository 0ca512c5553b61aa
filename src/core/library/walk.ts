import type { Dirent, Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { sep } from 'node:path';
import { dateInPath } from '../digest/dates.ts';
import type { DigestProblem } from '../digest/digest.ts';
import type { Slicer } from '../slices.ts';
import { errorCode, reasonOf } from './file-errors.ts';
import { fromSystemName, toSystemPath } from './system-path.ts';

export interface FolderProblem extends DigestProblem {
  /** Path inside the folder, with `/`; '' is the folder itself. */
  readonly file: string;
}

export interface Walk {
  /** Paths inside the folder, with `/`, that may be digests: newest days first, and last what names no day (a README). */
  readonly files: readonly string[];
  readonly problems: readonly FolderProblem[];
  /** Folders (with `/` at the end) whose content could not be listed: what was known in them is not gone. */
  readonly unread: readonly string[];
  /** The root holds no entry of any kind. */
  readonly isBlank: boolean;
}

const CANDIDATE = /\.(?:md|markdown|txt|json|jsonl|ndjson|ya?ml|xml|rss|atom|eml)$/i;

/** Whether a file of that name may be a digest; its content decides. */
export function isCandidate(name: string): boolean {
  return CANDIDATE.test(name);
}

/** Whether a folder of that name is left out. */
export function isHidden(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

/**
 * Lists the candidates under `root` (a real path). Symbolic links are followed, after everything else, and nothing is
 * listed twice; one that leads back to a folder around it is told as `symlink-loop`. Hidden folders and node_modules
 * are left out. `onVisit` is told the real path of each folder before it is listed, and of each listed file that stands in
 * none of them. Rejects with the system's error when the root itself cannot be listed.
 */
export async function walkFolder(
  root: string,
  signal: AbortSignal,
  slicer: Slicer,
  onVisit: (real: string) => void = () => undefined,
): Promise<Walk> {
  const walker = new Walker(root, signal, slicer, onVisit);
  await walker.run();
  return {
    files: newestFirst(walker.files),
    problems: walker.problems,
    unread: walker.unread,
    isBlank: walker.isBlank,
  };
}

function newestFirst(files: readonly string[]): readonly string[] {
  const dated = files.map((path) => ({ path, day: dateInPath(path) ?? '' }));
  const compare = (a: string, b: string): number => (a < b ? 1 : a > b ? -1 : 0);
  return dated
    .sort((a, b) => compare(a.day, b.day) || compare(a.path, b.path))
    .map(({ path }) => path);
}

interface Folder {
  /** Inside the root, '' or with `/` at the end. */
  readonly path: string;
  readonly real: string;
}

class Walker {
  readonly files: string[] = [];
  readonly problems: FolderProblem[] = [];
  readonly unread: string[] = [];
  isBlank = false;
  readonly #root: string;
  readonly #signal: AbortSignal;
  readonly #slicer: Slicer;
  readonly #onVisit: (real: string) => void;
  readonly #folders: Folder[] = [];
  readonly #links: { readonly folder: Folder; readonly name: string }[] = [];
  readonly #seen = new Set<string>();

  constructor(root: string, signal: AbortSignal, slicer: Slicer, onVisit: (real: string) => void) {
    this.#root = root;
    this.#signal = signal;
    this.#slicer = slicer;
    this.#onVisit = onVisit;
  }

  async run(): Promise<void> {
    this.#folders.push({ path: '', real: this.#root });
    await this.#drain();
    // Links last: what a link leads to inside the folder is listed under its own name, whatever the order of names.
    for (let link = this.#links.shift(); link !== undefined; link = this.#links.shift()) {
      if (this.#signal.aborted) return;
      await this.#follow(link.folder, link.name);
      await this.#drain();
    }
  }

  async #drain(): Promise<void> {
    for (let folder = this.#folders.pop(); folder !== undefined; folder = this.#folders.pop()) {
      if (this.#signal.aborted) return;
      await this.#list(folder);
      await this.#slicer.pause();
    }
  }

  async #list(folder: Folder): Promise<void> {
    if (this.#seen.has(folder.real)) return;
    this.#seen.add(folder.real);
    this.#onVisit(folder.real);
    let entries: readonly Entry[];
    try {
      entries = await listFolder(folder.real);
    } catch (error) {
      if (folder.path === '') throw error;
      this.unread.push(folder.path);
      const message = `The folder could not be read: ${reasonOf(error)}.`;
      this.#tell('folder-unreadable', folder.path.slice(0, -1), message);
      return;
    }
    if (folder.path === '') this.isBlank = entries.length === 0;
    for (const { name, entry } of entries) this.#take(folder, name, entry);
  }

  #take(folder: Folder, name: string, entry: Dirent | Dirent<Buffer>): void {
    if (entry.isDirectory()) {
      if (isHidden(name)) return;
      this.#folders.push({ path: `${folder.path}${name}/`, real: folder.real + sep + name });
    } else if (entry.isFile()) {
      if (isCandidate(name)) this.files.push(folder.path + name);
    } else if (entry.isSymbolicLink() && !isHidden(name)) {
      this.#links.push({ folder, name });
    }
  }

  async #follow(folder: Folder, name: string): Promise<void> {
    const path = folder.path + name;
    const at = folder.real + sep + name;
    let real: string;
    let stats: Stats;
    try {
      real = fromSystemName(await realpath(toSystemPath(at), 'buffer'));
      stats = await stat(toSystemPath(real));
    } catch (error) {
      if (errorCode(error) === 'ELOOP') {
        this.#tell('symlink-loop', path, 'The symbolic link leads to itself.');
      } else if (isCandidate(name)) {
        const message = `The symbolic link leads nowhere: ${reasonOf(error)}.`;
        this.#tell('file-unreadable', path, message);
      }
      return;
    }
    if (stats.isDirectory()) {
      if (folder.real === real || folder.real.startsWith(withSep(real))) {
        const message =
          'The symbolic link leads back to a folder that it is in; it is not followed.';
        this.#tell('symlink-loop', path, message);
      } else {
        this.#folders.push({ path: `${path}/`, real });
      }
    } else if (stats.isFile() && isCandidate(name) && !this.#isListed(real)) {
      this.#seen.add(real);
      this.#onVisit(real);
      this.files.push(path);
    }
  }

  /** Whether a file is listed already, under its own name or another link's. */
  #isListed(real: string): boolean {
    if (this.#seen.has(real)) return true;
    const split = real.lastIndexOf(sep);
    return this.#seen.has(real.slice(0, split)) && isCandidate(real);
  }

  #tell(code: FolderProblem['code'], file: string, message: string): void {
    this.problems.push({ code, file, message, line: null });
  }
}

interface Entry {
  readonly name: string;
  readonly entry: Dirent | Dirent<Buffer>;
}

async function listFolder(real: string): Promise<readonly Entry[]> {
  const path = toSystemPath(real);
  const entries = await readdir(path, { withFileTypes: true });
  if (!entries.some(({ name }) => name.includes('\uFFFD'))) {
    return entries.map((entry) => ({ name: entry.name, entry }));
  }
  // A name that is not UTF-8 leads nowhere as text.
  const raw = await readdir(path, { withFileTypes: true, encoding: 'buffer' });
  return raw.map((entry) => ({ name: fromSystemName(entry.name), entry }));
}

function withSep(path: string): string {
  return path.endsWith(sep) ? path : path + sep;
}
