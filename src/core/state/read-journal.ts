import { join } from 'node:path';
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
  readonly problems: readonly Problem[];
}

interface ReadSegment {
  readonly entries: readonly Entry[];
  readonly goodLines: readonly string[];
  readonly brokenLines: readonly { readonly line: number; readonly reason: string }[];
}

function readLines(text: string, after: number, path: string): ReadSegment {
  const entries: Entry[] = [];
  const goodLines: string[] = [];
  const brokenLines: { line: number; reason: string }[] = [];
  const lines = text.split('\n');
  lines.forEach((line, index) => {
    const last = index === lines.length - 1;
    if (last && line === '') return;
    // What is folded in is not needed again, and most of what a start reads is that.
    if ((claimedSeq(line) ?? Infinity) <= after && !last) {
      goodLines.push(line);
      return;
    }
    const decoded = decodeLine(line);
    if (decoded.kind === 'newer') refuseNewer(decoded.version, path);
    else if (decoded.kind === 'entry') {
      goodLines.push(line);
      if (decoded.entry.seq > after) entries.push(decoded.entry);
    } else if (!last) {
      brokenLines.push({ line: index + 1, reason: decoded.reason });
    }
    // A last line without its newline that is not whole was being written at a crash: nobody was told it was saved.
  });
  return { entries, goodLines, brokenLines };
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
): Promise<ReadJournal> {
  const found = (await files.list(dir)).flatMap((name) => {
    const seq = segmentSeq(name);
    return seq === null ? [] : [{ name, seq }];
  });
  const entries = new Map<number, Entry>();
  const segments: Segment[] = [];
  const problems: Problem[] = [];
  for (const { name, seq } of found.sort((a, b) => a.seq - b.seq)) {
    const path = join(dir, name);
    const bytes = await files.read(path);
    if (bytes === null) continue;
    const read = readLines(bytes.toString('utf8'), after, path);
    for (const entry of read.entries) {
      if (!entries.has(entry.seq)) entries.set(entry.seq, entry);
    }
    segments.push({ seq, used: read.goodLines.length > 0 });
    const [firstBroken] = read.brokenLines;
    if (firstBroken === undefined) continue;
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
    problems,
  };
}
