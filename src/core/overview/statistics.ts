/** What the statistics page shows, from the library and the instants at which papers were marked read. */
import type { Instant, PaperId, Statistics, Tally } from '../../shared/model.ts';
import type { Library, LibraryPaper } from '../library/library.ts';
import { Slicer } from '../slices.ts';
import type { ReaderState } from '../state/reader-state.ts';
import {
  BANDS,
  bandOf,
  firstDay,
  libraryParts,
  namesOf,
  type LibraryParts,
} from './library-parts.ts';
import { LocalDays } from './local-days.ts';
import { ReadingDays } from './reading-days.ts';
import { byCount } from './tallies.ts';
import { wordsOf, WordTally } from './word-tally.ts';

/** Of so many papers the words are counted: those read last, and those that came last. */
const WORD_PAPERS = 1_000;
const TOP_WORDS = 25;
const TOP_AUTHORS = 15;
/** So many papers are sorted at a time: all of a large library would be one long slice. */
const SORTED = 10_000;

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

/** The words of some papers, and which papers they were. */
interface Words {
  readonly papers: readonly LibraryPaper[];
  readonly tally: WordTally;
}

/** Computes the statistics in slices and keeps them until library, marks or day change. */
export class StatisticsRoom {
  readonly #options: StatisticsOptions;
  /** Grows with every change of reader state. */
  #changes = 0;
  #made: Made | null = null;
  #making: { readonly key: string; readonly result: Promise<Statistics> } | null = null;
  #parts: LibraryParts | null = null;
  /** The words of the papers that were counted last; their texts are read from the disk. */
  #texts = new Map<LibraryPaper, ReadonlySet<string>>();
  #read: Words | null = null;
  #came: Words | null = null;

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
    const parts = await this.#libraryParts();
    const slicer = new Slicer();
    const reading = new ReadingDays(today);
    for (const [day, papers] of parts.arrived) reading.arrive(day, papers);
    const readOfBand = parts.bands.map(() => 0);
    const readOfAuthor = new Map<string, number>();
    let read = 0;
    for (const [id, instant] of state.read) {
      const paper = library.papers.get(id);
      if (paper === undefined) continue;
      read += 1;
      reading.read({ arrived: firstDay(paper), read: days.dayOf(instant) });
      const band = bandOf(paper.votes);
      readOfBand[band] = (readOfBand[band] ?? 0) + 1;
      for (const name of namesOf(paper)) {
        if (parts.authors.has(name)) readOfAuthor.set(name, (readOfAuthor.get(name) ?? 0) + 1);
      }
      await slicer.pause();
    }
    return {
      today,
      total: parts.total,
      read,
      days: reading.days(),
      streak: reading.streak(),
      votes: [null, ...BANDS].map((from, at) => ({
        from,
        to: from === null || BANDS[at] === undefined ? null : BANDS[at] - 1,
        total: parts.bands[at] ?? 0,
        read: readOfBand[at] ?? 0,
      })),
      authors: [...parts.authors]
        .map(([name, total]): Tally => ({ name, total, read: readOfAuthor.get(name) ?? 0 }))
        .sort(byCount)
        .slice(0, TOP_AUTHORS),
      words: await this.#topWords(parts, slicer),
    };
  }

  async #libraryParts(): Promise<LibraryParts> {
    const { library } = this.#options;
    if (this.#parts?.version !== library.version) {
      this.#parts = await libraryParts(library, { authors: TOP_AUTHORS, came: WORD_PAPERS });
    }
    return this.#parts;
  }

  async #topWords(parts: LibraryParts, slicer: Slicer): Promise<Statistics['words']> {
    const { library, state } = this.#options;
    const readLast = await newest(state.read, library, slicer);
    const before = this.#texts;
    this.#texts = new Map();
    const read = await this.#wordsOf(readLast, this.#read, before, slicer);
    const came = await this.#wordsOf(parts.came, this.#came, before, slicer);
    this.#read = read;
    this.#came = came;
    const top = ({ papers, tally }: Words): Promise<readonly Tally[]> =>
      tally.top(TOP_WORDS, (text) => state.read.has(papers[text]?.id ?? ''), slicer);
    return { read: await top(read), came: await top(came) };
  }

  /** Of the same papers as before, the words are the same. */
  async #wordsOf(
    papers: readonly LibraryPaper[],
    known: Words | null,
    before: ReadonlyMap<LibraryPaper, ReadonlySet<string>>,
    slicer: Slicer,
  ): Promise<Words> {
    const texts: ReadonlySet<string>[] = [];
    for (const paper of papers) {
      const words =
        this.#texts.get(paper) ??
        before.get(paper) ??
        wordsOf(`${paper.title}\n${await this.#options.textOf(paper)}`);
      this.#texts.set(paper, words);
      texts.push(words);
      await slicer.pause();
    }
    const isSame =
      known?.papers.length === papers.length &&
      known.papers.every((paper, at) => paper === papers[at]);
    return isSame ? known : { papers, tally: new WordTally(texts) };
  }
}

/** The papers marked last, newest mark first. */
async function newest(
  read: ReadonlyMap<PaperId, Instant>,
  library: Library,
  slicer: Slicer,
): Promise<readonly LibraryPaper[]> {
  const marked: (readonly [Instant, LibraryPaper])[] = [];
  const sort = (): unknown => marked.sort(([a], [b]) => b - a).splice(WORD_PAPERS);
  for (const [id, instant] of read) {
    const paper = library.papers.get(id);
    if (paper !== undefined) marked.push([instant, paper]);
    if (marked.length >= SORTED) sort();
    await slicer.pause();
  }
  sort();
  return marked.map(([, paper]) => paper);
}
