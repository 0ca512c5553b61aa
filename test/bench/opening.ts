import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { readDigests, readFolder } from './floors.ts';
import type { Measure } from './report.ts';
import { ALL, Session } from './session.ts';
import { median, timed } from './statistics.ts';

/** The limits: 3× the reading of the same files at 5,000 papers; 50 ms of delay at any size. */
const OPEN_RATIO = 3;
const MAIN_DELAY_MS = 50;

/** A timer of this period tells how long the event loop was kept. */
const RESOLUTION_MS = 1;

interface ColdOpen {
  readonly firstRows: number;
  readonly scanned: number;
  readonly searchable: number;
  readonly mainDelay: number;
  readonly mainDelayMost: number;
}

async function coldOpen(engine: string, folder: string, dataDir: string): Promise<ColdOpen> {
  const session = await Session.start(engine, dataDir);
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  const start = performance.now();
  const since = (): number => performance.now() - start;
  const scanned = session.scanned().then(since);
  const firstRows = session
    .until(async () => {
      const { result, total } = await session.open(ALL);
      if (total === 0) return false;
      const rows = await session.engine.call('query.rows', { result, offset: 0, limit: 50 });
      return rows.length > 0;
    })
    .then(since);

  delay.enable();
  await session.engine.call('folders.open', { path: folder });
  const times = { firstRows: await firstRows, scanned: await scanned };
  await session.searchable();
  const searchable = since();
  delay.disable();
  await session.close();
  const lateness = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS);
  return {
    ...times,
    searchable,
    mainDelay: lateness(delay.percentile(99)),
    mainDelayMost: lateness(delay.max),
  };
}

/** From the start of the engine until every paper of the cache is there. */
async function warmStart(engine: string, dataDir: string, papers: number): Promise<number> {
  let session: Session | null = null;
  const time = await timed(async () => {
    const started = await Session.start(engine, dataDir);
    session = started;
    await started.until(async () => (await started.total()) === papers);
  });
  await (session as Session | null)?.close();
  return time;
}

export interface OpeningOptions {
  readonly engine: string;
  readonly folder: string;
  /** Of the papers that stand in the folder, each once. */
  readonly papers: number;
  readonly rounds: number;
  /** A data folder that does not exist yet. */
  readonly newDataDir: () => string;
  /** Whether the limit on opening applies to a library of this size. */
  readonly limited: boolean;
}

/** Opens the folder cold and then warm, in turn with the floors; medians over the rounds. */
export async function measureOpening(options: OpeningOptions): Promise<readonly Measure[]> {
  const { engine, folder, papers, rounds, newDataDir } = options;
  const colds: ColdOpen[] = [];
  const warms: number[] = [];
  const reads: number[] = [];
  const cacheReads: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const dataDir = newDataDir();
    reads.push(await timed(() => readDigests(folder)));
    colds.push(await coldOpen(engine, folder, dataDir));
    cacheReads.push(await timed(() => readFolder(join(dataDir, 'library'))));
    warms.push(await warmStart(engine, dataDir, papers));
  }

  const ms = (name: string, value: number, floor: number | null, limit: Measure['limit'] = null) =>
    ({ name, unit: 'ms', value, floor, limit }) satisfies Measure;
  const of = (key: keyof ColdOpen): number => median(colds.map((cold) => cold[key]));
  const read = median(reads);
  return [
    ms(
      `cold open, until the scan has ended (floor: reading the files${options.limited ? '' : '; limit for 5,000 papers'})`,
      of('scanned'),
      read,
      options.limited ? { of: 'ratio', most: OPEN_RATIO } : null,
    ),
    ms('first rows (floor: end of the scan)', of('firstRows'), of('scanned'), {
      of: 'ratio',
      most: 1,
    }),
    ms('all papers searchable (floor: reading the files)', of('searchable'), read),
    ms('warm start (floor: reading the cache)', median(warms), median(cacheReads)),
    ms('event-loop delay of the host while opening, p99', of('mainDelay'), null, {
      of: 'value',
      most: MAIN_DELAY_MS,
    }),
    ms('event-loop delay of the host while opening, most', of('mainDelayMost'), null),
  ];
}
