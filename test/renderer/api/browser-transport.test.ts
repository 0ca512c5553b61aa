import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BrowserTransport } from '../../../src/renderer/api/browser-transport.ts';
import type { Connection } from '../../../src/renderer/api/transport.ts';

interface Request {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** By path: whether the last request there was to outlive the page. */
const outlives = new Map<string, boolean | undefined>();

/** A host of which the test says whether it is there and whom it lets in. */
class Host {
  there = true;
  /** The cookie that a trade of the token gives. */
  cookie = false;
  readonly token = 'secret';
  readonly requests: Request[] = [];
  readonly sockets: FakeSocket[] = [];

  readonly fetch = (path: string, init: RequestInit): Promise<Response> => {
    const headers = init.headers as Record<string, string>;
    this.requests.push({ path, headers });
    outlives.set(path, init.keepalive);
    if (!this.there) return Promise.reject(new TypeError('Failed to fetch'));
    if (path === '/session') {
      this.cookie ||= headers['Authorization'] === `Bearer ${this.token}`;
      return Promise.resolve(new Response(null, { status: this.cookie ? 204 : 401 }));
    }
    const refused = { ok: false, error: { code: 'forbidden', message: '', subject: null } };
    return Promise.resolve(
      this.cookie
        ? Response.json({ ok: true, value: path })
        : Response.json(refused, { status: 401 }),
    );
  };
}

class FakeSocket extends EventTarget {
  static readonly OPEN = 1;
  readonly url: string;
  readyState = 0;
  readonly sent: unknown[] = [];

  constructor(url: URL) {
    super();
    this.url = url.href;
    host.sockets.push(this);
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }

  open(): void {
    this.readyState = FakeSocket.OPEN;
    this.dispatchEvent(new Event('open'));
  }

  tell(text: string): void {
    this.dispatchEvent(new MessageEvent('message', { data: text }));
  }

