/** What a page and the browser host say to each other over their WebSocket: each message one JSON text. */
import type { AppEvent } from './contract.ts';
import type { Result } from './errors.ts';

/** A call of the contract. `call`: a number that the page has not used before on this socket. */
export interface SocketCall {
  readonly call: number;
  readonly method: string;
  readonly input: unknown;
}

/** An event, or the answer to the call of that number. */
export type SocketMessage =
  { readonly event: AppEvent } | { readonly call: number; readonly result: Result<unknown> };

/** UTF-16 units of the longest call that goes over the socket; a longer one is posted. */
export const MAX_SOCKET_CALL = 64 * 1024;
