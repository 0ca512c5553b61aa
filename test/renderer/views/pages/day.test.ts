import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { afterEach, describe, expect, it } from 'vitest';
import { FakeClient, row } from '../../fake-client.ts';
import { settled } from '../../state/started-app.ts';
import { openWindow, press } from './open-window.ts';

async function openDay() {
  const window = await openWindow([
    row('a', { date: '2024-02-01' }),
    row('b', { date: '2024-02-05', read: true }),
    row('c', { date: '2024-02-05', votes: 3 }),
    row('d', { date: '2024-02-05' }),
  ]);
  await press('d');
  return window;
}

const focused = (): string => document.activeElement?.textContent ?? '';

afterEach(() => localStorage.clear());

describe('the day’s page', () => {
  it('shows the newest day and how much of it is read, and begins at what is unread', async () => {
    await openDay();
    expect(screen.getByRole('heading', { level: 1, name: 'Mon, February 5, 2024' })).toBeVisible();
    expect(screen.getByRole('progressbar', { name: '1 of 3 papers read' })).toBeVisible();
    expect(focused()).toBe('Paper c');
  });

  it('is walked by the keys of the list, whose paper commands act on the paper there', async () => {
    const { client, platform } = await openDay();
    await press('j');
    expect(focused()).toBe('Paper d');
    await press('s');
    await press('m');
    expect(client.paper('d')).toMatchObject({ starred: true, read: true });
    expect(screen.getByRole('progressbar', { name: '2 of 3 papers read' })).toBeVisible();
    await press('k');
    await press('k');
    expect(focused()).toBe('Paper b');
    await press('J', { shiftKey: true });
    expect(focused()).toBe('Paper c');
    await press('o');
    expect(platform.opened).toEqual(['https://example.org/abstract']);
  });

  it('turns to the days before and after, and says when there is none', async () => {
    const { app } = await openDay();
    await press('ArrowRight');
    expect(app.toasts.items.at(-1)?.text).toBe('This is the newest day.');
    await press('ArrowLeft');
    expect(screen.getByRole('heading', { level: 1, name: 'Thu, February 1, 2024' })).toBeVisible();
    expect(focused()).toBe('Paper a');
    await press('[');
    expect(app.toasts.items.at(-1)?.text).toBe('This is the oldest day.');
    await press(']');
    expect(screen.getByRole('heading', { level: 1, name: 'Mon, February 5, 2024' })).toBeVisible();
  });

  it('is marked read in one step, which is undone in one', async () => {
    const { app, client } = await openDay();
    await press('A', { shiftKey: true });
    expect(client.papers.map(({ read }) => read)).toEqual([false, true, true, true]);
    expect(app.toasts.items.at(-1)?.text).toBe('2 papers marked read');
    await press('z');
    expect(client.papers.map(({ read }) => read)).toEqual([false, true, false, false]);
    await press('z');
    expect(screen.getByRole('progressbar', { name: '1 of 3 papers read' })).toBeVisible();
  });

  it('tells how papers begin, no line ending before a Korean particle', async () => {
    const papers = [row('a')];
    const client = new FakeClient(papers);
    client.leads.set('a', '- **방법**: 강화학습(PPO)으로 오차를 5%까지 줄인다.');
    await openWindow(papers, client);
    await press('d');
    const lead = screen.getByText(/^강화학습/);
    expect(lead).toHaveTextContent(/^강화학습\(PPO\)으로 오차를 5%까지 줄인다\.$/);
    const glued = [...lead.querySelectorAll('.particle')].map(({ textContent }) => textContent);
    expect(glued).toEqual(['으로', '까지']);
  });

  it('leads to the papers of its day, at the paper that is opened', async () => {
    const { app } = await openDay();
    await fireEvent.click(screen.getByRole('button', { name: 'Paper d' }));
    await settled();
    expect(app.pages.open).toBeNull();
    expect(app.list.query.view).toEqual({ kind: 'dates', folder: 'f', dates: '2024-02-05' });
    expect(app.list.selected).toBe('d');
  });

  it('opens the note of the paper that has the focus', async () => {
    const { app } = await openDay();
    await press('n');
    expect(app.pages.open).toBeNull();
    expect(app.list.selected).toBe('c');
    await waitFor(() => expect(document.activeElement).toHaveClass('editor'));
  });
});
