import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { runHost, type RunningHost } from './running-host.ts';

let host: RunningHost;
beforeEach(async () => {
  host = await runHost();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await host.close();
});

const info = { method: 'POST', body: '{}' } as const;

describe('the token', () => {
  it('is 256 bits, other at every start, and stands only in the fragment', async () => {
    const other = await runHost();
    await other.close();
    expect(Buffer.from(host.token, 'base64url')).toHaveLength(32);
    expect(other.token).not.toBe(host.token);
    expect(host.address).toBe(`http://127.0.0.1:${host.port}/#${host.token}`);
  });

  it('is traded for a cookie that script cannot read and other sites do not send', async () => {
    const headers = { ...host.own, authorization: `Bearer ${host.token}` };
    const answer = await host.ask('/session', { method: 'POST', headers });
    expect(answer.status).toBe(204);
    const cookie = answer.headers['set-cookie']?.[0] ?? '';
    expect(cookie).toMatch(
      new RegExp(`^lectern_${host.port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/$`),
    );
    expect(cookie).not.toContain(host.token);
  });

  it.each([
    ['none', undefined],
    ['a wrong one', 'Bearer ' + 'A'.repeat(43)],
    ['a longer one', 'Bearer ' + 'A'.repeat(100_0)],
    ['an empty one', 'Bearer '],
    ['another scheme', 'Basic Zm9v'],
  ])('is refused when it is %s', async (_name, authorization) => {
    const headers = authorization === undefined ? host.own : { ...host.own, authorization };
    const answer = await host.ask('/session', { method: 'POST', headers });
    expect(answer.status).toBe(401);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('is refused with one letter changed', async () => {
    const wrong = (host.token.startsWith('A') ? 'B' : 'A') + host.token.slice(1);
    const headers = { ...host.own, authorization: `Bearer ${wrong}` };
    expect((await host.ask('/session', { method: 'POST', headers })).status).toBe(401);
  });

  it('cannot be guessed at speed', async () => {
    vi.spyOn(performance, 'now').mockReturnValue(performance.now());
    const headers = { ...host.own, authorization: 'Bearer wrong' };
    const tries = Array.from({ length: 60 }, () =>
      host.ask('/session', { method: 'POST', headers }),
    );
    const statuses = (await Promise.all(tries)).map((answer) => answer.status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(20);
    expect(statuses.filter((status) => status === 429)).toHaveLength(40);
  });
});

describe('a request without the session', () => {
  it.each(['/api/host.info', '/api/folders.list', '/api/nonsense', '/api/'])(
    'is refused at %s, and the engine never hears of it',
    async (path) => {
      const headers = { ...host.own, 'content-type': 'application/json' };
      const answer = await host.ask(path, { ...info, headers });
      expect(answer.status).toBe(401);
      expect(JSON.parse(answer.text)).toMatchObject({ ok: false, error: { code: 'forbidden' } });
      expect(host.engine.calls).toEqual([]);
    },
  );

  it('is refused media and events', async () => {
    expect((await host.ask('/media/abc/0', { headers: host.own })).status).toBe(401);
    expect(await host.connect(host.own)).toBe(401);
    expect(host.engine.calls).toEqual([]);
  });

  it('is refused with another start’s cookie, or this one’s under another name', async () => {
    const { cookie = '' } = await host.signIn();
    const secret = cookie.split('=')[1] ?? '';
    for (const wrong of [
      `lectern_${host.port}=${'A'.repeat(43)}`,
      `lectern_${host.port}=`,
      `lectern_1=${secret}`,
      `Xlectern_${host.port}=${secret}`,
      `lectern_${host.port}=${secret}x`,
      secret,
    ]) {
      const headers = { ...host.own, cookie: wrong, 'content-type': 'application/json' };
      expect((await host.ask('/api/host.info', { ...info, headers })).status).toBe(401);
    }
  });

  it('finds its cookie among others', async () => {
    const headers = await host.signIn();
    headers['cookie'] = `a=b; x; ${headers['cookie'] ?? ''}; c=d=e`;
    expect((await host.ask('/api/host.info', { ...info, headers })).status).toBe(200);
  });
});

describe('a page of another site', () => {
  const foreignHosts = [
    'evil.example',
    'evil.example:PORT',
    '127.0.0.1',
    '127.0.0.1:1',
    '[::1]:PORT',
  ];

  it.each(foreignHosts)('cannot rebind the name %s to this computer', async (name) => {
    const signedIn = await host.signIn();
    const headers = { ...signedIn, host: name.replace('PORT', String(host.port)) };
    for (const path of ['/', '/assets/index-1a2b.js', '/media/a/0']) {
      expect((await host.ask(path, { headers })).status).toBe(403);
    }
    expect((await host.ask('/api/host.info', { ...info, headers })).status).toBe(403);
    expect(await host.connect(headers)).toBe(403);
    expect(host.engine.calls).toEqual([]);
  });

  it('cannot rebind a name even when it claims that name as its origin', async () => {
    const name = `evil.example:${host.port}`;
    const headers = { ...(await host.signIn()), host: name, origin: `http://${name}` };
    expect((await host.ask('/api/host.info', { ...info, headers })).status).toBe(403);
    expect(await host.connect(headers)).toBe(403);
  });

  it('may be called localhost', async () => {
    const name = `localhost:${host.port}`;
    const headers = { ...(await host.signIn()), host: name, origin: `http://${name}` };
    expect((await host.ask('/api/host.info', { ...info, headers })).status).toBe(200);
  });

  it.each([
    'http://evil.example',
    'null',
    'http://127.0.0.1',
    'http://127.0.0.1:1',
    'https://127.0.0.1:PORT',
    'http://localhost:PORT',
    'http://127.0.0.1:PORT.evil.example',
  ])('cannot call or listen from the origin %s, even with the cookie', async (origin) => {
    const headers = {
      ...(await host.signIn()),
      origin: origin.replace('PORT', String(host.port)),
    };
    expect((await host.ask('/api/host.info', { ...info, headers })).status).toBe(403);
    expect((await host.ask('/session', { method: 'POST', headers })).status).toBe(403);
    expect((await host.ask('/media/a/0', { headers })).status).toBe(403);
    expect(await host.connect(headers)).toBe(403);
    expect(host.engine.calls).toEqual([]);
  });

  it('cannot call or listen while hiding its origin', async () => {
    const headers = await host.signIn();
    delete headers['origin'];
    expect((await host.ask('/api/host.info', { ...info, headers })).status).toBe(403);
    expect(await host.connect(headers)).toBe(403);
  });

  it.each(['cross-site', 'same-site', 'nonsense'])(
    'is told by Sec-Fetch-Site: %s, for images and scripts too',
    async (site) => {
      const { origin, ...signedIn } = await host.signIn();
      const headers = { ...signedIn, 'sec-fetch-site': site };
      expect((await host.ask('/media/a/0', { headers })).status).toBe(403);
      expect((await host.ask('/', { headers })).status).toBe(403);
      expect(await host.connect({ ...headers, origin: origin ?? '' })).toBe(403);
      expect(host.engine.calls).toEqual([]);
    },
  );

  it('cannot post as a form does', async () => {
    const signedIn = await host.signIn();
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      const headers = { ...signedIn, 'content-type': type };
      expect((await host.ask('/api/state.undo', { ...info, headers })).status).toBe(415);
    }
    expect(host.engine.calls).toEqual([]);
  });

  it('may be opened by an address typed or by the opened browser', async () => {
    const headers = { host: host.own['host'] ?? '', 'sec-fetch-site': 'none' };
    expect((await host.ask('/', { headers })).status).toBe(200);
  });
});

describe('the socket', () => {
  it('opens for the page with the session, and only at its own address', async () => {
    const headers = await host.signIn();
    expect(await host.connect(headers, '/other')).toBe(404);
    expect(await host.connect(headers, '/socket?x')).toBe(404);
    const socket = await host.connect(headers);
    expect(socket).toBeInstanceOf(WebSocket);
    if (socket instanceof WebSocket) socket.terminate();
  });
});
