/** Data of an earlier format, and a death while they become data of the present one. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Random } from '../bench/random.ts';
import { fingerprint } from './model.ts';
import { checkBackups, reopen } from './reopen.ts';
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
    const told = [...faults, ...after.faults, ...(await checkBackups(home, new Set()))];
    if (fingerprint(after.state) !== fingerprint(wanted.state)) told.push('the state is another');
    return told;
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}
