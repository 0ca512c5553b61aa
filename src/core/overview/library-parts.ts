/** What the statistics take from the library alone, whatever is read of it. */
import type { IsoDate } from '../../shared/model.ts';
import type { Library, LibraryPaper } from '../library/library.ts';
import type { GivesWay } from '../slices.ts';

/** Least votes of each band; before them stand the papers of which none are told. */
export const BANDS = [0, 1, 5, 10, 20, 50, 100];

export interface LibraryParts {
  /** Of the library that they were made from. */
  readonly version: number;
  readonly total: number;
  /** How many papers each day brought; null for those of which no digest tells a day. */
  readonly arrived: ReadonlyMap<IsoDate | null, number>;
  /** How many papers each band of votes holds, the first being those of none. */
  readonly bands: readonly number[];
  /** Those with most papers, and all that have as many as the last of them. */
  readonly authors: ReadonlyMap<string, number>;
  /** The papers that came last, newest day first. */
  readonly came: readonly LibraryPaper[];
}

/** Takes the parts in slices of the thread's time. authors, came: how many of them. */
export async function libraryParts(
  library: Library,
  most: { readonly authors: number; readonly came: number },
  slices: GivesWay,
): Promise<LibraryParts> {
  const { version } = library;
  const arrived = new Map<IsoDate | null, number>();
  const bands = [null, ...BANDS].map(() => 0);
  const authors = new Map<string, number>();
  const byDay = new Map<IsoDate, LibraryPaper[]>();
  let total = 0;
  for (const paper of library.papers.values()) {
    total += 1;
    count(arrived, firstDay(paper));
    const band = bandOf(paper.votes);
    bands[band] = (bands[band] ?? 0) + 1;
    for (const name of namesOf(paper)) count(authors, name);
    if (paper.date !== null) {
      const day = byDay.get(paper.date);
      if (day === undefined) byDay.set(paper.date, [paper]);
      else day.push(paper);
    }
    await slices.pause();
  }
  return {
    version,
    total,
    arrived,
    bands,
    authors: await mostPapers(authors, most.authors, slices),
    came: newestOf(byDay, most.came),
  };
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** The authors; digests cut long lists with `+` or `…`. */
export function namesOf({ authors }: LibraryPaper): readonly string[] {
  return authors.filter((name) => /\p{L}/u.test(name));
}

/** The day that printed it first; null when no digest tells a day. */
export function firstDay({ appearances }: LibraryPaper): IsoDate | null {
  let first: IsoDate | null = null;
  for (const { paper } of appearances) {
    if (paper.date !== null && (first === null || paper.date < first)) first = paper.date;
  }
  return first;
}

/** The place of a band among all, the first being that of no votes told. */
export function bandOf(votes: number | null): number {
  return votes === null
    ? 0
    : Math.max(
        0,
        BANDS.findLastIndex((from) => from <= votes),
      ) + 1;
}

/** The names with the highest counts, and all that have as much as the last of them. */
async function mostPapers(
  counts: ReadonlyMap<string, number>,
  most: number,
  slices: GivesWay,
): Promise<ReadonlyMap<string, number>> {
  const numbers = new Map<number, number>();
  for (const number of counts.values()) {
    count(numbers, number);
    await slices.pause();
  }
  let least = Infinity;
  let held = 0;
  for (const [number, names] of [...numbers].sort(([a], [b]) => b - a)) {
    if (held >= most) break;
    least = number;
    held += names;
  }
  const kept = new Map<string, number>();
  for (const [name, number] of counts) {
    if (number >= least) kept.set(name, number);
    await slices.pause();
  }
  return kept;
}

function newestOf(
  byDay: ReadonlyMap<IsoDate, readonly LibraryPaper[]>,
  most: number,
): readonly LibraryPaper[] {
  const papers: LibraryPaper[] = [];
  for (const date of [...byDay.keys()].sort().reverse()) {
    if (papers.length >= most) break;
    papers.push(...(byDay.get(date) ?? []));
  }
  return papers.slice(0, most);
}
