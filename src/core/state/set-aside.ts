import { basename, dirname, join } from 'node:path';
import type { Instant } from '../../shared/model.ts';
import { failingAs } from './failures.ts';
import type { Files } from './files.ts';
import { writeWhole } from './files.ts';

/** A free name beside a broken file: `state.json.broken-2026-11-24T03-53-42.123Z` (Windows allows no colons). */
async function freeName(
  files: Files,
  path: string,
  now: Instant,
  why: 'broken' | 'merged' = 'broken',
): Promise<string> {
  const names = new Set(await files.list(dirname(path)));
  const time = new Date(now).toISOString().replaceAll(':', '-');
  const name = `${basename(path)}.${why}-${time}`;
  let free = name;
  for (let count = 2; names.has(free); count++) free = `${name}-${count}`;
  return join(dirname(path), free);
}

/**
 * Renames a file that is broken or was merged, so that nothing writes over it or reads it again. Gives the new path. Errors:
 * write-failed; the data can then only be read.
 */
export function setAside(
  files: Files,
  path: string,
  now: Instant,
  why: 'broken' | 'merged' = 'broken',
): Promise<string> {
  return failingAs('write-failed', path, async () => {
    const aside = await freeName(files, path, now, why);
    await files.rename(path, aside);
    await files.syncFolder(dirname(path));
    return aside;
  });
}

/**
 * Keeps a copy of a damaged file, then puts what is good of it in its place. Gives the path of the copy. Errors: write-failed;
 * the damaged file is then still there.
 */
export function replaceDamaged(
  files: Files,
  path: string,
  damaged: Uint8Array,
  good: Uint8Array,
  now: Instant,
): Promise<string> {
  return failingAs('write-failed', path, async () => {
    const aside = await freeName(files, path, now);
    const temporary = `${path}.tmp`;
    await writeWhole(files, aside, 'new', damaged);
    await writeWhole(files, temporary, 'replace', good);
    await files.syncFolder(dirname(path));
    await files.rename(temporary, path);
    await files.syncFolder(dirname(path));
    return aside;
  });
}
