/** `npm run bench`: measures the built engine as hosts use it, each figure beside its floor. */
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { generateDigests } from './generate.ts';
import { measureLists, measureMarks, measurePages, measureSearch } from './latency.ts';
import { measureMemory } from './memory.ts';
import { measureOpening } from './opening.ts';
import { passes, ratioOf, table, type Measure } from './report.ts';
import { Session } from './session.ts';

const USAGE = `npm run bench -- [folder] [--papers N] [--rounds N] [--json file]
  folder     of digests to measure with; without it one is generated
  --papers   how many papers to generate (5000)
  --rounds   how often to open the folder (5, or 3 for many papers)
  --json     where to write the figures, besides the table`;

/** Searching has its limit up to some five thousand papers. */
const LIMITED_PAPERS = 6_000;
/**
 * Opening has its limit at five thousand papers. A folder that is read in a tenth of a second costs mostly what any
 * would, a thread's first compiling of the parsers, and its ratio says nothing.
 */
const OPENING_LIMITED_FROM = 4_000;

interface Arguments {
  readonly folder: string | null;
  readonly papers: number;
  readonly rounds: number | null;
  readonly json: string | null;
}

function wholeNumber(text: string, option: string): number {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new Error(`--${option} wants a number.\n${USAGE}`);
}

function readArguments(args: readonly string[]): Arguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      papers: { type: 'string' },
      rounds: { type: 'string' },
      json: { type: 'string' },
    },
  });
  return {
    folder: positionals[0] === undefined ? null : resolve(positionals[0]),
    papers: wholeNumber(values.papers ?? '5000', 'papers'),
    rounds: values.rounds === undefined ? null : wholeNumber(values.rounds, 'rounds'),
    json: values.json === undefined ? null : resolve(values.json),
  };
}

async function measure(
  engine: string,
  scratch: string,
  { folder, papers: wanted, rounds }: Arguments,
): Promise<{ readonly papers: number; readonly measures: readonly Measure[] }> {
  const digests = folder ?? join(scratch, 'digests');
  if (folder === null) {
    console.log(`Writing ${wanted} papers …`);
    await generateDigests(digests, wanted);
  }
  let data = 0;
  const newDataDir = (): string => join(scratch, `data-${++data}`);

  console.log('Memory …');
  const memory = await measureMemory(engine, digests, newDataDir());

  const dataDir = newDataDir();
  const session = await Session.start(engine, dataDir);
  const scanned = session.scanned();
  await session.engine.call('folders.open', { path: digests });
  await scanned;
  await session.searchable();
  const papers = await session.total();
  const limited = papers <= LIMITED_PAPERS;
  console.log(`${papers} papers. Lists, searches, marks …`);
  const lists = await measureLists(session);
  const search = await measureSearch(session, digests, limited);
  const pages = await measurePages(session, limited);
  const marks = await measureMarks(session, dataDir);
  await session.close();

  console.log('Opening …');
  const opening = await measureOpening({
    engine,
    folder: digests,
    papers,
    rounds: rounds ?? (limited ? 5 : 3),
    newDataDir,
    limited: limited && papers >= OPENING_LIMITED_FROM,
  });
  return { papers, measures: [...opening, ...lists, ...search, ...pages, ...marks, ...memory] };
}

/** Runs the benchmark. `engine`: path of the built engine.js. Rejects only when something could not be measured. */
export async function bench(engine: string, args: readonly string[]): Promise<void> {
  const options = readArguments(args);
  if (options.folder !== null) await readdir(options.folder);
  const scratch = await mkdtemp(join(tmpdir(), 'lectern-bench-'));
  try {
    const { papers, measures } = await measure(engine, scratch, options);
    console.log(`\n${table(measures)}`);
    const missed = measures.filter((each) => passes(each) === false);
    console.log(missed.length === 0 ? '\nAll limits kept.' : `\n${missed.length} MISSED.`);
    if (options.json === null) return;
    const report = {
      date: new Date().toISOString(),
      node: process.version,
      platform: `${process.platform} ${process.arch}`,
      processor: cpus()[0]?.model ?? '',
      processors: cpus().length,
      folder: options.folder,
      papers,
      measures: measures.map((each) => ({ ...each, ratio: ratioOf(each), pass: passes(each) })),
    };
    await writeFile(options.json, `${JSON.stringify(report, null, 2)}\n`);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
