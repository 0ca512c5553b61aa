/** The browser host: the contract over HTTP and WebSocket, for pages of this computer's own browser. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FetchMediaOptions } from '../core/host/fetch-media.ts';
import type { Engine } from '../core/thread/client.ts';
import type { HostInfo } from '../shared/contract.ts';
import { toErrorInfo, type Result } from '../shared/errors.ts';
import { answerCall, serveCall } from './api.ts';
import { PageSockets, refuseUpgrade } from './page-sockets.ts';
import { serveFile } from './files.ts';
import { serveMedia } from './media.ts';
import { foreign, hostsOf } from './origin.ts';
import { refuse, refusal, sendResult, sendText, writeHead } from './respond.ts';
import { Session } from './session.ts';
import { TokenBucket } from './token-bucket.ts';

const LOOPBACK = '127.0.0.1';
const MAX_CONNECTIONS = 256;
/** How long answers under way may still take when the host closes. */
const CLOSE_MS = 2_000;

const tooMany = refusal('forbidden', 'Too many calls at once.', true);

export interface HostOptions {
  readonly engine: Engine;
  readonly info: HostInfo;
  /** Folder of the built renderer. */
  readonly rendererDir: string;
  /** 0: any free one. */
  readonly port: number;
  /** How media are fetched. */
  readonly fetch: FetchMediaOptions['fetch'];
}

export interface BrowserHost {
  /** Where the app is, with the token in the fragment. */
  readonly address: string;
  readonly port: number;
  /** Lets answers under way finish, then closes every connection. */
  close(): Promise<void>;
}

/** Starts to listen on 127.0.0.1. Rejects with Node's error when the port cannot be had (EADDRINUSE, EACCES). */
export async function startHost(options: HostOptions): Promise<BrowserHost> {
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 60_000 });
  server.maxConnections = MAX_CONNECTIONS;
  const port = await listen(server, options.port);
  const session = new Session(port);
  const calls = new TokenBucket(500, 2_000);
  const answer = (method: string, input: unknown): Promise<Result<unknown>> =>
    answerCall(options.engine, options.info, method, input);
  const sockets = new PageSockets((method, input) =>
    calls.take() ? answer(method, input) : Promise.resolve(tooMany),
  );
  const unlisten = options.engine.listen((event) => sockets.send(event));
  route(server, options, { session, sockets, calls, answer, hosts: hostsOf(port) });
  return {
    port,
    address: `http://${LOOPBACK}:${port}/#${session.token}`,
    close: async () => {
      await Promise.all([closeServer(server), sockets.close(CLOSE_MS)]);
      unlisten();
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const deadline = setTimeout(() => server.closeAllConnections(), CLOSE_MS);
    server.close(() => {
      clearTimeout(deadline);
      resolve();
    });
  });
}

interface Routes {
  readonly session: Session;
  readonly sockets: PageSockets;
  /** Of all pages together. */
  readonly calls: TokenBucket;
  readonly answer: (method: string, input: unknown) => Promise<Result<unknown>>;
  readonly hosts: readonly string[];
}

function route(
  server: Server,
  { engine, rendererDir, fetch }: HostOptions,
  { session, sockets, calls, answer, hosts }: Routes,
): void {
  const knocks = new TokenBucket(2, 20);

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // Raw, not through URL: that would unescape and resolve what has to be refused.
    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    const why = foreign(request, hosts);
    if (why !== null) {
      sendText(response, 403, `Refused: ${why}.\n`);
    } else if (path === '/session') {
      openSession(request, response);
    } else if (path.startsWith('/api/') || path.startsWith('/media/')) {
      if (!session.holds(request.headers.cookie)) {
        refuse(response, 401, 'forbidden', 'Open the address that Lectern printed at its start.');
      } else if (!calls.take()) {
        sendResult(response, 429, tooMany);
      } else if (path.startsWith('/api/')) {
        await serveCall(request, response, path.slice('/api/'.length), answer);
      } else {
        await serveMedia(request, response, { engine, fetch }, path.slice(1));
      }
    } else {
      await serveFile(request, response, rendererDir, path);
    }
  }

  function openSession(request: IncomingMessage, response: ServerResponse): void {
    if (request.method !== 'POST') refuse(response, 405, 'forbidden', 'A session begins by POST.');
    else if (!knocks.take()) refuse(response, 429, 'forbidden', 'Too many tries.');
    else if (!session.opens(request.headers.authorization)) {
      refuse(response, 401, 'forbidden', 'This is not the token of this start of Lectern.');
    } else {
      writeHead(response, 204, { 'Set-Cookie': session.setCookie() });
      response.end();
    }
  }

  server.on('request', (request, response) => {
    serve(request, response).catch((error: unknown) => {
      // The page went away in the middle, or a file vanished while it was sent: there is nobody left to tell.
      if (response.headersSent) response.destroy();
      else refuse(response, 500, 'internal', toErrorInfo(error).message);
    });
  });

  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    if (foreign(request, hosts) !== null) refuseUpgrade(socket, '403 Forbidden');
    else if (request.url !== '/socket') refuseUpgrade(socket, '404 Not Found');
    else if (!session.holds(request.headers.cookie)) refuseUpgrade(socket, '401 Unauthorized');
    else if (sockets.full) refuseUpgrade(socket, '429 Too Many Requests');
    else sockets.accept(request, socket, head);
  });
}
