import { describe, expect, it } from 'vitest';
import type { DateOutline, FolderOutline, Outline, View } from '../../../src/shared/model.ts';
import {
  neighbourDay,
  neighbourView,
  nextUnreadView,
} from '../../../src/renderer/commands/view-order.ts';
import { viewKey } from '../../../src/renderer/views/sidebar/items.ts';

const date = (
  dates: string,
  unread: number,
  children: readonly DateOutline[] = [],
): DateOutline => ({
  dates,
  count: { total: 5, unread },
  children,
});
const folder: FolderOutline = {
  id: 'f',
  path: '/f',
  name: 'f',
  status: 'ready',
  mediaAllowed: false,
  count: { total: 20, unread: 3 },
  undated: { total: 0, unread: 0 },
  years: [
    date('2026', 3, [
      date('2026-03', 1, [date('2026-03-03', 1), date('2026-03-02', 0)]),
      date('2026-02', 2, [date('2026-02-05', 0), date('2026-02-03', 2)]),
    ]),
  ],
};
const count = { total: 0, unread: 0 };
const outline: Outline = {
  all: count,
  starred: count,
  noted: count,
  folders: [folder],
  lists: [],
  problems: 0,
};
const day = (dates: string): View => ({ kind: 'dates', folder: 'f', dates });
const keyOf = (view: View | null): string | null => view && viewKey(view);

describe('unread papers', () => {
  it('go on with the next day that has some, and round to the first', () => {
    expect(nextUnreadView(outline, day('2026-03-03'), false)).toEqual(day('2026-02-03'));
    expect(nextUnreadView(outline, day('2026-02-03'), false)).toEqual(day('2026-03-03'));
    expect(nextUnreadView(outline, day('2026-02-05'), true)).toEqual(day('2026-03-03'));
    expect(nextUnreadView(outline, day('2026-03'), false)).toEqual(day('2026-02'));
  });

  it('of a view that stands alone go on nowhere', () => {
    expect(nextUnreadView(outline, { kind: 'all' }, false)).toBeNull();
    expect(nextUnreadView(outline, { kind: 'folder', folder: 'f' }, false)).toBeNull();
  });
});

describe('days', () => {
  it('follow one another over months', () => {
    expect(neighbourDay(outline, day('2026-03-02'), null, 'older')).toEqual(day('2026-02-05'));
    expect(neighbourDay(outline, day('2026-02-05'), null, 'newer')).toEqual(day('2026-03-02'));
    expect(neighbourDay(outline, day('2026-03-03'), null, 'newer')).toBeNull();
    expect(neighbourDay(outline, day('2026-02-03'), null, 'older')).toBeNull();
  });

  it('begin at the paper that is read, or in the month that is shown', () => {
    expect(neighbourDay(outline, { kind: 'all' }, '2026-02-05', 'older')).toEqual(
      day('2026-02-05'),
    );
    expect(neighbourDay(outline, { kind: 'all' }, null, 'older')).toEqual(day('2026-03-03'));
    expect(neighbourDay(outline, day('2026-02'), null, 'older')).toEqual(day('2026-02-05'));
    expect(neighbourDay(outline, day('2026-02'), null, 'newer')).toEqual(day('2026-03-02'));
  });
});

describe('views', () => {
  it('follow the lines of the sidebar as they are opened', () => {
    expect(keyOf(neighbourView(outline, {}, { kind: 'unread' }, 1))).toBe('all');
    expect(neighbourView(outline, {}, { kind: 'unread' }, -1)).toBeNull();
    expect(keyOf(neighbourView(outline, {}, { kind: 'noted' }, 1))).toBe('folder:f');
    const closed = { 'folder:f/2026-03': false };
    expect(keyOf(neighbourView(outline, closed, day('2026-03'), 1))).toBe('folder:f/2026-02');
    // From a day whose month is closed.
    expect(keyOf(neighbourView(outline, closed, day('2026-03-02'), 1))).toBe('folder:f/2026-02');
    expect(keyOf(neighbourView(outline, closed, day('2026-03-02'), -1))).toBe('folder:f/2026-03');
  });
});
