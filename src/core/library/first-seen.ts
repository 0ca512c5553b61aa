/** When Lectern first saw each paper: `<dataDir>/first-seen.jsonl` (docs/notes/date-added.md). */
import { open, readFile } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { AppError } from '../../shared/errors.ts';
import type { Instant, PaperId, Problem } from '../../shared/model.ts';
import { Debounce } from '../../shared/debounce.ts';
import { errorCode, reasonOf } from './file-errors.ts';

/** A scan tells of papers many times a second: they are written together. */
const WRITING = { quiet: 500, most: 5_000 };
/** Papers that come in a row, as a scan finds them, came together: they have one date, and stand in their own order. */
const TOGETHER_MS = 60_000;
/** Papers to a line, so that a damaged one takes few along. */
const LINE_PAPERS = 1_000;

/** `["checksum",instant,[ids]]`. */
type Line = readonly [checksum: string, seen: Instant, papers: readonly PaperId[]];

export interface FirstSeenOptions {
  readonly path: string;
  readonly now: () => Instant;
  /** Whether the data folder is this program's to write to. */
  readonly writable: () => boolean;
  /** What could not be read or written; nothing but the date added is lost with it. */
  readonly onFailed: (error: AppError) => void;
}

/**
 * Remembers when papers were first seen. Its file only grows, and is read leniently: a line that is not as written tells
 * nothing, and its papers count as seen anew.
 */
export class FirstSeen {
  readonly #options: FirstSeenOptions;
  readonly #seen = new Map<PaperId, Instant>();
  readonly #writing = new Debounce(() => void this.#save(), WRITING);
  /** Told before the file was read, then those not written yet. */
  #waiting = new Map<PaperId, Instant>();
  #together: { readonly since: Instant; last: Instant } = { since: 0, last: 0 };
  #isLoaded = false;
  #work: Promise<void>;
  #version = 0;

  constructor(options: FirstSeenOptions) {
    this.#options = options;
    this.#work = this.#load();
  }

  /** Grows when earlier dates came to be known. */
  get version(): number {
    return this.#version;
  }

  /** Null for a paper that was never told. */
  of(paper: PaperId): Instant | null {
    return this.#seen.get(paper) ?? this.#waiting.get(paper) ?? null;
  }

  /** Takes in papers that are in the library now. */
  saw(papers: readonly PaperId[]): void {
    const unknown = papers.filter((paper) => !this.#seen.has(paper) && !this.#waiting.has(paper));
    if (unknown.length === 0) return;
    const now = this.#options.now();
    if (now - this.#together.last > TOGETHER_MS) this.#together = { since: now, last: now };
    this.#together.last = now;
    for (const paper of unknown) this.#waiting.set(paper, this.#together.since);
    if (this.#isLoaded) this.#writing.ask();
  }

  /** Resolves when everything told is written. */
  async close(): Promise<void> {
    this.#writing.stop();
    await this.#save();
  }

  async #load(): Promise<void> {
    try {
      for (const line of (await readFile(this.#options.path, 'utf8')).split('\n')) {
        const parsed = parse(line);
        if (parsed === null) continue;
        const [, seen, papers] = parsed;
        for (const paper of papers) if (!this.#seen.has(paper)) this.#seen.set(paper, seen);
      }
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') this.#fail('read-failed', 'read', error);
    }
    for (const paper of this.#seen.keys()) this.#waiting.delete(paper);
    this.#isLoaded = true;
    this.#version += 1;
    if (this.#waiting.size > 0) this.#writing.ask();
  }

  #save(): Promise<void> {
    this.#work = this.#work.then(() => this.#append());
    return this.#work;
  }

  async #append(): Promise<void> {
    const waiting = this.#waiting;
    if (waiting.size === 0 || !this.#options.writable()) return;
    this.#waiting = new Map();
    for (const [paper, seen] of waiting) this.#seen.set(paper, seen);
    try {
      const file = await open(this.#options.path, 'a');
      try {
        // A line that a crash has torn ends here, so that it takes no other along.
        await file.appendFile(`\n${linesOf(waiting)}`);
        await file.datasync();
      } finally {
        await file.close();
      }
    } catch (error) {
      this.#fail('write-failed', 'written', error);
    }
  }

  #fail(code: 'read-failed' | 'write-failed', done: string, cause: unknown): void {
    const message = `When papers were first seen could not be ${done}: ${reasonOf(cause)}.`;
    this.#options.onFailed(new AppError(code, message, { subject: this.#options.path, cause }));
  }
}

function linesOf(papers: ReadonlyMap<PaperId, Instant>): string {
  const byTime = new Map<Instant, PaperId[]>();
  for (const [paper, seen] of papers) {
    const known = byTime.get(seen);
    if (known === undefined) byTime.set(seen, [paper]);
    else known.push(paper);
  }
  let lines = '';
  for (const [seen, ids] of byTime) {
    for (let start = 0; start < ids.length; start += LINE_PAPERS) {
      const part = ids.slice(start, start + LINE_PAPERS);
      lines += `${JSON.stringify([checksum(seen, part), seen, part] satisfies Line)}\n`;
    }
  }
  return lines;
}

function parse(line: string): Line | null {
  if (line === '') return null;
  try {
    const [sum, seen, papers] = JSON.parse(line) as Line;
    return sum === checksum(seen, papers) ? [sum, seen, papers] : null;
  } catch {
    // Torn by a crash, or changed by another hand: its papers are seen anew.
    return null;
  }
}

function checksum(seen: Instant, papers: readonly PaperId[]): string {
  return crc32(JSON.stringify([seen, papers]))
    .toString(16)
    .padStart(8, '0');
}

/** How a failure is told among the problems. */
export function firstSeenProblem({ message, subject }: AppError): Problem {
  return { folder: null, file: subject ?? '', code: 'cache-not-saved', message, line: null };
}
