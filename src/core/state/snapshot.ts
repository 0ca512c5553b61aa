/**
 * The text of a snapshot: JSON whose first line names format, version and checksum, and whose second holds the data.
 * The checksum is over version and second line as written; every later version keeps this envelope, so that an older
 * program tells a newer file from a broken one.
 */
import { z } from 'zod';
import { AppError } from '../../shared/errors.ts';
import { Slicer } from '../slices.ts';
import { Checksum, checksum } from './checksum.ts';
import { migrateSnapshot } from './migrations.ts';
import { readNewer } from './newer.ts';
import type { ReaderState } from './reader-state.ts';
import type { StoredState } from './stored-state.ts';
import { instant, stateFields, storeSmall } from './stored-state.ts';

export const STATE_VERSION = 2;

const snapshotData = z.strictObject({
  /** The last change that is folded in. */
  seq: instant,
  ...stateFields,
});

export type Snapshot = z.output<typeof snapshotData>;

/** The state in a snapshot, without its place in the journal. */
export function stateIn(snapshot: Snapshot): StoredState {
  const fields = Object.entries(snapshot).filter(([name]) => name !== 'seq');
  return Object.fromEntries(fields) as StoredState;
}

/** A file that is no whole snapshot. */
export class BrokenSnapshot extends Error {}

/** Throws AppError data-newer when data was written by a newer program: to write it would lose what this one cannot read. */
export function refuseNewer(version: number, subject: string): void {
  if (version <= STATE_VERSION) return;
  const message = `The reading state was written by a newer Lectern (format ${version}; this one knows ${STATE_VERSION}). Update Lectern to open it.`;
  throw new AppError('data-newer', message, { subject });
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
    ...storeSmall(state),
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

export interface DecodedSnapshot {
  readonly snapshot: Snapshot;
  /** The format in which it was written. */
  readonly version: number;
}

/**
 * Reads the bytes of a snapshot of any format; of a newer one what can be understood of it. Throws BrokenSnapshot.
 */
export function decodeAnySnapshot(bytes: Buffer): DecodedSnapshot {
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
  const data: unknown = JSON.parse(body.toString('utf8'));
  if (version > STATE_VERSION) return { snapshot: readNewer(data), version };
  const parsed = snapshotData.safeParse(migrateSnapshot(version, data));
  if (!parsed.success) throw new BrokenSnapshot(z.prettifyError(parsed.error));
  return { snapshot: parsed.data, version };
}

/**
 * Reads the bytes of a snapshot; `subject` names their file. Throws BrokenSnapshot, or AppError data-newer for a whole
 * snapshot of a version that this program does not know.
 */
export function decodeSnapshot(bytes: Buffer, subject: string): Snapshot {
  const { snapshot, version } = decodeAnySnapshot(bytes);
  refuseNewer(version, subject);
  return snapshot;
}
