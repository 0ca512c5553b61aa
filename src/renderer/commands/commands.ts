import { createContext } from 'svelte';
import { commands, isCommandId, isRepeating, type CommandId } from '../../shared/commands.ts';
import { Keymap, type KeyOverrides, type Stroke } from '../../shared/keymap.ts';
import type { View } from '../../shared/model.ts';
import type { MenuItem } from '../components/menu-item.ts';
import { locale } from '../i18n/i18n.svelte.ts';
import type { App } from '../state/app.svelte.ts';
import { isAvailable, isOn } from './available.ts';
import type { CommandContext } from './handler.ts';
import { createHandlers } from './handlers.ts';
import { editField } from './field-editing.ts';
import { commandFor, keyText, placeOf, strokeOf } from './keys.ts';

/** What a browser does by the very same keys, better than a page could. */
const BROWSERS_OWN: readonly CommandId[] = [
  'view.zoomIn',
  'view.zoomOut',
  'view.zoomReset',
  'view.fullScreen',
];

/** Commands of a menu; `null` begins a new part. */
export type MenuLayout = readonly (CommandId | null)[];

/** Runs commands, from keys, menus and buttons alike. Views get it by `getCommands()`. */
export class Commands {
  readonly #app: App;
  readonly #handlers: ReturnType<typeof createHandlers>;
  readonly mac: boolean;
  #keymap: { readonly of: KeyOverrides; readonly map: Keymap } = { of: {}, map: new Keymap({}) };

  constructor(app: App, mac: boolean) {
    this.#app = app;
    this.#handlers = createHandlers(app, this);
    this.mac = mac;
  }

  /** The keys as they are now. Reactive. */
  get keymap(): Keymap {
    const of = this.#app.settings.current.keys;
    if (this.#keymap.of !== of) this.#keymap = { of, map: new Keymap(of) };
    return this.#keymap.map;
  }

  async run(id: CommandId, context: Partial<CommandContext> = {}): Promise<void> {
    try {
      if (this.#app.pages.open !== null) {
        if (this.#app.panes.page?.answer(id) === true) return;
        if (isOfPapersView(id)) return;
      }
      await this.#handlers[id]({ argument: null, repeat: false, view: null, ...context });
    } catch (error) {
      this.#app.toasts.fail(error);
    }
  }

  /** Runs a command that the host names, from its menu; one of another version is left alone. */
  hear(id: string, argument: string | null): void {
    if (isCommandId(id) && !editField(id)) void this.run(id, { argument });
  }

  /** Answers a key, unless a view already did, or a dialog or menu is open. */
  key(event: KeyboardEvent): void {
    if (event.defaultPrevented || this.#app.dialogs.open !== null || this.#app.menu.open !== null)
      return;
    const stroke = strokeOf(event, this.mac);
    const place = {
      ...placeOf(event.composedPath()[0] ?? event.target),
      page: this.#app.pages.open !== null,
    };
    const id = stroke === null ? null : commandFor(stroke, place, this.keymap);
    if (stroke === null || id === null || this.#isLeft(id, stroke)) return;
    event.preventDefault();
    // Who presses keys slowly means one star, not one star more and less thirty times a second.
    if (!event.repeat || isRepeating(id)) void this.run(id, { repeat: event.repeat });
  }

  /** Answers the buttons of a mouse that mean back and forward. */
  mouse(event: MouseEvent): void {
    const id = event.button === 3 ? 'history.back' : event.button === 4 ? 'history.forward' : null;
    if (id === null || this.#app.dialogs.open !== null) return;
    event.preventDefault();
    void this.run(id);
  }

  /** `Star (S)`: a button's tooltip. */
  hint(text: string, id: CommandId): string {
    const key = this.keyHint(id);
    return key === '' ? text : `${text} (${key})`;
  }

  /** The key of a command in one word; '' when it has none. */
  keyHint(id: CommandId): string {
    const [key] = this.keymap.keys(id);
    return key === undefined ? '' : keyText(key, this.mac);
  }

  /** The items of a menu, as they are now. `view`: the sidebar's line that it belongs to. */
  items(layout: MenuLayout, view: View | null = null): readonly MenuItem[] {
    return layout.flatMap((id, at) => {
      if (id === null) return [];
      const checked = isOn(this.#app, id);
      const item: MenuItem = {
        label: this.title(id),
        key: this.keyHint(id),
        begins: at > 0 && layout[at - 1] === null,
        disabled: !isAvailable(this.#app, id, view),
        danger: id === 'list.delete',
        ...(checked === null ? {} : { checked, toggles: true }),
        run: () => void this.run(id, { view }),
      };
      return [item];
    });
  }

  /** What a command is called in the reader's language. Reactive. */
  title(id: CommandId): string {
    return commands.find((command) => command.id === id)?.title[locale()] ?? id;
  }

  /** Whether a key is left to whoever else may answer it. */
  #isLeft(id: CommandId, stroke: Stroke): boolean {
    if (id === 'select.none') return !this.#app.selection.several;
    if (this.#app.host?.host !== 'browser' || !BROWSERS_OWN.includes(id)) return false;
    return commands.some(
      (command) => command.id === id && command.keys.some((key) => key === stroke),
    );
  }
}

/** What acts on the list or the reading pane means nothing while a page covers both, unless the page answers it. */
const OF_PAPERS_VIEW: readonly CommandId[] = [
  'list.next',
  'list.previous',
  'list.nextUnread',
  'list.previousUnread',
  'list.first',
  'list.last',
  'reader.advance',
  'reader.back',
  'select.all',
  'select.toggle',
  'select.next',
  'select.previous',
  'mark.all',
  'mark.above',
  'mark.below',
  'mark.older',
  'view.unreadOnly',
  'view.cleanUp',
  'view.focusMode',
  'paper.enlarge',
];

function isOfPapersView(id: CommandId): boolean {
  return OF_PAPERS_VIEW.includes(id);
}

export const [getCommands, setCommands] = createContext<Commands>();
