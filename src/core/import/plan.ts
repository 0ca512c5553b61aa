/** What reading a file in would change: made and undone as one. */
import { isDeepStrictEqual } from 'node:util';
import { AppError } from '../../shared/errors.ts';
import type {
  ImportFormat,
  ImportPlan,
  ImportProblem,
  Instant,
  PaperId,
  ReadingList,
  SingleChange,
} from '../../shared/model.ts';
import { LIST_DEFAULTS } from '../../shared/model.ts';
import {
  SAVED_FORMAT,
  SAVED_VERSION,
  savedFileSchema,
  type SavedState,
} from '../export/saved-state.ts';
import { readBackup } from '../state/backups.ts';
import type { Pause } from '../slices.ts';
import { perform, type BatchEdit } from '../state/perform.ts';
import type { ReaderState } from '../state/reader-state.ts';
import type { StoredState } from '../state/stored-state.ts';
import { restoreState, storeState } from '../state/stored-state.ts';
import { readBibtex } from './bibtex.ts';
import { readCslJson, readLinks, readRis } from './lists.ts';
import type { References } from './reference.ts';
import { mergeEdits, replacedState, savedFromStored } from './saved.ts';

export interface ImportRequest {
  readonly text: string;
  /** What a list of its papers is called; of Lectern's JSON, what the step is called in Undo. */
  readonly name: string;
  /** For Lectern's JSON: add to what there is, or put it in its place. */
  readonly mode: 'merge' | 'replace';
}

/** What is to be done: one change, edits made of the state as it is then, or a state made of it. */
export type ImportEdit =
  | { readonly kind: 'change'; readonly change: SingleChange }
  | { readonly kind: 'batch'; readonly make: (state: ReaderState) => BatchEdit }
  | { readonly kind: 'replace'; readonly make: (state: ReaderState) => StoredState };

export interface Planned {
  readonly plan: ImportPlan;
  readonly edit: ImportEdit;
}

export interface ImportContext {
  readonly state: ReaderState;
  /** Whether a paper is in an opened folder. */
  readonly knows: (paper: PaperId) => boolean;
  readonly now: Instant;
  /** Called often: gives way to others, tells progress (of 1), and rejects when the import is to end. */
  readonly pause?: Pause;
}

/**
 * Plans an import, changing nothing. Errors: import-unreadable (of no format that Lectern knows), import-broken (of one, but
 * damaged; `subject` tells where), import-empty (it names no paper), data-newer.
 */
