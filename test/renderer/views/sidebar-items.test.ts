import { describe, expect, it } from 'vitest';
import { LIST_DEFAULTS, type FolderOutline, type Outline } from '../../../src/shared/model.ts';
import { sidebarSections, viewKey, type Item } from '../../../src/renderer/views/sidebar/items.ts';
import { treeMove } from '../../../src/renderer/views/sidebar/tree-keys.ts';

const count = { total: 2, unread: 1 };
const day = (dates: string) => ({ dates, count, children: [] });

const folder: FolderOutline = {
  id: 'f',
  path: '/digests',
  name: 'digests',
  status: 'ready',
  mediaAllowed: false,
  count,
  years: [
    {
      dates: '2024',
      count,
      children: [
        { dates: '2024-02', count, children: [day('2024-02-05')] },
        { dates: '2024-01', count, children: [day('2024-01-31')] },
      ],
    },
    { dates: '2023', count, children: [{ dates: '2023-12', count, children: [] }] },
  ],
  undated: { total: 1, unread: 0 },
};

const outline: Outline = {
  all: count,
  starred: count,
  noted: count,
  folders: [folder],
  lists: [{ ...LIST_DEFAULTS, id: 'l', name: 'Seminar', count }],
  problems: 0,
};

const keys = (items: readonly Item[]): string[] => items.map(({ key }) => key);

describe('the sidebar’s lines', () => {
  it('begin with the newest year and month opened', () => {
    expect(keys(sidebarSections(outline, {}).folders)).toEqual([
      'folder:f',
      'folder:f/2024',
      'folder:f/2024-02',
      'folder:f/2024-02-05',
      'folder:f/2024-01',
      'folder:f/2023',
      'folder:f/',
    ]);
  });

  it('follow what the reader opened and closed', () => {
    const { folders } = sidebarSections(outline, { 'folder:f/2024': false, 'folder:f/2023': true });
    expect(keys(folders)).toEqual([
      'folder:f',
      'folder:f/2024',
      'folder:f/2023',
      'folder:f/2023-12',
      'folder:f/',
    ]);
    expect(keys(sidebarSections(outline, { 'folder:f': false }).folders)).toEqual(['folder:f']);
  });

  it('tell the level and what can be opened', () => {
    const lines = sidebarSections(outline, {}).folders;
    expect(lines.map(({ level, expanded }) => [level, expanded])).toEqual([
      [1, true],
      [2, true],
      [3, true],
      [4, null],
      [3, false],
      [2, false],
      [2, null],
    ]);
  });

  it('have a key for every view', () => {
    const { library, folders, lists } = sidebarSections(outline, {});
    for (const item of [...library, ...folders, ...lists]) {
      expect(viewKey(item.view)).toBe(item.key);
    }
  });
});

describe('keys in the sidebar', () => {
  const { library, folders, lists } = sidebarSections(outline, {});
  const items = [...library, ...folders, ...lists];
  const line = (key: string): Item => {
    const found = items.find((item) => item.key === key);
    if (found === undefined) throw new Error(key);
    return found;
  };
  const after = (key: string, from: string): string | null => {
    const move = treeMove(key, items, line(from));
    return move === null ? null : `${move.kind} ${move.item.key}`;
  };

  it('move through all its trees as through one', () => {
    expect(after('ArrowDown', 'noted')).toBe('select folder:f');
    expect(after('ArrowUp', 'list:l')).toBe('select folder:f/');
    expect(after('End', 'unread')).toBe('select list:l');
    expect(after('ArrowUp', 'unread')).toBe('select unread');
  });

  it('open, close and climb with left and right', () => {
    expect(after('ArrowRight', 'folder:f/2023')).toBe('expand folder:f/2023');
    expect(after('ArrowRight', 'folder:f/2024')).toBe('select folder:f/2024-02');
    expect(after('ArrowLeft', 'folder:f/2024-02-05')).toBe('select folder:f/2024-02');
    expect(after('ArrowLeft', 'folder:f/2024-02')).toBe('expand folder:f/2024-02');
    expect(after('ArrowLeft', 'unread')).toBeNull();
    expect(after('ArrowRight', 'unread')).toBe('enter unread');
  });

  it('leave renaming, deleting and menus to the commands', () => {
    for (const key of ['F2', 'Delete', 'ContextMenu']) expect(after(key, 'list:l'), key).toBeNull();
  });

  it('leave commands their letters', () => {
    expect(after('j', 'unread')).toBeNull();
  });
});

describe('the lists of the sidebar', () => {
  const listOf = (id: string, group = '', query: string | null = null) => ({
    ...LIST_DEFAULTS,
    id,
    name: id,
    group,
    query,
    count,
  });
  const grouped: Outline = { ...outline, lists: [listOf('a', '연구'), listOf('s', '', 'x')] };

  it('stand below their groups, smart ones with a sign of their own', () => {
    const { lists } = sidebarSections(grouped, {});
    expect(lists.map(({ key, level, icon }) => [key, level, icon])).toEqual([
      ['group:연구', 1, 'group'],
      ['list:a', 2, 'list'],
      ['list:s', 1, 'smart'],
    ]);
    expect(lists[0]?.count.unread).toBe(0);
  });

  it('are counted by their group while it is closed', () => {
    const { lists } = sidebarSections(grouped, { 'group:연구': false });
    expect(keys(lists)).toEqual(['group:연구', 'list:s']);
    expect(lists[0]).toMatchObject({ expanded: false, count: { total: 2, unread: 1 } });
  });
});
