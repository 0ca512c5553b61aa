/** What the statistics page shows, from the library and the instants at which papers were marked read. */
import type { Instant, PaperId, Statistics, Tally } from '../../shared/model.ts';
import type { Library, LibraryPaper } from '../library/library.ts';
import { Part, type GivesWay, type Pause } from '../slices.ts';
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
/** Where the parts of the work end, as it takes the first time: what the library alone tells, the marks, the texts of words. */
const ENDS = { library: 0.35, marks: 0.55, texts: 0.7 } as const;
/** So many steps the counting of words takes for each text, roughly. */
const STEPS_OF_TEXT = 10;

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

  /** zone: whose days the marks are counted on. pause: is told how far it is, and may end it by rejecting. */
  async statistics(zone: string, pause: Pause): Promise<Statistics> {
    const days = new LocalDays(zone);
    const today = days.dayOf(this.#options.now());
    const key = `${this.#options.library.version} ${this.#changes} ${today} ${zone}`;
    if (this.#made?.key === key) return this.#made.statistics;
    const statistics = await this.#make(days, today, pause);
    this.#made = { key, statistics };
    return statistics;
  }

  async #make(days: LocalDays, today: string, pause: Pause): Promise<Statistics> {
    const { library, state } = this.#options;
    const parts = await this.#libraryParts(new Part(pause, [0, ENDS.library], library.papers.size));
    const slices = new Part(pause, [ENDS.library, ENDS.marks], 2 * state.read.size);
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
      await slices.pause();
    }
    const readLast = await newest(state.read, library, slices);
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
      words: await this.#topWords(readLast, parts.came, pause),
    };
  }

  async #libraryParts(slices: GivesWay): Promise<LibraryParts> {
    const { library } = this.#options;
    if (this.#parts?.version !== library.version) {
      const most = { authors: TOP_AUTHORS, came: WORD_PAPERS };
      this.#parts = await libraryParts(library, most, slices);
    }
    return this.#parts;
  }

  async #topWords(
    readLast: readonly LibraryPaper[],
    cameLast: readonly LibraryPaper[],
    pause: Pause,
  ): Promise<Statistics['words']> {
    const { state } = this.#options;
    const slices = new Part(pause, [ENDS.marks, ENDS.texts], readLast.length + cameLast.length);
    const before = this.#texts;
    this.#texts = new Map();
    const read = await this.#wordsOf(readLast, this.#read, before, slices);
    const came = await this.#wordsOf(cameLast, this.#came, before, slices);
    this.#read = read;
    this.#came = came;
    const counting = new Part(pause, [ENDS.texts, 1], STEPS_OF_TEXT * this.#texts.size);
    const top = ({ papers, tally }: Words): Promise<readonly Tally[]> =>
      tally.top(TOP_WORDS, (text) => state.read.has(papers[text]?.id ?? ''), counting);
    return { read: await top(read), came: await top(came) };
  }

  /** Of the same papers as before, the words are the same. */
  async #wordsOf(
    papers: readonly LibraryPaper[],
    known: Words | null,
    before: ReadonlyMap<LibraryPaper, ReadonlySet<string>>,
    slices: GivesWay,
  ): Promise<Words> {
    const texts: ReadonlySet<string>[] = [];
    for (const paper of papers) {
      const words =
        this.#texts.get(paper) ??
        before.get(paper) ??
        wordsOf(`${paper.title}\n${await this.#options.textOf(paper)}`);
      this.#texts.set(paper, words);
      texts.push(words);
      await slices.pause();
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
  slices: GivesWay,
): Promise<readonly LibraryPaper[]> {
  const marked: (readonly [Instant, LibraryPaper])[] = [];
  const sort = (): unknown => marked.sort(([a], [b]) => b - a).splice(WORD_PAPERS);
  for (const [id, instant] of read) {
    const paper = library.papers.get(id);
    if (paper !== undefined) marked.push([instant, paper]);
    if (marked.length >= SORTED) sort();
    await slices.pause();
  }
  sort();
  return marked.map(([, paper]) => paper);
}
