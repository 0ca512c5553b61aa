import { commands, type CommandId } from '../../../shared/commands.ts';
import {
  giveKey,
  overridden,
  withKeys,
  type KeyConflict,
  type KeyOverrides,
  type Stroke,
} from '../../../shared/keymap.ts';
import type { Commands } from '../../commands/commands.ts';
import { strokeOf } from '../../commands/keys.ts';
import type { App } from '../../state/app.svelte.ts';

/** As many keys as the settings keep for one command. */
const MOST_KEYS = 8;

export interface TakenKey {
  readonly id: CommandId;
  readonly stroke: Stroke;
  /** The commands that have it now. */
  readonly rivals: readonly CommandId[];
}

/** Gives commands other keys: hears a stroke, tells whose it is already, and keeps what was decided. */
export class KeyEditor {
  /** The command that waits for a stroke. */
  recording = $state<CommandId | null>(null);
  /** A stroke that was heard and belongs to others: the reader decides. */
  taken = $state.raw<TakenKey | null>(null);
  readonly #app: App;
  readonly #commands: Commands;

  constructor(app: App, commands: Commands) {
    this.#app = app;
    this.#commands = commands;
  }

  get #overrides(): KeyOverrides {
    return this.#app.settings.current.keys;
  }

  get conflicts(): readonly KeyConflict[] {
    return this.#commands.keymap.conflicts();
  }

  get changed(): readonly CommandId[] {
    return overridden(this.#overrides);
  }

  canAdd(id: CommandId): boolean {
    return this.#commands.keymap.keys(id).length < MOST_KEYS;
  }

  record(id: CommandId): void {
    this.taken = null;
    this.recording = id;
  }

  stop(): void {
    this.recording = null;
  }

  /** Hears a key while a command waits for one; Escape and Tab alone are the way out. */
  hear(event: KeyboardEvent): void {
    const id = this.recording;
    if (id === null) return;
    const stroke = strokeOf(event, this.#commands.mac);
    if (stroke === 'Tab' || stroke === 'Shift+Tab') {
      this.stop();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (stroke === null) return;
    this.stop();
    if (stroke === 'Escape') return;
    const rivals = this.#commands.keymap.rivals(id, stroke);
    if (rivals.length > 0) this.taken = { id, stroke, rivals };
    else this.#keep(giveKey(this.#overrides, id, stroke));
  }

  /** Gives a key to one command and takes it from all others that have it in the same place. */
  give(id: CommandId, stroke: Stroke): void {
    this.taken = null;
    this.#keep(giveKey(this.#overrides, id, stroke));
  }

  leave(): void {
    this.taken = null;
  }

  remove(id: CommandId, stroke: Stroke): void {
    const left = this.#commands.keymap.keys(id).filter((key) => key !== stroke);
    this.#keep(withKeys(this.#overrides, id, left));
  }

  /** Gives a command the keys back that it has in the table. */
  reset(id: CommandId): void {
    const initial = commands.find((command) => command.id === id)?.keys ?? [];
    this.#keep(withKeys(this.#overrides, id, initial));
  }

  /** Gives all commands their first keys back, with a notice that offers to undo it. */
  async resetAll(): Promise<void> {
    this.taken = null;
    await this.#app.settings.set({ keys: {} });
    await this.#app.changes.tellLast();
  }

  #keep(keys: KeyOverrides): void {
    void this.#app.settings.set({ keys });
  }
}
