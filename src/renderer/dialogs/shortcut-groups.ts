import {
  commands,
  type Command,
  type CommandGroup,
  type CommandId,
} from '../../shared/commands.ts';
import type { Keymap } from '../../shared/keymap.ts';

/** Groups of the help sheet, in the order of use. */
const ORDER: readonly CommandGroup[] = ['go', 'mark', 'paper', 'edit', 'view', 'file', 'help'];

/** A command with the keys that it has now. */
export interface Shortcut extends Pick<Command, 'title' | 'keys'> {
  readonly id: CommandId;
}

export interface ShortcutGroup {
  readonly group: CommandGroup;
  readonly commands: readonly Shortcut[];
}

/** Commands whose title, in either language, or key holds what was typed; grouped. */
export function allCommands(typed: string, keymap: Keymap): readonly ShortcutGroup[] {
  const wanted = typed.trim().toLowerCase();
  const isWanted = ({ title, keys }: Shortcut): boolean =>
    [title.en, title.ko, ...keys].some((text) => text.toLowerCase().includes(wanted));
  return ORDER.map((group) => ({
    group,
    commands: commands
      .filter((command) => command.group === group)
      .map(({ id, title }): Shortcut => ({ id, title, keys: keymap.keys(id) }))
      .filter(isWanted),
  })).filter(({ commands }) => commands.length > 0);
}

/** Those of them that have a key. */
export function shortcutGroups(typed: string, keymap: Keymap): readonly ShortcutGroup[] {
  return allCommands(typed, keymap)
    .map(({ group, commands }) => ({
      group,
      commands: commands.filter(({ keys }) => keys.length > 0),
    }))
    .filter(({ commands }) => commands.length > 0);
}
