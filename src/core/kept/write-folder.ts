/**
 * Brings the files of a kept export up to date. Only what Lectern itself wrote, and nobody has changed since, is ever replaced
 * or deleted: a list of names and checksums tells which files those are.
 */
import { createHash } from 'node:crypto';
import { lstat, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Instant } from '../../shared/model.ts';
import type { Files } from '../state/files.ts';
import { errorCode, writeWhole } from '../state/files.ts';
import type { NamedText } from '../export/obsidian.ts';

/** A file that Lectern wrote. */
export interface OwnFile {
  /** Of its content; '' before it was first written. */
  readonly sum: string;
  /** Of the content that it was about to have: it has the one or the other when the writing was cut off. */
  readonly next?: string | undefined;
  /** As the disk told them then. */
  readonly size: number;
  readonly mtime: number;
  /** Read so long after it was written that a later change has another time: as long as that is the same, so is the content. */
  readonly settled?: boolean | undefined;
}

export type OwnFiles = ReadonlyMap<string, OwnFile>;

export interface FolderWrite {
  readonly folder: string;
  readonly wanted: readonly NamedText[];
  readonly own: OwnFiles;
  readonly files: Files;
  readonly now: Instant;
  /** The name of the file that is written before it takes another's place; nobody else's. */
  readonly temporary: string;
  /** Remembers which files are Lectern's, durably. */
  readonly remember: (own: OwnFiles) => Promise<void>;
}

export interface FolderWritten {
  readonly own: OwnFiles;
  /** How many files were written or deleted. */
  readonly changed: number;
  /** Names under which files are now that someone had changed. */
  readonly aside: readonly string[];
  /** Names that are taken by what is not Lectern's, and were left alone. */
  readonly taken: readonly string[];
}

type OnDisk = Omit<OwnFile, 'next'>;

/** The coarsest clock of a file system (FAT). */
const SETTLED_MS = 2_000;

const sumOf = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** What stands under a name: null for nothing, `other` for what is no plain file. Rejects with the system's error. */
async function look(
  path: string,
  own: OwnFile | undefined,
  now: Instant,
): Promise<OnDisk | 'other' | null> {
  try {
    const stats = await lstat(path);
    if (!stats.isFile()) return 'other';
    const { size, mtimeMs: mtime } = stats;
    const same = own?.next === undefined && own?.size === size && own.mtime === mtime;
    if (same && own.settled === true) return own;
    const settled = now - mtime > SETTLED_MS;
    return { sum: sumOf(await readFile(path)), size, mtime, settled };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

const isOwn = (own: OwnFile | undefined, sum: string): boolean =>
  own !== undefined && (own.sum === sum || own.next === sum);

/** `references (edited 2026-11-25 20-00-00).bib`, with a number where that is taken. */
async function asideName(folder: string, name: string, now: Instant): Promise<string> {
  const ending = extname(name);
  const time = new Date(now).toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '-');
  const stem = `${name.slice(0, name.length - ending.length)} (edited ${time}`;
  for (let count = 1; ; count++) {
    const free = `${stem}${count === 1 ? '' : ` ${count}`})${ending}`;
    if ((await look(join(folder, free), undefined, now)) === null) return free;
  }
}

/** On a disk that ignores case and composition, these would be one file. */
const folded = (name: string): string => name.normalize('NFC').toLowerCase();

interface Step {
  readonly name: string;
  readonly text: string;
  readonly sum: string;
  readonly edited: boolean;
}

/** Rejects with the system's error; every file is then as it was or as it is wanted, and Lectern knows it for its own. */
export async function writeFolder(request: FolderWrite): Promise<FolderWritten> {
  const { folder, wanted, files, remember, now } = request;
  const own = new Map(request.own);
  const steps: Step[] = [];
  const taken: string[] = [];
  for (const { name, text } of wanted) {
    const known = own.get(name);
    const sum = sumOf(text);
    const there = await look(join(folder, name), known, now);
    if (there === 'other' || (there !== null && known === undefined && there.sum !== sum)) {
      own.delete(name);
      taken.push(name);
    } else if (there?.sum === sum) own.set(name, there);
    else steps.push({ name, text, sum, edited: there !== null && !isOwn(known, there.sum) });
  }
  const stale = await staleFiles(request, own);
  for (const { name, sum } of steps) {
    own.set(name, { ...(own.get(name) ?? { sum: '', size: -1, mtime: -1 }), next: sum });
  }
  // Until they are deleted, those that are stale are Lectern's too.
  if (steps.length + stale.length > 0) await remember(new Map([...request.own, ...own]));

  const aside: string[] = [];
  const temporary = join(folder, request.temporary);
  for (const { name, text, edited, sum } of steps) {
    const path = join(folder, name);
    try {
      await files.remove(temporary);
      await writeWhole(files, temporary, 'new', Buffer.from(text));
      if (edited) {
        const free = await asideName(folder, name, now);
        await files.rename(path, join(folder, free));
        aside.push(free);
      }
      await files.rename(temporary, path);
    } catch (error) {
      await files.remove(temporary).catch(() => undefined);
      throw error;
    }
    const { size, mtimeMs: mtime } = await lstat(path);
    own.set(name, { sum, size, mtime });
  }
  for (const name of stale) await files.remove(join(folder, name));
  const changed = steps.length + stale.length;
  if (changed > 0) await files.syncFolder(folder);
  return { own, changed, aside, taken };
}

/** Lectern's own files that are wanted no longer; one that someone has changed is theirs from now on. */
async function staleFiles(
  { folder, wanted, now }: FolderWrite,
  own: Map<string, OwnFile>,
): Promise<readonly string[]> {
  const names = new Set(wanted.map(({ name }) => folded(name)));
  const stale: string[] = [];
  for (const [name, known] of [...own]) {
    if (wanted.some((file) => file.name === name)) continue;
    own.delete(name);
    // Only its case changed: the wanted file may be this one.
    if (names.has(folded(name))) continue;
    const there = await look(join(folder, name), known, now);
    if (there !== null && there !== 'other' && isOwn(known, there.sum)) stale.push(name);
  }
  return stale;
}
