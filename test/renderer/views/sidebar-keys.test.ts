import { screen } from '@testing-library/svelte';
import { afterEach, describe, expect, it } from 'vitest';
import { Commands } from '../../../src/renderer/commands/commands.ts';
import { LIST_DEFAULTS, type ListOutline } from '../../../src/shared/model.ts';
import { FakeClient, row } from '../fake-client.ts';
import { settled } from '../state/started-app.ts';
import { openWindow, press } from './pages/open-window.ts';

const count = { total: 1, unread: 1 };
const listOf = (id: string, group = ''): ListOutline => ({
  ...LIST_DEFAULTS,
  id,
  name: `List ${id}`,
  group,
  count,
});

/** A window that shows list `one`; list `two` stands in a group. */
async function openLists() {
  const papers = [row('a'), row('b')];
  const client = new FakeClient(papers);
  client.lists = [listOf('one'), listOf('two', 'Group')];
  const window = await openWindow(papers, client);
  await window.app.list.open({ kind: 'list', list: 'one' });
  await settled();
  const changes = () =>
    client.calls.flatMap(({ method, input }) =>
      method === 'state.change' ? [(input as { readonly change: unknown }).change] : [],
    );
  return { ...window, changes };
}

const line = (name: RegExp): HTMLElement => screen.getByRole('treeitem', { name });
const menuLabels = (app: Awaited<ReturnType<typeof openLists>>['app']) =>
  app.menu.open?.items.map(({ label }) => label);

afterEach(() => localStorage.clear());

describe('a key in the sidebar', () => {
  it('does with a line what it says: Delete deletes the focused list, not the one shown', async () => {
    const { changes } = await openLists();
    line(/^List two/).focus();
    await press('Delete');
    expect(changes()).toEqual([{ kind: 'list.delete', list: 'two' }]);
  });

  it('takes a focused group apart with Delete, and leaves the list that is shown', async () => {
    const { changes } = await openLists();
    line(/^Group/).focus();
    await press('Delete');
    expect(changes()).toMatchObject([
      { kind: 'batch', changes: [{ kind: 'list.update', list: 'two', patch: { group: '' } }] },
    ]);
  });

  it('renames the focused group with F2', async () => {
    const { app } = await openLists();
    line(/^Group/).focus();
    await press('F2');
    expect(app.sidebar.editingGroup).toBe('Group');
    expect(app.sidebar.editing).toBeNull();
    expect(screen.getByRole('textbox', { name: 'Name of the group' })).toHaveValue('Group');
  });

  it('leaves the list that is shown alone while a button of the sidebar has the focus', async () => {
    const { app, changes } = await openLists();
    screen.getByRole('button', { name: 'Calendar' }).focus();
    await press('Delete');
    await press('F2');
    await press('F10', { shiftKey: true });
    expect(changes()).toEqual([]);
    expect(app.sidebar.editing).toBeNull();
    expect(app.menu.open).toBeNull();
  });

  it('opens the menu of the group that has the focus', async () => {
    const { app } = await openLists();
    line(/^Group/).focus();
    await press('ContextMenu');
    expect(app.menu.open?.label).toBe('Group');
    expect(menuLabels(app)).toEqual(['Rename This Group…', 'Take This Group Apart']);
  });
});

describe('the Menu key on a page', () => {
  it('opens the menu of the page’s paper that has the focus, and none elsewhere', async () => {
    const { app, client } = await openLists();
    client.papers = [row('a', { starred: true }), row('b')];
    await press('d');
    await press('ContextMenu');
    expect(menuLabels(app)).toContain('Star');
    expect(app.menu.open?.items.find(({ label }) => label === 'Star')?.checked).toBe(true);
    app.menu.close();
    screen.getByRole('button', { name: 'Mark the day read' }).focus();
    await press('ContextMenu');
    expect(app.menu.open).toBeNull();
  });
});

describe('a name', () => {
  it('is typed in sight: a sidebar that is put away comes out for a new list', async () => {
    const { app } = await openLists();
    expect(app.layout.docked || app.layout.drawer).toBe(false);
    await press('n', { ctrlKey: true, altKey: true });
    expect(app.layout.drawer).toBe(true);
    expect(screen.getByRole('textbox', { name: 'Name of the list' })).toBeVisible();
  });

  it('is typed in sight: a sidebar that is put away comes out to rename a list or a group', async () => {
    const { app } = await openLists();
    await app.list.open({ kind: 'list', list: 'one' });
    const commands = new Commands(app, false);
    const runs = [
      ['list.rename', {}],
      ['group.rename', { argument: 'Group' }],
    ] as const;
    for (const [id, context] of runs) {
      app.layout.drawer = false;
      await commands.run(id, context);
      expect(app.layout.drawer).toBe(true);
    }
  });
});
