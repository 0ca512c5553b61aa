import { afterEach, describe, expect, it } from 'vitest';
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

  it('is one that back leads to, as each that was opened in this way', async () => {
    await opened('never', 'b');
    const app = started?.app;
    await app?.openPaper('c');
    await app?.openPaper('a');
    const back = [1, 2].map(() => app?.trail.step('back')?.paper);
    expect(back).toEqual(['c', 'b']);
  });
});
