import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../shared/errors.ts';
import { errorCode } from './files.ts';

/** Not strict: a newer program may tell more, and its lock holds all the same. */
const holder = z.object({
  pid: z.number().int().positive(),
  /** When the process started, in clock ticks since boot; null where the system does not tell (no /proc). */
  started: z.string().nullable(),
  /** The computer's name; a folder that is synced or shared may be open on another one. */
  host: z.string().optional(),
});
type Holder = z.output<typeof holder>;

/** AppError data-in-use, with who has the data open. */
export class DataInUse extends AppError {
  readonly holder: Holder;

  constructor(dir: string, found: Holder) {
    const where = isElsewhere(found) ? `on the computer “${found.host}”` : `process ${found.pid}`;
    super('data-in-use', `Lectern is already running with this data (${where}).`, {
      subject: dir,
      retryable: true,
    });
    this.holder = found;
  }

  /** The other computer's name; null when it is this one. */
  get host(): string | null {
    return isElsewhere(this.holder) ? (this.holder.host ?? null) : null;
  }
}

function isElsewhere({ host }: Holder): boolean {
  return host !== undefined && host !== hostname();
}

/** proc(5): field 22 of /proc/<pid>/stat, counted behind the command, which may hold spaces and brackets. */
async function startTime(pid: number): Promise<string | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

/** Of another computer's process nothing can be known: it counts as alive. */
async function isAlive(found: Holder): Promise<boolean> {
  if (isElsewhere(found)) return true;
  const { pid, started } = found;
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
 * Puts the file `own` under the name `path`, unless someone `holds` that: gives the holder then, else null. Only
 * who holds `<path>.next` replaces a dead process's lock, so that of many who find it one alone does.
 */
async function take(
  path: string,
  own: string,
  text: string,
  holds: (holder: Holder) => Promise<boolean>,
): Promise<Holder | null> {
  while (!(await claim(own, text, path))) {
    const found = await readHolder(path);
    if (found === null) continue;
    if (found.holder !== null && (await holds(found.holder))) return found.holder;
    const next = `${path}.next`;
    const faster = await take(next, own, text, holds);
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

  /**
   * A lock whose process is dead is taken over, and with `takeOver` one of another computer, when the reader knows that
   * Lectern is not running there. Errors: DataInUse.
   */
  static async acquire(dir: string, takeOver = false): Promise<Lock> {
    const path = join(dir, 'lock');
    const started = await startTime(process.pid);
    const text = JSON.stringify({ pid: process.pid, started, host: hostname() });
    // A file that is whole before it gets its name: nobody ever reads half a lock.
    const own = `${path}.${randomUUID()}`;
    await writeFile(own, text, { flag: 'wx', mode: 0o600 });
    try {
      const holds = async (found: Holder): Promise<boolean> =>
        (await isAlive(found)) && !(takeOver && isElsewhere(found));
      const found = await take(path, own, text, holds);
      if (found !== null) throw new DataInUse(dir, found);
    } finally {
      await rm(own, { force: true });
    }
    return new Lock(path, text);
  }

  /** Who holds a data folder, or null; nothing is written. */
  static async heldBy(dir: string): Promise<DataInUse | null> {
    const found = (await readHolder(join(dir, 'lock')))?.holder ?? null;
    return found !== null && (await isAlive(found)) ? new DataInUse(dir, found) : null;
  }

  /** Gives the folder back; leaves a lock that is not ours. */
  async release(): Promise<void> {
    const found = await readHolder(this.#path);
    if (found?.text === this.#text) await rm(this.#path, { force: true });
  }
}
