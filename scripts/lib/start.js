import { constants } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './built.js';
import { ensureDependencies } from './dependencies.js';
import { electronRuns, ensureElectron, whyNoWindow } from './electron.js';
import { root, run } from './run.js';

const USAGE = 'npm start [-- [folder] [--browser] [--port N] [--no-open]]';
/** An Electron that a signal ends sooner never showed its window. */
const STARTUP_MS = 10_000;

/** Reads the command line of `npm start`; a folder is meant from where npm was called. Throws on what it does not know. */
export function readStartArguments(argv, env = process.env, cwd = process.cwd()) {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      browser: { type: 'boolean', default: false },
      'no-open': { type: 'boolean', default: false },
      port: { type: 'string' },
    },
  });
  if (positionals.length > 1) throw new Error('Only one folder can be given.');
  const [folder] = positionals;
  return {
    folder: folder === undefined ? null : resolve(env['INIT_CWD'] ?? cwd, folder),
    browser: values.browser,
    open: !values['no-open'],
    port: values.port ?? null,
  };
}

/** Everything from a fresh clone to a running Lectern; resolves with the exit code. */
export async function start(argv) {
  let args;
  try {
    args = readStartArguments(argv);
  } catch (error) {
    console.error(`${error.message}\n${USAGE}`);
    return 2;
  }
  try {
    await ensureDependencies();
    await ensureBuilt();
  } catch (error) {
    console.error(`Lectern could not be made ready: ${error.message}`);
    return 1;
  }
  const why = args.browser ? 'you asked for the browser' : await startElectron(args.folder);
  if (typeof why === 'number') return why;
  console.log(`Electron is not used, for ${why}; Lectern runs in the browser.`);
  return startInBrowser(args);
}

/** The exit code of Electron, or why it cannot be used. */
async function startElectron(folder) {
  const { platform, env } = process;
  const why = whyNoWindow({ platform, env, uid: process.getuid?.() });
  if (why !== null) return why;
  const binary = await ensureElectron();
  if (binary === null) return 'its binary could not be downloaded';
  if (!electronRuns(binary)) return 'its binary does not run on this system';
  const started = performance.now();
  const ended = await run(binary, [root, ...(folder === null ? [] : [folder])], { input: true });
  const early = performance.now() - started < STARTUP_MS && !ended.asked;
  // Chromium ends itself by a signal when the system denies it a sandbox.
  if (early && (ended.error !== null || ended.signal !== null)) {
    return `it could not start here (${ended.error?.message ?? ended.signal})`;
  }
  return exitCode(ended);
}

async function startInBrowser({ folder, open, port }) {
  const args = [
    'out/main/lectern.js',
    'serve',
    ...(port === null ? [] : ['--port', port]),
    ...(open ? [] : ['--no-open']),
    ...(folder === null ? [] : ['--', folder]),
  ];
  return exitCode(await run(process.execPath, args, { input: true }));
}

function exitCode({ code, signal }) {
  return code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
}
