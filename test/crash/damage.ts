/** One accident to the files of reader state, of those that must cost nothing. */
import { appendFile, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { segmentSeq } from '../../src/core/state/journal.ts';
import { keptSeq, SNAPSHOT } from '../../src/core/state/snapshot-folder.ts';
import type { Random } from '../bench/random.ts';

export interface Damage {
  readonly name: string;
  /** Whether the reader has to be told. */
  readonly isTold: boolean;
}

async function swap(dir: string, one: string, other: string): Promise<void> {
  await rename(join(dir, one), join(dir, 'swapped'));
  await rename(join(dir, other), join(dir, one));
  await rename(join(dir, 'swapped'), join(dir, other));
}

async function flipBit(path: string, random: Random): Promise<void> {
  const bytes = await readFile(path);
  const at = random.between(0, bytes.length - 1);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << random.between(0, 7));
  await writeFile(path, bytes);
}

/** Damages one file, chosen at random; null when there is none of that kind. */
export async function damage(dir: string, random: Random): Promise<Damage | null> {
  const names = await readdir(dir);
  const kept = names.filter((name) => keptSeq(name) !== null);
  const segments = names
    .filter((name) => segmentSeq(name) !== null)
    .sort((a, b) => (segmentSeq(a) ?? 0) - (segmentSeq(b) ?? 0));
  const snapshots = names.includes(SNAPSHOT) ? [SNAPSHOT, ...kept] : kept;
  const snapshot = snapshots.length === 0 ? null : random.pick(snapshots);
  const segment = segments.at(-1);
  switch (random.between(1, 7)) {
    case 1:
      if (segment === undefined) return null;
      await appendFile(join(dir, segment), '{"sum":"0123456789abcdef","v":2,"se');
      return { name: 'a torn last line', isTold: true };
    case 2: {
      if (snapshot === null) return null;
      const { length } = await readFile(join(dir, snapshot));
      await truncate(join(dir, snapshot), random.between(0, length - 2));
      return { name: 'a truncated snapshot', isTold: snapshot === SNAPSHOT };
    }
    case 3: {
      if (snapshot === null) return null;
      const { length } = await readFile(join(dir, snapshot));
      await writeFile(join(dir, snapshot), Buffer.alloc(length));
      return { name: 'a zero-filled snapshot', isTold: snapshot === SNAPSHOT };
    }
    case 4:
      if (snapshot === null) return null;
      await flipBit(join(dir, snapshot), random);
      return { name: 'a flipped bit in a snapshot', isTold: false };
    case 5:
      if (snapshot === null) return null;
      await rm(join(dir, snapshot));
      return { name: 'a missing snapshot', isTold: false };
    case 6: {
      const other = kept.at(-1);
      if (!names.includes(SNAPSHOT) || other === undefined) return null;
      await swap(dir, SNAPSHOT, other);
      return { name: 'swapped snapshots', isTold: false };
    }
    default: {
      const [first] = segments;
      if (first === undefined || segment === undefined || first === segment) return null;
      await swap(dir, first, segment);
      return { name: 'swapped segments', isTold: false };
    }
  }
}
