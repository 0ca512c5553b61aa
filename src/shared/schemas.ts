/** zod schemas of the inputs that cross the bridge. Limits keep a hostile page from asking for the absurd. */
import { z } from 'zod';
import { LIST_COLOURS } from './model.ts';
import { exportFormatNames } from './export-formats.ts';

export const MAX_PAPERS = 500_000;
/** Characters of a search, and of a smart list's query. */
export const MAX_QUERY = 1_000;

export const paperId = z.string().min(1).max(2_000);
export const folderId = z.string().min(1).max(200);
export const listId = z.string().min(1).max(200);
export const path = z
  .string()
  .min(1)
  .max(32_000)
  .refine((value) => !value.includes('\0'), 'a path holds no NUL');
/** Of the IANA data base, as this machine knows it. */
export const timeZone = z.string().max(100).refine(isTimeZone, 'no time zone is called so');
export const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const papers = z.array(paperId).max(MAX_PAPERS);
const name = z.string().trim().min(1).max(500);

export const view = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['all', 'unread', 'starred', 'noted']) }),
  z.strictObject({ kind: z.literal('list'), list: listId }),
  z.strictObject({ kind: z.literal('folder'), folder: folderId }),
  z.strictObject({
    kind: z.literal('dates'),
    folder: folderId,
    dates: z.string().regex(/^(\d{4}(-\d{2}(-\d{2})?)?)?$/),
  }),
]);

export const query = z.strictObject({
  view,
  search: z.string().max(MAX_QUERY),
  sort: z.enum(['auto', 'date', 'votes', 'title', 'authors', 'added']),
  descending: z.boolean(),
  group: z.enum(['none', 'day', 'votes']),
  unreadOnly: z.boolean(),
});

export const settings = z.strictObject({
  theme: z.enum(['system', 'light', 'dark', 'sepia', 'contrast']),
  language: z.enum(['system', 'ko', 'en']),
  autoMark: z.enum(['never', 'onOpen', 'afterDelay', 'onScroll']),
  autoMarkSeconds: z.number().int().min(1).max(120),
  mediaAlways: z.boolean(),
  textSize: z.number().int().min(14).max(28),
  textWidth: z.enum(['narrow', 'normal', 'wide']),
  textFont: z.enum(['sans', 'serif']),
  keys: z
    .record(z.string().min(1).max(100), z.array(z.string().min(1).max(50)).max(8).readonly())
    .refine((keys) => Object.keys(keys).length <= 500, 'too many keys')
    .readonly(),
  noteTemplates: z
    .array(z.strictObject({ id: z.string().min(1).max(100), name, text: z.string().max(20_000) }))
    .max(100)
    .readonly(),
  citationKey: z.string().min(1).max(200),
  citationStyle: z.string().min(1).max(100),
  exportTemplate: z.string().max(50_000),
});

const listFields = {
  name,
  description: z.string().max(20_000),
  colour: z.enum(LIST_COLOURS).nullable(),
  group: z.string().max(1_000),
  query: z.string().max(MAX_QUERY).nullable(),
};

export const exportChoice = z.strictObject({
  format: z.enum(exportFormatNames),
  notes: z.boolean(),
  summaries: z.boolean(),
  bom: z.boolean(),
  separate: z.boolean(),
  language: z.enum(['ko', 'en']),
  template: z.string().max(100_000).nullable(),
  citationKey: z.string().max(200).nullable(),
  citationStyle: z.string().max(100).nullable(),
});

/** Its id becomes the name of a file. */
export const keptId = z.uuid();
export const keptExport = z.strictObject({
  id: keptId,
  query,
  title: z.string().max(500),
  choice: exportChoice,
  folder: path,
  file: z.string().max(255),
});

/** The name of long work: its progress is told by it, and it can be ended. */
export const job = z.string().min(1).max(100);

export const importRequest = z.strictObject({
  job: job.optional(),
  text: z.string().max(200_000_000),
  name,
  mode: z.enum(['merge', 'replace']),
});

/** What is exported: a held answer, or papers by name. */
export const exportSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('result'), result: z.string().max(100) }),
  z.strictObject({ kind: z.literal('papers'), papers }),
]);

export const readingList = z.strictObject({
  id: listId,
  papers,
  created: z.number().int().nonnegative(),
  ...listFields,
});

export const MAX_NOTE = 1_000_000;

const singleClientChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['read', 'star']), papers, value: z.boolean() }),
  z.strictObject({ kind: z.literal('note'), paper: paperId, text: z.string().max(MAX_NOTE) }),
  z.strictObject({
    kind: z.literal('list.put'),
    list: readingList,
    index: z.number().int().nonnegative(),
  }),
  z.strictObject({
    kind: z.literal('list.update'),
    list: listId,
    patch: z.strictObject(listFields).partial(),
  }),
  z.strictObject({
    kind: z.literal('list.move'),
    list: listId,
    index: z.number().int().nonnegative(),
    group: listFields.group,
  }),
  z.strictObject({ kind: z.literal('list.delete'), list: listId }),
  z.strictObject({ kind: z.enum(['list.add', 'list.remove']), list: listId, papers }),
  z.strictObject({ kind: z.literal('list.order'), list: listId, papers }),
  z.strictObject({ kind: z.literal('settings'), patch: settings.partial() }),
  z.strictObject({ kind: z.literal('media.paper'), paper: paperId, value: z.boolean() }),
  z.strictObject({ kind: z.literal('media.folder'), path, value: z.boolean() }),
]);

/** The changes that a client may ask for; folders are opened and closed by their own methods. */
export const clientChange = z.union([
  singleClientChange,
  z.strictObject({
    kind: z.literal('batch'),
    name: z.string().max(500).nullable(),
    changes: z.array(singleClientChange).max(100_000),
  }),
]);

const note = z.strictObject({
  text: z.string().max(MAX_NOTE),
  updated: z.number().int().nonnegative(),
});
const noteVersions = z.strictObject({
  kind: z.literal('note.versions'),
  paper: paperId,
  versions: z.array(note).max(1_000),
});

/** Every change that a journal may hold. */
export const change = z.union([
  clientChange,
  noteVersions,
  /** An import's, which holds what no client may ask for. */
  z.strictObject({
    kind: z.literal('batch'),
    name: z.string().max(500).nullable(),
    changes: z.array(z.union([singleClientChange, noteVersions])),
  }),
  z.strictObject({
    kind: z.literal('folder.open'),
    folder: z.strictObject({ path, opened: z.number().int().nonnegative() }),
  }),
  z.strictObject({ kind: z.literal('folder.close'), path }),
]);

/** What the window keeps of its own look; small, and harmless when lost. */
export const workspace = z
  .record(z.string().min(1).max(100), z.json())
  .refine((value) => JSON.stringify(value).length <= 200_000, 'too large');

/** A backup to restore: a kept one's name, or a chosen file's text. */
export const backupSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('kept'), name: z.string().min(1).max(200) }),
  z.strictObject({ kind: z.literal('text'), text: z.string().max(200_000_000) }),
]);

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    // That it is none is the answer.
    return false;
  }
}