export async function planImport(request: ImportRequest, context: ImportContext): Promise<Planned> {
  const text = request.text.replace(/^\ufeff/, '');
  const pause = context.pause ?? (() => undefined);
  const found = (format: ImportFormat, references: References): Planned =>
    planList(format, references, request, context);
  if (/^\s*[[{]/.test(text)) {
    const json = parseJson(text);
    if (Array.isArray(json)) return found('csljson', await readCslJson(json, pause));
    return planState(savedIn(json, text), request, context);
  }
  if (/^[ \t]*@\w+\s*\{/m.test(text)) return found('bibtex', await readBibtex(text, pause));
  if (/^TY {2}- /m.test(text)) return found('ris', await readRis(text, pause));
  const links = await readLinks(text, pause);
  if (links.papers.length > 0) return found('links', links);
  throw new AppError(
    'import-unreadable',
    'This is neither Lectern’s JSON nor BibTeX, RIS, CSL-JSON or links.',
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) throw broken(error.message, error);
    throw error;
  }
}

function broken(where: string, cause?: unknown): AppError {
  return new AppError('import-broken', `This file is damaged: ${where}`, { subject: where, cause });
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The data in a file of Lectern's: an export or a backup. */
function savedIn(json: unknown, text: string): SavedState {
  const { format, version } = isFields(json) ? json : {};
  if (format === 'lectern-state') {
    try {
      return savedFromStored(readBackup(Buffer.from(text), 'text'));
    } catch (error) {
      if (error instanceof AppError && error.code === 'backup-invalid') {
        throw broken(error.message, error);
      }
      throw error;
    }
  }
  if (format !== SAVED_FORMAT) {
    throw new AppError('import-unreadable', 'This JSON is neither Lectern’s nor CSL-JSON.');
  }
  if (typeof version === 'number' && version > SAVED_VERSION) {
    throw new AppError('data-newer', 'A newer Lectern wrote this file. Update this one.');
  }
  const file = savedFileSchema.safeParse(json);
  if (file.success) return file.data.state;
  const [issue] = file.error.issues;
  throw broken(issue === undefined ? '' : issue.path.join('.'), file.error);
}

const NOTHING = {
  read: 0,
  starred: 0,
  notes: 0,
  notesTaken: 0,
  notesKept: 0,
  versions: 0,
  lists: 0,
  removed: 0,
  settings: false,
  whole: false,
} as const;

function planList(
  format: ImportFormat,
  { papers, problems }: References,
  { name }: ImportRequest,
  { knows, now, state }: ImportContext,
): Planned {
  const ids = [...new Set(papers.map(({ id }) => id))];
  if (ids.length === 0) {
    throw new AppError('import-empty', 'Nothing in this file names a paper.');
  }
  const list: ReadingList = {
    ...LIST_DEFAULTS,
    id: `import-${now}`,
    name,
    papers: ids,
    created: now,
  };
  const told = problems.map(({ line, text }): ImportProblem => ({ line, text }));
  const plan = { format, papers: ids.length, unknown: countUnknown(ids, knows), problems: told };
  const index = Math.max(0, state.lists.length - 1);
  return {
    plan: { ...plan, ...NOTHING, lists: 1 },
    edit: { kind: 'change', change: { kind: 'list.put', list, index } },
  };
}

function countUnknown(ids: readonly PaperId[], knows: ImportContext['knows']): number {
  return ids.filter((id) => !knows(id)).length;
}

function planState(
  file: SavedState,
  { mode, name }: ImportRequest,
  { state, knows, now }: ImportContext,
): Planned {
  const batch = (present: ReaderState): BatchEdit => ({
    batch: { kind: 'batch', name },
    parts: mergeEdits(file, present),
  });
  const replaced = (present: ReaderState): StoredState => replacedState(file, present);
  const edit: ImportEdit =
    mode === 'replace' ? { kind: 'replace', make: replaced } : { kind: 'batch', make: batch };
  // Tried on a copy: what it would come to is what is told.
  const after = restoreState(mode === 'replace' ? replaced(state) : storeState(state));
  if (mode === 'merge') perform(after, batch(state), now);
  const ids = mentioned(file);
  return {
    plan: {
      format: 'lectern',
      papers: ids.length,
      unknown: countUnknown(ids, knows),
      ...differences(state, after, file),
      whole: file.settings !== null,
      problems: [],
    },
    edit,
  };
}

function mentioned(file: SavedState): readonly PaperId[] {
  const ids = new Set<PaperId>();
  for (const [id] of [...file.read, ...file.starred, ...file.notes]) ids.add(id);
  for (const { papers } of file.lists) for (const id of papers) ids.add(id);
  return [...ids];
}

type Keys = ReadonlyMap<string, unknown>;

const countNew = (before: Keys, after: Keys): number =>
  [...after.keys()].filter((key) => !before.has(key)).length;

function differences(before: ReaderState, after: ReaderState, file: SavedState) {
  const listsOf = (state: ReaderState) => new Map(state.lists.map((list) => [list.id, list]));
  const [own, lists] = [listsOf(before), listsOf(after)];
  const changed = [...after.notes].filter(
    ([paper, { text }]) => before.notes.get(paper)?.text !== text,
  );
  const differing = file.notes.filter(([paper, { text }]) => {
    const note = before.notes.get(paper);
    return note !== undefined && note.text !== text;
  });
  const isTaken = ([paper, { text }]: (typeof differing)[number]): boolean =>
    after.notes.get(paper)?.text === text;
  const notesTaken = differing.filter(isTaken).length;
  const versionsOf = (state: ReaderState): number =>
    [...state.noteVersions.values()].reduce((sum, versions) => sum + versions.length, 0);
  return {
    read: countNew(before.read, after.read),
    starred: countNew(before.starred, after.starred),
    notes: changed.length,
    notesTaken,
    notesKept: differing.length - notesTaken,
    versions: Math.max(0, versionsOf(after) - versionsOf(before)),
    lists: [...lists.values()].filter((list) => !isDeepStrictEqual(own.get(list.id), list)).length,
    removed:
      countNew(after.read, before.read) +
      countNew(after.starred, before.starred) +
      countNew(after.notes, before.notes) +
      countNew(lists, own),
    settings: !isDeepStrictEqual(before.settings, after.settings),
  };
}
