/** Backups of reader state, in `backups/` of the data folder: by themselves once a day, and before anything that replaces it. */
import { join } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import type { BackupInfo, BackupKind, Instant } from '../../shared/model.ts';
import { expiredBackups } from './backup-rule.ts';
import type { Files } from './files.ts';
import { errorCode, writeThenName, writeWhole } from './files.ts';
import { segmentSeq } from './journal.ts';
import { recover } from './recovery.ts';
import { keptSeq, SNAPSHOT } from './snapshot-folder.ts';
import type { Snapshot } from './snapshot.ts';
import { BrokenSnapshot, decodeSnapshot, encodeSnapshot, stateIn } from './snapshot.ts';
import type { StoredState } from './stored-state.ts';
import { storeState } from './stored-state.ts';

export const BACKUPS = 'backups';
/** The folder of files that are being kept before a migration. */
const UNFINISHED = 'migration.tmp';

/** `2026-11-25T20-00-00.000Z.daily.json`; of a migration a folder with the files as they were, without `.json`. */
const NAME =
  /^(\d{4}-\d\d-\d\dT)(\d\d)-(\d\d)-(\d\d\.\d{3}Z)\.(daily|restore|merge|import)\.json$|^(\d{4}-\d\d-\d\dT)(\d\d)-(\d\d)-(\d\d\.\d{3}Z)\.(migration)$/;

function nameOf(created: Instant, kind: BackupKind): string {
  const time = new Date(created).toISOString().replaceAll(':', '-');
  return kind === 'migration' ? `${time}.migration` : `${time}.${kind}.json`;
}

/** What a name tells; null when it is not a backup's. */
function parseName(name: string): { readonly created: Instant; readonly kind: BackupKind } | null {
  const match = NAME.exec(name);
  if (match === null) return null;
  const [day, hours, minutes, seconds, kind] = match.slice(match[1] === undefined ? 6 : 1);
  const created = Date.parse(`${day}${hours}:${minutes}:${seconds}`);
  return Number.isNaN(created) ? null : { created, kind: kind as BackupKind };
}

/** Whether a file of the data folder is part of the state. */
export function isStateFile(name: string): boolean {
  return name === SNAPSHOT || keptSeq(name) !== null || segmentSeq(name) !== null;
}

/** Data that are no backup. Errors are for the reader who chose them. */
function invalid(reason: string, subject: string): AppError {
  return new AppError('backup-invalid', `This is not a whole backup of Lectern: ${reason}.`, {
    subject,
  });
}

/** The state in a backup's bytes. Errors: backup-invalid, data-newer. */
export function readBackup(bytes: Buffer, subject: string): StoredState {
  try {
    return stateIn(decodeSnapshot(bytes, subject));
  } catch (error) {
    if (error instanceof BrokenSnapshot) throw invalid(error.message, subject);
    throw error;
  }
}

export class Backups {
  readonly #files: Files;
  readonly #data: string;
  readonly #dir: string;
  readonly #now: () => Instant;

  /** data: the data folder. */
  constructor(files: Files, data: string, now: () => Instant) {
    this.#files = files;
    this.#data = data;
    this.#dir = join(data, BACKUPS);
    this.#now = now;
  }

  /** Newest first. Rejects with the system's error. */
  async list(): Promise<readonly BackupInfo[]> {
    const found: BackupInfo[] = [];
    for (const name of await this.#names(this.#dir)) {
      const parsed = parseName(name);
      if (parsed !== null) found.push({ name, ...parsed, bytes: await this.#bytesOf(name) });
    }
    return found.sort((a, b) => b.created - a.created);
  }

  /** Keeps a state, durably, then removes those that the rule keeps no longer. Rejects with the system's error. */
  async keep(kind: Exclude<BackupKind, 'migration'>, snapshot: Snapshot): Promise<string> {
    await this.#files.makeFolder(this.#dir);
    const name = await this.#freeName(kind);
    const path = join(this.#dir, name);
    await writeThenName(this.#files, path, await encodeSnapshot(snapshot));
    await this.#files.syncFolder(this.#dir);
    await this.#prune();
    return name;
  }

  /**
   * Keeps the files of the data folder as they are, durably; what was begun and not ended has not the name of a backup.
   * Rejects with the system's error.
   */
  async keepFiles(): Promise<string> {
    const files = this.#files;
    const folder = join(this.#dir, UNFINISHED);
    await files.makeFolder(folder);
    for (const former of await files.list(folder)) await files.remove(join(folder, former));
    for (const file of (await files.list(this.#data)).filter(isStateFile)) {
      const bytes = await files.read(join(this.#data, file));
      if (bytes !== null) await writeWhole(files, join(folder, file), 'replace', bytes);
    }
    await files.syncFolder(folder);
    const name = await this.#freeName('migration');
    await files.rename(folder, join(this.#dir, name));
    await files.syncFolder(this.#dir);
    return name;
  }

  /** The state in a backup. Errors: not-found, backup-invalid, data-newer; or the system's. */
  async read(name: string): Promise<StoredState> {
    const parsed = parseName(name);
    const path = join(this.#dir, name);
    const gone = new AppError('not-found', 'This backup is no longer there.', { subject: name });
    if (parsed === null) throw gone;
    if (parsed.kind === 'migration') {
      const files = await this.#names(path);
      if (files.length === 0) throw gone;
      const found = await recover(this.#files, path, this.#now(), 'look');
      if (found.versions === null) throw invalid('nothing in it can be read', name);
      return storeState(found.state);
    }
    const bytes = await this.#files.read(path);
    if (bytes === null) throw gone;
    return readBackup(bytes, name);
  }

  /** The last change that a backup holds, by its beginning alone; null when that does not tell. */
  async seqOf(name: string): Promise<number | null> {
    const bytes = await this.#files.read(join(this.#dir, name));
    const seq = /"seq":(\d{1,16})/.exec(bytes?.toString('latin1', 0, 300) ?? '')?.[1];
    return seq === undefined ? null : Number(seq);
  }

  async #names(folder: string): Promise<readonly string[]> {
    try {
      return await this.#files.list(folder);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return [];
      throw error;
    }
  }

  async #bytesOf(name: string): Promise<number> {
    const path = join(this.#dir, name);
    if (parseName(name)?.kind !== 'migration') return (await this.#files.size(path)) ?? 0;
    let bytes = 0;
    for (const file of await this.#names(path)) {
      bytes += (await this.#files.size(join(path, file))) ?? 0;
    }
    return bytes;
  }

  /** Of two backups in one millisecond the second is a little later. */
  async #freeName(kind: BackupKind): Promise<string> {
    const names = new Set(await this.#names(this.#dir));
    let created = this.#now();
    while (names.has(nameOf(created, kind))) created++;
    return nameOf(created, kind);
  }

  async #prune(): Promise<void> {
    for (const { name } of expiredBackups(await this.list())) {
      await this.#files.remove(join(this.#dir, name));
    }
  }
}
