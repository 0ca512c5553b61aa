/** A browser host with a scripted engine, and a plain HTTP client that may send whatever headers it likes. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import type { Engine } from '../../src/core/thread/client.ts';
import { startHost, type BrowserHost } from '../../src/server/host.ts';
import type { AppEvent } from '../../src/shared/contract.ts';
import { unwrap, type Result } from '../../src/shared/errors.ts';

/** An engine whose answers a test writes. */
export class ScriptedEngine implements Engine {
  readonly calls: { method: string; input: unknown }[] = [];
  readonly ended = new Promise<number>(() => undefined);
  answer: (method: string, input: unknown) => Result<unknown> | Promise<Result<unknown>> = () => ({
    ok: true,
    value: null,
  });
  readonly #listeners = new Set<(event: AppEvent) => void>();

  request(method: string, input: unknown): Promise<Result<unknown>> {
    this.calls.push({ method, input });
    return Promise.resolve(this.answer(method, input));
  }

  call: Engine['call'] = async (method, input) =>
    unwrap(await this.request(method, input)) as never;

  listen(listener: (event: AppEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(event: AppEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface Ask {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface RunningHost {
  readonly engine: ScriptedEngine;
  readonly port: number;
  readonly address: string;
  readonly token: string;
  /** Headers that the app's own page sends. */
  readonly own: Readonly<Record<string, string>>;
  /** What the host's fetch of media answers. */
  remote: (url: string) => Promise<Response>;
  ask(path: string, ask?: Ask): Promise<Answer>;
  /** Own headers, with the cookie that the token was traded for. */
  signIn(): Promise<Record<string, string>>;
  /** A WebSocket to /socket with these headers; what it was refused with, or the open socket. */
  connect(headers: Record<string, string>, path?: string): Promise<WebSocket | number>;
  close(): Promise<void>;
}

/** Starts a host on any free port, with a renderer of two files. */
export async function runHost(): Promise<RunningHost> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-server-'));
  const rendererDir = join(folder, 'renderer');
  await mkdir(join(rendererDir, 'assets'), { recursive: true });
  await writeFile(join(rendererDir, 'index.html'), '<!doctype html><title>Lectern</title>');
  await writeFile(join(rendererDir, 'assets', 'index-1a2b.js'), 'export {};');
  await writeFile(join(folder, 'secret.js'), 'secret');
  const engine = new ScriptedEngine();
  const host: BrowserHost = await startHost({
    engine,
    info: { host: 'browser', version: '1.2.3', platform: 'linux', dataDir: '/data' },
    rendererDir,
    port: 0,
    fetch: (url) => running.remote(url),
  });
  const { port, address } = host;
  const own = { host: `127.0.0.1:${port}`, origin: `http://127.0.0.1:${port}` };
  const token = new URL(address).hash.slice(1);
  const running: RunningHost = {
    engine,
    port,
    address,
    token,
    own,
    remote: () => Promise.reject(new Error('no network in tests')),
    ask: (path, ask) => send(port, path, ask),
    async signIn() {
      const headers = { ...own, authorization: `Bearer ${token}` };
      const answer = await send(port, '/session', { method: 'POST', headers });
      const cookie = answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
      return { ...own, cookie, 'content-type': 'application/json' };
    },
    connect: (headers, path = '/socket') => connect(port, path, headers),
    async close() {
      await host.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return running;
}

/** Sends the path as it is: no client that resolves dots or unescapes stands between. */
function send(port: number, path: string, ask: Ask = {}): Promise<Answer> {
  const { method = 'GET', headers = {}, body } = ask;
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, path, method, headers, agent: false });
    outgoing.on('error', reject);
    outgoing.on('response', (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () =>
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          text: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    outgoing.end(body);
  });
}

function connect(
  port: number,
  path: string,
  headers: Record<string, string>,
): Promise<WebSocket | number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers });
    socket.on('open', () => resolve(socket));
    socket.on('unexpected-response', (outgoing, incoming) => {
      resolve(incoming.statusCode ?? 0);
      outgoing.destroy();
    });
    socket.on('error', reject);
  });
}
