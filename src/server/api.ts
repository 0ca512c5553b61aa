import type { IncomingMessage, ServerResponse } from 'node:http';
import { contract, type HostInfo } from '../shared/contract.ts';
import type { Result } from '../shared/errors.ts';
import type { Engine } from '../core/thread/client.ts';
import { readBody } from './body.ts';
import { parseJson } from './parse-json.ts';
import { refuse, sendResult } from './respond.ts';

/** The longest call that the contract allows a page to make: a note, or the ids of some hundred thousand papers. */
const MAX_BODY_BYTES = 16 * 1024 * 1024;
/** A whole backup or import, which the reader chose from a file. */
const MAX_FILE_BYTES = 256 * 1024 * 1024;
const WITH_FILE: readonly string[] = [
  'data.restore',
  'data.backupContents',
  'import.preview',
  'import.apply',
];

/** What answers a call here: the engine, but for the one host method that a browser's page cannot do by itself. */
export function answerCall(
  engine: Pick<Engine, 'request'>,
  info: HostInfo,
  method: string,
  input: unknown,
): Promise<Result<unknown>> {
  if (method === 'host.info' && contract['host.info'].input.safeParse(input).success) {
    return Promise.resolve({ ok: true, value: info });
  }
  return engine.request(method, input);
}

/** POST /api/<method>: a JSON body in, a Result out. What HTTP itself refuses has a status of 4xx, and a Result too. */
export async function serveCall(
  request: IncomingMessage,
  response: ServerResponse,
  method: string,
  call: (method: string, input: unknown) => Promise<Result<unknown>>,
): Promise<void> {
  if (request.method !== 'POST') {
    refuse(response, 405, 'forbidden', 'Calls are made by POST.');
    return;
  }
  // A type that no form can send: a cross-site page would have to ask first (CORS preflight), and is refused.
  if (request.headers['content-type']?.split(';')[0]?.trim() !== 'application/json') {
    refuse(response, 415, 'invalid-input', 'Calls carry application/json.');
    return;
  }
  const limit = WITH_FILE.includes(method) ? MAX_FILE_BYTES : MAX_BODY_BYTES;
  const body = await readBody(request, limit);
  if (body === null) {
    refuse(response, 413, 'invalid-input', 'The call is too long.');
    return;
  }
  const input = parseJson(body);
  if (input === null) {
    refuse(response, 400, 'invalid-input', 'The call is no JSON.');
    return;
  }
  sendResult(response, 200, await call(method, input.value));
}
