/** Feeds the search index in the background: titles and authors with the papers' summaries, file by file. */
import type { PaperId } from '../../shared/model.ts';
import type { Library } from '../library/library.ts';
import type { Catalogue } from '../query/catalogue.ts';
import type { SearchIndex } from '../search/search-index.ts';
import { Slicer } from '../slices.ts';
import type { Texts } from './texts.ts';

export interface IndexerOptions {
  readonly library: Library;
  readonly catalogue: Catalogue;
  readonly index: SearchIndex;
  readonly texts: Texts;
  /** Resolves when no scan needs the thread. */
  readonly scanned: () => Promise<void>;
  /** The index has caught up with the library. */
  readonly onCaughtUp: () => void;
}

/** How long a scan has the thread to itself: what is listed first is read first, but search must not wait for ever. */
const SCAN_FIRST_MS = 2_000;

export class Indexer {
  readonly #options: IndexerOptions;
  readonly #queue = new Set<PaperId>();
  #working: Promise<void> | null = null;
  #stopped = false;

  constructor(options: IndexerOptions) {
    this.#options = options;
  }

  /** Papers that came, changed or went. */
  add(papers: readonly PaperId[]): void {
    const { library } = this.#options;
    for (const id of papers) {
      if (library.papers.has(id)) this.#queue.add(id);
    }
    if (this.#queue.size > 0 && !this.#stopped) this.#working ??= this.#work();
  }

  /** Waits until the index has caught up, but no longer than `ms`: a search then finds what is there so far. */
  async caughtUp(ms: number): Promise<void> {
    if (this.#working !== null) await atMost(this.#working, ms);
  }

  get busy(): boolean {
    return this.#working !== null;
  }

  /** Resolves when the index has caught up. */
  async idle(): Promise<void> {
    while (this.#working !== null) await this.#working;
  }

  stop(): void {
    this.#stopped = true;
    this.#queue.clear();
  }

  async #work(): Promise<void> {
    const { library, catalogue, index, texts, scanned, onCaughtUp } = this.#options;
    await atMost(scanned(), SCAN_FIRST_MS);
    const slicer = new Slicer();
    for (const id of this.#queue) {
      this.#queue.delete(id);
      const paper = library.papers.get(id);
      if (paper === undefined) continue;
      const text = await texts.all(paper);
      // Changed while its text was read, it stands in the queue again; gone, it has left the index.
      if (library.papers.get(id) !== paper) continue;
      const number = catalogue.numberOf(id);
      if (number !== undefined) index.set(number, { ...paper, text });
      await slicer.pause();
    }
    this.#working = null;
    if (!this.#stopped) onCaughtUp();
  }
}

/** Waits for something, but no longer than `ms`. */
async function atMost(work: Promise<void>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, enough]);
  clearTimeout(timer);
}
