import { afterEach, describe, expect, it } from 'vitest';
import { LIST_DEFAULTS, type Outline, type Query } from '../../../src/shared/model.ts';
import { setLocale } from '../../../src/renderer/i18n/i18n.svelte.ts';
import { FIRST_QUERY } from '../../../src/renderer/state/arrangement.ts';
import { emptyCase } from '../../../src/renderer/views/list/empty-case.ts';
import { listOptions } from '../../../src/renderer/views/lists/list-options.ts';

const none = { total: 0, unread: 0 };
const some = { total: 3, unread: 0 };
const folder = {
  id: 'f',
  path: '/f',
  name: 'f',
  status: 'ready',
  mediaAllowed: false,
  count: some,
  years: [],
  undated: none,
} as const;
const outline: Outline = {
  all: some,
  starred: none,
  noted: some,
  folders: [folder],
  lists: [
    { ...LIST_DEFAULTS, id: 'l', name: 'Seminar', count: some },
    { ...LIST_DEFAULTS, id: 's', name: 'Smart', query: 'x', count: none },
  ],
  problems: 0,
};
const query = (patch: Partial<Query>): Query => ({ ...FIRST_QUERY, ...patch });

describe('an empty list', () => {
  it('says why it is empty', () => {
    const why = (patch: Partial<Query>, of: Outline = outline, scanning = false): string =>
      emptyCase(query(patch), of, scanning);
    expect(why({})).toBe('allRead');
    expect(why({ search: 'x' })).toBe('search');
    expect(why({ search: '  ' })).toBe('allRead');
    expect(why({}, { ...outline, folders: [] })).toBe('noFolder');
    expect(why({}, { ...outline, all: none })).toBe('folder');
    expect(why({}, { ...outline, all: none }, true)).toBe('scanning');
    expect(why({ view: { kind: 'starred' } })).toBe('starred');
    expect(why({ view: { kind: 'noted' }, unreadOnly: true })).toBe('allRead');
    expect(why({ view: { kind: 'list', list: 'l' } })).toBe('list');
    expect(why({ view: { kind: 'list', list: 'l' }, unreadOnly: true })).toBe('allRead');
    expect(why({ view: { kind: 'list', list: 's' } })).toBe('smart');
    expect(why({ view: { kind: 'dates', folder: 'f', dates: '2024' } })).toBe('day');
    const empty = { ...outline, folders: [{ ...folder, count: none }] };
    expect(why({ view: { kind: 'folder', folder: 'f' } }, empty)).toBe('folder');
    expect(why({ view: { kind: 'folder', folder: 'f' } }, empty, true)).toBe('scanning');
  });
});

describe('the list picker', () => {
  afterEach(() => setLocale('en'));
  const labels = (typed: string, within: readonly string[] = []): string[] =>
    listOptions(
      [
        { ...LIST_DEFAULTS, id: '1', name: '세미나', count: none },
        { ...LIST_DEFAULTS, id: '2', name: 'Reading Group', count: none },
      ],
      within,
      typed,
    ).map(({ label, checked }) => (checked === true ? `✓ ${label}` : label));

  it('offers all lists, and marks those that the paper is in', () => {
    expect(labels('', ['2'])).toEqual(['세미나', '✓ Reading Group']);
  });

  it('finds a list by a part of its name, and offers a new one beside it', () => {
    expect(labels('group')).toEqual(['Reading Group', 'New list “group”']);
    setLocale('ko');
    expect(labels('세미')).toEqual(['세미나', '새 목록 “세미”']);
  });

  it('offers no second list of the same name', () => {
    expect(labels(' reading group ')).toEqual(['Reading Group']);
  });
});
