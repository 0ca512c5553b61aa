/** What reading a file in would change: a list of changes, made and undone as one. */
import { AppError } from '../../shared/errors.ts';
import type {
  ImportFormat,
  ImportPlan,
  ImportProblem,
  PaperId,
  ReadingList,
  SingleChange,
} from '../../shared/model.ts';
import { LIST_DEFAULTS, READ_NEXT } from '../../shared/model.ts';
import { savedFileSchema, type SavedState } from '../export/saved-state.ts';
import type { ReaderState } from '../state/reader-state.ts';
import { readBibtex } from './bibtex.ts';
import { readCslJson, readLinks, readRis } from './lists.ts';
import type { References } from './reference.ts';

export interface ImportRequest {
  readonly text: string;
  /** What a list of its papers is called. */
  readonly name: string;
  /** For Lectern's JSON: add to what there is, or put it in its place. */
  readonly mode: 'merge' | 'replace';
}

export interface Planned {
  readonly plan: ImportPlan;
  readonly changes: readonly SingleChange[];
}

interface Context {
  readonly state: ReaderState;
  /** Whether a paper is in an opened folder. */
  readonly knows: (paper: PaperId) => boolean;
  readonly now: number;
}

/** Plans an import. Errors: import-unreadable when the text is of no format that Lectern knows, or holds no paper. */
export function planImport(request: ImportRequest, context: Context): Planned {
  const text = request.text.replace(/^\ufeff/, '');
  const json = /^\s*[[{]/.test(text) ? parseJson(text) : undefined;
  if (Array.isArray(json)) return planList('csljson', readCslJson(json), request, context);
  if (json !== undefined) {
    const file = savedFileSchema.safeParse(json);
    if (!file.success) throw unreadable();
    return planState(file.data.state, request.mode, context);
  }
  if (/^[ \t]*@\w+\s*\{/m.test(text)) return planList('bibtex', readBibtex(text), request, context);
  if (/^TY {2}- /m.test(text)) return planList('ris', readRis(text), request, context);
  return planList('links', readLinks(text), request, context);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) throw unreadable(error);
    throw error;
  }
}

function unreadable(cause?: unknown): AppError {
  const message = 'This is neither Lectern’s JSON nor BibTeX, RIS, CSL-JSON or links.';
  return new AppError('import-unreadable', message, { cause });
}

function planList(
  format: ImportFormat,
  { papers, problems }: References,
  { name }: ImportRequest,
  { knows, now, state }: Context,
): Planned {
  const ids = [...new Set(papers.map(({ id }) => id))];
  if (ids.length === 0) throw unreadable();
  const list: ReadingList = {
    ...LIST_DEFAULTS,
    id: `import-${now}`,
    name,
    papers: ids,
    created: now,
  };
  const told = problems.map(({ line, text }): ImportProblem => ({ line, text }));
  const plan = { format, papers: ids.length, unknown: countUnknown(ids, knows), problems: told };
  return {
    plan: { ...plan, read: 0, starred: 0, notes: 0, lists: 1, removed: 0, settings: false },
    changes: [{ kind: 'list.put', list, index: Math.max(0, state.lists.length - 1) }],
  };
}

function countUnknown(ids: readonly PaperId[], knows: Context['knows']): number {
  return ids.filter((id) => !knows(id)).length;
}

type Pairs<T> = readonly (readonly [PaperId, T])[];

/** Papers to mark, and, where the file takes the place of what there is, those to unmark. */
function planMarks(kind: 'read' | 'star', file: Pairs<number>, has: ReadonlyMap<PaperId, number>) {
  const wanted = new Set(file.map(([id]) => id));
  const added = [...wanted].filter((id) => !has.has(id));
  const gone = [...has.keys()].filter((id) => !wanted.has(id));
  const change = (papers: readonly PaperId[], value: boolean): SingleChange[] =>
    papers.length === 0 ? [] : [{ kind, papers, value }];
  return { added, gone, add: change(added, true), remove: change(gone, false) };
}

function planNotes(file: SavedState['notes'], state: ReaderState, isReplace: boolean) {
  const changes = file.flatMap(([paper, note]): SingleChange[] => {
    const own = state.notes.get(paper);
    // Of two texts the later one stays; the other is kept among the note's versions.
    const isKept = own !== undefined && !isReplace && own.updated >= note.updated;
    return isKept || own?.text === note.text ? [] : [{ kind: 'note', paper, text: note.text }];
  });
  const wanted = new Set(file.map(([paper]) => paper));
  const gone = isReplace ? [...state.notes.keys()].filter((paper) => !wanted.has(paper)) : [];
  const removals = gone.map((paper): SingleChange => ({ kind: 'note', paper, text: '' }));
  return { changes, removals };
}

function planLists(file: SavedState['lists'], state: ReaderState, isReplace: boolean) {
  const own = new Map(state.lists.map((list, index) => [list.id, { list, index }]));
  const changes = file.flatMap((list): SingleChange[] => {
    const there = own.get(list.id);
    if (there === undefined) return [{ kind: 'list.put', list, index: Math.max(0, own.size - 1) }];
    if (isReplace && list.id !== READ_NEXT) return [{ kind: 'list.put', list, index: there.index }];
    const has = new Set(there.list.papers);
    const papers = list.papers.filter((id) => !has.has(id));
    return papers.length === 0 ? [] : [{ kind: 'list.add', list: list.id, papers }];
  });
  const wanted = new Set(file.map(({ id }) => id));
  const gone = isReplace ? [...own.keys()].filter((id) => !wanted.has(id) && id !== READ_NEXT) : [];
  return { changes, removals: gone.map((list): SingleChange => ({ kind: 'list.delete', list })) };
}

function planState(file: SavedState, mode: ImportRequest['mode'], context: Context): Planned {
  const { state, knows } = context;
  const isReplace = mode === 'replace';
  const read = planMarks('read', file.read, state.read);
  const star = planMarks('star', file.starred, state.starred);
  const notes = planNotes(file.notes, state, isReplace);
  const lists = planLists(file.lists, state, isReplace);
  const patch = isReplace ? file.settings : null;
  const settings: SingleChange[] = patch === null ? [] : [{ kind: 'settings', patch }];
  const removals = isReplace
    ? [...read.remove, ...star.remove, ...notes.removals, ...lists.removals]
    : [];
  const ids = new Set<PaperId>();
  for (const [id] of [...file.read, ...file.starred, ...file.notes]) ids.add(id);
  for (const { papers } of file.lists) for (const id of papers) ids.add(id);
  const gone = read.gone.length + star.gone.length + notes.removals.length + lists.removals.length;
  return {
    plan: {
      format: 'lectern',
      papers: ids.size,
      unknown: countUnknown([...ids], knows),
      read: read.added.length,
      starred: star.added.length,
      notes: notes.changes.length,
      lists: lists.changes.length,
      removed: isReplace ? gone : 0,
      settings: settings.length > 0,
      problems: [],
    },
    changes: [
      ...removals,
      ...read.add,
      ...star.add,
      ...notes.changes,
      ...lists.changes,
      ...settings,
    ],
  };
}
