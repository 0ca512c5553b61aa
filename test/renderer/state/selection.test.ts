import { describe, expect, it } from 'vitest';
import { Commands } from '../../../src/renderer/commands/commands.ts';
import { dayBefore } from '../../../src/renderer/dialogs/older-papers.svelte.ts';
import { row } from '../fake-client.ts';
import { settled, startApp } from './started-app.ts';

async function listOf(count: number) {
  const started = await startApp(Array.from({ length: count }, (_, index) => row(`p${index}`)));
  await settled();
  const { selection } = started.app;
  return {
    ...started,
    commands: new Commands(started.app, false),
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
});

describe('the day some days ago', () => {
  it('is a day of the calendar, over months, years and clock changes', () => {
    expect(dayBefore(new Date(2026, 0, 1, 0, 30), 1)).toBe('2025-12-31');
    expect(dayBefore(new Date(2024, 2, 1, 12), 1)).toBe('2024-02-29');
    expect(dayBefore(new Date(2026, 2, 29, 3), 1)).toBe('2026-03-28');
    expect(dayBefore(new Date(2026, 2, 29, 3), 0)).toBe('2026-03-29');
  });
});
