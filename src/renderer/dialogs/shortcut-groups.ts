import { commands, type Command, type CommandGroup } from '../../shared/commands.ts';
import type { Keymap } from '../../shared/keymap.ts';

/** Groups of the help sheet, in the order of use. */
const ORDER: readonly CommandGroup[] = ['go', 'mark', 'paper', 'edit', 'view', 'file', 'help'];

/** A command with the keys that it has now. */
export type Shortcut = Pick<Command, 'id' | 'title' | 'keys'>;

export interface ShortcutGroup {
  readonly group: CommandGroup;
  readonly commands: readonly Shortcut[];
}

/** Commands that have a key and whose title, in either language, or key holds what was typed; grouped. */
export function shortcutGroups(typed: string, keymap: Keymap): readonly ShortcutGroup[] {
  const wanted = typed.trim().toLowerCase();
  const isWanted = ({ title, keys }: Shortcut): boolean =>
    keys.length > 0 &&
    [title.en, title.ko, ...keys].some((text) => text.toLowerCase().includes(wanted));
  return ORDER.map((group) => ({
    group,
    commands: commands
      .filter((command) => command.group === group)
      .map(({ id, title }): Shortcut => ({ id, title, keys: keymap.keys(id) }))
      .filter(isWanted),
  })).filter(({ commands }) => commands.length > 0);
}
