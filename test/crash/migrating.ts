/** Data of an earlier format, and a death while they become data of the present one. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Backups } from '../../src/core/state/backups.ts';
import { nodeFiles } from '../../src/core/state/files.ts';
import type { ReaderState } from '../../src/core/state/reader-state.ts';
import { restoreState } from '../../src/core/state/stored-state.ts';
import type { Random } from '../bench/random.ts';
import { fingerprint } from './model.ts';
import { reopen } from './reopen.ts';
import { liveAndDie, type Victim } from './round.ts';

/** Kills the engine while it opens a copy of `fixture`. Gives what is wrong with what it leaves. */
export async function dieMigrating(
  victim: Omit<Victim, 'home'>,
  fixture: string,
  random: Random,
): Promise<readonly string[]> {
  const home = await mkdtemp(join(tmpdir(), 'lectern-crash-old-'));
  try {
    await cp(fixture, home, { recursive: true });
    const wanted = await reopen(home, random);
    const nothing = (): never => {
      throw new Error('nothing is asked for while data are opened');
    };
    const plan = { next: nothing, lone: () => Promise.resolve(null), begin: Date.UTC(2026, 0) };
    const { faults } = await liveAndDie({ ...victim, home }, plan, random, 'starting');
    const after = await reopen(home, random);
    const told = [...faults, ...after.faults];
    const isWanted = (state: ReaderState): boolean =>
      fingerprint(state) === fingerprint(wanted.state);
    if (!isWanted(after.state)) told.push('the state is another');
    const backups = new Backups(nodeFiles, home, () => Date.now());
    for (const { name } of await backups.list()) {
      if (!isWanted(restoreState(await backups.read(name)))) told.push(`${name} is not whole`);
    }
    return told;
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}
