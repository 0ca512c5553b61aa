import { commands, type Command, type CommandGroup } from '../../shared/commands.ts';

/** Groups of the help sheet, in the order of use. */
const ORDER: readonly CommandGroup[] = ['go', 'paper', 'edit', 'view', 'file', 'help'];

export interface ShortcutGroup {
  readonly group: CommandGroup;
  readonly commands: readonly Command[];
}

/** Commands that have a key and whose title, in either language, or key holds what was typed; grouped. */
export function shortcutGroups(typed: string): readonly ShortcutGroup[] {
  const wanted = typed.trim().toLowerCase();
  const isWanted = ({ title, keys }: Command): boolean =>
    keys.length > 0 &&
    [title.en, title.ko, ...keys].some((text) => text.toLowerCase().includes(wanted));
  return ORDER.map((group) => ({
    group,
    commands: commands.filter((command) => command.group === group && isWanted(command)),
  })).filter(({ commands }) => commands.length > 0);
}
