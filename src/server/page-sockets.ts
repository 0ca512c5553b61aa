import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { z } from 'zod';
import type { AppEvent } from '../shared/contract.ts';
import { toErrorInfo, type Result } from '../shared/errors.ts';
import { MAX_SOCKET_CALL, type SocketCall, type SocketMessage } from '../shared/socket.ts';
import { parseJson } from './parse-json.ts';

const MAX_SOCKETS = 32;
const HEARTBEAT_MS = 30_000;
/** A page that lies this many characters of events behind is let go; it connects again and asks for everything anew. */
const MAX_WAITING = 4 * 1024 * 1024;
/** UTF-8 takes at most three bytes for each UTF-16 unit. */
const MAX_PAYLOAD = MAX_SOCKET_CALL * 3;

const socketCall = z.strictObject({
  call: z.int().nonnegative(),
  method: z.string(),
  input: z.unknown(),
});

/** The sockets of pages: events go out over each, and calls come in and are answered. */
export class PageSockets {
  readonly #answer: (method: string, input: unknown) => Promise<Result<unknown>>;
  readonly #server = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_PAYLOAD,
    perMessageDeflate: false,
  });
  readonly #alive = new WeakSet<WebSocket>();
  /** Characters of events that are not with the system yet. */
  readonly #waiting = new WeakMap<WebSocket, number>();
  readonly #heartbeat: NodeJS.Timeout;
  /** Calls under way; each ends once its answer is sent. */
  readonly #replies = new Set<Promise<void>>();
  #closing = false;

  /** answer: what a call is answered with. */
  constructor(
    answer: (method: string, input: unknown) => Promise<Result<unknown>>,
    heartbeatMs = HEARTBEAT_MS,
  ) {
    this.#answer = answer;
    this.#heartbeat = setInterval(() => this.#beat(), heartbeatMs);
    this.#heartbeat.unref();
  }

  get full(): boolean {
    return this.#server.clients.size >= MAX_SOCKETS;
  }

  /** Takes over a connection whose request has been found good. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#server.handleUpgrade(request, socket, head, (client) => {
      this.#alive.add(client);
      client.on('pong', () => this.#alive.add(client));
      client.on('message', (data, isBinary) => this.#hear(client, data, isBinary));
      // A broken frame or connection: `ws` closes the socket after telling, and the page connects again.
      client.on('error', () => client.terminate());
    });
  }

  /** Tells every page of an event. */
  send(event: AppEvent): void {
    const text = JSON.stringify({ event } satisfies SocketMessage);
    for (const client of this.#server.clients) {
      if (client.readyState !== client.OPEN) continue;
      const waiting = this.#waiting.get(client) ?? 0;
      if (waiting > MAX_WAITING) {
        client.terminate();
        continue;
      }
      this.#waiting.set(client, waiting + text.length);
      client.send(text, () => {
        this.#waiting.set(client, (this.#waiting.get(client) ?? 0) - text.length);
      });
    }
  }

  /** Lets answers under way finish, for `patience` milliseconds at most, then closes every socket. */
  async close(patience: number): Promise<void> {
    this.#closing = true;
    clearInterval(this.#heartbeat);
    await Promise.race([Promise.all(this.#replies), setTimeout(patience, null, { ref: false })]);
    for (const client of this.#server.clients) client.close(1001, 'Lectern is closing.');
    this.#server.close();
  }

  #hear(client: WebSocket, data: RawData, isBinary: boolean): void {
    if (this.#closing) return;
    const call = isBinary ? null : callOf(data);
    if (call === null) {
      client.close(1008, 'Only calls are taken.');
      return;
    }
    const reply = this.#reply(client, call).finally(() => this.#replies.delete(reply));
    this.#replies.add(reply);
  }

  async #reply(client: WebSocket, { call, method, input }: SocketCall): Promise<void> {
    const result = await this.#answer(method, input).catch((error: unknown): Result<unknown> => ({
      ok: false,
      error: toErrorInfo(error),
    }));
    // A page that went away has nobody left to tell.
    if (client.readyState !== client.OPEN) return;
    client.send(JSON.stringify({ call, result } satisfies SocketMessage));
  }

  #beat(): void {
    for (const client of this.#server.clients) {
      if (this.#alive.delete(client)) client.ping();
      else client.terminate();
    }
  }
}

/** `ws` hands over texts as buffers, unless told otherwise. */
function callOf(data: RawData): SocketCall | null {
  if (!Buffer.isBuffer(data)) return null;
  return socketCall.safeParse(parseJson(data.toString('utf8'))?.value).data ?? null;
}

/** Refuses an upgrade in plain HTTP. */
export function refuseUpgrade(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
