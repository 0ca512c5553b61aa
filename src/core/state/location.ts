/** Where reader state lives: in its default place, or where a pointer file there says that it was moved to. */
import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import type { DataInfo } from '../../shared/model.ts';
import * as s from '../../shared/schemas.ts';
import { isStateFile } from './backups.ts';
import type { Files } from './files.ts';
import { errorCode, writeThenName } from './files.ts';

export const POINTER = 'location.json';

const pointer = z.object({ format: z.literal('lectern-location'), dir: s.path });

export type Place = Pick<DataInfo, 'dir' | 'place'> & {
  /** Whether data are where they should be; they always are in the default place, even if there are none yet. */
  readonly there: boolean;
};

async function hasState(files: Files, dir: string): Promise<boolean> {
  try {
    return (await files.list(dir)).some(isStateFile);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return false;
    throw error;
  }
}

function parse(bytes: Buffer): string | null {
  try {
    const { dir } = pointer.parse(JSON.parse(bytes.toString('utf8')));
    return isAbsolute(dir) ? dir : null;
  } catch {
    return null;
  }
}

/**
 * The place of the data. A pointer that leads nowhere (a drive that is not connected, a folder not synced yet) or cannot
 * be understood is never taken for "nothing yet": an empty library would be shown instead of the reader's own.
 */
export async function locate(files: Files, defaultDir: string, movable: boolean): Promise<Place> {
  if (!movable) return { dir: defaultDir, place: 'fixed', there: true };
  const path = join(defaultDir, POINTER);
  const bytes = await files.read(path);
  if (bytes === null) return { dir: defaultDir, place: 'default', there: true };
  const dir = parse(bytes);
  if (dir === null) return { dir: path, place: 'moved', there: false };
  return { dir, place: 'moved', there: await hasState(files, dir) };
}

/** Makes a folder the place of the data from the next start on, durably; null: the default place again. */
export async function point(files: Files, defaultDir: string, dir: string | null): Promise<void> {
  const path = join(defaultDir, POINTER);
  if (dir === null) {
    await files.remove(path);
  } else {
    const text = `${JSON.stringify({ format: 'lectern-location', dir })}\n`;
    await writeThenName(files, path, Buffer.from(text));
  }
  await files.syncFolder(defaultDir);
}

/** Where data go in a folder that the reader chose: into it when it is empty or holds data, else into `Lectern` in it. */
export async function landing(
  files: Files,
  chosen: string,
): Promise<{ readonly dir: string; readonly hasData: boolean }> {
  const names = await namesIn(files, chosen);
  if (names.some(isStateFile)) return { dir: chosen, hasData: true };
  if (names.length === 0 || names.includes(POINTER)) return { dir: chosen, hasData: false };
  const dir = join(chosen, 'Lectern');
  return { dir, hasData: await hasState(files, dir) };
}

async function namesIn(files: Files, dir: string): Promise<readonly string[]> {
  try {
    return await files.list(dir);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}
