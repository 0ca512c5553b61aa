import { describe, expect, it } from 'vitest';
import { allCommands, shortcutGroups } from '../../../src/renderer/dialogs/shortcut-groups.ts';
import { Keymap } from '../../../src/shared/keymap.ts';

function found(typed: string, mac = false): readonly string[] {
  const groups = shortcutGroups(typed, new Keymap({}), mac);
  return groups.flatMap(({ commands }) => commands.map(({ id }) => id));
}

describe('the search among the keys', () => {
  it.each(['ctrl k', 'Ctrl+K', 'mod+k'])(
    'finds a key as it is shown and by its name: %s',
    (typed) => {
      expect(found(typed)).toEqual(['palette.open']);
    },
  );

  it('finds what the caps of keys say: ctrl, arrows, the signs of macOS', () => {
    expect(found('ctrl').length).toBeGreaterThan(10);
    expect(found('↓')).toContain('list.next');
    expect(found('⌘k', true)).toEqual(['palette.open']);
    expect(found('⌘ k', true)).toEqual(['palette.open']);
  });

  it('finds titles in both languages, also of commands without a key', () => {
    expect(found('별표')).toEqual(['paper.star']);
    const groups = allCommands('problems', new Keymap({}), false);
    expect(groups.flatMap(({ commands }) => commands.map(({ id }) => id))).toEqual([
      'view.problems',
    ]);
  });
});
