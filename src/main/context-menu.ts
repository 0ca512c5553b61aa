/** The menu of text fields and of selected text. Where the app has a menu of its own, the page keeps this one away. */
import { Menu, type BrowserWindow, type ContextMenuParams } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';
import { commands, type CommandId } from '../shared/commands.ts';
import { wordsIn, type NativeLanguage } from './words.ts';

/** What is pointed at, of all that Electron tells. */
export type Pointed = Pick<
  ContextMenuParams,
  'isEditable' | 'selectionText' | 'formControlType' | 'misspelledWord' | 'dictionarySuggestions'
> & {
  readonly editFlags: Pick<
    ContextMenuParams['editFlags'],
    'canUndo' | 'canRedo' | 'canCut' | 'canCopy' | 'canPaste' | 'canSelectAll'
  >;
};

export interface ContextMenuOptions {
  readonly language: NativeLanguage;
  run(command: CommandId): void;
  /** Puts another word in the place of the one pointed at. */
  replaceWord(word: string): void;
}

const MOST_SUGGESTIONS = 5;
const separator: MenuItemConstructorOptions = { type: 'separator' };

/** The items for what is pointed at; none where there is nothing to write in and nothing selected. */
export function contextMenuTemplate(
  pointed: Pointed,
  options: ContextMenuOptions,
): MenuItemConstructorOptions[] {
  const words = wordsIn(options.language);
  const can = pointed.editFlags;
  const copy = { role: 'copy' as const, label: words.copy };
  if (!pointed.isEditable) return pointed.selectionText.trim() === '' ? [] : [copy];
  // The note's editor has a history of its own, of which Chromium knows nothing.
  const own = pointed.formControlType === 'none';
  return [
    ...suggestions(pointed, options),
    ofPage('edit.undo', own || can.canUndo, options),
    ofPage('edit.redo', own || can.canRedo, options),
    separator,
    { role: 'cut', label: words.cut, enabled: can.canCut },
    { ...copy, enabled: can.canCopy },
    { role: 'paste', label: words.paste, enabled: can.canPaste },
    separator,
    { role: 'selectAll', label: words.selectAll, enabled: can.canSelectAll },
  ];
}

/** A command that the page does to the field that has the focus. */
function ofPage(
  id: CommandId,
  enabled: boolean,
  options: ContextMenuOptions,
): MenuItemConstructorOptions {
  const label = commands.find((command) => command.id === id)?.title[options.language] ?? id;
  return { id, label, enabled, click: () => options.run(id) };
}

/** Of the system's spell checker, where there is one that asks nobody (docs/notes/electron.md). */
function suggestions(
  { misspelledWord, dictionarySuggestions }: Pointed,
  options: ContextMenuOptions,
): MenuItemConstructorOptions[] {
  if (misspelledWord === '' || dictionarySuggestions.length === 0) return [];
  const words = dictionarySuggestions.slice(0, MOST_SUGGESTIONS);
  return [
    ...words.map((word) => ({
      label: word.replaceAll('&', '&&'),
      click: () => options.replaceWord(word),
    })),
    separator,
  ];
}

export interface ContextMenuHost {
  language(): NativeLanguage;
  run(command: CommandId): void;
}

/** Shows the menu whenever the page leaves one to the system. */
export function answerContextMenu(window: BrowserWindow, host: ContextMenuHost): void {
  const { webContents } = window;
  webContents.on('context-menu', (_event, pointed) => {
    const template = contextMenuTemplate(pointed, {
      language: host.language(),
      run: (command) => host.run(command),
      replaceWord: (word) => webContents.replaceMisspelling(word),
    });
    if (template.length === 0) return;
    // Not told of the frame: on macOS that would add services which send the text elsewhere.
    Menu.buildFromTemplate(template).popup({ window, x: pointed.x, y: pointed.y });
  });
}
