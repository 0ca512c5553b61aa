import { createContext } from 'svelte';
import { isCommandId, type CommandId } from '../../shared/commands.ts';
import type { App } from '../state/app.svelte.ts';
import { createHandlers } from './handlers.ts';
import { commandFor, keyHint, placeOf, strokeOf } from './keys.ts';

/** Runs commands, from keys, menus and buttons alike. Views get it by `getCommands()`. */
export class Commands {
  readonly #app: App;
  readonly #handlers: ReturnType<typeof createHandlers>;
  readonly mac: boolean;

  constructor(app: App, mac: boolean) {
    this.#app = app;
    this.#handlers = createHandlers(app);
    this.mac = mac;
  }

  async run(id: CommandId, context: { argument?: string | null; repeat?: boolean } = {}) {
    try {
      if (this.#app.pages.open !== null) {
        if (this.#app.panes.page?.answer(id) === true) return;
        if (isOfPapersView(id)) return;
      }
      await this.#handlers[id]({
        argument: context.argument ?? null,
        repeat: context.repeat ?? false,
      });
    } catch (error) {
      this.#app.toasts.fail(error);
    }
  }

  /** Runs a command that the host names; one of another version is left alone. */
  hear(id: string, argument: string | null): void {
    if (isCommandId(id)) void this.run(id, { argument });
  }

  /** Answers a key, unless a view already did, or a dialog or menu is open. */
  key(event: KeyboardEvent): void {
    if (event.defaultPrevented || this.#app.dialogs.open !== null) return;
    const stroke = strokeOf(event, this.mac);
    const place = {
      ...placeOf(event.composedPath()[0] ?? event.target),
      page: this.#app.pages.open !== null,
    };
    const id = stroke === null ? null : commandFor(stroke, place);
    if (id === null) return;
    event.preventDefault();
    void this.run(id, { repeat: event.repeat });
  }

  /** `Star (S)`: a button's tooltip. */
  hint(text: string, id: CommandId): string {
    const key = keyHint(id, this.mac);
    return key === '' ? text : `${text} (${key})`;
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
  'mark.all',
  'mark.above',
  'mark.below',
  'view.unreadOnly',
  'view.cleanUp',
  'view.focusMode',
];

function isOfPapersView(id: CommandId): boolean {
  return OF_PAPERS_VIEW.includes(id);
}

export const [getCommands, setCommands] = createContext<Commands>();
