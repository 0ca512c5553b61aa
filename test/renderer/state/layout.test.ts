import { afterEach, describe, expect, it } from 'vitest';
import { LayoutState } from '../../../src/renderer/state/layout.svelte.ts';
import { Toasts } from '../../../src/renderer/state/toasts.svelte.ts';
import { Workspace } from '../../../src/renderer/state/workspace.ts';
import { FakeClient } from '../fake-client.ts';

const client = new FakeClient([]);
const workspace = new Workspace(client, new Toasts());

function layoutOf(width: number): LayoutState {
  const layout = new LayoutState(workspace);
  layout.restore();
  layout.width = width;
  return layout;
}

const shown = ({ docked, drawer, listShown, readerShown }: LayoutState): string =>
  [docked && 'sidebar', drawer && 'drawer', listShown && 'list', readerShown && 'reader']
    .filter(Boolean)
    .join(' ');

afterEach(async () => {
  await workspace.flush();
  client.workspace = {};
  await workspace.load();
});

describe('the layout', () => {
  it('shows three panes, two or one, as there is room', () => {
    expect(shown(layoutOf(1280))).toBe('sidebar list reader');
    expect(shown(layoutOf(800))).toBe('list reader');
    expect(shown(layoutOf(400))).toBe('list');
  });

  it('brings out what a command goes to', () => {
    const narrow = layoutOf(400);
    narrow.reveal('reader');
    expect(shown(narrow)).toBe('reader');
    expect(narrow.readerAlone).toBe(true);
    narrow.reveal('sidebar');
    expect(shown(narrow)).toBe('drawer reader');
    narrow.reveal('list');
    expect(shown(narrow)).toBe('list');
  });

  it('shows only the paper in focus mode, until the reader goes elsewhere', () => {
    const layout = layoutOf(1280);
    layout.focusMode = true;
    expect(shown(layout)).toBe('reader');
    layout.reveal('reader');
    expect(shown(layout)).toBe('reader');
    layout.reveal('list');
    expect(shown(layout)).toBe('sidebar list reader');
    layout.focusMode = true;
    layout.reveal('sidebar');
    expect(shown(layout)).toBe('sidebar list reader');
  });

  it('takes the sidebar away for good where it has room, and only out and in where it has none', () => {
    const wide = layoutOf(1280);
    wide.toggleSidebar();
    expect(shown(wide)).toBe('list reader');
    wide.reveal('sidebar');
    expect(shown(wide)).toBe('drawer list reader');
    expect(shown(layoutOf(1280))).toBe('list reader');
    const narrow = layoutOf(800);
    narrow.toggleSidebar();
    expect(shown(narrow)).toBe('drawer list reader');
    narrow.toggleSidebar();
    expect(shown(narrow)).toBe('list reader');
  });
});
