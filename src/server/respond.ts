import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { MEDIA_SECURITY_POLICY } from '../core/host/content-security-policy.ts';
import type { ErrorCode, Result } from '../shared/errors.ts';

const SECURITY_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // The pages of the renderer have one of their own; nothing else may act as a page.
  'Content-Security-Policy': MEDIA_SECURITY_POLICY,
} as const;

/** Begins an answer with the headers that every answer carries; `headers` may add to them. */
export function writeHead(
  response: ServerResponse,
  status: number,
  headers: OutgoingHttpHeaders,
): void {
  const all = { ...SECURITY_HEADERS, 'Cache-Control': 'no-store', ...headers };
  for (const [name, value] of Object.entries(all)) {
    // One by one, since names differ in case: the last one holds.
    if (value !== undefined) response.setHeader(name, value);
  }
  response.writeHead(status);
}

/** Answers with a line of plain text. */
export function sendText(
  response: ServerResponse,
  status: number,
  text: string,
  headers: OutgoingHttpHeaders = {},
): void {
  writeHead(response, status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
    ...headers,
  });
  response.end(text);
}

/** Answers a contract call: the Result as JSON. */
export function sendResult(
  response: ServerResponse,
  status: number,
  result: Result<unknown>,
): void {
  // A result of `undefined` leaves no `value` in JSON; the client reads it as undefined again.
  const body = Buffer.from(JSON.stringify(result));
  writeHead(response, status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': body.length,
  });
  response.end(body);
}

/** Refuses a contract call before it reached the engine. */
export function refuse(
  response: ServerResponse,
  status: number,
  code: ErrorCode,
  message: string,
): void {
  sendResult(response, status, refusal(code, message, status === 429));
}

/** What a call is told that did not reach the engine. */
export function refusal(code: ErrorCode, message: string, retryable: boolean): Result<never> {
  return { ok: false, error: { code, message, subject: null, retryable } };
}
