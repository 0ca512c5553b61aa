/** What the statistics page shows, from the library and the instants at which papers were marked read. */
import type { Instant, PaperId, Statistics, Tally, VotesBand } from '../../shared/model.ts';
import type { Library, LibraryPaper } from '../library/library.ts';
import { Slicer } from '../slices.ts';
import type { ReaderState } from '../state/reader-state.ts';
import { LocalDays } from './local-days.ts';
import { ReadingDays } from './reading-days.ts';
import { Tallies } from './tallies.ts';
import { WordTally } from './word-tally.ts';

/** Of so many papers the words are counted: those read last, and those that came last. */
const WORD_PAPERS = 1_000;
const TOP_WORDS = 25;
const TOP_AUTHORS = 15;
/** Least votes of each band; before them stand the papers of which none are told. */
const BANDS = [0, 1, 5, 10, 20, 50, 100];

export interface StatisticsOptions {
  readonly library: Library;
  readonly state: ReaderState;
  readonly now: () => Instant;
  /** The newest summary of a paper; '' when there is none. */
  readonly textOf: (paper: LibraryPaper) => Promise<string>;
}

interface Made {
  readonly key: string;
  readonly statistics: Statistics;
}

/** Computes the statistics in slices and keeps them until library, marks or day change. */
export class StatisticsRoom {
  readonly #options: StatisticsOptions;
  /** Grows with every change of reader state. */
  #changes = 0;
  #made: Made | null = null;
  #making: { readonly key: string; readonly result: Promise<Statistics> } | null = null;
  #words: { readonly key: string; readonly words: Statistics['words'] } | null = null;

  constructor(options: StatisticsOptions) {
    this.#options = options;
  }

  /** Reader state has changed. */
  changed(): void {
    this.#changes += 1;
  }

  /** zone: whose days the marks are counted on. */
  async statistics(zone: string): Promise<Statistics> {
    const days = new LocalDays(zone);
    const today = days.dayOf(this.#options.now());
    const key = `${this.#options.library.version} ${this.#changes} ${today} ${zone}`;
    if (this.#made?.key === key) return this.#made.statistics;
    if (this.#making?.key === key) return this.#making.result;
    const making = { key, result: this.#make(days, today) };
    this.#making = making;
    try {
      const statistics = await making.result;
      this.#made = { key, statistics };
      return statistics;
    } finally {
      if (this.#making === making) this.#making = null;
    }
  }

  async #make(days: LocalDays, today: string): Promise<Statistics> {
    const { library, state } = this.#options;
    const slicer = new Slicer();
    const reading = new ReadingDays(today);
    const bands = new Bands();
    const authors = new Tallies();
    let total = 0;
    let read = 0;
    for (const paper of library.papers.values()) {
      const instant = state.read.get(paper.id);
      total += 1;
      if (instant !== undefined) read += 1;
      reading.add({
        arrived: firstDay(paper),
        read: instant === undefined ? null : days.dayOf(instant),
      });
      bands.add(paper.votes, instant !== undefined);
      for (const name of new Set(paper.authors)) {
        // Digests cut long lists with `+` or `…`.
        if (/\p{L}/u.test(name)) authors.add(name, instant !== undefined);
      }
      await slicer.pause();
    }
    return {
      today,
      total,
      read,
      days: reading.days(),
      streak: reading.streak(),
      votes: bands.bands,
      authors: await authors.top(TOP_AUTHORS, slicer),
      words: await this.#topWords(slicer),
    };
  }

  /** Kept as long as the same papers are counted: their texts are read from the disk. */
  async #topWords(slicer: Slicer): Promise<Statistics['words']> {
    const { library, state } = this.#options;
    const read = await newest(state.read, library, slicer);
    const came: LibraryPaper[] = [];
    for (const paper of library.papers.values()) {
      if (paper.date !== null) came.push(paper);
      await slicer.pause();
    }
    came.sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1)).splice(WORD_PAPERS);
    const ids = read.map(({ id }) => id);
    const key = [library.version, state.read.size, ...ids].join(' ');
    if (this.#words?.key === key) return this.#words.words;
    const words = {
      read: await this.#wordsOf(read, slicer),
      came: await this.#wordsOf(came, slicer),
    };
    this.#words = { key, words };
    return words;
  }

  async #wordsOf(papers: readonly LibraryPaper[], slicer: Slicer): Promise<readonly Tally[]> {
    const { state, textOf } = this.#options;
    const all = new WordTally();
    for (const paper of papers) {
      all.add(`${paper.title}\n${await textOf(paper)}`, state.read.has(paper.id));
      await slicer.pause();
    }
    return all.top(TOP_WORDS, slicer);
  }
}

/** The papers marked last, newest mark first. */
async function newest(
  read: ReadonlyMap<PaperId, Instant>,
  library: Library,
  slicer: Slicer,
): Promise<readonly LibraryPaper[]> {
  const marked: (readonly [Instant, LibraryPaper])[] = [];
  for (const [id, instant] of read) {
    const paper = library.papers.get(id);
    if (paper !== undefined) marked.push([instant, paper]);
    await slicer.pause();
  }
  return marked
    .sort(([a], [b]) => b - a)
    .slice(0, WORD_PAPERS)
    .map(([, paper]) => paper);
}

/** The day that printed it first; null when no digest tells a day. */
function firstDay({ appearances }: LibraryPaper): string | null {
  let first: string | null = null;
  for (const { paper } of appearances) {
    if (paper.date !== null && (first === null || paper.date < first)) first = paper.date;
  }
  return first;
}

class Bands {
  readonly #counts = [null, ...BANDS].map((from, at) => ({
    from,
    to: from === null ? null : (BANDS[at] ?? Infinity) - 1,
    total: 0,
    read: 0,
  }));

  add(votes: number | null, read: boolean): void {
    const at = votes === null ? 0 : this.#counts.findLastIndex(({ from }) => (from ?? 0) <= votes);
    const band = this.#counts[Math.max(at, 0)];
    if (band === undefined) return;
    band.total += 1;
    if (read) band.read += 1;
  }

  get bands(): readonly VotesBand[] {
    return this.#counts.map((band) => ({ ...band, to: band.to === Infinity ? null : band.to }));
  }
}
