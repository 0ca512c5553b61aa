/** Which papers each day printed: what the day's page, the calendar and the statistics stand on. */
import type { DayCount, IsoDate, PaperId } from '../../shared/model.ts';
import type { Library } from '../library/library.ts';
import { Slicer } from '../slices.ts';

export interface DayIndex {
  /** Of the library that it was made from. */
  readonly version: number;
  /** Each paper once for each day that prints it, days oldest first. */
  readonly days: ReadonlyMap<IsoDate, readonly PaperId[]>;
}

/** Keeps the index until the library changes; it is made in slices. */
export class DayIndexes {
  readonly #library: Library;
  #made: DayIndex | null = null;
  #making: Promise<DayIndex> | null = null;

  constructor(library: Library) {
    this.#library = library;
  }

  /** An index that holds all that the library held when it was asked for. */
  async current(): Promise<DayIndex> {
    const { version } = this.#library;
    // One that began before this may lack what came since.
    if (this.#making !== null) await this.#making;
    if (this.#made !== null && this.#made.version >= version) return this.#made;
    this.#making ??= this.#make().finally(() => (this.#making = null));
    return this.#making;
  }

  async #make(): Promise<DayIndex> {
    const { version } = this.#library;
    const slicer = new Slicer();
    const days = new Map<IsoDate, PaperId[]>();
    for (const { id, appearances } of this.#library.papers.values()) {
      for (const { paper } of appearances) {
        if (paper.date === null) continue;
        const day = days.get(paper.date);
        if (day === undefined) days.set(paper.date, [id]);
        // The papers come one by one, so a second print of the same day stands last.
        else if (day.at(-1) !== id) day.push(id);
      }
      await slicer.pause();
    }
    this.#made = { version, days: new Map([...days].sort(([a], [b]) => (a < b ? -1 : 1))) };
    return this.#made;
  }
}

/** How many papers each day printed, and how many of them are unread. */
export async function dayCounts(
  { days }: DayIndex,
  read: ReadonlyMap<PaperId, unknown>,
): Promise<readonly DayCount[]> {
  const slicer = new Slicer();
  const counts: DayCount[] = [];
  for (const [date, ids] of days) {
    let unread = 0;
    for (const id of ids) if (!read.has(id)) unread += 1;
    counts.push({ date, total: ids.length, unread });
    await slicer.pause();
  }
  return counts;
}
