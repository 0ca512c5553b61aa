/** How a library grew and was read, day by day. */
import type { IsoDate, ReadingDay, Streak } from '../../shared/model.ts';

const DAY = 24 * 60 * 60 * 1000;

/** A paper's part in it: when it came, null for an unknown day; when it was read, null for never. */
export interface PaperDays {
  readonly arrived: IsoDate | null;
  readonly read: IsoDate | null;
}

export class ReadingDays {
  readonly #today: IsoDate;
  readonly #arrived = new Map<IsoDate, number>();
  readonly #read = new Map<IsoDate, number>();
  /** Unread, of no known day. */
  #undated = 0;

  constructor(today: IsoDate) {
    this.#today = today;
  }

  add({ arrived, read }: PaperDays): void {
    this.arrive(arrived, 1);
    if (read !== null) this.read({ arrived, read });
  }

  /** Takes in papers that came on a day, unread so far; null for an unknown one. */
  arrive(arrived: IsoDate | null, papers: number): void {
    if (arrived === null) this.#undated += papers;
    // A digest's date may lie ahead of the clock.
    else count(this.#arrived, arrived > this.#today ? this.#today : arrived, papers);
  }

  /** Takes in that one of the papers that came on a day was read. */
  read({ arrived, read }: { readonly arrived: IsoDate | null; readonly read: IsoDate }): void {
    this.arrive(arrived, -1);
    count(this.#read, read, 1);
    // What was read was there.
    count(this.#arrived, arrived === null || arrived > read ? read : arrived, 1);
  }

  /** The days on which papers came or were read, oldest first; the last one's `unread` is what is unread now. */
  days(): readonly ReadingDay[] {
    const dates = [...new Set([...this.#arrived.keys(), ...this.#read.keys()])].sort();
    // Papers of no known day were there from the beginning.
    if (dates.length === 0 && this.#undated > 0) dates.push(this.#today);
    let unread = 0;
    return dates.map((date, at) => {
      const arrived = (this.#arrived.get(date) ?? 0) + (at === 0 ? this.#undated : 0);
      const read = this.#read.get(date) ?? 0;
      unread += arrived - read;
      return { date, arrived, read, unread };
    });
  }

  /** Days in a row with a paper read. A row that ended yesterday goes on: today is not over. */
  streak(): Streak {
    let longest = 0;
    let run = 0;
    let last: number | null = null;
    for (const date of [...this.#read.keys()].sort()) {
      const day = Date.parse(date) / DAY;
      run = last !== null && day === last + 1 ? run + 1 : 1;
      longest = Math.max(longest, run);
      last = day;
    }
    const isGoingOn = last !== null && Date.parse(this.#today) / DAY - last <= 1;
    return { current: isGoingOn ? run : 0, longest };
  }
}

function count(days: Map<IsoDate, number>, day: IsoDate, by: number): void {
  const papers = (days.get(day) ?? 0) + by;
  if (papers === 0) days.delete(day);
  else days.set(day, papers);
}
