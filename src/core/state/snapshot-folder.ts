import { join } from 'node:path';
import { Low } from 'lowdb';
import type { Files } from './files.ts';
import { segmentSeq } from './journal.ts';
import { SnapshotFile } from './snapshot-file.ts';
import type { Snapshot } from './snapshot.ts';

export const SNAPSHOT = 'state.json';

/** Earlier snapshots that are kept beside the current one. */
const KEPT = 3;

/** The name under which the snapshot of that change is kept. */
export function keptName(seq: number): string {
  return `state.${seq}.json`;
}

/** The number in a kept snapshot's name; null for other names. */
export function keptSeq(name: string): number | null {
  const match = /^state\.(\d{1,16})\.json$/.exec(name);
  return match === null ? null : Number(match[1]);
}

/** The snapshots of a data folder: writes the current one, keeps some earlier ones and the journal that leads on from them. */
export class SnapshotFolder {
  readonly dir: string;
  readonly #files: Files;
  readonly #file: SnapshotFile;
  readonly #low: Low<Snapshot | null>;

  /** seq: the last change that the good state.json holds; null when there is none. */
  constructor(files: Files, dir: string, seq: number | null) {
    this.dir = dir;
    this.#files = files;
    this.#file = new SnapshotFile(
      files,
      join(dir, SNAPSHOT),
      (former) => join(dir, keptName(former)),
      seq,
    );
    this.#low = new Low<Snapshot | null>(this.#file, null);
  }

  /** The last change that state.json holds; null when there is no good one. */
  get seq(): number | null {
    return this.#file.seq;
  }

  /** Makes a snapshot the current one, durably, then removes what is no longer kept. */
  async write(snapshot: Snapshot): Promise<void> {
    this.#low.data = snapshot;
    try {
      await this.#low.write();
    } finally {
      // The state itself is in memory once already.
      this.#low.data = null;
    }
    await this.#prune();
  }

  async #prune(): Promise<void> {
    const names = await this.#files.list(this.dir);
    const kept = names.flatMap((name) => keptSeq(name) ?? []).sort((a, b) => b - a);
    const oldest = kept[KEPT - 1];
    // Until there are enough snapshots, the journal goes back to the very first change.
    if (oldest === undefined) return;
    const segments = names.flatMap((name) => {
      const seq = segmentSeq(name);
      return seq === null ? [] : [{ name, seq }];
    });
    segments.sort((a, b) => a.seq - b.seq);
    const folded = segments.filter((_, index) => {
      const next = segments[index + 1];
      return next !== undefined && next.seq <= oldest + 1;
    });
    const gone = [...kept.slice(KEPT).map(keptName), ...folded.map(({ name }) => name)];
    for (const name of gone) await this.#files.remove(join(this.dir, name));
  }
}
