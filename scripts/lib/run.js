import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Lectern's own folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const PARENT_MS = 250;

/**
 * Runs a program in Lectern's folder, its output shown, and forwards signals to it.
 * Resolves with how it ended; `error` tells that it could not be started, `asked` that a signal came to us first.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, timeoutMs?: number, input?: boolean }} [options] input: it may read the terminal
 * @returns {Promise<{ code: number | null, signal: NodeJS.Signals | null, error: Error | null, asked: boolean }>}
 */
export function run(command, args, { env = process.env, timeoutMs, input = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env,
      stdio: [input ? 'inherit' : 'ignore', 'inherit', 'inherit'],
      ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
    });
    let asked = false;
    const forward = (signal) => {
      asked = true;
      child.kill(signal);
    };
    for (const signal of FORWARDED) process.on(signal, forward);
    // A signal to npm ends only the shell between npm and us: that we lost our parent is all that we hear of it.
    const parent = process.ppid;
    const watch = setInterval(() => {
      if (process.ppid !== parent && !asked) forward('SIGTERM');
    }, PARENT_MS);
    if (process.env['npm_lifecycle_event'] === undefined) clearInterval(watch);
    const end = (code, signal, error) => {
      clearInterval(watch);
      for (const name of FORWARDED) process.off(name, forward);
      resolve({ code, signal, error, asked });
    };
    child.on('error', (error) => end(null, null, error));
    child.on('exit', (code, signal) => end(code, signal, null));
  });
}

/** Runs npm, with the npm that started us where there is one. */
export function npm(args, options) {
  const started = process.env['npm_execpath'];
  if (started?.endsWith('.js')) return run(process.execPath, [started, ...args], options);
  return process.platform === 'win32'
    ? run('cmd', ['/d', '/c', 'npm', ...args], options)
    : run('npm', args, options);
}

/** Throws unless a program ended well. `what`: what it was to do, for the message. */
export function mustSucceed({ code, signal, error }, what) {
  if (code === 0) return;
  throw new Error(`${what} failed (${error?.message ?? signal ?? `code ${code}`}).`);
}
