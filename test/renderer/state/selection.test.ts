import { describe, expect, it } from 'vitest';
import { Commands } from '../../../src/renderer/commands/commands.ts';
import { dayBefore } from '../../../src/renderer/dialogs/older-papers.svelte.ts';
import { row } from '../fake-client.ts';
import { settled, startApp } from './started-app.ts';

async function listOf(count: number) {
  const started = await startApp(Array.from({ length: count }, (_, index) => row(`p${index}`)));
  await settled();
  const { selection } = started.app;
  const commands = new Commands(started.app, false);
  const pane = document.createElement('div');
  pane.dataset['pane'] = 'list';
  pane.addEventListener('keydown', (event) => commands.key(event));
  return {
    ...started,
    commands,
    /** Presses keys in the list, one after the other. */
    press: async (...keys: readonly string[]) => {
      for (const key of keys) {
        const shiftKey = key.startsWith('Shift+');
        pane.dispatchEvent(
          new KeyboardEvent('keydown', {
            key: key.replace('Shift+', ''),
            shiftKey,
            cancelable: true,
          }),
        );
        await settled();
      }
    },
    chosen: () => [...selection.papers].sort(),
  };
}

describe('papers chosen together', () => {
  it('are those from where one began to where one is, far beyond what was fetched', async () => {
    const { app, chosen } = await listOf(1_000);
    await app.list.select(10, 'moved');
    await app.selection.extendTo(900);
    expect(chosen()).toHaveLength(891);
    await app.selection.extendTo(8);
    expect(chosen()).toEqual(['p10', 'p8', 'p9']);
    await app.selection.extend(1);
    expect(chosen()).toEqual(['p10', 'p9']);
  });

  it('come and go one by one, and the last one left is no choice', async () => {
    const { app, chosen } = await listOf(5);
    await app.selection.toggle(2);
    expect(chosen()).toEqual(['p0', 'p2']);
    await app.selection.toggle(0);
    expect(chosen()).toEqual(['p2']);
    await app.selection.toggle(2);
    expect(app.selection.several).toBe(false);
  });

  it('do not become read by being chosen', async () => {
    const { app, client } = await listOf(5);
    await app.list.select(1, 'moved');
    await app.selection.extendTo(4);
    await settled();
    expect(client.papers.map(({ read }) => read)).toEqual([false, true, false, false, false]);
  });

  it('end with a step in the list, another view or search', async () => {
    const { app } = await listOf(5);
    await app.selection.all();
    expect(app.selection.papers.size).toBe(5);
    await app.list.move(1, 'moved');
    expect(app.selection.several).toBe(false);
    await app.selection.all();
    await app.list.search('p1');
    await settled();
    expect(app.selection.several).toBe(false);
  });

  it('are gathered one by one with X, wherever the keys go between', async () => {
    const { app, client, press, chosen } = await listOf(9);
    await press('Home', 'x', 'j', 'x');
    expect(chosen()).toEqual(['p0', 'p1']);
    await press('End', 'k', 'x', 'x', 'x', 'Shift+J');
    expect(chosen()).toEqual(['p0', 'p1', 'p7']);
    await press('s');
    expect(client.papers.flatMap(({ id, starred }) => (starred ? [id] : []))).toEqual(chosen());
    await press('Escape');
    expect(app.selection.several).toBe(false);
    await press('k');
    expect(app.selection.several).toBe(false);
  });

  it('may be but one that X gathered: what is done is done to it', async () => {
    const { app, client, press, chosen } = await listOf(3);
    await press('x', 'j');
    expect(app.list.selected).toBe('p1');
    expect(app.toasts.announcement).toBe('1 paper selected');
    await press('s');
    expect(client.papers.map(({ starred }) => starred)).toEqual([true, false, false]);
    await press('k', 'x');
    expect(chosen()).toEqual([]);
    await press('j', 's');
    expect(client.papers.map(({ starred }) => starred)).toEqual([true, true, false]);
  });

  it('are gathered without being read, also by going on to unread ones', async () => {
    const { app, client, press } = await listOf(3);
    await press('x', 'j', 'Shift+J', 'Shift+J');
    expect(client.papers.map(({ read }) => read)).toEqual([false, false, false]);
    expect(app.selection.papers.size).toBe(1);
  });

  it('that were gathered stay when a range joins them', async () => {
    const { press, chosen } = await listOf(9);
    await press('x', 'j', 'j', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowUp');
    expect(chosen()).toEqual(['p0', 'p2', 'p3']);
    await press('x', 'j', 'j', 'Shift+ArrowDown');
    expect(chosen()).toEqual(['p0', 'p2', 'p5', 'p6']);
  });

  it('end with a click, another view or search, also when they were gathered', async () => {
    const { app, press } = await listOf(5);
    await press('x', 'j');
    await app.list.select(3, 'moved');
    expect(app.selection.several).toBe(false);
    await press('x', 'j');
    await app.list.open({ kind: 'all' });
    expect(app.selection.several).toBe(false);
    await press('x', 'j');
    await app.list.search('p1');
    await settled();
    expect(app.selection.several).toBe(false);
    await press('j');
    expect(app.selection.several).toBe(false);
  });

  it('are let go of when the list no longer has them', async () => {
    const { app, client, chosen } = await listOf(5);
    await app.selection.all();
    client.papers = client.papers.filter(({ id }) => id !== 'p3');
    client.emit({ type: 'library' });
    await settled();
    expect(chosen()).toEqual(['p0', 'p1', 'p2', 'p4']);
  });

  it('are marked in one step, and back when all of them have the mark', async () => {
    const { app, client, commands } = await listOf(4);
    await app.list.select(1, 'moved');
    await app.selection.extendTo(2);
    await commands.run('paper.star');
    expect(client.papers.map(({ starred }) => starred)).toEqual([false, true, true, false]);
    await commands.run('paper.star');
    expect(client.papers.every(({ starred }) => !starred)).toBe(true);
    await commands.run('edit.undo');
    expect(client.papers.filter(({ starred }) => starred)).toHaveLength(2);
  });

  it('are not what lies above or below', async () => {
    const { app, client, commands } = await listOf(5);
    await app.settings.set({ autoMark: 'never' });
    await app.list.select(2, 'moved');
    await app.selection.extendTo(3);
    await commands.run('mark.above');
    await commands.run('mark.below');
    expect(client.papers.map(({ read }) => read)).toEqual([true, true, false, false, true]);
  });

  it('are told to screen readers', async () => {
    const { app } = await listOf(3);
    await app.selection.all();
    expect(app.toasts.announcement).toBe('3 papers selected');
  });

  it('are not said to be one in an empty list', async () => {
    const { app } = await listOf(0);
    await app.selection.all();
    expect(app.toasts.announcement).toBe('0 papers selected');
  });
});

describe('the day some days ago', () => {
  it('is a day of the calendar, over months, years and clock changes', () => {
    expect(dayBefore(new Date(2026, 0, 1, 0, 30), 1)).toBe('2025-12-31');
    expect(dayBefore(new Date(2024, 2, 1, 12), 1)).toBe('2024-02-29');
    expect(dayBefore(new Date(2026, 2, 29, 3), 1)).toBe('2026-03-28');
    expect(dayBefore(new Date(2026, 2, 29, 3), 0)).toBe('2026-03-29');
  });
});
