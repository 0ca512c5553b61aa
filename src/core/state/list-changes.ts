import { isDeepStrictEqual } from 'node:util';
import { AppError, assertNever } from '../../shared/errors.ts';
import type { ListId, ListPatch, PaperId, ReadingList, SingleChange } from '../../shared/model.ts';
import { READ_NEXT } from '../../shared/model.ts';
import { MAX_PAPERS, MAX_QUERY } from '../../shared/schemas.ts';

export type ListChange = Extract<SingleChange, { kind: `list.${string}` }>;

type Lists = readonly ReadingList[];

/** The list of that id; throws AppError not-found. */
export function findList(lists: Lists, id: ListId): ReadingList {
  const list = lists.find((candidate) => candidate.id === id);
  if (list === undefined) {
    throw new AppError('not-found', 'This reading list is no longer there.', { subject: id });
  }
  return list;
}

function samePapers(a: readonly PaperId[], b: readonly PaperId[]): boolean {
  return a.length === b.length && a.every((paper, index) => paper === b[index]);
}

/** The ids of `papers`, each once, that are in `list`; with `wanted` false those that are not. */
function membersOf(list: ReadingList, papers: readonly PaperId[], wanted: boolean): PaperId[] {
  const asked = new Set(papers);
  const members = new Set(list.papers.filter((paper) => asked.has(paper)));
  return [...asked].filter((paper) => members.has(paper) === wanted);
}

/** The place of a list among the others: READ_NEXT is the last. */
function placeOf(id: ListId, asked: number, count: number): number {
  return id === READ_NEXT ? count : Math.min(asked, count);
}

function refuseBuiltIn(id: ListId): void {
  if (id !== READ_NEXT) return;
  throw new AppError('invalid-input', 'This list is built in: it keeps its name and its place.', {
    subject: id,
  });
}

function refuseSmart({ query, id }: ReadingList): void {
  if (query === null) return;
  const message = 'This list fills itself by its search; papers cannot be put into it by hand.';
  throw new AppError('invalid-input', message, { subject: id });
}

function normalisePut(
  lists: Lists,
  change: Extract<ListChange, { kind: 'list.put' }>,
): ListChange | null {
  const at = lists.findIndex((list) => list.id === change.list.id);
  const old = lists[at];
  if (old?.id === READ_NEXT) {
    if (change.list.name !== old.name || change.list.query !== null) refuseBuiltIn(READ_NEXT);
  }
  const others = lists.filter(({ id }) => id !== READ_NEXT && id !== change.list.id).length;
  const index = placeOf(change.list.id, change.index, others);
  const papers = change.list.query === null ? [...new Set(change.list.papers)] : [];
  const list = { ...change.list, papers };
  return at === index && isDeepStrictEqual(old, list) ? null : { ...change, list, index };
}

/** The part of a patch that differs from the list. */
function differing(list: ReadingList, patch: ListPatch): ListPatch {
  return Object.fromEntries(
    Object.entries(patch).filter(
      ([key, value]) => value !== undefined && list[key as keyof ListPatch] !== value,
    ),
  );
}

function normaliseUpdate(
  lists: Lists,
  change: Extract<ListChange, { kind: 'list.update' }>,
): ListChange | null {
  const list = findList(lists, change.list);
  const patch = differing(list, change.patch);
  if ('name' in patch || 'query' in patch || 'group' in patch) refuseBuiltIn(list.id);
  if (typeof patch.query === 'string' && list.papers.length > 0) {
    throw new AppError('invalid-input', 'A list that holds papers cannot become a smart list.', {
      subject: list.id,
    });
  }
  // One that follows another list's new name: what could not be read back must not be written.
  if (patch.query && patch.query.length > MAX_QUERY) {
    const message = `With that name the search of “${list.name}” would be too long.`;
    throw new AppError('invalid-input', message, { subject: list.name });
  }
  return Object.keys(patch).length === 0 ? null : { ...change, patch };
}

