import type { Client } from '../../shared/contract.ts';
import type { PaperId } from '../../shared/model.ts';
import { t } from '../i18n/i18n.svelte.ts';
import type { ListState } from './list.svelte.ts';
import type { Toasts } from './toasts.svelte.ts';

interface Options {
  readonly client: Client;
  readonly list: ListState;
  readonly toasts: Toasts;
}

/** Where a range begins and ends, and what was gathered before it. */
interface Range {
  readonly from: number;
  readonly paper: PaperId | null;
  readonly to: number;
  readonly kept: ReadonlySet<PaperId>;
}

const NONE: ReadonlySet<PaperId> = new Set();

/**
 * Several papers of the list, chosen together: what is done then is done to all of them. Empty while only the one row is
 * selected that the reading pane shows. It lives as long as the list that is shown: another view or search ends it.
 */
export class Selection {
  papers = $state.raw<ReadonlySet<PaperId>>(NONE);
  /** Papers are gathered one by one: going on by key keeps them, and there may be but one. */
  gathering = false;
  readonly #options: Options;
  /** The range that is being extended; with another row at its place than then, one begins at the active row. */
  #range: Range | null = null;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Whether papers are chosen by hand, beyond the active row. */
  get several(): boolean {
    return this.papers.size > 0;
  }

  /** Adds the active row, or takes it out, and keeps what is gathered while the reader goes on by key. */
  async gather(): Promise<void> {
    const row = await this.#options.list.arrived();
    if (row === undefined) return;
    const papers = new Set(this.papers);
    if (!papers.delete(row.id)) papers.add(row.id);
    this.gathering = true;
    this.#range = null;
    this.#set(papers);
  }

  /** Adds the row at an index, or takes it out, and makes it the active one. */
  async toggle(index: number): Promise<void> {
    const { list } = this.#options;
    const active = list.selected;
    const before = this.papers;
    await list.select(index, 'selecting');
    const { selected } = list;
    if (selected === null || list.index !== index) return;
    const papers = new Set(before.size > 0 ? before : active === null ? [] : [active]);
    // A first toggle of the active row itself only marks where a selection begins.
    if (before.size === 0 && active === selected) this.#set(papers);
    else {
      if (!papers.delete(selected)) papers.add(selected);
      this.#set(papers);
    }
    this.#range = null;
  }

  /** Chooses all rows from where the selection began to an index, which becomes the active one. */
  async extendTo(index: number): Promise<void> {
    const { list, client } = this.#options;
    if (list.total === 0) return;
    const to = Math.max(0, Math.min(index, list.total - 1));
    const { from, kept } = this.#begin();
    await list.select(to, 'selecting');
    this.#range = { from, paper: list.row(from)?.id ?? null, to, kept };
    const papers = await list.ask((result) => client.call('query.range', { result, from, to }));
    if (papers !== null && list.index === to) this.#set(new Set([...kept, ...papers]));
  }

  /** Moves the selection's far end by a step. */
  extend(step: number): Promise<void> {
    return this.extendTo((this.#options.list.index ?? 0) + step);
  }

  async all(): Promise<void> {
    this.#set(new Set(await this.#options.list.ids('all')));
  }

  clear(): void {
    this.#range = null;
    this.gathering = false;
    if (!this.several) return;
    this.papers = NONE;
    this.#options.toasts.announce('');
  }

  /** Lets go of papers that the list does not show any more. */
  async prune(): Promise<void> {
    if (!this.several) return;
    const { papers } = this;
    const shown = await this.#shown();
    if (this.papers === papers && shown.length < papers.size) this.#set(new Set(shown));
  }

  /**
   * What a command is about: the papers chosen, in the order of the list, else the active one. A key may be quicker than the
   * list: what it then means is the paper that is to come, not the one before.
   */
  async targets(): Promise<readonly PaperId[]> {
    const active = await this.#options.list.arrived();
    if (this.several) return this.#shown();
    return active === undefined ? [] : [active.id];
  }

  async #shown(): Promise<readonly PaperId[]> {
    const { papers } = this;
    return (await this.#options.list.ids('all')).filter((id) => papers.has(id));
  }

  #begin(): Pick<Range, 'from' | 'kept'> {
    const { list } = this.#options;
    const range = this.#range;
    const stands =
      range !== null &&
      (list.row(range.from)?.id ?? null) === range.paper &&
      // Who gathers may have gone elsewhere since.
      (!this.gathering || list.index === range.to);
    return stands ? range : { from: list.index ?? 0, kept: this.gathering ? this.papers : NONE };
  }

  #set(papers: ReadonlySet<PaperId>): void {
    const { list, toasts } = this.#options;
    if (papers.size === 0) this.gathering = false;
    const onlyActive = papers.size === 1 && list.selected !== null && papers.has(list.selected);
    this.papers = onlyActive && !this.gathering ? NONE : papers;
    toasts.announce(t('selection.count', { count: papers.size }));
  }
}
