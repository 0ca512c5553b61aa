import { app } from './app.ts';
import { requireThat, test } from './host.ts';

interface CustomScheme {
  readonly scheme: string;
  readonly privileges?: Readonly<Record<string, boolean>>;
}

type SchemeHandler = (request: Request) => Response | Promise<Response>;

const privileged = new Map<string, CustomScheme>();
const handlers = new Map<string, SchemeHandler>();

export const protocol = {
  registerSchemesAsPrivileged(schemes: readonly CustomScheme[]): void {
    requireThat(
      !app.isReady(),
      'protocol.registerSchemesAsPrivileged should be called before app is ready',
    );
    requireThat(privileged.size === 0, 'registerSchemesAsPrivileged can be called only once');
    for (const scheme of schemes) privileged.set(scheme.scheme, scheme);
  },

  handle(scheme: string, handler: SchemeHandler): void {
    requireThat(app.isReady(), 'Session can only be received when app is ready');
    requireThat(!handlers.has(scheme), `Failed to register protocol: ${scheme}`);
    handlers.set(scheme, handler);
  },

  isProtocolHandled: (scheme: string) => handlers.has(scheme),
};

export function privilegesOf(scheme: string): Readonly<Record<string, boolean>> {
  return privileged.get(scheme)?.privileges ?? {};
}

interface Asked {
  readonly url: string;
  readonly method: string;
  readonly headers: readonly (readonly [string, string])[];
}

/** A request of the page, answered by the registered handler; a handler that throws is a failed load, as in Electron. */
test.on('request', async ({ url, method, headers }: Asked) => {
  const handler = handlers.get(new URL(url).protocol.slice(0, -1));
  if (handler === undefined) throw new Error('net::ERR_UNKNOWN_URL_SCHEME');
  const init: RequestInit = { method, headers: headers.map(([k, v]) => [k, v]) };
  const response = await handler(new Request(url, init));
  if (!(response instanceof Response)) throw new Error('net::ERR_UNEXPECTED');
  return {
    status: response.status,
    headers: Array.from(response.headers),
    body: new Uint8Array(await response.arrayBuffer()),
  };
});
