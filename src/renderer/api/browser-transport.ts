import type { AppEvent } from '../../shared/contract.ts';
import type { ErrorInfo, Result } from '../../shared/errors.ts';
import { Emitter } from './emitter.ts';
import { PageSocket } from './page-socket.ts';
import type { Connection, Transport } from './transport.ts';

/** Bytes that a page may send on its way out, all together; of more, browsers send nothing (Fetch, HTTP-network-or-cache fetch). */
const LAST_BYTES = 64 * 1024;

const RETRY_MS = [250, 500, 1_000, 2_000, 5_000] as const;

/**
 * The browser host over HTTP and WebSocket. The token comes in the address' fragment, is traded once for a cookie, and
 * is taken out of the address, so that it stays out of history and bookmarks.
 */
export class BrowserTransport implements Transport {
  readonly #window: Window;
  readonly #events = new Emitter<AppEvent>();
  readonly #changes = new Emitter<Connection>();
  #connection: Connection = 'connecting';
  #failures = 0;
  /** Calls made before the first connection wait for it, so that none is refused for want of the cookie. */
  #first: Promise<void> | null;
  #socket: PageSocket | null = null;
  /** Once the page is going, what it still asks for has to outlive it: for how many bytes there is room. Else null. */
  #lastRoom: number | null = null;

  constructor(window: Window) {
    this.#window = window;
    this.#first = this.#connect().finally(() => {
      this.#first = null;
    });
    window.addEventListener('online', () => this.#retrySoon(0));
    // Before whatever else hears of it, and sends what is not saved yet.
    window.addEventListener('pagehide', () => (this.#lastRoom = LAST_BYTES), { capture: true });
    window.addEventListener('pageshow', () => (this.#lastRoom = null));
  }

  async call(method: string, input: unknown): Promise<Result<unknown>> {
    // Else it leaves within this very task, before what the reader did is drawn.
    if (this.#first !== null) await this.#first;
    // Once, whichever way it goes: an import may be long.
    const body = JSON.stringify(input);
    const answer = this.#lastRoom === null ? this.#socket?.call(method, body) : null;
    if (!answer) return this.#post(method, body);
    return (await answer) ?? noAnswer;
  }

  listen(listener: (event: AppEvent) => void): () => void {
    return this.#events.on(listener);
  }

  watch(listener: (connection: Connection) => void): () => void {
    listener(this.#connection);
    return this.#changes.on(listener);
  }

  pathOf(): string | null {
    return null;
  }

  async #connect(): Promise<void> {
    await this.#tradeToken();
    // An answered call tells a missing cookie from a dead host; a failed WebSocket does not say why it failed.
    const answer = await this.#post('host.info', '{}');
    if (answer.ok) this.#openSocket();
    else {
      this.#become(answer.error.code === 'forbidden' ? 'unauthorised' : 'gone');
      this.#retrySoon();
    }
  }

  async #tradeToken(): Promise<void> {
    const { location, history } = this.#window;
    const token = location.hash.slice(1);
    if (token === '') return;
    try {
      const answer = await fetch('/session', {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}` },
      });
      if (!answer.ok && answer.status >= 500) return;
    } catch {
      // The host does not answer: the token is kept for the next try, and the call that follows tells the reader.
      return;
    }
    history.replaceState(null, '', location.pathname + location.search);
  }

  async #post(method: string, body: string): Promise<Result<unknown>> {
    try {
      const answer = await fetch(`/api/${method}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body,
        keepalive: this.#takeLastRoom(body),
      });
      if (answer.status === 401) return failed('forbidden', 'This page has no valid token.');
      return (await answer.json()) as Result<unknown>;
    } catch {
      return noAnswer;
    }
  }

  /** Whether what is sent now is to outlive the page, and can. */
  #takeLastRoom(body: string): boolean {
    if (this.#lastRoom === null) return false;
    const { size } = new Blob([body]);
    if (size > this.#lastRoom) return false;
    this.#lastRoom -= size;
    return true;
  }

  #openSocket(): void {
    const url = new URL('/socket', this.#window.location.href);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    this.#socket = new PageSocket(url, {
      onOpen: () => {
        this.#failures = 0;
        this.#become('ready');
      },
      onEvent: (event) => this.#events.emit(event),
      onClose: () => {
        this.#socket = null;
        this.#become('gone');
        this.#retrySoon();
      },
    });
  }

  #retryTimer: number | undefined;

  #retrySoon(ms: number = RETRY_MS[Math.min(this.#failures, RETRY_MS.length - 1)] ?? 0): void {
    if (this.#connection === 'ready' || this.#connection === 'connecting') return;
    this.#failures += 1;
    this.#window.clearTimeout(this.#retryTimer);
    this.#retryTimer = this.#window.setTimeout(() => void this.#connect(), ms);
  }

  #become(connection: Connection): void {
    if (this.#connection === connection) return;
    this.#connection = connection;
    this.#changes.emit(connection);
  }
}

const noAnswer = failed('engine-stopped', 'Lectern does not answer.');

function failed(code: ErrorInfo['code'], message: string): Result<never> {
  return { ok: false, error: { code, message, subject: null, retryable: true } };
}
