/** Takes reader state to another folder: copied, read back and compared before anything relies on it. */
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { AppError } from '../../shared/errors.ts';
import type { Instant } from '../../shared/model.ts';
import { BACKUPS, isStateFile } from './backups.ts';
import type { Files } from './files.ts';
import { errorCode, writeThenName, writeWhole } from './files.ts';
import { ChangeTimes, merge } from './merge.ts';
import { recover } from './recovery.ts';
import { StateStore } from './state-store.ts';
import type { StoredState } from './stored-state.ts';
import { restoreState, storeState } from './stored-state.ts';

const NOTE = 'MOVED.txt';

/** What the reader has here, merged into what is there already; settings are those that are there. */
function union(there: StoredState, here: StoredState): StoredState {
  const merged = restoreState(there);
  merge(merged, { states: [here], entries: [] }, new ChangeTimes([]));
  const known = new Set(there.folders.map(({ path }) => path));
  const folders = [...there.folders, ...here.folders.filter(({ path }) => !known.has(path))];
  return { ...storeState(merged), folders };
}

/**
 * Writes a state to a folder, into the data that are there already if there are any, and reads it back. Errors:
 * data-in-use, data-newer, read-failed, write-failed; nothing relies on the folder then.
 */
export async function copyState(
  files: Files,
  dir: string,
  now: () => Instant,
  state: StoredState,
): Promise<void> {
  const store = await StateStore.open({ dir, now, files });
  let wanted: StoredState;
  try {
    const merged = store.seq === 0 ? state : union(storeState(store.state), state);
    wanted = merged;
    await store.restore(() => merged, 'move');
  } finally {
    await store.close();
  }
  const found = await recover(files, dir, now(), 'look');
  if (isDeepStrictEqual(storeState(found.state), wanted)) return;
  throw new AppError('write-failed', `What was written to ${dir} could not be read back.`, {
    subject: dir,
    retryable: true,
  });
}

/** Copies the kept backups that are not there yet. Rejects with the system's error. */
export async function copyBackups(files: Files, from: string, to: string): Promise<void> {
  await copyFolder(files, join(from, BACKUPS), join(to, BACKUPS));
}

async function copyFolder(files: Files, from: string, to: string): Promise<void> {
  const names = await namesIn(files, from);
  if (names.length === 0) return;
  await files.makeFolder(to);
  const there = new Set(await files.list(to));
  for (const name of names) {
    if (name.endsWith('.migration')) await copyFolder(files, join(from, name), join(to, name));
    // What is there under this name is whole, also when an earlier move did not come to its end.
    else if (!there.has(name) && !name.endsWith('.tmp')) {
      const bytes = await files.read(join(from, name));
      if (bytes !== null) await writeThenName(files, join(to, name), bytes);
    }
  }
  await files.syncFolder(to);
}

async function namesIn(files: Files, folder: string): Promise<readonly string[]> {
  try {
    return await files.list(folder);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

/**
 * Leaves a note where data were. In the default place they go to a folder of their own, so that they are not taken for
 * the present ones when the reader comes back to it; elsewhere another computer may still use them. Rejects with the
 * system's error.
 */
export async function leaveBehind(
  files: Files,
  from: string,
  to: string,
  now: Instant,
  isDefault: boolean,
): Promise<void> {
  const time = new Date(now).toISOString();
  const folder = isDefault ? join(from, `moved-${time.replaceAll(':', '-')}`) : from;
  const text = [
    `On ${time} Lectern's reading data were moved from here to:`,
    '',
    `  ${to}`,
    '',
    'What is beside this note is a copy as of then. Lectern on that computer does not use it any more.',
    'You may delete it once you are sure that everything is in the new place.',
    '',
  ].join('\n');
  await files.makeFolder(folder);
  await writeWhole(files, join(folder, NOTE), 'replace', Buffer.from(text));
  if (isDefault) {
    for (const name of (await files.list(from)).filter(isStateFile)) {
      await files.rename(join(from, name), join(folder, name));
    }
    await files.syncFolder(from);
  }
  await files.syncFolder(folder);
}
