/** The programs that others read our files with, as Debian has them (.ci/run installs them). */
import { spawnSync } from 'node:child_process';

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a program to its end in a folder; one that is missing is an error that says how to get it. */
export function run(cwd: string, program: string, ...args: readonly string[]): Ended {
  const ended = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    timeout: 600_000,
    maxBuffer: 200_000_000,
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  if (ended.error !== undefined) {
    throw new Error(`${program} cannot be run: .ci/run installs what these tests need`, {
      cause: ended.error,
    });
  }
  return { code: ended.status, out: ended.stdout, err: ended.stderr };
}
