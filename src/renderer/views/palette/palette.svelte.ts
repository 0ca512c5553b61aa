import type { PaperRow } from '../../../shared/model.ts';
import type { Commands } from '../../commands/commands.ts';
import type { App } from '../../state/app.svelte.ts';
import { Coalesced } from '../../state/coalesced.ts';
import { Recent } from '../../state/recent.ts';
import {
  commandItems,
  findItems,
  paperItem,
  viewItems,
  type PaletteItem,
} from './palette-items.ts';

const PAPERS = 8;

/** What the palette finds for what is typed: commands and views at once, papers as soon as the engine answers. */
export class Palette {
  typed = $state('');
  readonly #app: App;
  readonly #commands: Commands;
  readonly #recent: Recent;
  readonly #used: readonly string[];
  #papers = $state.raw<{ readonly of: string; readonly rows: readonly PaperRow[] } | null>(null);
  readonly #search = new Coalesced(() => this.#findPapers());

  readonly #items = $derived.by(() => {
    const { current: outline } = this.#app.outline;
    const commands = commandItems((id) => this.#commands.title(id));
    return outline === null ? commands : [...commands, ...viewItems(outline)];
  });

  readonly found = $derived.by(() => {
    const papers = this.typed.trim() === '' ? [] : (this.#papers?.rows ?? []);
    return [
      ...findItems(this.typed, this.#items, this.#used),
      ...papers.map((row) => ({ item: paperItem(row), score: 0, at: [] })),
    ];
  });

  constructor(app: App, commands: Commands) {
    this.#recent = new Recent(app.workspace, 'commands');
    this.#used = this.#recent.names;
    this.#app = app;
    this.#commands = commands;
  }

  /** Asks for papers that fit what is typed now. */
  search(): void {
    void this.#search.ask();
  }

  /** Does what an item stands for. */
  async choose(item: PaletteItem): Promise<void> {
    const { list, layout, pages } = this.#app;
    switch (item.target.kind) {
      case 'command':
        this.#recent.use(item.key);
        await this.#commands.run(item.target.id);
        return;
      case 'view':
        this.#recent.use(item.key);
        await list.open(item.target.view);
        return;
      case 'paper': {
        const { paper } = item.target;
        // Found, it counts as read: it has to be in sight.
        layout.reveal('reader');
        await pages.close();
        if (await list.find(paper, 'moved')) return;
        await list.open({ kind: 'all' }, { search: '', locate: paper });
        await list.find(paper, 'moved');
      }
    }
  }

  async #findPapers(): Promise<void> {
    const search = this.typed.trim();
    if (search === '' || this.#papers?.of === search) return;
    const { client, toasts } = this.#app;
    const query = {
      view: { kind: 'all' },
      search,
      sort: 'auto',
      descending: true,
      group: 'none',
      unreadOnly: false,
    } as const;
    try {
      const opened = { query, keep: null, locate: null, page: PAPERS };
      const { rows } = await client.call('query.open', opened);
      this.#papers = { of: search, rows };
    } catch (error) {
      toasts.fail(error);
    }
  }
}
