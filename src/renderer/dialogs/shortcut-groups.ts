import {
  commands,
  type Command,
  type CommandGroup,
  type CommandId,
} from '../../shared/commands.ts';
import type { Keymap } from '../../shared/keymap.ts';
import { keyCaps } from '../commands/keys.ts';

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

/** Commands whose title, in either language, or key, by its name or as it is shown, holds what was typed; grouped. */
export function allCommands(typed: string, keymap: Keymap, mac: boolean): readonly ShortcutGroup[] {
  const wanted = typed.trim().toLowerCase();
  const namesOf = (key: string): readonly string[] => {
    const caps = keyCaps(key, mac);
    return [key, caps.join(' '), caps.join('+'), caps.join('')];
  };
  const isWanted = ({ title, keys }: Shortcut): boolean =>
    [title.en, title.ko, ...keys.flatMap(namesOf)].some((text) =>
      text.toLowerCase().includes(wanted),
    );
  return ORDER.map((group) => ({
    group,
    commands: commands
      .filter((command) => command.group === group)
      .map(({ id, title }): Shortcut => ({ id, title, keys: keymap.keys(id) }))
      .filter(isWanted),
  })).filter(({ commands }) => commands.length > 0);
}

/** Those of them that have a key. */
export function shortcutGroups(
  typed: string,
  keymap: Keymap,
  mac: boolean,
): readonly ShortcutGroup[] {
  return allCommands(typed, keymap, mac)
    .map(({ group, commands }) => ({
      group,
      commands: commands.filter(({ keys }) => keys.length > 0),
    }))
    .filter(({ commands }) => commands.length > 0);
}
