import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { tick } from 'svelte';
import { expect, it } from 'vitest';
import { LIST_DEFAULTS } from '../../../src/shared/model.ts';
import ListPicker from '../../../src/renderer/views/lists/ListPicker.svelte';
import { FakeHost, NOTHING_TO_UNDO, outlineOf, stage } from '../reader/stage.ts';

it('offers first the lists used lately, newest first, until something is typed', async () => {
  const host = new FakeHost({
    'state.change': () => ({ changed: 1, undo: NOTHING_TO_UNDO }),
    'workspace.write': () => undefined,
  });
  const app = stage(ListPicker, host, { papers: ['p'] });
  const count = { total: 0, unread: 0 };
  const lists = ['One', 'Two', 'Three'].map((id) => ({ ...LIST_DEFAULTS, id, name: id, count }));
  const show = async (): Promise<void> => {
    app.outline.current = { ...outlineOf([]), lists };
    await tick();
  };
  const names = (): string[] =>
    screen.getAllByRole('option').map((option) => option.textContent.trim());
  await show();
  expect(names()).toEqual(['One', 'Two', 'Three']);
  for (const name of ['Two', 'Three']) {
    await fireEvent.click(screen.getByRole('option', { name }));
    await waitFor(() => expect(app.lists.recent.names[0]).toBe(name));
  }
  await show();
  expect(names()).toEqual(['Three', 'Two', 'One']);
  await fireEvent.input(screen.getByRole('combobox'), { target: { value: 't' } });
  expect(names().slice(0, 2)).toEqual(['Two', 'Three']);
});
