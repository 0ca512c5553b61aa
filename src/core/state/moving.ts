/** The move of open data to another folder: nothing relies on that before all of it is there. */
import type { Instant } from '../../shared/model.ts';
import { failingAs } from './failures.ts';
import type { Files } from './files.ts';
import { locate, point } from './location.ts';
import { copyBackups, copyState } from './move-data.ts';
import type { MutableState } from './reader-state.ts';
import { stateIn } from './snapshot.ts';
import { StateStore } from './state-store.ts';
import { replaceState, restoreState } from './stored-state.ts';

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
