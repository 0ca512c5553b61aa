/** Lectern's own JSON: what the reader has made, with what is known of the papers. Import reads what export writes. */
import { z } from 'zod';
import type { PaperId } from '../../shared/model.ts';
import * as s from '../../shared/schemas.ts';
import type { ReaderState } from '../state/reader-state.ts';

export const SAVED_FORMAT = 'lectern';
export const SAVED_VERSION = 1;

const instant = z.number().int().nonnegative();
const note = z.object({ text: z.string().max(1_000_000), updated: instant });

/** Pairs, since a record cannot hold a paper that is called `__proto__`. */
function ofPapers<T extends z.ZodType>(value: T) {
  return z.array(z.tuple([s.paperId, value]).readonly()).readonly();
}

/** The part of a file that is the reader's own. Unknown fields of a later version are passed over. */
export const savedStateSchema = z.object({
  read: ofPapers(instant),
  starred: ofPapers(instant),
  notes: ofPapers(note),
  /** Earlier texts, newest first. */
  noteVersions: ofPapers(z.array(note).readonly()),
  lists: z.array(s.readingList),
  settings: s.settings.partial().nullable(),
});

export type SavedState = z.output<typeof savedStateSchema>;

export const savedPaperSchema = z.object({
  id: s.paperId,
  title: z.string(),
  authors: z.array(z.string()).optional(),
  date: z.string().nullable().optional(),
  links: z.record(z.string(), z.string().nullable()).optional(),
});

export const savedFileSchema = z.object({
  format: z.literal(SAVED_FORMAT),
  version: z.literal(SAVED_VERSION),
  state: savedStateSchema,
  papers: z.array(savedPaperSchema),
});

export type SavedFile = z.output<typeof savedFileSchema>;

/** All of the reader's own, or what of it concerns some papers: then without settings, and of lists only these papers. */
export function saveState(state: ReaderState, only: ReadonlySet<PaperId> | null): SavedState {
  const wanted = <T>(map: ReadonlyMap<PaperId, T>): readonly (readonly [PaperId, T])[] =>
    [...map].filter(([id]) => only === null || only.has(id));
  const lists = state.lists.map((list) => ({
    ...list,
    papers: list.papers.filter((id) => only === null || only.has(id)),
  }));
  return {
    read: wanted(state.read),
    starred: wanted(state.starred),
    notes: wanted(state.notes),
    noteVersions: wanted(state.noteVersions),
    lists: only === null ? lists : lists.filter(({ papers }) => papers.length > 0),
    settings: only === null ? state.settings : null,
  };
}

/** Every paper that the reader's own data speak of. */
export function mentionedPapers({
  read,
  starred,
  notes,
  lists,
}: ReaderState): ReadonlySet<PaperId> {
  return new Set([
    ...read.keys(),
    ...starred.keys(),
    ...notes.keys(),
    ...lists.flatMap(({ papers }) => papers),
  ]);
}
