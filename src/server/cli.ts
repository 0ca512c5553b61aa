/** The command line of the browser host: `lectern serve`. */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { version } from '../../package.json';
import { dataDir, isMovable } from '../core/host/data-dir.ts';
import { startEngine, type Engine } from '../core/thread/client.ts';
import { assertNever, AppError, attempt, fromErrorInfo } from '../shared/errors.ts';
import type { ReadOnlyReason } from '../shared/model.ts';
import { readArguments, USAGE, type Arguments } from './arguments.ts';
import { startHost, type BrowserHost } from './host.ts';
import { openBrowser } from './open-browser.ts';

type ServeArguments = Extract<Arguments, { command: 'serve' }>;

/** Exit codes of a process that a signal ended, as shells give them. */
const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
const SAME_SIGNAL_MS = 300;

/** Said at the start; the page says more, and offers to try again. */
const READ_ONLY: Readonly<Record<ReadOnlyReason, string>> = {
  'in-use': 'Another Lectern is running with this data: they are opened only to be read.',
  'in-use-elsewhere': 'Another computer has this data open: they are opened only to be read.',
  newer: 'These data were written by a newer Lectern: they are opened only to be read.',
  'not-writable': 'The data folder cannot be written: nothing can be changed.',
  missing: 'The folder to which the data were moved is not there: nothing can be changed.',
};

async function main(): Promise<void> {
  const args = readArguments(process.argv.slice(2));
  switch (args.command) {
    case 'help':
      process.stdout.write(USAGE);
      return;
    case 'version':
      console.log(version);
      return;
    case 'serve':
      return serve(args);
    default:
      assertNever(args);
  }
}

/** Serves until a signal comes; everything is saved when it resolves. */
async function serve(args: ServeArguments): Promise<void> {
  const signalled = firstSignal();
  const out = import.meta.dirname;
  const dir = dataDir(process.env, process.platform, homedir());
  const engine = await startEngine({
    file: join(out, 'engine.js'),
    dataDir: dir,
    movable: isMovable(process.env),
    sampleDir: join(out, '../../resources/samples'),
    home: homedir(),
  });
  try {
    const { access } = await engine.call('data.info', {});
    if (access.mode === 'read') console.log(READ_ONLY[access.reason]);
    if (args.folder !== null) await open(engine, resolve(args.folder));
    const host = await start(engine, dir, args.port, join(out, '../renderer'));
    console.log(`Lectern is at ${host.address}`);
    console.log('Ctrl-C ends it.');
    if (args.open) void showPage(host.address);
    const crashed = await Promise.race([signalled.then(() => null), engine.ended]);
    await host.close();
    if (crashed !== null) {
      throw new AppError('engine-stopped', `The reading engine has stopped (code ${crashed}).`);
    }
  } finally {
    await engine.close();
  }
}

/** Folders are not opened while reading data can only be read; what is said of that has been said. */
async function open(engine: Engine, path: string): Promise<void> {
  const opened = await attempt(() => engine.call('folders.open', { path }));
  if (!opened.ok && opened.error.code !== 'read-only') throw fromErrorInfo(opened.error);
}

/** Not waited for: some openers end only with the browser that they started. */
async function showPage(address: string): Promise<void> {
  if (await openBrowser(address)) return;
  console.log('No browser could be opened here: open the address above yourself.');
}

async function start(
  engine: Engine,
  dir: string,
  port: number,
  rendererDir: string,
): Promise<BrowserHost> {
  const info = { host: 'browser', version, platform: process.platform, dataDir: dir } as const;
  try {
    return await startHost({ engine, info, rendererDir, port, fetch });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    const why = code === 'EACCES' ? 'may not be used by you' : 'is taken by another program';
    const message = `Port ${port} ${why}. Choose another with --port, or leave it out for any free one.`;
    throw new AppError('unsupported', message, { cause: error });
  }
}

/**
 * Resolves with the first signal that asks to end; a later one ends the process at once. A Ctrl-C under npm comes
 * several times, from the terminal and from each process that passes it on: those count as one.
 */
function firstSignal(): Promise<void> {
  return new Promise((resolve) => {
    let first: number | null = null;
    for (const [signal, code] of Object.entries(SIGNALS)) {
      process.on(signal, () => {
        first ??= performance.now();
        if (performance.now() - first > SAME_SIGNAL_MS) process.exit(code);
        resolve();
      });
    }
  });
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof AppError ? error.message : error);
    process.exit(1);
  },
);
