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

const NONE: ReadonlySet<PaperId> = new Set();

/**
 * Several papers of the list, chosen together: what is done then is done to all of them. Empty while only the one row is
 * selected that the reading pane shows. It lives as long as the list that is shown: another view or search ends it.
 */
export class Selection {
  papers = $state.raw<ReadonlySet<PaperId>>(NONE);
  readonly #options: Options;
  /** Where a range begins; with another row at its place than then, it begins at the active row. */
  #anchor: { readonly index: number; readonly paper: PaperId | null } | null = null;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Whether papers are chosen by hand, beyond the active row. */
  get several(): boolean {
    return this.papers.size > 0;
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
    this.#anchor = { index, paper: selected };
  }

  /** Chooses all rows from where the selection began to an index, which becomes the active one. */
  async extendTo(index: number): Promise<void> {
    const { list, client } = this.#options;
    if (list.total === 0) return;
    const to = Math.max(0, Math.min(index, list.total - 1));
    const from = this.#begin();
    await list.select(to, 'selecting');
    this.#anchor = { index: from, paper: list.row(from)?.id ?? null };
    const papers = await list.ask((result) => client.call('query.range', { result, from, to }));
    if (papers !== null && list.index === to) this.#set(new Set(papers));
  }

  /** Moves the selection's far end by a step. */
  extend(step: number): Promise<void> {
    return this.extendTo((this.#options.list.index ?? 0) + step);
  }

  async all(): Promise<void> {
    this.#set(new Set(await this.#options.list.ids('all')));
  }

  clear(): void {
    this.#anchor = null;
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

  #begin(): number {
    const { list } = this.#options;
    const anchor = this.#anchor;
    const stands = anchor !== null && (list.row(anchor.index)?.id ?? null) === anchor.paper;
    return stands ? anchor.index : (list.index ?? 0);
  }

  #set(papers: ReadonlySet<PaperId>): void {
    const { list, toasts } = this.#options;
    const onlyActive = papers.size === 1 && list.selected !== null && papers.has(list.selected);
    this.papers = papers.size === 0 || onlyActive ? NONE : papers;
    toasts.announce(t('selection.count', { count: Math.max(1, this.papers.size) }));
  }
}
