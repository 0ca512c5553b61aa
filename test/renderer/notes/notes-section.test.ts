import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { tick } from 'svelte';
import { expect, it } from 'vitest';
import Dialogs from '../../../src/renderer/dialogs/Dialogs.svelte';
import { FakeHost, NOTHING_TO_UNDO, stage } from '../reader/stage.ts';

it('templates of notes are added, named, written and deleted in the settings', async () => {
  const host = new FakeHost({
    'state.change': () => ({ changed: 1, undo: NOTHING_TO_UNDO }),
  });
  const app = stage(Dialogs, host);
  app.dialogs.show({ kind: 'settings', section: 'notes' });
  await tick();
  await fireEvent.click(screen.getByRole('button', { name: 'Add a template' }));
  await fireEvent.change(await screen.findByRole('textbox', { name: 'Name' }), {
    target: { value: '세미나' },
  });
  await fireEvent.change(screen.getByRole('textbox', { name: 'Text (Markdown)' }), {
    target: { value: '## 질문' },
  });
  expect(app.settings.current.noteTemplates).toMatchObject([{ name: '세미나', text: '## 질문' }]);
  await fireEvent.click(screen.getByRole('button', { name: 'Delete 세미나' }));
  await waitFor(() => expect(app.settings.current.noteTemplates).toEqual([]));
  expect(host.asked('state.change')).toHaveLength(4);
});
