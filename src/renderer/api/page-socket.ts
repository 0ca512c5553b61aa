import type { AppEvent } from '../../shared/contract.ts';
import type { Result } from '../../shared/errors.ts';
import { MAX_SOCKET_CALL, type SocketMessage } from '../../shared/socket.ts';

interface Listeners {
  readonly onOpen: () => void;
  readonly onEvent: (event: AppEvent) => void;
  readonly onClose: () => void;
}

/**
 * The socket to the browser host. Events come over it, and calls go over it: they take a third of the time of a posted one, and
 * never wait behind pictures, of which a browser loads six at a time from one host.
 */
export class PageSocket {
  readonly #socket: WebSocket;
  /** By number: what takes the answer, or null when none will come any more. */
  readonly #asked = new Map<number, (result: Result<unknown> | null) => void>();
  #last = 0;

  constructor(url: URL, { onOpen, onEvent, onClose }: Listeners) {
    this.#socket = new WebSocket(url);
    this.#socket.addEventListener('open', onOpen);
    this.#socket.addEventListener('message', ({ data }) => {
      if (typeof data !== 'string') return;
      const message = JSON.parse(data) as SocketMessage;
      if ('event' in message) onEvent(message.event);
      else this.#answered(message.call, message.result);
    });
    this.#socket.addEventListener('close', () => {
      for (const call of [...this.#asked.keys()]) this.#answered(call, null);
      onClose();
    });
  }

  /** Sends a call within this task; `input`: as JSON. Null when it cannot go this way: the socket is not open, or it is too long. */
  call(method: string, input: string): Promise<Result<unknown> | null> | null {
    if (this.#socket.readyState !== WebSocket.OPEN) return null;
    const call = (this.#last += 1);
    const text = `{"call":${call},"method":${JSON.stringify(method)},"input":${input}}`;
    if (text.length > MAX_SOCKET_CALL) return null;
    this.#socket.send(text);
    return new Promise((resolve) => this.#asked.set(call, resolve));
  }

  #answered(call: number, result: Result<unknown> | null): void {
    this.#asked.get(call)?.(result);
    this.#asked.delete(call);
  }
}
