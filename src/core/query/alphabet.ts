/** Texts in the order in which readers of Korean and English look for them. */
const collator = new Intl.Collator(['ko', 'en'], { numeric: true });

/** Texts that compare as equal (`1` and `01`) stand by their code units: each has a place of its own. */
function compare(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** So many are sorted at once: a millisecond's work. */
const RUN = 128;
/** Texts that no paper has any more are kept, up to as many as there are others, and these. */
const SPARE = 1_000;

/** Remembers how texts compare, which is slow to find out: a microsecond for each two of them. */
export class Alphabet {
  #sorted: readonly string[] = [];
  #places: ReadonlyMap<string, number> = new Map();

  /**
   * The place of each text, 0 for the first of all; what is no text has none. In steps, each of which yields how much of the
   * work is behind it; others may be under way at the same time.
   */
  *places(texts: readonly unknown[]): Generator<number, ReadonlyMap<unknown, number>> {
    for (;;) {
      const unknown = this.#unknown(texts);
      if (unknown.length === 0) return this.#places;
      const before = this.#sorted;
      const known = before.length > 2 * texts.length + SPARE ? only(before, texts) : before;
      const sorted = yield* merged(known, yield* inOrder(unknown));
      // Another came first: what it has learned is not to be lost.
      if (this.#sorted !== before) continue;
      this.#sorted = sorted;
      this.#places = new Map(sorted.map((text, place) => [text, place]));
    }
  }

  #unknown(texts: readonly unknown[]): string[] {
    const unknown = new Set<string>();
    for (const text of texts) {
      if (typeof text === 'string' && !this.#places.has(text)) unknown.add(text);
    }
    return [...unknown];
  }
}

function only(sorted: readonly string[], texts: readonly unknown[]): readonly string[] {
  const wanted = new Set(texts);
  return sorted.filter((text) => wanted.has(text));
}

/** Sorts by merging, in steps. */
function* inOrder(texts: readonly string[]): Generator<number, readonly string[]> {
  let runs: (readonly string[])[] = [];
  for (let at = 0; at < texts.length; at += RUN) {
    runs.push(texts.slice(at, at + RUN).sort(compare));
    yield at / texts.length / 2;
  }
  while (runs.length > 1) {
    const longer: (readonly string[])[] = [];
    for (let at = 0; at < runs.length; at += 2) {
      longer.push(yield* merged(runs[at] ?? [], runs[at + 1] ?? []));
    }
    runs = longer;
  }
  return runs[0] ?? [];
}

/** Two sorted rows as one: each of the second is looked for in what is left of the first, near where the last one was. */
function* merged(
  first: readonly string[],
  second: readonly string[],
): Generator<number, readonly string[]> {
  const all: string[] = [];
  let from = 0;
  for (const [at, text] of second.entries()) {
    const to = placeOf(text, first, from);
    while (from < to) all.push(first[from++] ?? '');
    all.push(text);
    if (at % RUN === 0) yield 0.5 + at / second.length / 2;
  }
  while (from < first.length) all.push(first[from++] ?? '');
  return all;
}

/** How many of a sorted row stand before a text, of which `from` are known to: in steps of growing width, then by halves. */
function placeOf(text: string, sorted: readonly string[], from: number): number {
  let low = from;
  let width = 1;
  while (low + width <= sorted.length && compare(sorted[low + width - 1] ?? '', text) < 0) {
    low += width;
    width *= 2;
  }
  let high = Math.min(sorted.length, low + width - 1);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(sorted[middle] ?? '', text) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
