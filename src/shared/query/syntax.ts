/** The query language: what a search field, a smart list and the engine mean by a query (docs/notes/search.md). */

export type Operator =
  'author' | 'title' | 'note' | 'date' | 'votes' | 'is' | 'has' | 'list' | 'in';

export type IsValue = 'unread' | 'read' | 'starred';

export type HasValue =
  | 'note'
  | 'image'
  | 'video'
  | 'media'
  | 'code'
  | 'project'
  | 'pdf'
  | 'abstract'
  | 'summary'
  | 'votes'
  | 'authors'
  | 'date'
  | 'list';

/** A day, a month or a year by its ISO prefix, or so many days before today. */
export type DatePoint =
  | { readonly kind: 'day'; readonly prefix: string }
  | { readonly kind: 'ago'; readonly days: number };

/** What is looked for in a paper's words. */
export interface TextNode {
  readonly kind: 'text';
  readonly field: 'any' | 'title' | 'author' | 'note';
  /** As typed, in NFC. */
  readonly text: string;
  /** In quotes: its words stand in a row, and bare consonants are no initials. */
  readonly quoted: boolean;
  /** An input method still composes its last syllable, which may go on (unfinished.ts). */
  readonly composing?: true;
}

export type QueryNode =
  | TextNode
  /** Every part, or at least one of them; never fewer than two. */
  | { readonly kind: 'all' | 'any'; readonly parts: readonly QueryNode[] }
  | { readonly kind: 'not'; readonly part: QueryNode }
  /** Both ends belong to it; null is an open end, at most one of the two. */
  | { readonly kind: 'date'; readonly from: DatePoint | null; readonly to: DatePoint | null }
  | { readonly kind: 'votes'; readonly min: number | null; readonly max: number | null }
  | { readonly kind: 'is'; readonly value: IsValue }
  | { readonly kind: 'has'; readonly value: HasValue }
  | { readonly kind: 'list' | 'in'; readonly name: string };

/** What the reader should know of a query, calmly: the part that it is about was left out. */
export type QueryHint =
  /** Taken for a word; an operator was meant, probably. */
  | { readonly kind: 'unknownOperator'; readonly typed: string; readonly meant: Operator }
  /** A value that the operator does not take; '' is one that is missing yet. */
  | { readonly kind: 'value'; readonly operator: Operator; readonly value: string }
  /** `within`: the smart list whose search names it, where that part holds nothing; null where it was typed. */
  | {
      readonly kind: 'noList' | 'noFolder';
      readonly name: string;
      readonly within: string | null;
    }
  /** A smart list that stands, by way of others perhaps, in its own query. */
  | { readonly kind: 'cycle'; readonly name: string };

export interface ParsedQuery {
  /** Null asks for nothing: every paper is found. */
  readonly node: QueryNode | null;
  readonly hints: readonly QueryHint[];
}

/** The names of each operator, the one that is printed first. */
export const OPERATOR_NAMES: Readonly<Record<Operator, readonly string[]>> = {
  author: ['author', 'authors', '저자'],
  title: ['title', '제목'],
  note: ['note', 'notes', '메모', '노트'],
  date: ['date', '날짜'],
  votes: ['votes', 'vote', '추천'],
  is: ['is', '상태'],
  has: ['has', '포함'],
  list: ['list', '목록'],
  in: ['in', 'folder', '폴더'],
};

/** The names of each value, the one that is printed first; compared folded and without spaces. */
export const IS_NAMES: Readonly<Record<IsValue, readonly string[]>> = {
  unread: ['unread', '안읽음', '안읽은'],
  read: ['read', '읽음', '읽은'],
  starred: ['starred', 'star', '별표'],
};

export const HAS_NAMES: Readonly<Record<HasValue, readonly string[]>> = {
  note: ['note', 'notes', '메모', '노트'],
  image: ['image', 'images', '그림', '이미지'],
  video: ['video', 'videos', '영상', '비디오', '동영상'],
  media: ['media', '미디어'],
  code: ['code', '코드'],
  project: ['project', '프로젝트'],
  pdf: ['pdf'],
  abstract: ['abstract', '초록'],
  summary: ['summary', 'text', '요약', '본문'],
  votes: ['votes', 'vote', '추천'],
  authors: ['authors', 'author', '저자'],
  date: ['date', '날짜'],
  list: ['list', '목록'],
};

/** Whether two queries mean the same words and operators. */
export function sameQuery(a: QueryNode | null, b: QueryNode | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
