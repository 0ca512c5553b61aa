/** The move of open data to another folder: nothing relies on that before all of it is there. */
import { join } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import type { Instant, Problem } from '../../shared/model.ts';
import { asAppError, failingAs } from './failures.ts';
import type { Files } from './files.ts';
import type { Place } from './location.ts';
import { landing, locate, point } from './location.ts';
import { copyBackups, copyState, leaveBehind } from './move-data.ts';
import type { MutableState } from './reader-state.ts';
import { stateIn } from './snapshot.ts';
import { StateStore } from './state-store.ts';
import { replaceState, restoreState } from './stored-state.ts';

/**
 * The folder to which data go that are to be moved to `chosen`. Errors: read-failed, place-unsuitable, data-there (when they
 * are not to be merged with what is there).
 */
export async function landingPlace(
  files: Files,
  from: string,
  chosen: string,
  existing: 'refuse' | 'merge',
): Promise<string> {
  const { dir, hasData } = await failingAs('read-failed', chosen, () => landing(files, chosen));
  if (dir.startsWith(join(from, '/'))) {
    throw new AppError('place-unsuitable', 'Choose a folder outside of the present one.', {
      subject: dir,
    });
  }
  if (dir !== from && hasData && existing === 'refuse') {
    throw new AppError('data-there', 'There are data of Lectern in this folder already.', {
      subject: dir,
    });
  }
  return dir;
}

/** Ends what is in the old place. The data have moved: what fails now costs nothing, and is a problem to tell. */
export async function leaveOld(
  files: Files,
  old: StateStore,
  from: Place,
  to: string,
  now: Instant,
): Promise<readonly Problem[]> {
  try {
    await old.close();
    await leaveBehind(files, from.dir, to, now, from.place === 'default');
    return [];
  } catch (error) {
    const { message } = asAppError('write-failed', from.dir, error);
    return [{ folder: null, file: from.dir, code: 'old-place-left', message, line: null }];
  }
}

export interface Move {
  readonly files: Files;
  readonly now: () => Instant;
  readonly defaultDir: string;
  /** The store that is open, and its folder. Nothing changes it meanwhile. */
  readonly old: StateStore;
  readonly from: string;
  readonly to: string;
  /** What holds the state. */
  readonly state: MutableState;
}

/**
 * Copies the data to a folder, into what is there already, and makes it their place. Gives the store that is open there.
 * Errors: data-in-use, data-newer, read-failed, write-failed; the old store then goes on, and the state is as it was.
 */
export async function moveTo(move: Move): Promise<StateStore> {
  const { files, now, old, from, to, state } = move;
  const was = stateIn(await old.snapshot());
  await failingAs('write-failed', to, async () => {
    await copyState(files, to, now, was);
    await copyBackups(files, from, to);
  });
  const { history } = old;
  const store = await StateStore.open({ dir: to, now, files, state, history });
  try {
    await pointTo(move);
    return store;
  } catch (error) {
    // What was there already has been merged in.
    replaceState(state, restoreState(was));
    // What it could not do at its end changes nothing of what went wrong.
    await store.close().catch(() => undefined);
    throw error;
  }
}

/** A pointer that could not be made durable is taken back: it would lead the next start to where we are not. */
async function pointTo({ files, defaultDir, from, to }: Move): Promise<void> {
  const pointer = (dir: string): string | null => (dir === defaultDir ? null : dir);
  await failingAs('write-failed', defaultDir, async () => {
    try {
      await point(files, defaultDir, pointer(to));
    } catch (error) {
      if ((await locate(files, defaultDir, true)).dir === to) {
        await point(files, defaultDir, pointer(from)).catch(() => undefined);
      }
      // Where the next start will look, there the data have to be.
      if ((await locate(files, defaultDir, true)).dir !== to) throw error;
    }
  });
}
