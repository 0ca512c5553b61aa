/** What an older program can understand of data that a newer one wrote: to show it, never to write it back. */
import type { z } from 'zod';
import { DEFAULT_SETTINGS } from '../../shared/model.ts';
import * as s from '../../shared/schemas.ts';
import { READ_NEXT_LIST } from './reader-state.ts';
import type { Snapshot } from './snapshot.ts';
import type { StoredState } from './stored-state.ts';
import { instant, stateFields } from './stored-state.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The items that are of a known shape; fields that a newer program added to them are left out. */
function known<T>(item: z.ZodType<T>, value: unknown): T[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((each) => {
    const parsed = item.safeParse(each);
    return parsed.success ? [parsed.data] : [];
  });
}

/** The settings that are of a known shape; the others as they are by default. */
function knownSettings(value: unknown): StoredState['settings'] {
  const fields = (typeof value === 'object' && value !== null ? value : {}) as Fields;
  const entries = Object.entries(s.settings.shape).map(([key, schema]) => {
    const parsed = schema.safeParse(fields[key]);
    return [key, parsed.success ? parsed.data : DEFAULT_SETTINGS[key as never]];
  });
  return s.settings.parse(Object.fromEntries(entries));
}

/** Reads a snapshot's data of a format that this program does not know; never fails. */
export function readNewer(data: unknown): Snapshot {
  const fields = (typeof data === 'object' && data !== null ? data : {}) as Fields;
  const items = <K extends Exclude<keyof StoredState, 'settings' | 'lists'>>(key: K) =>
    known(stateFields[key].element as z.ZodType<StoredState[K][number]>, fields[key]);
  const lists = known(s.readingList.strip(), fields['lists']);
  return {
    seq: instant.safeParse(fields['seq']).data ?? 0,
    read: items('read'),
    starred: items('starred'),
    notes: items('notes'),
    noteVersions: items('noteVersions'),
    lists: lists.some(({ id }) => id === READ_NEXT_LIST.id)
      ? lists
      : [...lists, { ...READ_NEXT_LIST, papers: [] }],
    settings: knownSettings(fields['settings']),
    mediaPapers: items('mediaPapers'),
    mediaFolders: items('mediaFolders'),
    folders: items('folders'),
    recent: items('recent'),
  };
}
