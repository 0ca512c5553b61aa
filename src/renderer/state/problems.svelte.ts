import type { Client } from '../../shared/contract.ts';
import type { Problem } from '../../shared/model.ts';
import { Coalesced } from './coalesced.ts';
import type { Toasts } from './toasts.svelte.ts';

/** What Lectern could not read as it should. Read when the panel opens, and again while it is open. */
export class ProblemsState {
  items = $state.raw<readonly Problem[]>([]);
  readonly #reload: Coalesced;

  constructor(client: Client, toasts: Toasts) {
    this.#reload = new Coalesced(async () => {
      try {
        this.items = await client.call('library.problems', {});
      } catch (error) {
        toasts.fail(error);
      }
    });
  }

  refresh(): Promise<void> {
    return this.#reload.ask();
  }
}
