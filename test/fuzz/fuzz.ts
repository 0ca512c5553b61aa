/** The mutation fuzzer's worker: reads changed files until its time is over, and tells what went wrong. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { isCandidate } from '../../src/core/library/walk.ts';
import { Random } from '../bench/random.ts';
import { faultOf } from './check.ts';
import { fastest, growths, MAX_RATIO } from './growth.ts';
import { mutate } from './mutate.ts';

export interface FuzzOptions {
  readonly folders: readonly string[];
  readonly seconds: number;
  readonly seed: number;
  /** Counts inputs, so that whoever waits sees that it lives. */
  readonly heartbeat: SharedArrayBuffer;
  /** Where the input at hand is written before it is read. */
  readonly current: string;
}

export interface FuzzReport {
  readonly seed: number;
  readonly files: number;
  readonly inputs: number;
  readonly bytes: number;
  readonly hostile: number;
  readonly worstRatio: number;
  readonly faults: readonly { readonly fault: string; readonly input: string }[];
}

const MAX_FILE = 512 * 1024;
const MAX_FAULTS = 10;
/** An input may take so long, and more for its length: a hundred times what the slowest format takes. */
const FIXED_MS = 500;
const MS_PER_BYTE = 0.002;
/** The part of the time that goes to hostile inputs. */
const GROWTH = 0.5;

function run({ folders, seconds, seed, heartbeat, current }: FuzzOptions): FuzzReport {
  const beat = new Int32Array(heartbeat);
  const random = new Random(seed);
  const files = folders.flatMap((folder) => filesIn(folder));
  const faults: { fault: string; input: string }[] = [];
  const started = performance.now();
  const isOver = (part: number) => performance.now() - started > seconds * 1000 * part;
  const note = (fault: string, bytes: Buffer): void => {
    const input = join(tmpdir(), `lectern-fuzz-${seed}-${faults.length}`);
    writeFileSync(input, bytes);
    faults.push({ fault, input });
  };

  let hostile = 0;
  let worstRatio = 0;
  const begin = (input: Buffer): void => {
    writeFileSync(current, input);
    Atomics.add(beat, 0, 1);
  };
  const isGrown = (): boolean => isOver(GROWTH) || faults.length >= MAX_FAULTS;
  for (const { head, unit, ratio, ms } of growths(random, begin, isGrown)) {
    hostile += 1;
    worstRatio = Math.max(worstRatio, ratio);
    if (ratio <= MAX_RATIO) continue;
    const what = JSON.stringify([head, unit]);
    note(
      `twice the input takes ${ratio.toFixed(1)} times the time (${ms.toFixed(0)} ms): ${what}`,
      Buffer.from(what),
    );
  }

  let inputs = 0;
  let bytes = 0;
  while (!isOver(1) && faults.length < MAX_FAULTS) {
    const file = random.pick(files);
    const changed = mutate(file.bytes, random.pick(files).bytes, random);
    begin(changed);
    inputs += 1;
    bytes += changed.length;
    try {
      const before = performance.now();
      const fault = faultOf(changed, file.path);
      const ms = performance.now() - before;
      const most = FIXED_MS + changed.length * MS_PER_BYTE;
      if (fault !== null) note(`${fault} (from ${file.path})`, changed);
      // A busy machine is no fault: it has to be slow again.
      else if (ms > most && fastest(changed, 3) > most)
        note(`${ms.toFixed(0)} ms for ${changed.length} bytes`, changed);
    } catch (error) {
      note(
        `it throws: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        changed,
      );
    }
  }
  return { seed, files: files.length, inputs, bytes, hostile, worstRatio, faults };
}

function filesIn(folder: string): readonly { path: string; bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => isCandidate(name) && statSync(join(folder, name)).size <= MAX_FILE)
    .sort()
    .map((path) => ({ path, bytes: readFileSync(join(folder, path)) }));
}

parentPort?.postMessage(run(workerData as FuzzOptions));
