import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { afterEach, describe, expect, it } from 'vitest';
import { row } from '../../fake-client.ts';
import { settled } from '../../state/started-app.ts';
import { openWindow, press } from './open-window.ts';

async function openCalendar() {
  const window = await openWindow([
    row('a', { date: '2023-12-29' }),
    row('b', { date: '2024-02-05', read: true }),
    row('c', { date: '2024-02-05' }),
  ]);
  await press('D', { shiftKey: true });
  return window;
}

const focused = (): string | null => document.activeElement?.getAttribute('aria-label') ?? null;

afterEach(() => localStorage.clear());

describe('the calendar', () => {
  it('opens at the newest day, and says of each day how much of it is read', async () => {
    await openCalendar();
    expect(focused()).toBe('Mon, February 5, 2024: 2 papers, 1 read');
    expect(screen.getAllByRole('grid')).toHaveLength(12);
    expect(screen.getByText('1 day, 2 papers, 50% read')).toBeInTheDocument();
  });

  it('has the focus while its days are being read, and hands it to the newest day', async () => {
    const { app, client } = await openWindow([row('a', { date: '2024-02-05' })]);
    const release = client.holdNext('library.days');
    void app.pages.show({ kind: 'calendar', date: null });
    const page = await screen.findByRole('region', { name: 'Calendar' });
    await waitFor(() => expect(page).toContainElement(document.activeElement as HTMLElement));
    expect(screen.queryByRole('grid')).toBeNull();
    release();
    await waitFor(() => expect(focused()).toBe('Mon, February 5, 2024: 1 paper, 0 read'));
  });

  it('is walked by days, weeks, months and years, and ends where the digests end', async () => {
    await openCalendar();
    await press('ArrowRight');
    expect(focused()).toBe('Tue, February 6, 2024: no papers');
    await press('ArrowUp');
    expect(focused()).toBe('Tue, January 30, 2024: no papers');
    await press('PageDown');
    expect(focused()).toBe('Thu, February 29, 2024: no papers');
    await press('PageUp', { shiftKey: true });
    expect(focused()).toBe('Tue, February 28, 2023: no papers');
    await press('PageUp', { shiftKey: true });
    expect(focused()).toBe('Tue, February 28, 2023: no papers');
    await press('Home');
    expect(focused()).toBe('Sun, February 26, 2023: no papers');
  });

  it('gives way to the papers by Escape, and to any view that is opened', async () => {
    const { app } = await openCalendar();
    await press('Escape');
    expect(app.pages.open).toBeNull();
    expect(screen.queryByRole('region', { name: 'Calendar' })).toBeNull();
    expect(document.activeElement).toHaveAttribute('role', 'listbox');
    await press('D', { shiftKey: true });
    await fireEvent.click(screen.getByRole('treeitem', { name: /^Starred/ }));
    await settled();
    expect(app.pages.open).toBeNull();
  });

  it('keeps the papers behind it out of reach of their keys', async () => {
    const { app, client } = await openCalendar();
    const before = app.list.selected;
    await press('j');
    await press('m');
    expect(app.list.selected).toBe(before);
    expect(client.papers.map(({ read }) => read)).toEqual([false, true, false]);
    expect(app.toasts.items.at(-1)?.text).toBe('Select a paper first.');
  });

  it('opens the page of a day, and says of one without papers that there are none', async () => {
    const { app } = await openCalendar();
    await press('ArrowLeft');
    await press('Enter');
    expect(app.pages.open?.kind).toBe('calendar');
    await press('ArrowRight');
    await press('Enter');
    expect(app.pages.open).toEqual({ kind: 'day', date: '2024-02-05' });
  });

  it('follows what becomes read meanwhile', async () => {
    const { app } = await openCalendar();
    await app.papers.setRead(['c'], true);
    await settled();
    expect(focused()).toBe('Mon, February 5, 2024: 2 papers, 2 read');
  });
});
