/** The browser host in a process that can be asked what it holds. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import type { ThreadMeasure } from './probe.ts';

export interface SoakHost {
  /** With the token. */
  readonly address: string;
  measure(): Promise<HostMeasure>;
  /** Ends it as Ctrl-C would; rejects when it did not end well. */
  end(): Promise<void>;
}

export interface HostMeasure {
  /** Bytes after a collection, of all threads; the array buffers apart. */
  readonly heap: number;
  readonly buffers: number;
  /** Of the whole process, as the system counts it. */
  readonly resident: number;
  readonly handles: number;
  /** Open file descriptors; 0 where the system does not tell. */
  readonly files: number;
}

async function openFiles(pid: number | undefined): Promise<number> {
  try {
    return (await readdir(`/proc/${pid}/fd`)).length;
  } catch {
    return 0;
  }
}

/** cli: the built lectern.js; probe: the bundled probe.js. */
export async function startSoakHost(
  cli: string,
  probe: string,
  folder: string,
  dataDir: string,
): Promise<SoakHost> {
  const child = fork(cli, ['serve', folder, '--no-open'], {
    execArgv: ['--expose-gc', '--import', pathToFileURL(probe).href],
    env: { ...process.env, LECTERN_DATA: dataDir },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit') as Promise<[number | null]>;
  const { stdout } = child;
  if (stdout === null) throw new Error('the host has no output');
  const address = await new Promise<string>((resolve, reject) => {
    createInterface({ input: stdout }).on('line', (line) => {
      const url = /http:\/\/\S+/.exec(line)?.[0];
      if (url !== undefined) resolve(url);
    });
    void ended.then(([code]) => reject(new Error(`the host ended with ${String(code)}`)));
  });
  return {
    address,
    async measure() {
      const answer = once(child, 'message') as Promise<[readonly ThreadMeasure[]]>;
      child.send('measure');
      const [threads] = await answer;
      if (threads.length < 2) throw new Error('the engine did not answer in time');
      const sum = (of: (thread: ThreadMeasure) => number): number =>
        threads.reduce((total, thread) => total + of(thread), 0);
      return {
        heap: sum(({ heap }) => heap),
        buffers: sum(({ buffers }) => buffers),
        resident: Math.max(...threads.map(({ resident }) => resident)),
        handles: sum(({ handles }) => handles),
        files: await openFiles(child.pid),
      };
    },
    async end() {
      child.kill('SIGTERM');
      const [code] = await ended;
      if (code !== 0) throw new Error(`the host ended with ${String(code)}`);
    },
  };
}
