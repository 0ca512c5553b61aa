/** Papers that can be searched: library, catalogue, index and results, in memory. */
import type { DigestPaper } from '../../../src/core/digest/digest.ts';
import { Library } from '../../../src/core/library/library.ts';
import { Catalogue } from '../../../src/core/query/catalogue.ts';
import type { QueryList } from '../../../src/core/query/evaluate.ts';
import { Results } from '../../../src/core/query/results.ts';
import { SearchIndex } from '../../../src/core/search/search-index.ts';
import { emptyState, type MutableState } from '../../../src/core/state/reader-state.ts';
import type { PaperId, Query, ResultInfo } from '../../../src/shared/model.ts';
import { ALL } from '../support/engine.ts';

export interface Printed extends Partial<Omit<DigestPaper, 'body'>> {
  readonly id: PaperId;
  readonly text?: string;
  readonly folder?: string;
}

const NO_LINKS = { page: null, abstract: null, pdf: null, project: null, code: null };
export const TODAY = '2024-03-05';

export class Searching {
  readonly state: MutableState = emptyState();
  readonly index = new SearchIndex();
  readonly catalogue: Catalogue;
  readonly results: Results;
  /** When papers were first seen. */
  readonly added = new Map<PaperId, number>();
  lists: readonly QueryList[] = [];
  folders = [
    { id: 'f', name: 'Daily Papers' },
    { id: 'g', name: '주간 논문' },
  ];
  readonly #library = new Library();

  constructor(...papers: readonly Printed[]) {
    this.catalogue = new Catalogue(this.#library, this.state);
    this.results = new Results({
      catalogue: this.catalogue,
      index: this.index,
      lists: () => this.lists,
      folders: () => this.folders,
      today: () => TODAY,
      added: { of: (id) => this.added.get(id) ?? null, version: 0 },
    });
    for (const paper of papers) this.set(paper);
  }

  /** Prints a paper in a file of its own, or prints it anew. */
  set({ id, text = '', folder = 'f', ...parts }: Printed): void {
    const paper: DigestPaper = {
      id,
      title: '',
      arxivId: null,
      links: NO_LINKS,
      authors: [],
      votes: null,
      media: [],
      date: null,
      body: { start: 0, end: text.length },
      line: 1,
      ...parts,
    };
    const times = { mtimeMs: 1, ctimeMs: 1, size: 1, format: 'daily', problems: [] };
    this.#changed(
      this.#library.setFiles(folder, [{ path: `${id}.md`, papers: [paper], ...times }]),
    );
    const number = this.catalogue.numberOf(id);
    const merged = number === undefined ? undefined : this.catalogue.paper(number);
    if (number !== undefined && merged !== undefined) this.index.set(number, { ...merged, text });
  }

  remove(id: PaperId, folder = 'f'): void {
    this.#changed(this.#library.removeFiles(folder, [`${id}.md`]));
  }

  mark(mark: 'read' | 'starred', ...ids: readonly PaperId[]): void {
    for (const id of ids) this.state[mark].set(id, 1);
    this.catalogue.marksChanged(ids);
  }

  note(...ids: readonly PaperId[]): void {
    for (const id of ids) this.write(id, 'x');
  }

  /** Writes the reader's note of a paper; '' deletes it. */
  write(id: PaperId, text: string): void {
    if (text === '') this.state.notes.delete(id);
    else this.state.notes.set(id, { text, updated: 1 });
    this.catalogue.marksChanged([id]);
  }

  open(query: Partial<Query>, keep: string | null = null): ResultInfo {
    return this.results.open({ query: { ...ALL, ...query }, keep, locate: null });
  }

  readonly everything = ALL;

  /** The ids that a query finds, in order. */
  ids(query: Partial<Query>): readonly PaperId[] {
    return this.results.papers(this.open(query).result);
  }

  /** `composing`: where what an input method still composes ends. */
  search(search: string, composing?: number): readonly PaperId[] {
    const query = { ...ALL, search };
    const { result } = this.results.open({ query, composing, keep: null, locate: null });
    return this.results.papers(result);
  }

  #changed(ids: readonly PaperId[]): void {
    for (const number of this.catalogue.papersChanged(ids)) this.index.remove(number);
  }
}
