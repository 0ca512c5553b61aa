import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fetchMedia, type FetchMediaOptions } from '../core/host/fetch-media.ts';
import { attempt, type ErrorInfo } from '../shared/errors.ts';
import type { Engine } from '../core/thread/client.ts';
import { sendText, writeHead } from './respond.ts';

/** GET /media/…: a remote image or video that the reader has allowed, fetched for the page. */
export async function serveMedia(
  request: IncomingMessage,
  response: ServerResponse,
  { engine, fetch }: { readonly engine: Engine; readonly fetch: FetchMediaOptions['fetch'] },
  src: string,
): Promise<void> {
  if (request.method !== 'GET') {
    sendText(response, 405, 'Media are only read.\n', { Allow: 'GET' });
    return;
  }
  const abort = new AbortController();
  response.on('close', () => abort.abort());
  const fetched = await attempt(async () => {
    const { url, kind } = await engine.call('media.resolve', { src });
    const range = request.headers.range ?? null;
    return fetchMedia(url, kind, { range, fetch, signal: abort.signal });
  });
  if (!fetched.ok) {
    sendText(response, statusOf(fetched.error), `${fetched.error.message}\n`);
    return;
  }
  const { status, headers, body } = fetched.value;
  // fetchMedia has left in nothing of the remote server's but what a page needs.
  writeHead(response, status, Object.fromEntries(headers));
  if (body === null) response.end();
  else await pipeline(Readable.fromWeb(body), response);
}

function statusOf(error: ErrorInfo): number {
  if (error.code === 'not-found') return 404;
  return error.code === 'media-failed' ? 502 : 403;
}
