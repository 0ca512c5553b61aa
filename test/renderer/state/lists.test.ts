import { describe, expect, it } from 'vitest';
import { steppedPapers } from '../../../src/renderer/views/lists/groups.ts';
import { startApp } from './started-app.ts';

describe('the order of a list', () => {
  it('counts every step, however quickly one follows the other', async () => {
    const { app, client } = await startApp([]);
    client.lists.set('l', ['a', 'b', 'c', 'd', 'e', 'f']);
    const step = (): Promise<void> =>
      app.lists.order('l', (papers) => steppedPapers(papers, ['a'], 1));
    await Promise.all([step(), step(), step(), step()]);
    expect(client.lists.get('l')).toEqual(['b', 'c', 'd', 'e', 'a', 'f']);
  });
});
