import type { Client } from '../../shared/contract.ts';
import type { Outline } from '../../shared/model.ts';
import { Coalesced } from './coalesced.ts';
import type { Toasts } from './toasts.svelte.ts';

/** What the sidebar shows: counts, folders by date, lists. Null until it was read once. */
export class OutlineState {
  current = $state.raw<Outline | null>(null);
  readonly #reload: Coalesced;

  /** onRead: called when it was read anew. */
  constructor(client: Client, toasts: Toasts, onRead: (outline: Outline) => void) {
    this.#reload = new Coalesced(async () => {
      try {
        this.current = await client.call('library.outline', {});
        onRead(this.current);
      } catch (error) {
        toasts.fail(error);
      }
    });
  }

  refresh(): Promise<void> {
    return this.#reload.ask();
  }
}
