/** fetchMedia with Node's own fetch against a real server: what really goes over the wire, and what comes back. */
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FetchMediaOptions } from '../../../src/core/host/fetch-media.ts';
import { fetchMedia } from '../../../src/core/host/fetch-media.ts';

const VIDEO = Buffer.from(Array.from({ length: 1_000 }, (_, index) => index % 251));

let server: Server;
let asked: { readonly path: string; readonly headers: IncomingHttpHeaders }[];
beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    asked.push({ path: request.url ?? '', headers: request.headers });
    answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

function answer(request: IncomingMessage, response: ServerResponse): void {
  switch (request.url ?? '') {
    case '/video.mp4': {
      const [, from = '0', to = ''] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
      const part = VIDEO.subarray(Number(from), to === '' ? undefined : Number(to) + 1);
      response.writeHead(request.headers.range === undefined ? 200 : 206, {
        'content-type': 'video/mp4',
        'content-range': `bytes ${from}-${Number(from) + part.length - 1}/${VIDEO.length}`,
        'set-cookie': 'id=1',
      });
      response.end(part);
      return;
    }
    case '/zipped.svg':
      response.writeHead(200, { 'content-type': 'image/svg+xml', 'content-encoding': 'gzip' });
      response.end(gzipSync('<svg/>'));
      return;
    case '/moved.png':
      response.writeHead(302, { location: '/zipped.svg', 'set-cookie': 'id=1' });
      response.end('moved');
      return;
    case '/inward.png':
      response.writeHead(302, { location: 'https://[::ffff:127.0.0.1]/secret.png' });
      response.end();
      return;
    default:
      // Headers, and then nothing for ever.
      response.writeHead(200, { 'content-type': 'image/png' });
      response.flushHeaders();
  }
}

/** https to example.org becomes http to the server; all else of the request stays as it was asked for. */
function options(signal = new AbortController().signal): FetchMediaOptions {
  const { port } = server.address() as AddressInfo;
  return {
    range: null,
    signal,
    fetch: (url, init) =>
      fetch(url.replace('https://example.org', `http://127.0.0.1:${port}`), init),
    lookup: () => Promise.resolve(['93.184.215.14']),
  };
}

test('a part of a video comes byte for byte, and its server learns nothing of the reader', async () => {
  const response = await fetchMedia('https://example.org/video.mp4', 'video', {
    ...options(),
    range: 'bytes=100-199',
  });
  expect(response.status).toBe(206);
  expect(Buffer.from(await response.arrayBuffer())).toEqual(VIDEO.subarray(100, 200));
  expect(response.headers.get('content-range')).toBe('bytes 100-199/1000');
  expect(response.headers.has('set-cookie')).toBe(false);
  expect(asked[0]?.headers).toMatchObject({ accept: 'video/*', range: 'bytes=100-199' });
  for (const name of ['cookie', 'referer', 'origin', 'authorization']) {
    expect(asked[0]?.headers).not.toHaveProperty(name);
  }
});

test('a redirect is followed without the cookie that came with it; a zipped body comes unzipped', async () => {
  const response = await fetchMedia('https://example.org/moved.png', 'image', options());
  expect(await response.text()).toBe('<svg/>');
  expect(response.headers.has('content-length')).toBe(false);
  expect(asked.map(({ path }) => path)).toEqual(['/moved.png', '/zipped.svg']);
  expect(asked[1]?.headers).not.toHaveProperty('cookie');
});

test('a redirect into the own machine is not followed', async () => {
  await expect(
    fetchMedia('https://example.org/inward.png', 'image', options()),
  ).rejects.toMatchObject({ code: 'media-blocked' });
  expect(asked).toHaveLength(1);
});

test('a reader who goes on ends what still loads', async () => {
  const abort = new AbortController();
  const response = await fetchMedia(
    'https://example.org/endless.png',
    'image',
    options(abort.signal),
  );
  const reading = response.text();
  abort.abort();
  await expect(reading).rejects.toThrow();
});