/** What of a change to lists would do something; null when nothing would. Errors: not-found, invalid-input (list too long). */
export function normaliseList(lists: Lists, change: ListChange): ListChange | null {
  switch (change.kind) {
    case 'list.put':
      return normalisePut(lists, change);
    case 'list.update':
      return normaliseUpdate(lists, change);
    case 'list.move': {
      const list = findList(lists, change.list);
      refuseBuiltIn(change.list);
      const others = lists.filter(({ id }) => id !== READ_NEXT && id !== change.list).length;
      const index = Math.min(change.index, others);
      return lists.indexOf(list) === index && list.group === change.group
        ? null
        : { ...change, index };
    }
    case 'list.delete':
      findList(lists, change.list);
      refuseBuiltIn(change.list);
      return change;
    case 'list.add': {
      const list = findList(lists, change.list);
      refuseSmart(list);
      const papers = membersOf(list, change.papers, false);
      if (list.papers.length + papers.length > MAX_PAPERS) {
        throw new AppError('invalid-input', `A list holds at most ${MAX_PAPERS} papers.`);
      }
      return papers.length === 0 ? null : { ...change, papers };
    }
    case 'list.remove': {
      const papers = membersOf(findList(lists, change.list), change.papers, true);
      return papers.length === 0 ? null : { ...change, papers };
    }
    case 'list.order': {
      const list = findList(lists, change.list);
      // Papers that the order does not name (added meanwhile) stay, behind the named ones.
      const named = membersOf(list, change.papers, true);
      const papers = [...new Set([...named, ...list.papers])];
      return samePapers(papers, list.papers) ? null : { ...change, papers };
    }
    default:
      return assertNever(change);
  }
}

/** The lists after a normalised change. */
export function applyList(lists: Lists, change: ListChange): Lists {
  const edit = (edited: (list: ReadingList) => ReadingList): Lists =>
    lists.map((list) => (list.id === change.list ? edited(list) : list));
  switch (change.kind) {
    case 'list.put':
      return lists
        .filter((list) => list.id !== change.list.id)
        .toSpliced(change.index, 0, change.list);
    case 'list.update': {
      const patch = Object.fromEntries(
        Object.entries(change.patch).filter(([, value]) => value !== undefined),
      ) as Partial<ReadingList>;
      return edit((list) => ({ ...list, ...patch }));
    }
    case 'list.move':
      return lists
        .filter((list) => list.id !== change.list)
        .toSpliced(change.index, 0, { ...findList(lists, change.list), group: change.group });
    case 'list.delete':
      return lists.filter((list) => list.id !== change.list);
    case 'list.add':
      return edit((list) => ({ ...list, papers: [...list.papers, ...change.papers] }));
    case 'list.remove': {
      const gone = new Set(change.papers);
      return edit((list) => ({
        ...list,
        papers: list.papers.filter((paper) => !gone.has(paper)),
      }));
    }
    case 'list.order':
      return edit((list) => ({ ...list, papers: change.papers }));
    default:
      return assertNever(change);
  }
}

/** The change that takes a normalised change back; `lists` are those before it. */
export function inverseList(lists: Lists, change: ListChange): ListChange {
  const restore = (id: ListId): ListChange => ({
    kind: 'list.put',
    list: findList(lists, id),
    index: lists.findIndex((list) => list.id === id),
  });
  switch (change.kind) {
    case 'list.put':
      return lists.some((list) => list.id === change.list.id)
        ? restore(change.list.id)
        : { kind: 'list.delete', list: change.list.id };
    case 'list.update': {
      const list = findList(lists, change.list);
      const keys = Object.keys(change.patch) as (keyof ListPatch)[];
      return { ...change, patch: Object.fromEntries(keys.map((key) => [key, list[key]])) };
    }
    case 'list.move': {
      const list = findList(lists, change.list);
      return { ...change, index: lists.indexOf(list), group: list.group };
    }
    // Adding papers back would put them at the end: only the whole list brings their places back.
    case 'list.remove':
    case 'list.delete':
      return restore(change.list);
    case 'list.add':
      return { ...change, kind: 'list.remove' };
    case 'list.order':
      return { ...change, papers: findList(lists, change.list).papers };
    default:
      return assertNever(change);
  }
}
