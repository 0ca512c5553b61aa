import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { tick } from 'svelte';
import { describe, expect, it } from 'vitest';
import Dialogs from '../../../src/renderer/dialogs/Dialogs.svelte';
import type { App } from '../../../src/renderer/state/app.svelte.ts';
import type { Note } from '../../../src/shared/model.ts';
import { FakeHost, NOTHING_TO_UNDO, paperOf, stage } from '../reader/stage.ts';

async function open(versions: readonly Note[]): Promise<{ app: App; host: FakeHost }> {
  const host = new FakeHost({
    'note.versions': () => versions,
    'paper.read': ({ paper }) => paperOf(paper, { note: { text: 'now and more', updated: 9 } }),
    'state.change': () => ({ changed: 1, undo: NOTHING_TO_UNDO }),
  });
  const app = stage(Dialogs, host);
  app.dialogs.show({ kind: 'noteVersions', paper: 'a' });
  await tick();
  return { app, host };
}

describe('earlier versions of a note', () => {
  it('are listed, compared with the note as it is, and brought back', async () => {
    const { app, host } = await open([
      { text: 'now and then', updated: Date.UTC(2026, 1, 3, 9) },
      { text: 'first', updated: Date.UTC(2026, 1, 2, 9) },
    ]);
    const text = await screen.findByRole('region', { name: 'Text of this version' });
    expect(text.querySelector('del')).toHaveTextContent('then');
    expect(text.querySelector('ins')).toHaveTextContent('more');
    await fireEvent.click(screen.getByRole('checkbox', { name: /what has changed/ }));
    expect(text.textContent).toContain('now and then');
    expect(text.querySelector('ins')).toBeNull();

    const list = screen.getByRole('listbox', { name: 'Versions, newest first' });
    expect(list.querySelectorAll('option')).toHaveLength(2);
    await fireEvent.change(list, { target: { value: '1' } });
    await fireEvent.click(screen.getByRole('button', { name: 'Restore this version' }));
    await waitFor(() => expect(app.dialogs.open).toBeNull());
    expect(host.asked('state.change')).toEqual([
      { change: { kind: 'note', paper: 'a', text: 'first' } },
    ]);
  });

  it('that are none yet are told, with when there will be one', async () => {
    await open([]);
    expect(await screen.findByText(/No earlier version is kept yet/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Restore this version' })).toBeNull();
  });
});
