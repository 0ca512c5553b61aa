import { toErrorInfo } from '../../shared/errors.ts';
import type { Query } from '../../shared/model.ts';
import type { App } from './app.svelte.ts';
import { isPageOrNone, isRecord, keptView } from './kept-view.ts';

/** Puts the window back to how it was at the end of the last start, and keeps its look from now on. */
export class KeptWindow {
  readonly #app: App;
  #restored = false;
  #pageRestored = false;
  readonly #ends: (() => void)[] = [];

  constructor(app: App) {
    this.#app = app;
  }

  /** What the list and the panes show, once. Errors: those of a host that does not answer. */
  async restore(): Promise<void> {
    if (this.#restored) return;
    this.#restored = true;
    const { workspace, layout, sidebar, list } = this.#app;
    await workspace.load();
    layout.restore();
    sidebar.restore();
    const kept = keptView(workspace.read('view', isRecord, {}));
    if (kept !== null && (await this.#isAnswered(kept.query))) {
      const offset = workspace.read('listScroll', (value) => typeof value === 'number', 0);
      list.restore(kept.query, kept.selected, offset);
    }
    this.#follow(() => {
      const { query, selected, ready } = list;
      if (ready) workspace.write('view', { query: { ...query }, selected });
    });
    this.#follow(() => workspace.write('focusMode', layout.focusMode));
  }

  /** The page that covered the papers, once; later it is only read again. */
  async restorePage(): Promise<void> {
    const { workspace, outline, pages } = this.#app;
    if (this.#pageRestored) {
      await pages.refresh();
      return;
    }
    this.#pageRestored = true;
    const { current } = outline;
    const page = workspace.read('page', isPageOrNone, null);
    const isThere =
      page?.kind === 'list'
        ? (current?.lists.some(({ id }) => id === page.list) ?? false)
        : (current?.folders.length ?? 0) > 0;
    if (page !== null && isThere) await pages.show(page);
    this.#follow(() => workspace.write('page', pages.open));
  }

  /** Keeps nothing any more. */
  end(): void {
    for (const end of this.#ends) end();
  }

  #follow(keep: () => void): void {
    const end = $effect.root(() => {
      $effect(keep);
    });
    this.#ends.push(end);
  }

  /** A query of another version of Lectern, or a damaged one, is not asked again. */
  async #isAnswered(query: Query): Promise<boolean> {
    try {
      await this.#app.client.call('query.open', { query, keep: null, locate: null });
      return true;
    } catch (error) {
      if (toErrorInfo(error).code === 'invalid-input') return false;
      throw error;
    }
  }
}
