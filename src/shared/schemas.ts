/** zod schemas of the inputs that cross the bridge. Limits keep a hostile page from asking for the absurd. */
import { z } from 'zod';

export const MAX_PAPERS = 500_000;

export const paperId = z.string().min(1).max(2_000);
export const folderId = z.string().min(1).max(200);
export const listId = z.string().min(1).max(200);
export const path = z
  .string()
  .min(1)
  .max(32_000)
  .refine((value) => !value.includes('\0'), 'a path holds no NUL');
const papers = z.array(paperId).max(MAX_PAPERS);
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
  search: z.string().max(1_000),
  sort: z.enum(['auto', 'date', 'votes', 'title', 'authors']),
  descending: z.boolean(),
  unreadOnly: z.boolean(),
});

export const settings = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  language: z.enum(['system', 'ko', 'en']),
  autoMark: z.enum(['never', 'onOpen']),
  mediaAlways: z.boolean(),
});

export const readingList = z.strictObject({
  id: listId,
  name,
  papers,
  created: z.number().int().nonnegative(),
});

/** The changes that a client may ask for; folders are opened and closed by their own methods. */
export const clientChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['read', 'star']), papers, value: z.boolean() }),
  z.strictObject({ kind: z.literal('note'), paper: paperId, text: z.string().max(1_000_000) }),
  z.strictObject({
    kind: z.literal('list.put'),
    list: readingList,
    index: z.number().int().nonnegative(),
  }),
  z.strictObject({ kind: z.literal('list.rename'), list: listId, name }),
  z.strictObject({ kind: z.literal('list.delete'), list: listId }),
  z.strictObject({ kind: z.enum(['list.add', 'list.remove']), list: listId, papers }),
  z.strictObject({ kind: z.literal('list.order'), list: listId, papers }),
  z.strictObject({ kind: z.literal('settings'), patch: settings.partial() }),
  z.strictObject({ kind: z.literal('media.paper'), paper: paperId, value: z.boolean() }),
  z.strictObject({ kind: z.literal('media.folder'), path, value: z.boolean() }),
]);

/** Every change that a journal may hold. */
export const change = z.union([
  clientChange,
  z.strictObject({
    kind: z.literal('folder.open'),
    folder: z.strictObject({ path, opened: z.number().int().nonnegative() }),
  }),
  z.strictObject({ kind: z.literal('folder.close'), path }),
]);
