import type { Instant } from '../../shared/model.ts';
import { isStateFile } from './backups.ts';
import type { Files } from './files.ts';
import { join } from 'node:path';
import type { Recovered } from './recovery.ts';
import { recover } from './recovery.ts';

/** Another process may fold while we read: what was read in between would not fit together. */
const TRIES = 5;

/** Names and sizes of a data folder's files: differs when another process has changed something. */
export async function signature(files: Files, dir: string): Promise<string> {
  const names = (await files.list(dir)).filter(isStateFile).sort();
  const sizes = await Promise.all(names.map((name) => files.size(join(dir, name))));
  return names.map((name, index) => `${name} ${sizes[index]}`).join('\n');
}

/** Reads the state of a folder without changing anything in it, while another process may be writing there. */
export async function look(
  files: Files,
  dir: string,
  now: Instant,
): Promise<{ readonly found: Recovered; readonly signature: string }> {
  for (let tries = 1; ; tries++) {
    const before = await signature(files, dir);
    const found = await recover(files, dir, now, 'look');
    const after = await signature(files, dir);
    if (before === after || tries === TRIES) return { found, signature: after };
  }
}
