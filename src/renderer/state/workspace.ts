import type { Client, Workspace as Kept } from '../../shared/contract.ts';
import { Debounce } from '../../shared/debounce.ts';
import type { Toasts } from './toasts.svelte.ts';

/** After the last key rather than between two of them, where it would take time from what the reader waits for. */
const REST_MS = { quiet: 300, most: 2_000 };

/**
 * What the window keeps of its own look between two starts, in the data folder: the address of the browser host, and with
 * it the browser's own store, is another one at each start. To lose it is harmless.
 */
export class Workspace {
  readonly #client: Client;
  readonly #toasts: Toasts;
  #kept: Kept = {};
  readonly #rest = new Debounce(() => void this.flush(), REST_MS);
  #unsaved = false;
  #told = false;

  constructor(client: Client, toasts: Toasts) {
    this.#client = client;
    this.#toasts = toasts;
  }

  /** Reads what was kept; nothing, when that cannot be read, which is told. */
  async load(): Promise<void> {
    try {
      this.#kept = await this.#client.call('workspace.read', {});
    } catch (error) {
      this.#toasts.fail(error);
    }
  }

  /** A kept value, or the fallback when there is none that is accepted. */
  read<T>(name: string, accepts: (value: unknown) => value is T, fallback: T): T {
    const value: unknown = this.#kept[name];
    return accepts(value) ? value : fallback;
  }

  /** Keeps a value, with others a little later. */
  write(name: string, value: Kept[string]): void {
    if (JSON.stringify(this.#kept[name]) === JSON.stringify(value)) return;
    this.#kept = { ...this.#kept, [name]: value };
    this.#unsaved = true;
    this.#rest.ask();
  }

  /** Keeps now what waits, as when the window goes. */
  async flush(): Promise<void> {
    this.#rest.stop();
    if (!this.#unsaved) return;
    this.#unsaved = false;
    try {
      await this.#client.call('workspace.write', { value: this.#kept });
    } catch (error) {
      // Once: whoever moves a line between panes is not told with every step.
      if (!this.#told) this.#toasts.fail(error);
      this.#told = true;
    }
  }
}
