import type { IncomingMessage } from 'node:http';

/** The values of the Host header that mean this server, and nothing that a rebound DNS name could send. */
export function hostsOf(port: number): readonly string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`];
}

/**
 * Why a request is not from the app's own page, or null when it may be. Host stops DNS rebinding, Origin and
 * Sec-Fetch-Site (Fetch Metadata, W3C) stop other sites' pages. A request that changes something or opens a WebSocket
 * must tell its Origin, which every browser does.
 */
export function foreign(request: IncomingMessage, hosts: readonly string[]): string | null {
  const { host, origin } = request.headers;
  if (host === undefined || !hosts.includes(host)) return 'unknown Host';
  const safe =
    (request.method === 'GET' || request.method === 'HEAD') &&
    request.headers.upgrade === undefined;
  if (origin === undefined ? !safe : origin !== `http://${host}`) return 'foreign Origin';
  const site = request.headers['sec-fetch-site'];
  // `none` is an address typed, a bookmark or the opened browser itself.
  if (site === undefined || site === 'same-origin' || (site === 'none' && safe)) return null;
  return 'cross-site request';
}
