import type { Client } from '../../shared/contract.ts';
import type { PaperDetail, PaperId, PaperRow, View } from '../../shared/model.ts';
import { FIRST_QUERY } from './arrangement.ts';

const LIMIT = 100;

/** The papers of the digest that printed the shown paper last, in its order; the foot of the reading pane lists them. */
export class DayPapersState {
  /** The day's view; null when no digest tells a day. */
  view = $state.raw<Extract<View, { kind: 'dates' }> | null>(null);
  papers = $state.raw<readonly PaperRow[]>([]);
  readonly #client: Client;
  /** The day is asked for once, while its papers are gone through. */
  #asked = '';
  #shown = Promise.resolve();

  constructor(client: Client) {
    this.#client = client;
  }

  /** Shows the day of a paper; resolves once it is shown. Errors: those of a host that does not answer. */
  show(paper: PaperDetail): Promise<void> {
    const [newest] = paper.appearances;
    if (newest === undefined || newest.date === null) {
      this.#asked = '';
      this.view = null;
      this.papers = [];
      return Promise.resolve();
    }
    const { folder, date } = newest;
    const key = `${folder} ${date}`;
    if (key !== this.#asked) {
      this.#asked = key;
      this.#shown = this.#show(key, { kind: 'dates', folder, dates: date });
    }
    return this.#shown;
  }

  async #show(key: string, view: Extract<View, { kind: 'dates' }>): Promise<void> {
    try {
      const papers = await this.#read(view);
      if (this.#asked !== key) return;
      this.view = view;
      this.papers = papers;
    } catch (error) {
      // The next paper of this day asks again.
      if (this.#asked === key) this.#asked = '';
      throw error;
    }
  }

  /** Reads the day again: its marks or papers have changed. */
  async refresh(): Promise<void> {
    const { view } = this;
    if (view === null) return;
    const papers = await this.#read(view);
    if (this.view === view) this.papers = papers;
  }

  /** Shows a mark before it is confirmed. */
  patch(ids: ReadonlySet<PaperId>, patch: Partial<Pick<PaperRow, 'read' | 'starred'>>): void {
    if (!this.papers.some(({ id }) => ids.has(id))) return;
    this.papers = this.papers.map((row) => (ids.has(row.id) ? { ...row, ...patch } : row));
  }

  async #read(view: View): Promise<readonly PaperRow[]> {
    const query = { ...FIRST_QUERY, view };
    const opened = { query, keep: null, locate: null, page: LIMIT };
    return (await this.#client.call('query.open', opened)).rows;
  }
}
