import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../shared/errors.ts';
import { errorCode } from './files.ts';

const holder = z.strictObject({
  pid: z.number().int().positive(),
  /** When the process started, in clock ticks since boot; null where the system does not tell (no /proc). */
  started: z.string().nullable(),
});
type Holder = z.output<typeof holder>;

/** proc(5): field 22 of /proc/<pid>/stat, counted behind the command, which may hold spaces and brackets. */
async function startTime(pid: number): Promise<string | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

async function isAlive({ pid, started }: Holder): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, as another user.
    if (errorCode(error) !== 'EPERM') return false;
  }
  const now = await startTime(pid);
  return started === null || now === null || now === started;
}

async function readHolder(path: string): Promise<{ text: string; holder: Holder | null } | null> {
  try {
    const text = await readFile(path, 'utf8');
    return { text, holder: parseHolder(text) };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

function parseHolder(text: string): Holder | null {
  try {
    return holder.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Puts a file under a name only if the name is free; on file systems without hard links too. */
async function claim(own: string, text: string, path: string): Promise<boolean> {
  try {
    await link(own, path);
    return true;
  } catch (error) {
    const code = errorCode(error);
    if (code === 'EEXIST') return false;
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error;
  }
  try {
    await writeFile(path, text, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Puts the file `own` under the name `path`, unless a living process holds that: gives the holder then, else null. Only
 * who holds `<path>.next` replaces a dead process's lock, so that of many who find it one alone does.
 */
async function take(path: string, own: string, text: string): Promise<Holder | null> {
  while (!(await claim(own, text, path))) {
    const found = await readHolder(path);
    if (found === null) continue;
    if (found.holder !== null && (await isAlive(found.holder))) return found.holder;
    const next = `${path}.next`;
    const faster = await take(next, own, text);
    if (faster !== null) return faster;
    if ((await readHolder(path))?.text === found.text) {
      await rename(next, path);
      return null;
    }
    // Taken over, and maybe given back, before we held `next`.
    await rm(next, { force: true });
  }
  return null;
}

/** Holds a data folder for this process alone. */
export class Lock {
  readonly #path: string;
  readonly #text: string;

  private constructor(path: string, text: string) {
    this.#path = path;
    this.#text = text;
  }

  /** Errors: data-in-use, naming the process that holds it. A lock whose process is dead is taken over. */
  static async acquire(dir: string): Promise<Lock> {
    const path = join(dir, 'lock');
    const text = JSON.stringify({ pid: process.pid, started: await startTime(process.pid) });
    // A file that is whole before it gets its name: nobody ever reads half a lock.
    const own = `${path}.${randomUUID()}`;
    await writeFile(own, text, { flag: 'wx', mode: 0o600 });
    try {
      const holder = await take(path, own, text);
      if (holder !== null) {
        const message = `Lectern is already running with this data (process ${holder.pid}).`;
        throw new AppError('data-in-use', message, { subject: dir });
      }
    } finally {
      await rm(own, { force: true });
    }
    return new Lock(path, text);
  }

  /** Gives the folder back; leaves a lock that is not ours. */
  async release(): Promise<void> {
    const found = await readHolder(this.#path);
    if (found?.text === this.#text) await rm(this.#path, { force: true });
  }
}
