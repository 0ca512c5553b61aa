/** What a list is asked for, and what the engine answers. */
import type { FolderId, ListId } from '../model.ts';
import type { QueryHint } from './syntax.ts';

/** What the list shows a part of. `dates` is a prefix of ISO dates: a year, a month or a day; '' is "no date". */
export type View =
  | { readonly kind: 'all' | 'unread' | 'starred' | 'noted' }
  | { readonly kind: 'list'; readonly list: ListId }
  | { readonly kind: 'folder'; readonly folder: FolderId }
  | { readonly kind: 'dates'; readonly folder: FolderId; readonly dates: string };

/** `auto`: by relevance while searching, else newest day first in the order of the digest (a list: its own order). */
export type SortKey = 'auto' | 'date' | 'votes' | 'title' | 'authors' | 'added';

export type GroupBy = 'none' | 'day' | 'votes';

export interface Query {
  readonly view: View;
  /** In the query language (shared/query). */
  readonly search: string;
  readonly sort: SortKey;
  readonly descending: boolean;
  readonly group: GroupBy;
  /** Only papers not yet read. */
  readonly unreadOnly: boolean;
}

/** Papers of one day, or of one band of votes, in a row. */
export interface ResultGroup {
  readonly start: number;
  /** An ISO date, or the least votes of the band; '' for papers that tell neither. */
  readonly label: string;
}

/** A query's answer, held by the engine: its order stays while rows change under it. */
export interface ResultInfo {
  readonly result: string;
  readonly total: number;
  /** Index of the paper that was asked for, or null. */
  readonly index: number | null;
  /** Where each group begins, first to last; empty when the query groups by nothing. */
  readonly groups: readonly ResultGroup[];
  /** What of the search was left out, and why. */
  readonly hints: readonly QueryHint[];
  /** A search that finds more than this one, which was typed in the wrong keyboard layout; null when there is none. */
  readonly suggestion: string | null;
}
