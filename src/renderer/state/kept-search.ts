/** A search with the view it was made in, as a query that finds the same from anywhere: what a smart list keeps. */
import { assertNever } from '../../shared/errors.ts';
import type { Outline, Query, View } from '../../shared/model.ts';
import { withExactNames } from '../../shared/query/names.ts';
import { parseQuery } from '../../shared/query/parse.ts';
import { printQuery } from '../../shared/query/print.ts';
import type { QueryNode } from '../../shared/query/syntax.ts';

/** Longer names are cut. */
const NAME_LENGTH = 60;

/** The query to keep, and a name for it; null when nothing is asked for. */
export function keptSearch(
  { view, search, unreadOnly }: Query,
  outline: Outline | null,
): { readonly name: string; readonly query: string } | null {
  const exact = outline === null ? search : withExactNames(search, outline);
  const { node } = parseQuery(exact);
  if (node === null) return null;
  const typed = oneLine(search);
  const name = typed.length > NAME_LENGTH ? `${typed.slice(0, NAME_LENGTH - 1)}…` : typed;
  const around = viewNodes(view, outline);
  const unread: readonly QueryNode[] = unreadOnly ? [{ kind: 'is', value: 'unread' }] : [];
  const parts = [...around, ...unread];
  // As the reader typed it, where nothing has to be put before it.
  if (parts.length === 0) return { name, query: oneLine(exact) };
  const inner = node.kind === 'all' ? node.parts : [node];
  return { name, query: printQuery({ kind: 'all', parts: [...parts, ...inner] }) };
}

function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

function viewNodes(view: View, outline: Outline | null): readonly QueryNode[] {
  switch (view.kind) {
    case 'all':
      return [];
    case 'unread':
    case 'starred':
      return [{ kind: 'is', value: view.kind }];
    case 'noted':
      return [{ kind: 'has', value: 'note' }];
    case 'list': {
      const list = outline?.lists.find(({ id }) => id === view.list);
      return list === undefined ? [] : [{ kind: 'list', name: list.name }];
    }
    case 'folder':
      return inFolder(view.folder, outline);
    case 'dates': {
      const point = { kind: 'day', prefix: view.dates } as const;
      const dates: QueryNode =
        view.dates === ''
          ? { kind: 'not', part: { kind: 'has', value: 'date' } }
          : { kind: 'date', from: point, to: point };
      return [...inFolder(view.folder, outline), dates];
    }
    default:
      return assertNever(view);
  }
}

/** With one folder open, its name says nothing. */
function inFolder(id: string, outline: Outline | null): readonly QueryNode[] {
  const folders = outline?.folders ?? [];
  const folder = folders.find((one) => one.id === id);
  return folder === undefined || folders.length === 1 ? [] : [{ kind: 'in', name: folder.name }];
}
