import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Settings } from '../../../src/shared/model.ts';
import { row } from '../fake-client.ts';
import { settled, startApp, type Started } from './started-app.ts';

describe('a paper that the reader opens from elsewhere', () => {
  let started: Started | null = null;
  afterEach(() => started?.stop());

  async function opened(autoMark: Settings['autoMark'], paper: string): Promise<readonly string[]> {
    started = await startApp(['a', 'b', 'c'].map((id) => row(id)));
    const { app, client } = started;
    app.settings.current = { ...app.settings.current, autoMark };
    await app.openPaper(paper);
    await settled();
    expect(app.list.selected).toBe(paper);
    return client.papers.filter(({ read }) => read).map(({ id }) => id);
  }

  it('becomes read as one that is gone to in the list, and one undo takes that back', async () => {
    expect(await opened('onOpen', 'b')).toEqual(['b']);
    await started?.client.call('state.undo', {});
    expect(started?.client.papers.some(({ read }) => read)).toBe(false);
  });

  it('becomes read too when a view had shown it by itself before', async () => {
    expect(await opened('onOpen', 'a')).toEqual(['a']);
  });

  it('stays unread when nothing becomes read by itself', async () => {
    expect(await opened('never', 'b')).toEqual([]);
  });

  it('stays unread for as long as a page covers it', async () => {
    started = await startApp(['a', 'b'].map((id) => row(id)));
    const { app, client } = started;
    app.settings.current = { ...app.settings.current, autoMark: 'afterDelay', autoMarkSeconds: 3 };
    const isRead = () => client.papers.some(({ read }) => read);
    vi.useFakeTimers();
    try {
      await app.openPaper('b');
      await app.pages.show({ kind: 'calendar', date: null });
      await vi.advanceTimersByTimeAsync(9_000);
      expect(app.pages.open).not.toBeNull();
      expect(isRead()).toBe(false);
      await app.pages.close();
      await vi.advanceTimersByTimeAsync(3_000);
      expect(isRead()).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });

  it('is one that back leads to, as each that was opened in this way', async () => {
    await opened('never', 'b');
    const app = started?.app;
    await app?.openPaper('c');
    await app?.openPaper('a');
    const back = [1, 2].map(() => app?.trail.step('back')?.paper);
    expect(back).toEqual(['c', 'b']);
  });
});
