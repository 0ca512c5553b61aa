import { fireEvent, screen } from '@testing-library/svelte';
import { afterEach, describe, expect, it } from 'vitest';
import { row } from '../fake-client.ts';
import { settled } from '../state/started-app.ts';
import { openWindow, press } from '../views/pages/open-window.ts';

async function openAtList() {
  const window = await openWindow([row('a'), row('b')]);
  const list = screen.getByRole('listbox', { name: 'Unread' });
  list.focus();
  return { ...window, list };
}

afterEach(() => localStorage.clear());

describe('a dialog that closes', () => {
  it('gives the focus back before the palette’s command runs', async () => {
    const { list } = await openAtList();
    await press('k', { ctrlKey: true });
    const field = screen.getByRole('combobox', { name: 'Find a command, list, day or paper' });
    field.focus();
    await fireEvent.input(field, { target: { value: 'Light or Dark' } });
    await press('Enter');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(list).toHaveFocus();
  });

  it('gives the focus back when its own button closed it', async () => {
    const { list } = await openAtList();
    await press('?', { shiftKey: true });
    const button = screen.getByRole('button', { name: 'Close' });
    button.focus();
    await fireEvent.click(button);
    await settled();
    expect(list).toHaveFocus();
  });

  it('leaves the focus where its command has put it', async () => {
    const { app, list } = await openAtList();
    await press('?', { shiftKey: true });
    screen.getByRole('button', { name: 'Close' }).focus();
    app.dialogs.close();
    screen.getByRole('document', { name: 'Text of the paper' }).focus();
    await settled();
    expect(list).not.toHaveFocus();
  });

  it('gives the focus back into a shadow root, where the note is written', async () => {
    const { app } = await openAtList();
    const host = document.body.appendChild(document.createElement('div'));
    const field = document.createElement('input');
    host.attachShadow({ mode: 'open' }).append(field);
    field.focus();
    app.dialogs.show({ kind: 'shortcuts' });
    await settled();
    screen.getByRole('button', { name: 'Close' }).focus();
    app.dialogs.close();
    await settled();
    expect(host.shadowRoot?.activeElement).toBe(field);
    host.remove();
  });
});
