/**
 * The text of a snapshot: JSON whose first line names format, version and checksum, and whose second holds the data.
 * The checksum is over version and second line as written; every later version keeps this envelope, so that an older
 * program tells a newer file from a broken one.
 */
import { z } from 'zod';
import { AppError } from '../../shared/errors.ts';
import type { Instant } from '../../shared/model.ts';
import * as s from '../../shared/schemas.ts';
import { Slicer } from '../slices.ts';
import { Checksum, checksum } from './checksum.ts';
import { migrateSnapshot } from './migrations.ts';
import type { MutableState, ReaderState } from './reader-state.ts';

export const STATE_VERSION = 2;

const instant = z.number().int().nonnegative();
const marks = z.array(z.tuple([s.paperId, instant]));
const snapshotData = z.strictObject({
  /** The last change that is folded in. */
  seq: z.number().int().nonnegative(),
  read: marks,
  starred: marks,
  notes: z.array(z.tuple([s.paperId, z.string(), instant])),
  noteVersions: z.array(z.tuple([s.paperId, z.array(z.tuple([z.string(), instant]))])),
  lists: z.array(s.readingList),
  settings: s.settings,
  mediaPapers: z.array(s.paperId),
  mediaFolders: z.array(s.path),
  folders: z.array(z.strictObject({ path: s.path, opened: instant })),
  recent: z.array(s.path),
});

export type Snapshot = z.output<typeof snapshotData>;

/** A file that is no whole snapshot. */
export class BrokenSnapshot extends Error {}

/** Throws AppError read-failed when data was written by a newer program: to write it would lose what this one cannot read. */
export function refuseNewer(version: number, subject: string): void {
  if (version <= STATE_VERSION) return;
  const message = `The reading state was written by a newer Lectern (format ${version}; this one knows ${STATE_VERSION}). Update Lectern to open it.`;
  throw new AppError('read-failed', message, { subject });
}

const ENVELOPE =
  /^\{"format":"lectern-state","version":(\d{1,9}),"checksum":"([0-9a-f]{16})","data":$/;
const END = '\n}\n';

/** Items between two looks at the clock. */
const SLICE = 1_000;
/** Short: a change that comes meanwhile gets its turns of the loop between slices, one for each file operation. */
const SLICE_MS = 2;

/** Copies many items, in slices. */
async function copyOf<T>(items: Iterable<T>, slicer: Slicer): Promise<T[]> {
  const copy: T[] = [];
  for (const item of items) {
    copy.push(item);
    if (copy.length % SLICE === 0) await slicer.pause();
  }
  return copy;
}

/**
 * The state as plain data: what changes later does not reach it. Copied in slices, so that the thread can answer other
 * questions; the caller sees to it that nothing changes until it resolves.
 */
export async function takeSnapshot(state: ReaderState, seq: number): Promise<Snapshot> {
  const slicer = new Slicer(SLICE_MS);
  return {
    seq,
    read: await copyOf(state.read, slicer),
    starred: await copyOf(state.starred, slicer),
    notes: Array.from(state.notes, ([paper, note]) => [paper, note.text, note.updated]),
    noteVersions: Array.from(state.noteVersions, ([paper, versions]) => [
      paper,
      versions.map(({ text, updated }): [string, Instant] => [text, updated]),
    ]),
    lists: state.lists.map((list) => ({ ...list, papers: [...list.papers] })),
    settings: state.settings,
    mediaPapers: [...state.mediaPapers],
    mediaFolders: [...state.mediaFolders],
    folders: [...state.folders],
    recent: [...state.recent],
  };
}

/** The state that a snapshot stands for. */
export function restoreState(snapshot: Snapshot): MutableState {
  return {
    read: new Map(snapshot.read),
    starred: new Map(snapshot.starred),
    notes: new Map(snapshot.notes.map(([paper, text, updated]) => [paper, { text, updated }])),
    noteVersions: new Map(
      snapshot.noteVersions.map(([paper, versions]) => [
        paper,
        versions.map(([text, updated]) => ({ text, updated })),
      ]),
    ),
    lists: snapshot.lists,
    settings: snapshot.settings,
    mediaPapers: new Set(snapshot.mediaPapers),
    mediaFolders: new Set(snapshot.mediaFolders),
    folders: snapshot.folders,
    recent: snapshot.recent,
  };
}

/** The bytes of a snapshot, made in slices so that changes are answered meanwhile. */
export async function encodeSnapshot(snapshot: Snapshot): Promise<Uint8Array> {
  const slicer = new Slicer(SLICE_MS);
  const sum = new Checksum().add(`${STATE_VERSION}\n`);
  const chunks: Uint8Array[] = [];
  const put = (text: string): void => {
    const chunk = Buffer.from(text);
    sum.add(chunk);
    chunks.push(chunk);
  };
  let separator = '{';
  for (const [key, value] of Object.entries(snapshot)) {
    const start = `${separator}${JSON.stringify(key)}:`;
    separator = ',';
    if (!Array.isArray(value)) {
      put(start + JSON.stringify(value));
      continue;
    }
    put(`${start}[`);
    for (let from = 0; from < value.length; from += SLICE) {
      const items = JSON.stringify(value.slice(from, from + SLICE)).slice(1, -1);
      put(from === 0 ? items : `,${items}`);
      await slicer.pause();
    }
    put(']');
  }
  put('}');
  const head = `{"format":"lectern-state","version":${STATE_VERSION},"checksum":"${sum.end()}","data":\n`;
  return Buffer.concat([Buffer.from(head), ...chunks, Buffer.from(END)]);
}

/**
 * Reads the bytes of a snapshot; `subject` names their file. Throws BrokenSnapshot, or AppError read-failed for a whole
 * snapshot of a version that this program does not know.
 */
export function decodeSnapshot(bytes: Buffer, subject: string): Snapshot {
  const newline = bytes.indexOf(10);
  const envelope = ENVELOPE.exec(newline === -1 ? '' : bytes.toString('latin1', 0, newline));
  const end = bytes.length - END.length;
  if (envelope === null || bytes.toString('latin1', end) !== END) {
    throw new BrokenSnapshot('it is not a whole snapshot');
  }
  const version = Number(envelope[1]);
  const body = bytes.subarray(newline + 1, end);
  if (checksum(`${version}\n`, body) !== envelope[2]) {
    throw new BrokenSnapshot('its checksum does not match');
  }
  refuseNewer(version, subject);
  const parsed = snapshotData.safeParse(
    migrateSnapshot(version, JSON.parse(body.toString('utf8'))),
  );
  if (!parsed.success) throw new BrokenSnapshot(z.prettifyError(parsed.error));
  return parsed.data;
}
