/** The ways to the contract, behind one face: what works here must work the same in each. */
import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { startEngine } from '../../src/core/thread/client.ts';
import type { AppEvent, Input, MethodName, Output } from '../../src/shared/contract.ts';
import { unwrap, type Result } from '../../src/shared/errors.ts';
import { MAX_SOCKET_CALL, type SocketMessage } from '../../src/shared/socket.ts';

export const root = join(import.meta.dirname, '../..');
export const digests = join(root, 'test/fixtures/digests');

/** A way to the contract, with a memory of the events that came. */
export class Host {
  readonly events: AppEvent[] = [];
  readonly request: (method: string, input: unknown) => Promise<Result<unknown>>;
  readonly close: () => Promise<void>;

  constructor(wire: {
    request(method: string, input: unknown): Promise<Result<unknown>>;
    listen(listener: (event: AppEvent) => void): void;
    close(): Promise<void>;
  }) {
    this.request = (method, input) => wire.request(method, input);
    this.close = () => wire.close();
    wire.listen((event) => this.events.push(event));
  }

  async call<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> {
    return unwrap(await this.request(method, input)) as Output<M>;
  }
}

export type StartHost = (dataDir: string) => Promise<Host>;

export const startEngineThread: StartHost = async (dataDir) => {
  const engine = await startEngine({
    file: join(root, 'out/main/engine.js'),
    dataDir,
    sampleDir: join(root, 'resources/samples'),
    home: homedir(),
  });
  return new Host({
    request: (method, input) => engine.request(method, input),
    listen: (listener) => engine.listen(listener),
    close: () => engine.close(),
  });
};

export interface Server {
  readonly address: URL;
  /** What it has printed. */
  output(): string;
  /** Sends a signal; resolves with the exit code, null when the signal killed it. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
}

/** A browser host in a process of its own. */
export async function spawnServer(
  dataDir: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Server> {
  const child = spawn(
    process.execPath,
    [join(root, 'scripts/lectern.js'), 'serve', '--no-open', ...args],
    { env: { ...process.env, ...env, LECTERN_DATA: dataDir }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const closed = once(child, 'close') as Promise<[number | null]>;
  let output = '';
  const address = await new Promise<URL>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString('utf8');
        const url = /http:\/\/127\.0\.0\.1:\d+\/#[\w-]+/.exec(output)?.[0];
        if (url !== undefined) resolve(new URL(url));
      });
    }
    void closed.then(([code]) => reject(new Error(`ended with ${code}: ${output}`)));
  });
  return {
    address,
    output: () => output,
    async end(signal = 'SIGTERM') {
      child.kill(signal);
      const [code] = await closed;
      return code;
    },
  };
}

/** Trades the token of a printed address for the headers of a session. */
export async function signIn(address: URL): Promise<Record<string, string>> {
  const { origin } = address;
  const headers = { origin, authorization: `Bearer ${address.hash.slice(1)}` };
  const answer = await fetch(new URL('/session', origin), { method: 'POST', headers });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  return { origin, cookie, 'content-type': 'application/json' };
}

/** Calls are posted, or go over the socket as a page's do. */
const startBrowser =
  (way: 'posted' | 'socket'): StartHost =>
  async (dataDir) => {
    const server = await spawnServer(dataDir);
    const headers = await signIn(server.address);
    const socket = new WebSocket(`ws://${server.address.host}/socket`, { headers });
    await once(socket, 'open');
    const messages = new EventEmitter();
    socket.on('message', (data: Buffer) => {
      const message = JSON.parse(data.toString('utf8')) as SocketMessage;
      if ('event' in message) messages.emit('event', message.event);
      else messages.emit(String(message.call), message.result);
    });
    let calls = 0;
    async function post(method: string, input: unknown): Promise<Result<unknown>> {
      const url = new URL(`/api/${encodeURIComponent(method)}`, server.address.origin);
      const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(input) });
      return (await answer.json()) as Result<unknown>;
    }
    async function ask(method: string, input: unknown): Promise<Result<unknown>> {
      const call = (calls += 1);
      const text = JSON.stringify({ call, method, input });
      // As a page does.
      if (text.length > MAX_SOCKET_CALL) return post(method, input);
      const answered = once(messages, String(call)) as Promise<[Result<unknown>]>;
      socket.send(text);
      return (await answered)[0];
    }
    return new Host({
      async request(method, input) {
        for (;;) {
          const result = await (way === 'socket' ? ask : post)(method, input);
          if (result.ok || !(result.error.code === 'forbidden' && result.error.retryable)) {
            return result;
          }
          // More calls than a page may make: the method itself has not been asked yet.
          await setTimeout(50);
        }
      },
      listen: (listener) => void messages.on('event', listener),
      async close() {
        const code = await server.end();
        if (code !== 0) throw new Error(`the host ended with ${code}: ${server.output()}`);
      },
    });
  };

export const startBrowserHost = startBrowser('posted');
export const startBrowserSocket = startBrowser('socket');
