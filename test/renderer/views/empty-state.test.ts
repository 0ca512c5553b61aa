import { screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { expect, it } from 'vitest';
import EmptyState from '../../../src/renderer/views/list/EmptyState.svelte';
import { FakeHost, outlineOf, stage } from '../reader/stage.ts';

it('names the key that the reader gave a command, and none where there is none', async () => {
  const app = stage(EmptyState, new FakeHost());
  const outline = outlineOf([{ id: 'f', path: '/f' }]);
  app.outline.current = { ...outline, all: { total: 1, unread: 1 } };
  const advice = async (keys: readonly string[] | null): Promise<string | null | undefined> => {
    const given = keys === null ? {} : { 'paper.star': [...keys] };
    app.settings.current = { ...app.settings.current, keys: given };
    await tick();
    return screen.getByRole('heading').nextElementSibling?.textContent;
  };
  app.list.query = { ...app.list.query, view: { kind: 'starred' } };
  expect(await advice(null)).toBe('Press S on a paper that you want to find again.');
  expect(await advice(['Mod+F3'])).toBe('Press Ctrl+F3 on a paper that you want to find again.');
  expect(await advice([])).toBe('Star a paper that you want to find again.');
});
