/** A row that was on screen for less was not looked at: whoever drags the scroll bar marks nothing. */
const SEEN_MS = 400;

/** Tells which rows of the list were looked at and then scrolled past, over its top. */
export class ScrolledPast {
  /** When each row on screen came there. */
  #since = new Map<number, number>();

  /** The list stands elsewhere, and not by the reader's scrolling. */
  reset(): void {
    this.#since = new Map();
  }

  /** Rows `first` to `last` are wholly on screen now; gives back those that went over the top since the last time. */
  look(first: number, last: number, now: number): readonly number[] {
    const past = [...this.#since]
      .filter(([index, since]) => index < first && now - since >= SEEN_MS)
      .map(([index]) => index);
    const rows = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
    this.#since = new Map(rows.map((index) => [index, this.#since.get(index) ?? now]));
    return past;
  }
}
