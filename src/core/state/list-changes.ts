import { AppError, assertNever } from '../../shared/errors.ts';
import type { Change, ListId, PaperId, ReadingList } from '../../shared/model.ts';
import { MAX_PAPERS } from '../../shared/schemas.ts';

export type ListChange = Extract<Change, { kind: `list.${string}` }>;

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

function normalisePut(
  lists: Lists,
  change: Extract<ListChange, { kind: 'list.put' }>,
): ListChange | null {
  const at = lists.findIndex((list) => list.id === change.list.id);
  const index = Math.min(change.index, at === -1 ? lists.length : lists.length - 1);
  const list = { ...change.list, papers: [...new Set(change.list.papers)] };
  const old = lists[at];
  const same =
    old !== undefined &&
    at === index &&
    old.name === list.name &&
    old.created === list.created &&
    samePapers(old.papers, list.papers);
  return same ? null : { ...change, list, index };
}

/** What of a change to lists would do something; null when nothing would. Errors: not-found, invalid-input (list too long). */
export function normaliseList(lists: Lists, change: ListChange): ListChange | null {
  switch (change.kind) {
    case 'list.put':
      return normalisePut(lists, change);
    case 'list.rename':
      return findList(lists, change.list).name === change.name ? null : change;
    case 'list.delete':
      findList(lists, change.list);
      return change;
    case 'list.add': {
      const list = findList(lists, change.list);
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
    case 'list.rename':
      return edit((list) => ({ ...list, name: change.name }));
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
    case 'list.rename':
      return { ...change, name: findList(lists, change.list).name };
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
