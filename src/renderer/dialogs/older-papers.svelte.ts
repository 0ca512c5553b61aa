import type { PaperId } from '../../shared/model.ts';
import type { App } from '../state/app.svelte.ts';
import { Coalesced } from '../state/coalesced.ts';

const isDays = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_DAYS;
const MAX_DAYS = 36_500;

/** The calendar day, in the reader's own time zone, that lies a number of days before an instant. */
export function dayBefore(now: Date, days: number): string {
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() - days);
  const part = (value: number, length: number): string => String(value).padStart(length, '0');
  return `${part(day.getFullYear(), 4)}-${part(day.getMonth() + 1, 2)}-${part(day.getDate(), 2)}`;
}

/** Unread papers of the present list that are older than a number of days: how many, and marking them. */
export class OlderPapers {
  typed = $state('7');
  /** What is unread from before the day that is meant; null while it is counted. */
  found = $state.raw<{ readonly before: string; readonly papers: readonly PaperId[] } | null>(null);
  readonly #app: App;
  readonly #count = new Coalesced(() => this.#find());

  readonly days = $derived.by(() => {
    const days = /^\s*\d+\s*$/.test(this.typed) ? Number(this.typed) : Number.NaN;
    return isDays(days) ? days : null;
  });
  /** The day before which papers are meant; null while no number is typed. */
  readonly before = $derived(this.days === null ? null : dayBefore(new Date(), this.days));

  constructor(app: App) {
    this.#app = app;
    this.typed = String(app.workspace.read('olderDays', isDays, 7));
  }

  count(): void {
    void this.#count.ask();
  }

  /** Marks them read, in one step. */
  async mark(): Promise<void> {
    const { found, days } = this;
    if (found === null || days === null || found.before !== this.before) return;
    this.#app.workspace.write('olderDays', days);
    if (found.papers.length > 0) await this.#app.papers.setRead(found.papers, true);
  }

  async #find(): Promise<void> {
    const { before } = this;
    if (before === null || this.found?.before === before) return;
    const { list, client } = this.#app;
    const papers = await list.ask((result) => client.call('query.older', { result, before }));
    if (papers !== null) this.found = { before, papers };
  }
}
