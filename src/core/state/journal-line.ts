/** One line of the journal: `{"sum":"<checksum of the rest>","v":2,"seq":12,"time":…,"change":{…}}` and a newline. */
import { z } from 'zod';
import type { Instant } from '../../shared/model.ts';
import { RESTORE_REASONS } from '../../shared/model.ts';
import { change } from '../../shared/schemas.ts';
import { checksum } from './checksum.ts';
import { migrateChange } from './migrations.ts';
import type { Edit } from './perform.ts';
import { editOf } from './perform.ts';
import { STATE_VERSION } from './snapshot.ts';
import { instant, storedState } from './stored-state.ts';

/** An edit with its place in the order of all changes, from 1, and when it was made. */
export interface Entry {
  readonly seq: number;
  readonly time: Instant;
  readonly edit: Edit;
}

/** `newer`: whole, but of a version that this program does not know. */
export type DecodedLine =
  | { readonly kind: 'entry'; readonly entry: Entry; readonly version: number }
  /** entry: what could be understood of it. */
  | { readonly kind: 'newer'; readonly version: number; readonly entry: Entry | null }
  | { readonly kind: 'broken'; readonly reason: string };

const restore = z.strictObject({
  kind: z.literal('restore'),
  reason: z.enum(RESTORE_REASONS),
  state: storedState,
});
const line = z.strictObject({
  sum: z.string(),
  v: z.number(),
  seq: z.number().int().positive(),
  time: instant,
  change: z.union([change, restore]),
  instants: z.array(instant).optional(),
  /** Of a batch: for each of its changes. */
  parts: z.array(z.array(instant).nullable()).optional(),
});

type Line = z.output<typeof line>;

/** How an edit stands in its line. */
function fieldsOf(edit: Edit): Pick<Line, 'change' | 'instants' | 'parts'> {
  if ('restore' in edit) {
    return { change: { kind: 'restore', reason: edit.reason, state: edit.restore } };
  }
  if (!('parts' in edit)) {
    const { change: single, instants } = edit;
    return { change: single, ...(instants === null ? {} : { instants }) } as Line;
  }
  const changes = edit.parts.map((part) => part.change);
  const parts = edit.parts.map(({ instants }) => instants);
  return { change: { ...edit.batch, changes }, parts } as Line;
}

function editIn({ change: asked, instants, parts }: Line): Edit {
  if (asked.kind === 'restore') return { restore: asked.state, reason: asked.reason };
  const edit = editOf(asked);
  if (!('parts' in edit)) return { ...edit, instants: instants ?? null };
  return {
    ...edit,
    parts: edit.parts.map((part, index) => ({ ...part, instants: parts?.[index] ?? null })),
  };
}

function entryIn(read: Line): Entry {
  return { seq: read.seq, time: read.time, edit: editIn(read) };
}

const HEAD = /^\{"sum":"([0-9a-f]{16})","v":(\d{1,9}),"seq":(\d{1,16}),/;
const SUM_END = '{"sum":"0123456789abcdef",'.length;

/** The line of an entry, with its newline. */
export function encodeLine({ seq, time, edit }: Entry): string {
  const rest = JSON.stringify({ v: STATE_VERSION, seq, time, ...fieldsOf(edit) });
  return `{"sum":"${checksum(rest.slice(1))}",${rest.slice(1)}\n`;
}

/** The sequence number that a line claims, unchecked; null when it has not the shape of a line. */
export function claimedSeq(text: string): number | null {
  const head = HEAD.exec(text);
  return head === null ? null : Number(head[3]);
}

function migrateLine(version: number, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('change' in value)) return value;
  return { ...value, change: migrateChange(version, value.change) };
}

/** Reads a line without its newline; never throws. */
export function decodeLine(text: string): DecodedLine {
  const broken = (reason: string): DecodedLine => ({ kind: 'broken', reason });
  const head = HEAD.exec(text);
  if (head === null) return broken('it is not a journal line');
  if (checksum(text.slice(SUM_END)) !== head[1]) return broken('its checksum does not match');
  const version = Number(head[2]);
  const parsed = line.safeParse(migrateLine(version, JSON.parse(text)));
  const entry = parsed.success ? entryIn(parsed.data) : null;
  if (version > STATE_VERSION) return { kind: 'newer', version, entry };
  return parsed.success
    ? { kind: 'entry', entry: entryIn(parsed.data), version }
    : broken(z.prettifyError(parsed.error));
}
