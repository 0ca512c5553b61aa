import { tick } from 'svelte';
import type { Client } from '../../shared/contract.ts';
import type {
  DayCount,
  DayOverview,
  IsoDate,
  ListId,
  ListOverview,
  PaperRow,
} from '../../shared/model.ts';
import { Loaded } from './loaded.svelte.ts';
import type { Panes } from './panes.ts';

/** What fills the window right of the sidebar in place of the papers. */
export type Page =
  /** A day as a front page; null: the newest. */
  | { readonly kind: 'day'; readonly date: IsoDate | null }
  /** What a reading list is for, and how far the reader is. */
  | { readonly kind: 'list'; readonly list: ListId }
  /** `date`: the day to begin at; null: the newest. */
  | { readonly kind: 'calendar'; readonly date: IsoDate | null };

/** Which page covers the papers, if one does, and what it shows. The panes below stay as they are. */
export class PagesState {
  open = $state.raw<Page | null>(null);
  /** The paper on the page that the commands of a paper mean. */
  paper = $state.raw<PaperRow | null>(null);
  readonly days: Loaded<readonly DayCount[]>;
  readonly day: Loaded<DayOverview | null>;
  readonly list: Loaded<ListOverview | null>;
  readonly #panes: Panes;

  constructor(client: Client, panes: Panes) {
    this.#panes = panes;
    this.days = new Loaded(() => client.call('library.days', {}));
    this.list = new Loaded(async () => {
      const { open } = this;
      return open?.kind === 'list' ? client.call('list.overview', { list: open.list }) : null;
    });
    this.day = new Loaded(() => {
      const date = this.open?.kind === 'day' ? this.open.date : null;
      return client.call('library.day', { date });
    });
  }

  /** Shows a page and gives it the focus, in place of another one too. */
  async show(page: Page): Promise<void> {
    this.paper = null;
    this.open = page;
    await this.refresh();
    await tick();
    if (this.open === page) this.#panes.page?.focus();
  }

  /** Uncovers the papers; the focus goes to the list unless it was elsewhere. */
  async close(): Promise<void> {
    if (this.open === null) return;
    const hadFocus = this.#panes.page?.hasFocus() ?? false;
    this.open = null;
    this.paper = null;
    await tick();
    if (hadFocus) this.#panes.list?.focus();
  }

  /** Reads again what the page on screen shows. */
  async refresh(): Promise<void> {
    switch (this.open?.kind) {
      case undefined:
        break;
      case 'day':
        await this.day.refresh();
        break;
      case 'list':
        await this.list.refresh();
        break;
      case 'calendar':
        await this.days.refresh();
        break;
    }
  }
}
