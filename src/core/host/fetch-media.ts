import { lookup as dnsLookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { AppError } from '../../shared/errors.ts';
import type { Media } from '../../shared/model.ts';
import { MEDIA_SECURITY_POLICY } from './content-security-policy.ts';
import { bareHost, isPublicAddress, isPublicHost } from './public-address.ts';

export interface FetchMediaOptions {
  /** The page's Range header, or null. */
  readonly range: string | null;
  /** Node's fetch, or one over Chromium's network; has to answer redirects, not to follow them. */
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly signal: AbortSignal;
  /** Every address of a host name; the system's resolver when left out. */
  readonly lookup?: (host: string) => Promise<readonly string[]>;
}

const MAX_REDIRECTS = 5;
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];
/** RFC 9110, 14.1.2: one range of bytes is all that a player asks for. */
const RANGE = /^bytes=\d*-\d*$/;

async function systemLookup(host: string): Promise<readonly string[]> {
  return (await dnsLookup(host, { all: true })).map(({ address }) => address);
}

function blocked(url: string, why: string): AppError {
  return new AppError('media-blocked', `This medium was not loaded: ${why}.`, { subject: url });
}

function failed(url: string, why: string, cause?: unknown): AppError {
  const message = `This medium could not be loaded: ${why}.`;
  return new AppError('media-failed', message, { subject: url, retryable: true, cause });
}

/** The address of the next hop, once scheme, credentials and host have been checked. */
async function checkHop(
  address: string,
  base: string | undefined,
  lookup: (host: string) => Promise<readonly string[]>,
): Promise<string> {
  if (!URL.canParse(address, base)) throw blocked(address, 'its address is not valid');
  const url = new URL(address, base);
  if (url.protocol !== 'https:') throw blocked(url.href, 'its address is not https');
  if (url.username !== '' || url.password !== '') {
    throw blocked(url.href, 'its address holds a user name or password');
  }
  const host = bareHost(url);
  if (!isPublicHost(host)) throw blocked(url.href, 'its host is not on the internet');
  if (isIP(host) !== 0) return url.href;
  let addresses: readonly string[];
  try {
    addresses = await lookup(host);
  } catch (error) {
    throw failed(url.href, `${host} was not found`, error);
  }
  if (addresses.length === 0) throw failed(url.href, `${host} was not found`);
  // All of them: which one the connection takes is not ours to say.
  if (!addresses.every(isPublicAddress)) {
    throw blocked(url.href, 'its host leads into a private network');
  }
  return url.href;
}

async function discard(response: Response): Promise<void> {
  // A body that is already broken has been discarded too.
  await response.body?.cancel().catch(() => undefined);
}

/** What the page may see of the answer: its kind, size and range, and that it is nothing but a medium. */
function safeHeaders(response: Response, type: string): Headers {
  const headers = new Headers({
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': MEDIA_SECURITY_POLICY,
  });
  // The body of an encoded answer comes decoded: its length is another one.
  const encoded = (response.headers.get('content-encoding') ?? 'identity') !== 'identity';
  const sizes = encoded ? [] : ['content-length', 'content-range', 'accept-ranges'];
  for (const name of sizes) {
    const value = response.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  return headers;
}

/**
 * Fetches an image or video from the internet as nobody: no cookies, no referrer, https at every hop, never from the
 * reader's own network. Gives a response of status 200 or 206 that holds nothing of the remote's but type, size, range
 * and body. Errors: media-blocked (by these rules), media-failed (network or server; retryable). An aborted `signal`
 * rejects with media-failed too.
 */
export async function fetchMedia(
  url: string,
  kind: Media['kind'],
  { range, fetch, signal, lookup = systemLookup }: FetchMediaOptions,
): Promise<Response> {
  const accept = `${kind}/*`;
  const headers = range !== null && RANGE.test(range) ? { accept, range } : { accept };
  let address = await checkHop(url, undefined, lookup);
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const response = await ask(address, fetch, headers, signal);
    if (REDIRECTS.includes(response.status)) {
      const location = response.headers.get('location');
      await discard(response);
      if (location === null) throw failed(address, 'its server redirects to nowhere');
      address = await checkHop(location, address, lookup);
      continue;
    }
    if (response.status !== 200 && response.status !== 206) {
      await discard(response);
      throw failed(address, `its server answered ${response.status}`);
    }
    const type = (response.headers.get('content-type') ?? '').split(';', 1)[0]?.trim() ?? '';
    if (!new RegExp(`^${kind}/[a-z0-9][a-z0-9.+-]*$`, 'i').test(type)) {
      await discard(response);
      throw blocked(
        address,
        `its server says that it is not ${kind === 'image' ? 'an image' : 'a video'}`,
      );
    }
    const { status, body } = response;
    return new Response(body, { status, headers: safeHeaders(response, type) });
  }
  throw failed(address, 'its server redirects too often');
}

async function ask(
  url: string,
  fetch: FetchMediaOptions['fetch'],
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Response> {
  try {
    return await fetch(url, {
      headers,
      signal,
      redirect: 'manual',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
  } catch (error) {
    throw failed(url, error instanceof Error ? error.message : String(error), error);
  }
}
