import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { AppEvent } from '../shared/contract.ts';

const MAX_SOCKETS = 32;
const HEARTBEAT_MS = 30_000;
/** A page that lies this far behind is let go; it connects again and asks for everything anew. */
const MAX_WAITING_BYTES = 4 * 1024 * 1024;

/** Pushes events to every page over WebSockets, one JSON text each. Pages only listen: what they send ends them. */
export class EventSockets {
  readonly #server = new WebSocketServer({
    noServer: true,
    maxPayload: 1024,
    perMessageDeflate: false,
  });
  readonly #answered = new WeakSet<WebSocket>();
  readonly #heartbeat: NodeJS.Timeout;

  constructor(heartbeatMs = HEARTBEAT_MS) {
    this.#heartbeat = setInterval(() => this.#beat(), heartbeatMs);
    this.#heartbeat.unref();
  }

  get full(): boolean {
    return this.#server.clients.size >= MAX_SOCKETS;
  }

  /** Takes over a connection whose request has been found good. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#server.handleUpgrade(request, socket, head, (client) => {
      this.#answered.add(client);
      client.on('pong', () => this.#answered.add(client));
      client.on('message', () => client.close(1008, 'Events go one way.'));
      // A broken frame or connection: `ws` closes the socket after telling, and the page connects again.
      client.on('error', () => client.terminate());
    });
  }

  send(event: AppEvent): void {
    const text = JSON.stringify(event);
    for (const client of this.#server.clients) {
      if (client.readyState !== client.OPEN) continue;
      if (client.bufferedAmount > MAX_WAITING_BYTES) client.terminate();
      else client.send(text);
    }
  }

  close(): void {
    clearInterval(this.#heartbeat);
    for (const client of this.#server.clients) client.close(1001, 'Lectern is closing.');
    this.#server.close();
  }

  #beat(): void {
    for (const client of this.#server.clients) {
      if (this.#answered.delete(client)) client.ping();
      else client.terminate();
    }
  }
}

/** Refuses an upgrade in plain HTTP. */
export function refuseUpgrade(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
