/** What a fresh Lectern makes of the data after a death, whole and with one file damaged. */
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { BACKUPS, readBackup } from '../../src/core/state/backups.ts';
import { nodeFiles } from '../../src/core/state/files.ts';
import { locate } from '../../src/core/state/location.ts';
import type { ReaderState } from '../../src/core/state/reader-state.ts';
import { StateStore } from '../../src/core/state/state-store.ts';
import type { Random } from '../bench/random.ts';
import { damage } from './damage.ts';
import { fingerprint } from './model.ts';

export interface Reopened {
  readonly state: ReaderState;
  readonly faults: readonly string[];
  /** What was done to a file of a further copy, which had to lead to the same state. */
  readonly damaged: string | null;
}

interface Look {
  readonly state: ReaderState;
  readonly problems: readonly string[];
}

async function look(dir: string): Promise<Look> {
  const store = await StateStore.open({ dir, now: () => Date.now() });
  const { state, problems } = store;
  await store.close();
  return { state, problems: problems.map(({ message }) => message) };
}

/** Runs on a copy of the state's files alone. */
async function onCopy<T>(dataDir: string, run: (copy: string) => Promise<T>): Promise<T> {
  const copy = await mkdtemp(join(tmpdir(), 'lectern-crash-copy-'));
  const filter = (path: string): boolean =>
    !path.includes(`${sep}${BACKUPS}`) && !path.includes(`${sep}moved-`);
  try {
    await cp(dataDir, copy, { recursive: true, filter });
    return await run(copy);
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

/** Where the data are, by the pointer; a pointer that leads nowhere is a fault. */
export async function placeOf(home: string): Promise<{ dir: string; there: boolean }> {
  return locate(nodeFiles, home, true);
}

/** Opens copies of the data in a folder: twice in a row, so that the fold counts too, and once after damage. */
export async function reopen(dir: string, random: Random): Promise<Reopened> {
  const [first, second] = await onCopy(dir, async (copy) => [await look(copy), await look(copy)]);
  const faults = [...first.problems, ...second.problems];
  const whole = fingerprint(first.state);
  if (whole !== fingerprint(second.state)) faults.push('the fold changed the state');
  const damaged = await onCopy(dir, async (copy) => {
    const what = await damage(copy, random);
    if (what === null) return null;
    const after = await look(copy);
    if (fingerprint(after.state) !== whole) faults.push(`damage: ${what.name} changed the state`);
    if (what.isTold && after.problems.length === 0) faults.push(`damage: ${what.name} is not told`);
    return what.name;
  });
  return { state: first.state, faults, damaged };
}

/** Checks every backup of a folder that is not in `known` yet, and puts it there. Gives what is wrong. */
export async function checkBackups(dir: string, known: Set<string>): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const name of await readdir(join(dir, BACKUPS)).catch(() => [])) {
    const path = join(dir, BACKUPS, name);
    if (known.has(path) || name.endsWith('.tmp')) continue;
    known.add(path);
    try {
      readBackup(await readFile(path), name);
    } catch (error) {
      faults.push(`backup ${name}: ${String(error)}`);
    }
  }
  return faults;
}
