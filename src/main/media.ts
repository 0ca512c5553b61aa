import { fetchMedia } from '../core/host/fetch-media.ts';
import type { Engine } from '../core/thread/client.ts';
import { attempt, type ErrorInfo } from '../shared/errors.ts';
import { netFetch } from './net-fetch.ts';
import { refusal } from './protocol.ts';

/** Answers `media/…`: a remote image or video that the reader has allowed, fetched for the page; else 403, 404 or 502. */
export async function answerMedia(
  engine: Pick<Engine, 'call'>,
  src: string,
  request: Request,
): Promise<Response> {
  const fetched = await attempt(async () => {
    const { url, kind } = await engine.call('media.resolve', { src });
    const range = request.headers.get('range');
    return fetchMedia(url, kind, { range, fetch: netFetch, signal: request.signal });
  });
  return fetched.ok ? fetched.value : refusal(statusOf(fetched.error));
}

function statusOf(error: ErrorInfo): number {
  if (error.code === 'not-found') return 404;
  return error.code === 'media-failed' ? 502 : 403;
}
