import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { menuTemplate, type MenuOptions } from '../../src/main/menu.ts';
import { commands } from '../../src/shared/commands.ts';

function template(patch: Partial<MenuOptions> = {}): MenuItemConstructorOptions[] {
  return menuTemplate({
    language: 'en',
    platform: 'linux',
    recent: [],
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

  it('gives accelerators only to keys with Mod, so that letters can be typed', () => {
    const items = flatten(template());
    for (const command of commands) {
      const item = items.find((other) => other.id === command.id);
      const modified = command.keys.some((key) => key.startsWith('Mod+'));
      expect(item?.accelerator !== undefined, command.id).toBe(modified);
      if (item?.accelerator !== undefined) expect(item.accelerator).toMatch(/^CommandOrControl\+/);
    }
    expect(items.find((item) => item.id === 'list.create')?.accelerator).toBe(
      'CommandOrControl+Shift+N',
    );
    expect(items.find((item) => item.id === 'view.settings')?.accelerator).toBe(
      'CommandOrControl+,',
    );
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
