import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Compares two secrets in a time that tells neither their content nor their length. */
function sameSecret(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

/**
 * Who may talk to this start of the browser host. The token travels in the printed address's fragment, which never
 * leaves the browser by itself; the page exchanges it once for a cookie that its script cannot read.
 */
export class Session {
  /** 256 random bits, base64url. */
  readonly token = randomBytes(32).toString('base64url');
  readonly #secret = randomBytes(32).toString('base64url');
  readonly #cookie: string;

  /** port: part of the cookie's name, for browsers share cookies among the ports of a host. */
  constructor(port: number) {
    this.#cookie = `lectern_${port}`;
  }

  /** Whether an Authorization header (RFC 6750) carries the token. */
  opens(authorization: string | undefined): boolean {
    const token = /^Bearer ([\w-]{1,200})$/.exec(authorization ?? '')?.[1];
    return token !== undefined && sameSecret(token, this.token);
  }

  /** Value of the Set-Cookie header that begins a session. */
  setCookie(): string {
    return `${this.#cookie}=${this.#secret}; HttpOnly; SameSite=Strict; Path=/`;
  }

  /** Whether a Cookie header belongs to this session. */
  holds(cookies: string | undefined): boolean {
    for (const pair of (cookies ?? '').split(';')) {
      const [name, value = ''] = pair.trim().split('=', 2);
      if (name === this.#cookie && sameSecret(value, this.#secret)) return true;
    }
    return false;
  }
}
