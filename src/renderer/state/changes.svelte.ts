import type { Client, Input } from '../../shared/contract.ts';
import type { ChangeLabel, UndoState } from '../../shared/model.ts';
import { changeText } from '../i18n/change-text.ts';
import { t } from '../i18n/i18n.svelte.ts';
import { InTurn } from './in-turn.ts';
import type { Toasts } from './toasts.svelte.ts';

export type ClientChange = Input<'state.change'>['change'];

/** `toast`: says what was done, with Undo. `announce`: only to screen readers, for what the screen shows by itself. */
export type Telling = 'toast' | 'announce' | 'silent';

interface Options {
  readonly client: Client;
  readonly toasts: Toasts;
  /** A change was refused: what is on screen is to be put back to what is on disk. */
  readonly onRefused: () => void;
}

/** The one way in which the renderer changes reader state, with undo and redo. */
export class Changes {
  undoState = $state.raw<UndoState>({ undo: null, redo: null });
  readonly #options: Options;
  /** Keys may be quicker than the engine: each step finds out what it undoes once the one before is done. */
  readonly #steps = new InTurn();
  /** What the notice on screen offers to undo. */
  #offered: string | null = null;

  constructor(options: Options) {
    this.#options = options;
  }

  async load(): Promise<void> {
    this.heard(await this.#options.client.call('state.undoState', {}));
  }

  /** Takes in what there is to undo now. A notice that offers to undo something else is out of date. */
  heard(undoState: UndoState): void {
    this.undoState = undoState;
    if (this.#offered !== null && JSON.stringify(undoState.undo) !== this.#offered) {
      this.#offered = null;
      this.#options.toasts.retract();
    }
  }

  /** Tells the last change, which went another way than through `apply`. */
  async tellLast(): Promise<void> {
    await this.load();
    if (this.undoState.undo !== null) this.#tell(this.undoState.undo, 'toast');
  }

  /** Makes a change; how much it changed, once on disk. Null when refused: told, and the screen is put back. */
  async apply(change: ClientChange, telling: Telling = 'toast'): Promise<number | null> {
    try {
      const { changed, undo } = await this.#options.client.call('state.change', { change });
      this.heard(undo);
      if (changed > 0 && undo.undo !== null) this.#tell(undo.undo, telling);
      return changed;
    } catch (error) {
      this.#options.toasts.fail(error);
      this.#options.onRefused();
      return null;
    }
  }

  async undo(): Promise<void> {
    await this.#steps.run(() => this.#step('undo'));
  }

  async redo(): Promise<void> {
    await this.#steps.run(() => this.#step('redo'));
  }

  async #step(step: 'undo' | 'redo'): Promise<void> {
    const { client, toasts, onRefused } = this.#options;
    try {
      // Asked anew: another window or page may have changed what there is to undo.
      const label = (await client.call('state.undoState', {}))[step];
      if (label === null) {
        toasts.done(t(step === 'undo' ? 'undo.nothing' : 'redo.nothing'));
        return;
      }
      this.heard(await client.call(`state.${step}`, {}));
      const text = changeText(label);
      toasts.done(
        step === 'undo' ? t('undo.done', { text }) : t('redo.done', { text }),
        step === 'undo' ? { label: t('redo.action'), run: () => void this.redo() } : this.#undo(),
      );
    } catch (error) {
      toasts.fail(error);
      onRefused();
    }
  }

  #tell(label: ChangeLabel, telling: Telling): void {
    const { toasts } = this.#options;
    if (telling === 'toast') {
      toasts.done(changeText(label), this.#undo());
      this.#offered = JSON.stringify(label);
    } else if (telling === 'announce') toasts.announce(changeText(label));
  }

  #undo(): { label: string; run: () => void } {
    return { label: t('undo.action'), run: () => void this.undo() };
  }
}
