import { MEDIA_SECURITY_POLICY } from '../core/host/content-security-policy.ts';
import { fetchMedia } from '../core/host/fetch-media.ts';
import type { Engine } from '../core/thread/client.ts';
import { attempt, type ErrorInfo } from '../shared/errors.ts';
import { netFetch } from './net-fetch.ts';
import { refusal } from './protocol.ts';

/** Of what the remote server said, what the page is told. */
const PASSED_ON = ['content-type', 'content-length', 'content-range', 'accept-ranges'] as const;

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
  if (!fetched.ok) return refusal(statusOf(fetched.error));
  const { status, headers, body } = fetched.value;
  const passed = new Headers({
    'cache-control': 'no-store',
    'content-security-policy': MEDIA_SECURITY_POLICY,
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  });
  for (const name of PASSED_ON) {
    const value = headers.get(name);
    if (value !== null) passed.set(name, value);
  }
  return new Response(body, { status, headers: passed });
}

function statusOf(error: ErrorInfo): number {
  if (error.code === 'not-found') return 404;
  return error.code === 'media-failed' ? 502 : 403;
}
