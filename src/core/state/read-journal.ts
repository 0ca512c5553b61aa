import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { assertNever } from '../../shared/errors.ts';
import type { Instant, Problem } from '../../shared/model.ts';
import type { Files } from './files.ts';
import type { Segment } from './journal.ts';
import { segmentSeq } from './journal.ts';
import type { Entry } from './journal-line.ts';
import { claimedSeq, decodeLine } from './journal-line.ts';
import { replaceDamaged } from './set-aside.ts';
import { refuseNewer } from './snapshot.ts';

export interface ReadJournal {
  /** In the order of their names. */
  readonly segments: readonly Segment[];
  /** Behind `after`, in order, each once. */
  readonly entries: readonly Entry[];
  /** Other changes under the numbers of those: made by another Lectern, on files that a sync service brought together. */
  readonly rivals: readonly Entry[];
  /** The oldest and the newest format of the lines that were read; null when there was none. */
  readonly versions: Versions | null;
  readonly problems: readonly Problem[];
}

export interface Versions {
  readonly oldest: number;
  readonly newest: number;
}

/** `repair` puts damage right, and refuses what a newer program wrote; `look` changes nothing, and reads what it can. */
export type ReadingMode = 'repair' | 'look';

interface ReadSegment {
  readonly entries: readonly Entry[];
  readonly versions: readonly number[];
  readonly goodLines: readonly string[];
  readonly brokenLines: readonly { readonly line: number; readonly reason: string }[];
}

/**
 * The whole lines inside a broken one: a damaged newline joins two lines, or leaves one character behind the last one.
 * In JSON no text holds the beginning of a line unescaped, so that every line begins where it seems to.
 */
function linesInside(broken: string): readonly string[] {
  return broken
    .split(/(?=\{"sum":")/)
    .flatMap((part) => [part, part.slice(0, -1)])
    .filter((part) => decodeLine(part).kind === 'entry');
}

const TORN = 'its last line is not whole, as after a power failure before it was saved';

/** folded: whether, by the names of the segments, none of it is behind `after`. */
function readLines(
  text: string,
  after: number,
  folded: boolean,
  path: string,
  mode: ReadingMode,
): ReadSegment {
  const entries: Entry[] = [];
  const versions: number[] = [];
  const goodLines: string[] = [];
  const brokenLines: { line: number; reason: string }[] = [];
  const lines = text.split('\n');
  /** Null, or why the line is no good. */
  const take = (line: string): string | null => {
    const decoded = decodeLine(line);
    switch (decoded.kind) {
      case 'newer':
        if (mode === 'repair') refuseNewer(decoded.version, path);
        versions.push(decoded.version);
        if (decoded.entry !== null && decoded.entry.seq > after) entries.push(decoded.entry);
        return null;
      case 'broken':
        return decoded.reason;
      case 'entry':
        goodLines.push(line);
        if (decoded.entry.seq > after) {
          entries.push(decoded.entry);
          versions.push(decoded.version);
        }
        return null;
      default:
        return assertNever(decoded);
    }
  };
  lines.forEach((line, index) => {
    const last = index === lines.length - 1;
    if (last && line === '') return;
    // What is folded in is not needed again, and most of what a start reads is that. A number alone may be damaged.
    if (folded && !last && (claimedSeq(line) ?? Infinity) <= after) {
      goodLines.push(line);
      return;
    }
    const reason = take(line);
    if (reason === null) return;
    for (const inside of linesInside(line)) take(inside);
    brokenLines.push({ line: index + 1, reason: last ? TORN : reason });
  });
  return { entries, versions, goodLines, brokenLines };
}

/** The entries of a journal's text, those of broken lines left out. */
export function entriesOf(text: string, path: string): readonly Entry[] {
  return readLines(text, 0, false, path, 'repair').entries;
}

/**
 * Reads every segment and gives the entries behind change `after`. A segment with broken lines is kept as a copy, told,
 * and goes on with its good lines. The order is that of the sequence numbers, whatever the files are called.
 */
export async function readJournal(
  files: Files,
  dir: string,
  after: number,
  now: Instant,
  mode: ReadingMode,
): Promise<ReadJournal> {
  const found = (await files.list(dir)).flatMap((name) => {
    const seq = segmentSeq(name);
    return seq === null ? [] : [{ name, seq }];
  });
  const entries = new Map<number, Entry>();
  const rivals: Entry[] = [];
  const versions: number[] = [];
  const segments: Segment[] = [];
  const problems: Problem[] = [];
  found.sort((a, b) => a.seq - b.seq);
  for (const [index, { name, seq }] of found.entries()) {
    const path = join(dir, name);
    const bytes = await files.read(path);
    if (bytes === null) continue;
    const folded = (found[index + 1]?.seq ?? Infinity) <= after + 1;
    const read = readLines(bytes.toString('utf8'), after, folded, path, mode);
    versions.push(...read.versions);
    for (const entry of read.entries) {
      const first = entries.get(entry.seq);
      if (first === undefined) entries.set(entry.seq, entry);
      else if (!isDeepStrictEqual(first, entry)) rivals.push(entry);
    }
    const [firstBroken] = read.brokenLines;
    segments.push({ seq, used: read.goodLines.length > 0 });
    if (firstBroken === undefined || mode === 'look') continue;
    const good = Buffer.from(read.goodLines.map((line) => `${line}\n`).join(''));
    problems.push({
      folder: null,
      file: await replaceDamaged(files, path, bytes, good, now),
      code: 'state-set-aside',
      message: `${read.brokenLines.length} damaged line(s) in the journal of the reading state: ${firstBroken.reason}. This is a copy of the file; its other lines were kept.`,
      line: firstBroken.line,
    });
  }
  return {
    segments,
    entries: [...entries.values()].sort((a, b) => a.seq - b.seq),
    rivals,
    versions:
      versions.length === 0
        ? null
        : {
            oldest: versions.reduce((a, b) => Math.min(a, b)),
            newest: versions.reduce((a, b) => Math.max(a, b)),
          },
    problems,
  };
}
