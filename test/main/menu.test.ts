import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { menuTemplate, type MenuOptions } from '../../src/main/menu.ts';
import { commands } from '../../src/shared/commands.ts';

function template(patch: Partial<MenuOptions> = {}): MenuItemConstructorOptions[] {
  return menuTemplate({
    language: 'en',
    platform: 'linux',
    recent: [],
    keys: {},
    devTools: false,
    run: () => undefined,
    ...patch,
  });
}

function flatten(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) =>
    Array.isArray(item.submenu) ? [item, ...flatten(item.submenu)] : [item],
  );
}

describe('the application menu', () => {
  it.each(['linux', 'darwin', 'win32'] as const)('holds every command once on %s', (platform) => {
    const ids = flatten(template({ platform })).map((item) => item.id);
    for (const { id } of commands) {
      const expected = id === 'folder.openPath' ? 0 : 1;
      expect(
        ids.filter((other) => other === id),
        id,
      ).toHaveLength(expected);
    }
  });

  it('speaks the language asked for', () => {
    const labels = flatten(template({ language: 'ko' })).flatMap((item) => item.label ?? []);
    expect(labels).toContain('폴더 열기…');
    expect(labels.filter((label) => !/[가-힣]/.test(label))).toEqual([]);
  });

  it('gives accelerators only to keys with Mod or Alt and to function keys, so that letters can be typed', () => {
    const items = flatten(template());
    const accelerator = (id: string) => items.find((other) => other.id === id)?.accelerator;
    for (const command of commands) {
      const ofPane = ['sidebar', 'reader', 'page'].includes(command.scope);
      const modified =
        !ofPane && command.keys.some((key) => /^(Mod\+|Alt\+|(Shift\+)?F\d)/.test(key));
      expect(accelerator(command.id) !== undefined, command.id).toBe(modified);
    }
    expect(accelerator('list.create')).toBe('CommandOrControl+Shift+N');
    expect(accelerator('view.settings')).toBe('CommandOrControl+,');
    expect(accelerator('view.zoomIn')).toBe('CommandOrControl+=');
    expect(accelerator('history.back')).toBe('Alt+Left');
    expect(accelerator('go.list3')).toBe('CommandOrControl+Alt+3');
    expect(accelerator('view.fullScreen')).toBe('F11');
  });

  it('follows the reader’s own keys', () => {
    const keys = { 'paper.star': ['Mod+Shift+s'], 'view.settings': [], 'no.such': ['Mod+j'] };
    const items = flatten(template({ keys }));
    const accelerator = (id: string) => items.find((other) => other.id === id)?.accelerator;
    expect(accelerator('paper.star')).toBe('CommandOrControl+Shift+S');
    expect(accelerator('view.settings')).toBeUndefined();
  });

  it('leaves out a key that Electron cannot name', () => {
    const items = flatten(template({ keys: { 'paper.star': ['Mod+MediaPlay', 'Mod+ㅁ'] } }));
    expect(items.find((other) => other.id === 'paper.star')?.accelerator).toBeUndefined();
  });

  it('has no accelerator twice', () => {
    const all = flatten(template()).flatMap((item) => item.accelerator ?? []);
    expect(new Set(all).size).toBe(all.length);
  });

  it('asks for a command when an item is chosen, for a recent folder with its path', () => {
    const run = vi.fn<MenuOptions['run']>();
    const items = flatten(template({ run, recent: ['/papers/R&D'] }));
    const choose = (item: MenuItemConstructorOptions | undefined) =>
      (item?.click as (() => void) | undefined)?.();
    choose(items.find((item) => item.id === 'paper.star'));
    choose(items.find((item) => item.label === '/papers/R&&D'));
    expect(run.mock.calls).toEqual([
      ['paper.star', null],
      ['folder.openPath', '/papers/R&D'],
    ]);
  });

  it('says that there are no recent folders', () => {
    const items = flatten(template());
    expect(items.find((item) => item.label === 'No Recent Folders')?.enabled).toBe(false);
  });

  it('offers developer tools only when asked to', () => {
    const roles = (devTools: boolean) => flatten(template({ devTools })).map((item) => item.role);
    expect(roles(false)).not.toContain('toggleDevTools');
    expect(roles(true)).toContain('toggleDevTools');
  });
});
