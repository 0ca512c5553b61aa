import { Readable } from 'node:stream';
import { net, session } from 'electron';

/**
 * `fetch` for GET over Chromium's network (system proxy and certificates), from a session of its own in memory: no
 * cookies, no cache, no referrer. Redirects are not followed but answered (status and `location`), so that each hop can
 * be checked; Electron's own net.fetch rejects on them. Rejects with Electron's error, or the reason of the signal.
 */
export function netFetch(url: string, init: RequestInit): Promise<Response> {
  const { headers, signal } = new Request(url, init);
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const request = net.request({
      method: 'GET',
      url,
      headers: Object.fromEntries(headers),
      session: session.fromPartition('media'),
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      redirect: 'manual',
    });
    const abort = (): void => {
      request.abort();
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', abort, { once: true });
    request.on('redirect', (status, _method, location) => {
      resolve(new Response(null, { status, headers: { location } }));
      request.abort();
    });
    request.on('response', (message) => {
      const { statusCode: status } = message;
      const answered = new Headers();
      for (const [name, value] of Object.entries(message.headers)) {
        answered.set(name, Array.isArray(value) ? value.join(', ') : value);
      }
      // Electron's types leave it out: the message is a Node stream.
      const stream = Readable.toWeb(message as unknown as Readable);
      const body = NO_BODY.includes(status) ? null : (stream as ReadableStream<Uint8Array>);
      resolve(new Response(body, { status, headers: answered }));
    });
    request.on('error', reject);
    request.on('close', () => signal.removeEventListener('abort', abort));
    request.end();
  });
}

const NO_BODY: readonly number[] = [204, 205, 304];
