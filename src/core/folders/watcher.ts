/** Hears that something changed in the folders of a scan; what changed, the next scan finds out. */
import { watch, type FSWatcher } from 'node:fs';
import { basename, sep } from 'node:path';
import { errorCode, reasonOf } from '../library/file-errors.ts';
import { fromSystemName, toSystemPath } from '../library/system-path.ts';
import { isCandidate, isHidden } from '../library/walk.ts';

/** One watch of a whole tree where the system offers it; elsewhere (inotify) one for each folder. */
const WHOLE_TREES = process.platform === 'darwin' || process.platform === 'win32';

/** What the scan tells by itself, or the folder above: it is gone, or may not be read. */
const TOLD_OTHERWISE = new Set(['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM']);

/**
 * Each scan tells what it visits before it looks there, so that nothing changes unheard, and nothing is watched that is
 * not scanned: `begin`, `visit` …, `end`.
 */
export class Watcher {
  readonly #onChange: () => void;
  /** By real path; null where watching failed. */
  readonly #watches = new Map<string, FSWatcher | null>();
  readonly #visited = new Set<string>();
  #failure: string | null = null;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** Why not everything that the last scan visited is watched; null when it is. */
  get failure(): string | null {
    return this.#failure;
  }

  begin(): void {
    this.#visited.clear();
    this.#failure = null;
  }

  /** Watches a folder, or a file, from now on. */
  visit(real: string): void {
    this.#visited.add(real);
    if (this.#isWatched(real)) return;
    try {
      const options = { persistent: false, recursive: WHOLE_TREES, encoding: 'buffer' } as const;
      const one = watch(toSystemPath(real), options);
      one.on('change', (kind, name) => {
        this.#hear(real, kind, typeof name === 'string' ? Buffer.from(name) : name);
      });
      one.on('error', (error) => {
        this.#drop(real);
        this.#fail(error);
        this.#onChange();
      });
      this.#watches.set(real, one);
    } catch (error) {
      this.#watches.set(real, null);
      this.#fail(error);
    }
  }

  /** Ends watching what the scan did not visit. */
  end(): void {
    for (const real of this.#watches.keys()) if (!this.#visited.has(real)) this.#close(real);
  }

  close(): void {
    for (const real of this.#watches.keys()) this.#close(real);
  }

  #isWatched(real: string): boolean {
    if (!WHOLE_TREES) return Boolean(this.#watches.get(real));
    return [...this.#watches].some(
      ([root, one]) => one !== null && (real === root || real.startsWith(root + sep)),
    );
  }

  /** name: of what changed, inside `real`, or of `real` itself. */
  #hear(real: string, kind: string, name: Buffer | null): void {
    const inside = name === null ? '' : fromSystemName(name);
    const isSelf = inside === '' || inside === basename(real);
    const path = isSelf ? real : real + sep + inside;
    if (!isSelf && isLeftOut(inside.split(sep))) return;
    // What is neither a digest nor a folder may change as it likes.
    if (kind === 'change' && !isCandidate(inside) && !this.#watches.has(path)) return;
    // Another folder may have taken its place, or it may have moved with everything below it.
    if (kind === 'rename' && this.#watches.has(path)) this.#drop(path);
    this.#onChange();
  }

  #drop(path: string): void {
    const below = path + sep;
    for (const real of this.#watches.keys()) {
      if (real === path || real.startsWith(below)) this.#close(real);
    }
  }

  #close(real: string): void {
    this.#watches.get(real)?.close();
    this.#watches.delete(real);
  }

  #fail(error: unknown): void {
    if (TOLD_OTHERWISE.has(errorCode(error) ?? '')) return;
    // inotify says so when its number of watches is used up.
    this.#failure =
      errorCode(error) === 'ENOSPC'
        ? 'the system watches no more folders (fs.inotify.max_user_watches)'
        : reasonOf(error);
  }
}

function isLeftOut(path: readonly string[]): boolean {
  const name = path.at(-1) ?? '';
  return path.slice(0, -1).some(isHidden) || (isHidden(name) && !isCandidate(name));
}
