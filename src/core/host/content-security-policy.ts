/**
 * The policy that both hosts send with every page and file: scripts, styles, fonts, media and requests from the app's
 * own origin only, nothing inline, no frames, no forms. `connect`: further origins that the page may connect to (a
 * WebSocket's, since not every browser counts it as 'self').
 */
export function contentSecurityPolicy(...connect: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    "media-src 'self'",
    ["connect-src 'self'", ...connect].join(' '),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The policy for a remote medium served from the app's origin: should it be opened as a page, it can do nothing. */
export const MEDIA_SECURITY_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'";
