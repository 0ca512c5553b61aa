/** The command line: `lectern serve`, and the commands for scripts on the same engine. */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { version } from '../../package.json';
import { dataDir, isMovable } from '../core/host/data-dir.ts';
import { startEngine, type Engine } from '../core/thread/client.ts';
import { assertNever, AppError, attempt, fromErrorInfo } from '../shared/errors.ts';
import { readArguments } from './arguments.ts';
import type { Arguments, ServeArguments } from './cli/options.ts';
import { CommandError, EXIT, type ExitCode } from './cli/exit-code.ts';
import { exportPapers } from './cli/export.ts';
import { importFile } from './cli/import.ts';
import { Output } from './cli/output.ts';
import { messageOf } from './cli/script.ts';
import { search } from './cli/search.ts';
import { stats } from './cli/stats.ts';
import { usage } from './cli/usage.ts';
import { cliLanguage, cliWords } from './cli/words.ts';
import { startHost, type BrowserHost } from './host.ts';
import { openBrowser } from './open-browser.ts';

/** Exit codes of a process that a signal ended, as shells give them. */
const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
const SAME_SIGNAL_MS = 300;

const out = import.meta.dirname;
const dir = dataDir(process.env, process.platform, homedir());
const words = cliWords(cliLanguage(process.env));
const output = new Output(process.stdout, process.stderr);
/** Those that run: they are closed before the process ends. */
const engines: Engine[] = [];

async function start(
  options: { readonly readOnly?: boolean; readonly folders?: readonly string[] } = {},
): Promise<Engine> {
  const engine = await startEngine({
    file: join(out, 'engine.js'),
    dataDir: dir,
    movable: isMovable(process.env),
    sampleDir: join(out, '../../resources/samples'),
    home: homedir(),
    ...options,
  });
  engines.push(engine);
  return engine;
}

async function run(args: Arguments): Promise<ExitCode> {
  const host = { output, words, startEngine: start };
  switch (args.command) {
    case 'help':
      await output.write(usage(args.topic, words.language));
      return EXIT.ok;
    case 'version':
      await output.write(`${version}\n`);
      return EXIT.ok;
    case 'serve':
      await serve(args);
      return EXIT.ok;
    case 'search':
      return search(args, host);
    case 'export':
      return exportPapers(args, host);
    case 'import':
      return importFile(args, host);
    case 'stats':
      return stats(args, host);
    default:
      return assertNever(args);
  }
}

/** A command for scripts ends at the first signal, once what it was writing is saved. */
async function runUnlessSignalled(args: Arguments): Promise<number> {
  if (args.command === 'serve') return run(args);
  const running = run(args);
  const first = await Promise.race([running.then(() => null), firstSignal()]);
  if (first === null) return running;
  // What it was asked meanwhile ends with its engine.
  running.catch(() => undefined);
  await Promise.all(engines.map((engine) => engine.close()));
  return first;
}

/** Serves until a signal comes; everything is saved when it resolves. */
async function serve(args: ServeArguments): Promise<void> {
  const signalled = firstSignal();
  const engine = await start();
  try {
    const { access } = await engine.call('data.info', {});
    if (access.mode === 'read') console.log(words.readOnly[access.reason]);
    if (args.folder !== null) await open(engine, resolve(args.folder));
    const host = await listen(engine, args.port, join(out, '../renderer'));
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

async function listen(engine: Engine, port: number, rendererDir: string): Promise<BrowserHost> {
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
 * Resolves with the exit code of the first signal that asks to end; a later one ends the process at once. A Ctrl-C under npm comes
 * several times, from the terminal and from each process that passes it on: those count as one.
 */
function firstSignal(): Promise<number> {
  return new Promise((resolve) => {
    let first: number | null = null;
    for (const [signal, code] of Object.entries(SIGNALS)) {
      process.on(signal, () => {
        first ??= performance.now();
        if (performance.now() - first > SAME_SIGNAL_MS) process.exit(code);
        resolve(code);
      });
    }
  });
}

async function main(): Promise<number> {
  try {
    return await runUnlessSignalled(readArguments(process.argv.slice(2), words));
  } catch (error) {
    const isTold = error instanceof CommandError || error instanceof AppError;
    if (isTold) output.tell(messageOf(error, words));
    else console.error(error);
    return error instanceof CommandError ? error.code : EXIT.failed;
  }
}

void main().then((code) => process.exit(code));
