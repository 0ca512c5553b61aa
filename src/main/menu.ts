import type { MenuItemConstructorOptions } from 'electron';
import { commands, type CommandGroup, type CommandId } from '../shared/commands.ts';
import { Keymap, type KeyOverrides } from '../shared/keymap.ts';
import { acceleratorOf } from './accelerator.ts';
import { wordsIn, type NativeLanguage, type Words } from './words.ts';

export interface MenuOptions {
  readonly language: NativeLanguage;
  readonly platform: NodeJS.Platform;
  /** Paths of folders that were closed, newest first. */
  readonly recent: readonly string[];
  /** The reader's own keys. */
  readonly keys: KeyOverrides;
  /** Adds the developer tools. */
  readonly devTools: boolean;
  run(command: CommandId, argument: string | null): void;
}

const separator: MenuItemConstructorOptions = { type: 'separator' };

/** The application menu: every command of its group, and what systems expect beside them. */
export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const words = wordsIn(options.language);
  const mac = options.platform === 'darwin';
  const menu = (label: string, ...items: MenuItemConstructorOptions[]) => ({
    label,
    submenu: items,
  });
  const keymap = new Keymap(options.keys);
  const group = (name: CommandGroup) => commandItems(name, options, keymap);
  return [
    ...(mac ? [{ role: 'appMenu' as const }] : []),
    menu(
      words.file,
      ...group('file'),
      separator,
      recentItem(options, words),
      separator,
      mac ? { role: 'close', label: words.close } : { role: 'quit', label: words.quit },
    ),
    menu(
      words.edit,
      ...group('edit'),
      separator,
      { role: 'cut', label: words.cut },
      { role: 'copy', label: words.copy },
      { role: 'paste', label: words.paste },
    ),
    menu(
      words.view,
      ...group('view'),
      ...(options.devTools ? [separator, { role: 'toggleDevTools' as const }] : []),
    ),
    menu(words.go, ...group('go')),
    menu(words.mark, ...group('mark')),
    menu(words.paper, ...group('paper')),
    mac
      ? { role: 'windowMenu', label: words.window }
      : menu(
          words.window,
          { role: 'minimize', label: words.minimize },
          { role: 'close', label: words.close },
        ),
    menu(
      words.help,
      ...group('help'),
      ...(mac ? [] : [separator, { role: 'about' as const, label: words.about }]),
    ),
  ];
}

/** Commands that need an argument have no item of their own. */
const NEEDS_ARGUMENT: readonly string[] = ['folder.openPath'] satisfies readonly CommandId[];

function commandItems(
  group: CommandGroup,
  options: MenuOptions,
  keymap: Keymap,
): MenuItemConstructorOptions[] {
  return commands
    .filter((command) => command.group === group && !NEEDS_ARGUMENT.includes(command.id))
    .map((command) => {
      // A key of one pane is not shown: in another it may mean another command, or nothing.
      const ofPane = ['sidebar', 'reader', 'page'].includes(command.scope);
      const accelerator = ofPane ? null : acceleratorOf(keymap.keys(command.id));
      return {
        id: command.id,
        label: command.title[options.language],
        // Where the system lets us, the key is only shown: the page handles it, and it would come twice.
        ...(accelerator === null ? {} : { accelerator, registerAccelerator: false }),
        click: () => options.run(command.id, null),
      };
    });
}

function recentItem(options: MenuOptions, words: Words): MenuItemConstructorOptions {
  const items: MenuItemConstructorOptions[] = options.recent.map((path) => ({
    // An ampersand would be read as the mark of an access key.
    label: path.replaceAll('&', '&&'),
    click: () => options.run('folder.openPath', path),
  }));
  const none = { label: words.noRecent, enabled: false };
  return { id: 'recent', label: words.recent, submenu: items.length > 0 ? items : [none] };
}
