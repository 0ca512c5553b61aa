import { tick } from 'svelte';
import type { Client } from '../../shared/contract.ts';
import type {
  DayCount,
  DayOverview,
  IsoDate,
  ListId,
  ListOverview,
  PaperRow,
  Statistics,
  View,
} from '../../shared/model.ts';
import { Loaded } from './loaded.svelte.ts';
import type { Panes } from './panes.ts';
import { LongWork, type Works } from './work.svelte.ts';

/** What fills the window right of the sidebar in place of the papers. */
export type Page =
  /** A day as a front page; null: the newest. */
  | { readonly kind: 'day'; readonly date: IsoDate | null }
  /** What a reading list is for, and how far the reader is. */
  | { readonly kind: 'list'; readonly list: ListId }
  /** `date`: the day to begin at; null: the newest. */
  | { readonly kind: 'calendar'; readonly date: IsoDate | null }
  | { readonly kind: 'statistics' };

/** How long a page waits for its content before it appears without. */
const PATIENCE_MS = 120;

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Which page covers the papers, if one does, and what it shows. The panes below stay as they are. */
export class PagesState {
  open = $state.raw<Page | null>(null);
  /** The paper on the page that the commands of a paper mean. */
  paper = $state.raw<PaperRow | null>(null);
  readonly days: Loaded<readonly DayCount[]>;
  readonly day: Loaded<DayOverview | null>;
  readonly list: Loaded<ListOverview | null>;
  readonly statistics: Loaded<Statistics>;
  /** The counting of the statistics: of a large library it takes a while. */
  readonly counting: LongWork;
  readonly #panes: Panes;
  /** The page that was asked for last; it is open, or its content is being read. */
  #wanted: Page | null = null;

  constructor(client: Client, panes: Panes, works: Works) {
    this.#panes = panes;
    this.days = new Loaded(() => client.call('library.days', {}));
    this.list = new Loaded(async () => {
      const page = this.#wanted;
      return page?.kind === 'list' ? client.call('list.overview', { list: page.list }) : null;
    });
    this.day = new Loaded(() => {
      const date = this.#wanted?.kind === 'day' ? this.#wanted.date : null;
      return client.call('library.day', { date });
    });
    this.counting = new LongWork(works);
    this.statistics = new Loaded(() => {
      // Asked anew each time: a reader may travel.
      const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
      return this.counting.run((job) => client.call('library.statistics', { timeZone, job }));
    });
  }

  /** Shows a page and gives it the focus, in place of another one too. */
  async show(page: Page): Promise<void> {
    this.#wanted = page;
    // What comes quickly is there when the page appears: nothing jumps into place.
    const content = this.refresh();
    await Promise.race([content, delay(PATIENCE_MS)]);
    if (this.#wanted !== page) return;
    this.paper = null;
    this.open = page;
    await tick();
    if (this.open === page) this.#panes.page?.focus();
    void content.then(tick).then(() => {
      if (this.open === page) this.#panes.page?.focusContent();
    });
  }

  /** Whether a page is there, or to come, that stays when a view is gone: any but the page of that very list. */
  outlasts(view: View): boolean {
    const page = this.#wanted;
    if (page === null) return false;
    return page.kind !== 'list' || view.kind !== 'list' || page.list !== view.list;
  }

  /** Uncovers the papers; the focus goes to the list unless it was elsewhere. */
  async close(): Promise<void> {
    this.#wanted = null;
    if (this.open === null) return;
    const hadFocus = this.#panes.page?.hasFocus() ?? false;
    this.open = null;
    this.paper = null;
    await tick();
    if (hadFocus) this.#panes.list?.focus();
  }

  /** Reads again what the page on screen shows. */
  async refresh(): Promise<void> {
    switch (this.#wanted?.kind) {
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
      case 'statistics':
        await this.statistics.refresh();
        break;
    }
  }
}
