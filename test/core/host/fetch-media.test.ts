import { expect, test } from 'vitest';
import type { FetchMediaOptions } from '../../../src/core/host/fetch-media.ts';
import { fetchMedia } from '../../../src/core/host/fetch-media.ts';

interface Asked {
  readonly url: string;
  readonly init: RequestInit;
}

/** A network of our own: address → answer; what is not there cannot be reached. */
function network(
  answers: Readonly<Record<string, () => Response>>,
  names: Readonly<Record<string, readonly string[]>> = {},
) {
  const asked: Asked[] = [];
  const options: FetchMediaOptions = {
    range: null,
    signal: new AbortController().signal,
    fetch: (url, init) => {
      asked.push({ url, init });
      const answer = answers[url];
      return answer === undefined
        ? Promise.reject(new TypeError('unreachable'))
        : Promise.resolve(answer());
    },
    lookup: (host) => Promise.resolve(names[host] ?? ['93.184.215.14']),
  };
  return { asked, options };
}

function answer(type: string, headers: Record<string, string> = {}, status = 200): () => Response {
  return () => new Response('bytes', { status, headers: { 'content-type': type, ...headers } });
}

function redirect(location: string, status = 302): () => Response {
  return () => new Response(null, { status, headers: { location } });
}

const blocked = expect.objectContaining({ code: 'media-blocked' }) as Error;
const failed = expect.objectContaining({ code: 'media-failed', retryable: true }) as Error;

test('an image comes with nothing of the server but type and size', async () => {
  const { asked, options } = network({
    'https://cdn.example.org/a.png': answer('image/png; charset=x', {
      'content-length': '5',
      'set-cookie': 'id=1',
      'cache-control': 'public',
      refresh: '0; url=https://example.com',
      'access-control-allow-origin': '*',
    }),
  });
  const response = await fetchMedia('https://cdn.example.org/a.png', 'image', options);
  expect(await response.text()).toBe('bytes');
  expect(Object.fromEntries(response.headers)).toEqual({
    'content-type': 'image/png',
    'content-length': '5',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringMatching(/default-src 'none'.*sandbox/) as string,
  });
  expect(asked[0]?.init).toMatchObject({
    redirect: 'manual',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    headers: { accept: 'image/*' },
  });
});

test('a range is asked for and answered; a strange one is not passed on', async () => {
  const { asked, options } = network({
    'https://cdn.example.org/a.mp4': answer(
      'video/mp4',
      { 'content-range': 'bytes 0-4/100', 'accept-ranges': 'bytes' },
      206,
    ),
  });
  const url = 'https://cdn.example.org/a.mp4';
  const response = await fetchMedia(url, 'video', { ...options, range: 'bytes=0-4' });
  expect(response.status).toBe(206);
  expect(response.headers.get('content-range')).toBe('bytes 0-4/100');
  expect(response.headers.get('accept-ranges')).toBe('bytes');
  await fetchMedia(url, 'video', { ...options, range: 'bytes=0-1\r\ncookie: a' });
  expect(asked.map(({ init }) => init.headers)).toEqual([
    { accept: 'video/*', range: 'bytes=0-4' },
    { accept: 'video/*' },
  ]);
});

test('the length of an encoded answer is not passed on, since its body comes decoded', async () => {
  const { options } = network({
    'https://example.org/a.svg': answer('image/svg+xml', {
      'content-encoding': 'gzip',
      'content-length': '3',
    }),
  });
  const response = await fetchMedia('https://example.org/a.svg', 'image', options);
  expect(response.headers.get('content-length')).toBeNull();
});

test.each(['text/html', 'video/mp4', 'application/octet-stream', '', 'image/', 'image/png<'])(
  'an answer of type "%s" is no image',
  async (type) => {
    const { options } = network({ 'https://example.org/a.png': answer(type) });
    await expect(fetchMedia('https://example.org/a.png', 'image', options)).rejects.toEqual(
      blocked,
    );
  },
);

test('redirects are followed, relative ones too, up to five', async () => {
  const { asked, options } = network({
    'https://example.org/0': redirect('/1'),
    'https://example.org/1': redirect('https://cdn.example.org/2', 301),
    'https://cdn.example.org/2': redirect('3', 307),
    'https://cdn.example.org/3': redirect('4', 308),
    'https://cdn.example.org/4': redirect('5', 303),
    'https://cdn.example.org/5': answer('image/gif'),
  });
  const response = await fetchMedia('https://example.org/0', 'image', options);
  expect(response.headers.get('content-type')).toBe('image/gif');
  expect(asked).toHaveLength(6);
});

test('a sixth redirect is a failure', async () => {
  const { asked, options } = network({ 'https://example.org/0': redirect('/0') });
  await expect(fetchMedia('https://example.org/0', 'image', options)).rejects.toEqual(failed);
  expect(asked).toHaveLength(6);
});

test.each([
  'http://example.org/a.png',
  'https://127.0.0.1/a.png',
  'https://[::1]/a.png',
  'https://[::ffff:10.0.0.1]/a.png',
  'https://169.254.169.254/latest/meta-data',
  'https://0x7f.1/a.png',
  'https://localhost/a.png',
  'https://inside.example.org/a.png',
  'https://both.example.org/a.png',
  'https://user:secret@example.org/a.png',
  'ftp://example.org/a.png',
  'data:image/png;base64,AAAA',
  'file:///etc/passwd',
  'a.png',
])('%s is never asked, neither at first nor after a redirect', async (address) => {
  const { asked, options } = network(
    { 'https://example.org/start': redirect(address) },
    {
      'inside.example.org': ['192.168.0.10'],
      'both.example.org': ['93.184.215.14', 'fd00::1'],
    },
  );
  await expect(fetchMedia(address, 'image', options)).rejects.toEqual(blocked);
  expect(asked).toEqual([]);
  // A relative address is a path on the redirecting host.
  if (!URL.canParse(address)) return;
  await expect(fetchMedia('https://example.org/start', 'image', options)).rejects.toEqual(blocked);
  expect(asked.map(({ url }) => url)).toEqual(['https://example.org/start']);
});

test('a server that refuses, or cannot be reached, or whose name is not known, is a failure', async () => {
  const { options } = network({
    'https://example.org/gone': answer('image/png', {}, 404),
    'https://example.org/nowhere': () => new Response(null, { status: 302 }),
  });
  for (const path of ['gone', 'nowhere', 'unreachable']) {
    await expect(fetchMedia(`https://example.org/${path}`, 'image', options)).rejects.toEqual(
      failed,
    );
  }
  const lookup = (): Promise<never> => Promise.reject(new Error('ENOTFOUND'));
  await expect(
    fetchMedia('https://example.org/gone', 'image', { ...options, lookup }),
  ).rejects.toEqual(failed);
});
