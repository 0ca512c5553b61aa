/** One line of the journal: `{"sum":"<checksum of the rest>","v":1,"seq":12,"time":…,"change":{…}}` and a newline. */
import { z } from 'zod';
import type { Instant } from '../../shared/model.ts';
import { change } from '../../shared/schemas.ts';
import type { Edit } from './changes.ts';
import { checksum } from './checksum.ts';
import { STATE_VERSION } from './snapshot.ts';

/** An edit with its place in the order of all changes, from 1, and when it was made. */
export interface Entry {
  readonly seq: number;
  readonly time: Instant;
  readonly edit: Edit;
}

/** `newer`: whole, but of a version that this program does not know. */
export type DecodedLine =
  | { readonly kind: 'entry'; readonly entry: Entry }
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'broken'; readonly reason: string };

const instant = z.number().int().nonnegative();
const line = z.strictObject({
  sum: z.string(),
  v: z.number(),
  seq: z.number().int().positive(),
  time: instant,
  change,
  instants: z.array(instant).optional(),
});

const HEAD = /^\{"sum":"([0-9a-f]{16})","v":(\d{1,9}),"seq":(\d{1,16}),/;
const SUM_END = '{"sum":"0123456789abcdef",'.length;

/** The line of an entry, with its newline. */
export function encodeLine({ seq, time, edit }: Entry): string {
  const instants = edit.instants === null ? {} : { instants: edit.instants };
  const rest = JSON.stringify({ v: STATE_VERSION, seq, time, change: edit.change, ...instants });
  return `{"sum":"${checksum(rest.slice(1))}",${rest.slice(1)}\n`;
}

/** The sequence number that a line claims, unchecked; null when it has not the shape of a line. */
export function claimedSeq(text: string): number | null {
  const head = HEAD.exec(text);
  return head === null ? null : Number(head[3]);
}

/** Reads a line without its newline; never throws. */
export function decodeLine(text: string): DecodedLine {
  const broken = (reason: string): DecodedLine => ({ kind: 'broken', reason });
  const head = HEAD.exec(text);
  if (head === null) return broken('it is not a journal line');
  if (checksum(text.slice(SUM_END)) !== head[1]) return broken('its checksum does not match');
  const version = Number(head[2]);
  if (version > STATE_VERSION) return { kind: 'newer', version };
  const parsed = line.safeParse(JSON.parse(text));
  if (!parsed.success) return broken(z.prettifyError(parsed.error));
  const { seq, time, instants } = parsed.data;
  return {
    kind: 'entry',
    entry: {
      seq,
      time,
      edit: { change: parsed.data.change, instants: instants ?? null },
    },
  };
}
