import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, describe, expect, it } from 'vitest';
import type { FolderOutline } from '../../../src/shared/model.ts';
import Window from '../../../src/renderer/App.svelte';
import { createClient } from '../../../src/renderer/api/client.ts';
import { App } from '../../../src/renderer/state/app.svelte.ts';
import { FakeClient, fakePlatform, fakeTransport, row } from '../fake-client.ts';
import { settled } from '../state/started-app.ts';

const FOLDER: FolderOutline = {
  id: 'f',
  path: '/digests',
  name: 'digests',
  status: 'ready',
  mediaAllowed: false,
  count: { total: 1, unread: 1 },
  years: [],
  undated: { total: 0, unread: 0 },
};

function open(client = new FakeClient([row('a')])) {
  const transport = fakeTransport();
  const app = new App(client, fakePlatform(), transport);
  render(Window, { app, mac: false });
  return { app, client, transport };
}

afterEach(() => localStorage.clear());

describe('the window', () => {
  it('offers one button and one link while no folder is open', async () => {
    open();
    await settled();
    const main = within(screen.getByRole('main'));
    expect(main.getByRole('button', { name: 'Open a folder…' })).toBeVisible();
    expect(main.getByRole('button', { name: 'Try the sample digests' })).toBeVisible();
  });

  it('asks for a typed path where the host has no dialog, and says why a path does not open', async () => {
    const { app } = open();
    await settled();
    await fireEvent.click(screen.getByRole('button', { name: 'Open a folder…' }));
    await settled();
    const field = screen.getByRole('combobox');
    await fireEvent.input(field, { target: { value: '/nowhere' } });
    await fireEvent.keyDown(field, { key: 'Enter' });
    await settled();
    expect(app.dialogs.open).toEqual({ kind: 'openPath' });
    expect(app.toasts.items[0]?.text).toBe('There is no such folder. (/nowhere)');
  });

  it('does not take an Enter that ends a composition for an answer', async () => {
    const { app, client } = open();
    await settled();
    app.dialogs.show({ kind: 'openPath' });
    await settled();
    const field = screen.getByRole('combobox');
    await fireEvent.input(field, { target: { value: '/논문' } });
    await fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
    await settled();
    expect(client.calls.some(({ method }) => method === 'folders.open')).toBe(false);
  });

  it('lets go of a search that found nothing, so that letters are commands again', async () => {
    const client = new FakeClient([row('a')]);
    client.folders = [FOLDER];
    const { app } = open(client);
    await settled();
    const field = screen.getByRole('combobox', { name: 'Search papers' });
    field.focus();
    await fireEvent.input(field, { target: { value: 'nothing like this' } });
    await settled();
    expect(screen.getByText('Nothing found')).toBeVisible();
    await fireEvent.keyDown(field, { key: 'Enter' });
    expect(screen.getByRole('group', { name: 'Nothing found' })).toHaveFocus();
    expect(app.list.total).toBe(0);
  });

  it('covers itself while the host is gone and comes back as it was', async () => {
    const { transport } = open();
    await settled();
    transport.become('gone');
    await settled();
    expect(screen.getByRole('alertdialog')).toHaveTextContent('Lectern is not answering');
    transport.become('ready');
    await settled();
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });

  it('shows no inline style attribute in its templates, which the content policy would block', async () => {
    const sources = import.meta.glob<string>('../../../src/renderer/**/*.svelte', {
      query: '?raw',
      import: 'default',
      eager: true,
    });
    expect(Object.keys(sources).length).toBeGreaterThan(20);
    await settled();
    const inline = Object.entries(sources).filter(([, source]) => /\sstyle="/.test(source));
    expect(inline.map(([path]) => path)).toEqual([]);
  });
});

describe('the client', () => {
  it('throws a failed result as an AppError', async () => {
    const client = createClient({
      ...fakeTransport(),
      call: () =>
        Promise.resolve({
          ok: false,
          error: { code: 'not-found', message: 'gone', subject: 'p', retryable: false },
        }),
    });
    await expect(client.call('paper.read', { paper: 'p' })).rejects.toMatchObject({
      code: 'not-found',
      subject: 'p',
    });
  });
});
