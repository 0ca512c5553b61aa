import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { afterEach, describe, expect, it } from 'vitest';
import { FakeClient, row } from '../fake-client.ts';
import { settled } from '../state/started-app.ts';
import { openWindow, press } from './pages/open-window.ts';

async function openWide() {
  const window = await openWindow([row('a'), row('b')]);
  window.app.layout.width = 1280;
  await settled();
  return window;
}

const list = (): HTMLElement => screen.getByRole('listbox', { name: 'Unread' });

/** Presses a button by key: it has the focus. */
async function pressButton(name: string | RegExp): Promise<void> {
  const button = screen.getByRole('button', { name, hidden: true });
  button.focus();
  await fireEvent.click(button);
  await settled();
}

/** Resolves after what was to be done later. */
const later = () => new Promise((resolve) => setTimeout(resolve));

afterEach(() => localStorage.clear());

describe('the focus of what is taken away', () => {
  it('goes to the pane that it was in', async () => {
    const { app } = await openWide();
    await app.selection.all();
    await settled();
    await pressButton(/^Select One Paper Only/);
    await waitFor(() =>
      expect(screen.getByRole('document', { name: 'Text of the paper' })).toHaveFocus(),
    );
  });

  it('goes back to the pane before a notice', async () => {
    const { app } = await openWide();
    list().focus();
    app.toasts.done('done');
    await settled();
    await pressButton('Dismiss');
    await waitFor(() => expect(list()).toHaveFocus());
  });

  it('goes to the page that covers the papers', async () => {
    const { app } = await openWide();
    list().focus();
    await press('d');
    app.toasts.done('done');
    await settled();
    await pressButton('Dismiss');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Paper a' })).toHaveFocus());
  });

  it('stays in a dialog, at what is near', async () => {
    const { app } = await openWide();
    list().focus();
    app.dialogs.show({ kind: 'settings', section: 'keys' });
    await settled();
    await pressButton('Take J from Next Paper');
    await waitFor(() => expect(screen.getByRole('dialog')).toContainElement(focused()));
    expect(focused()).toHaveAccessibleName(/Next Paper/);
  });

  it('stays in a list without rows, and returns to the rows that come', async () => {
    const client = new FakeClient([row('a')]);
    const { app } = await openWindow(client.papers, client);
    list().focus();
    const { papers } = client;
    client.papers = [];
    await app.list.cleanUp();
    await waitFor(() => expect(focused()).toHaveAccessibleName(/read/));
    client.papers = papers;
    await app.list.cleanUp();
    await waitFor(() => expect(list()).toHaveFocus());
  });

  it('is not taken up again once the reader has left it', async () => {
    const { app } = await openWide();
    app.toasts.done('done');
    await settled();
    const button = screen.getByRole('button', { name: 'Dismiss', hidden: true });
    button.focus();
    button.blur();
    await later();
    await fireEvent.click(button);
    await settled();
    await later();
    expect(document.body).toHaveFocus();
  });
});

function focused(): HTMLElement | null {
  return document.activeElement instanceof HTMLElement ? document.activeElement : null;
}
