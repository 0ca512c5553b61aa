import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { protocol } from 'electron';
import { contentSecurityPolicy } from '../core/host/content-security-policy.ts';
import { resolveStatic } from '../core/host/static-files.ts';
import { APP_HOST, APP_SCHEME } from './origin.ts';

/** Must run before the app is ready: makes `app://lectern` a standard, secure origin. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
    },
  ]);
}

export interface AppProtocolOptions {
  /** Folder of the built renderer; nothing outside it is ever served. */
  readonly rendererDir: string;
  /** Answers a medium by its path on our origin (`media/…`). */
  media(src: string, request: Request): Promise<Response>;
}

/** Serves `app://lectern/…` in the default session: files of the built renderer, and media that the reader allowed. */
export function handleAppScheme(options: AppProtocolOptions): void {
  protocol.handle(APP_SCHEME, (request) => answerAppRequest(request, options));
}

/** The response to a request on our scheme; whatever is not ours or not there is refused with an empty body. */
export async function answerAppRequest(
  request: Request,
  options: AppProtocolOptions,
): Promise<Response> {
  const url = new URL(request.url);
  if (url.host !== APP_HOST || url.username !== '' || url.password !== '') return refusal(403);
  if (request.method !== 'GET') return refusal(405);
  if (url.pathname.startsWith('/media/')) {
    return options.media(url.pathname.slice(1) + url.search, request);
  }
  const file = await resolveStatic(options.rendererDir, url.pathname);
  if (file === null) return refusal(404);
  const body = Readable.toWeb(createReadStream(file.path)) as ReadableStream<Uint8Array>;
  return new Response(body, { headers: { ...SECURITY_HEADERS, 'content-type': file.type } });
}

const SECURITY_HEADERS = {
  'content-security-policy': contentSecurityPolicy(),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // The permission is denied anyway (security.ts): so the player does not offer what it could not do.
  'permissions-policy': 'fullscreen=()',
};

/** An empty answer that says no more than its status. */
export function refusal(status: number): Response {
  return new Response(null, { status, headers: SECURITY_HEADERS });
}
