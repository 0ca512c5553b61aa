import type { Tally } from '../../shared/model.ts';
import type { GivesWay } from '../slices.ts';

/** Counts names, and how often what bears them is read. */
export class Tallies {
  readonly #counts = new Map<string, { total: number; read: number }>();

  /** Counts a name once. */
  add(name: string, read: boolean): void {
    let count = this.#counts.get(name);
    if (count === undefined) this.#counts.set(name, (count = { total: 0, read: 0 }));
    count.total += 1;
    if (read) count.read += 1;
  }

  /** Those with most papers; among equals those read more, then by name. */
  async top(most: number, slices: GivesWay): Promise<readonly Tally[]> {
    const tallies: Tally[] = [];
    for (const [name, { total, read }] of this.#counts) {
      tallies.push({ name, total, read });
      // Sorting hundreds of thousands at once would be one long slice.
      if (tallies.length >= 10_000) tallies.sort(byCount).splice(most);
      await slices.pause();
    }
    return tallies.sort(byCount).slice(0, most);
  }
}

/** Most papers first; among equals those read more, then by name. */
export function byCount(a: Tally, b: Tally): number {
  return b.total - a.total || b.read - a.read || (a.name < b.name ? -1 : 1);
}