  drop(): void {
    this.readyState = 3;
    this.dispatchEvent(new Event('close'));
  }
}

let host: Host;

beforeEach(() => {
  vi.useFakeTimers();
  host = new Host();
  vi.stubGlobal('fetch', host.fetch);
  vi.stubGlobal('WebSocket', FakeSocket);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  window.location.hash = '';
});

async function connect(hash: string) {
  window.history.replaceState(null, '', `/${hash}`);
  const transport = new BrowserTransport(window);
  const seen: Connection[] = [];
  transport.watch((connection) => seen.push(connection));
  await vi.advanceTimersByTimeAsync(0);
  return { transport, seen };
}

describe('the browser transport', () => {
  it('trades the token of the fragment for a cookie and takes it out of the address', async () => {
    const { seen } = await connect('#secret');
    expect(host.requests[0]).toEqual({
      path: '/session',
      headers: { Authorization: 'Bearer secret' },
    });
    expect(window.location.href).not.toContain('secret');
    expect(host.sockets[0]?.url).toMatch(/^ws:.*\/socket$/);
    host.sockets[0]?.open();
    expect(seen).toEqual(['connecting', 'ready']);
  });

  it('lets calls wait until the token is traded', async () => {
    window.history.replaceState(null, '', '/#secret');
    const transport = new BrowserTransport(window);
    const answer = transport.call('library.outline', {});
    await vi.advanceTimersByTimeAsync(0);
    expect(await answer).toEqual({ ok: true, value: '/api/library.outline' });
  });

  it('sends a call within the very task that makes it, once the token is traded', async () => {
    const { transport } = await connect('#secret');
    const before = host.requests.length;
    const answer = transport.call('library.outline', {});
    expect(host.requests.slice(before).map(({ path }) => path)).toEqual(['/api/library.outline']);
    await answer;
  });

  it('sends calls over the socket once it is open, and gives each its answer', async () => {
    const { transport } = await connect('#secret');
    const [socket] = host.sockets;
    socket?.open();
    const before = host.requests.length;
    const first = transport.call('library.outline', {});
    const second = transport.call('query.ids', { result: 'r1' });
    expect(socket?.sent).toEqual([
      { call: 1, method: 'library.outline', input: {} },
      { call: 2, method: 'query.ids', input: { result: 'r1' } },
    ]);
    socket?.tell('{"call":2,"result":{"ok":true,"value":["p"]}}');
    socket?.tell('{"call":1,"result":{"ok":true}}');
    expect(await first).toEqual({ ok: true });
    expect(await second).toEqual({ ok: true, value: ['p'] });
    expect(host.requests).toHaveLength(before);
  });

  it('posts a call that is too long for the socket', async () => {
    const { transport } = await connect('#secret');
    const [socket] = host.sockets;
    socket?.open();
    expect(await transport.call('import.preview', { text: 'x'.repeat(70_000) })).toEqual({
      ok: true,
      value: '/api/import.preview',
    });
    expect(socket?.sent).toEqual([]);
  });

  it('tells that there is no answer to calls whose socket went', async () => {
    const { transport } = await connect('#secret');
    host.sockets[0]?.open();
    const answer = transport.call('library.outline', {});
    host.there = false;
    host.sockets[0]?.drop();
    expect(await answer).toMatchObject({
      ok: false,
      error: { code: 'engine-stopped', retryable: true },
    });
  });

  it('posts what is sent while the page goes, so that it outlives it, unless browsers would refuse that for its length', async () => {
    const { transport } = await connect('#secret');
    const [socket] = host.sockets;
    socket?.open();
    const outlivesOf = async (method: string, input: unknown) => {
      await transport.call(method, input);
      return outlives.get(`/api/${method}`);
    };
    window.dispatchEvent(new Event('pagehide'));
    expect(await outlivesOf('note.write', { text: '가'.repeat(22_000) })).toBe(false);
    expect(await outlivesOf('note.write', { text: '가'.repeat(16_000) })).toBe(true);
    // All that goes so has 64 KiB together.
    expect(await outlivesOf('note.write', { text: '가'.repeat(16_000) })).toBe(false);
    expect(await outlivesOf('workspace.write', { value: {} })).toBe(true);
    expect(socket?.sent).toEqual([]);
    // It came back, as by the browser's own back.
    window.dispatchEvent(new Event('pageshow'));
    void transport.call('note.write', { text: '' });
    expect(socket?.sent).toHaveLength(1);
  });

  it('hands on events', async () => {
    const { transport } = await connect('#secret');
    const heard: unknown[] = [];
    transport.listen((event) => heard.push(event));
    host.sockets[0]?.tell('{"event":{"type":"library"}}');
    expect(heard).toEqual([{ type: 'library' }]);
  });

  it('says that it is not authorised, and goes on by itself when it is', async () => {
    const { seen } = await connect('#wrong');
    expect(seen.at(-1)).toBe('unauthorised');
    expect(window.location.hash).toBe('');
    host.cookie = true;
    await vi.advanceTimersByTimeAsync(10_000);
    host.sockets.at(-1)?.open();
    expect(seen.at(-1)).toBe('ready');
  });

  it('says that the host is gone, keeps trying, and is ready when it is back', async () => {
    const { transport, seen } = await connect('#secret');
    host.sockets[0]?.open();
    host.there = false;
    host.sockets[0]?.drop();
    expect(seen.at(-1)).toBe('gone');
    const answer = await transport.call('library.outline', {});
    expect(answer).toMatchObject({ ok: false, error: { code: 'engine-stopped', retryable: true } });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(seen.at(-1)).toBe('gone');
    host.there = true;
    await vi.advanceTimersByTimeAsync(10_000);
    host.sockets.at(-1)?.open();
    expect(seen.at(-1)).toBe('ready');
  });

  it('keeps the token while the host does not answer, and trades it later', async () => {
    host.there = false;
    const { seen } = await connect('#secret');
    expect(seen.at(-1)).toBe('gone');
    expect(window.location.hash).toBe('#secret');
    host.there = true;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(window.location.hash).toBe('');
    host.sockets.at(-1)?.open();
    expect(seen.at(-1)).toBe('ready');
  });
});
