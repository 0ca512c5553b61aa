import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runHost, type RunningHost } from './running-host.ts';

let host: RunningHost;
let headers: Record<string, string>;
beforeEach(async () => {
  host = await runHost();
  headers = await host.signIn();
  host.engine.answer = () => ({
    ok: true,
    value: { url: 'https://192.0.66.2/a.png', kind: 'image' },
  });
});
afterEach(() => host.close());

describe('media through the browser host', () => {
  it('are fetched from where the engine says, and bring along only what a page needs', async () => {
    const asked: string[] = [];
    host.remote = (url) => {
      asked.push(url);
      const given = { 'content-type': 'image/png', 'set-cookie': 'a=b', server: 'x' };
      return Promise.resolve(new Response('pixels', { headers: given }));
    };
    const answer = await host.ask('/media/abc/0', { headers });
    expect(host.engine.calls).toEqual([{ method: 'media.resolve', input: { src: 'media/abc/0' } }]);
    expect(asked).toEqual(['https://192.0.66.2/a.png']);
    expect(answer).toMatchObject({ status: 200, text: 'pixels' });
    expect(answer.headers['content-type']).toBe('image/png');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['content-security-policy']).toContain('sandbox');
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.headers['server']).toBeUndefined();
  });

  it.each([
    ['media-blocked', 403],
    ['not-found', 404],
  ] as const)('are not asked for when the engine says %s', async (code, status) => {
    host.engine.answer = () => ({
      ok: false,
      error: { code, message: 'no', subject: null, retryable: false },
    });
    let asked = 0;
    host.remote = () => {
      asked += 1;
      return Promise.resolve(new Response());
    };
    expect((await host.ask('/media/abc/0', { headers })).status).toBe(status);
    expect(asked).toBe(0);
  });

  it('that are no media are not passed on', async () => {
    host.remote = () =>
      Promise.resolve(
        new Response('<script>1</script>', { headers: { 'content-type': 'text/html' } }),
      );
    const answer = await host.ask('/media/abc/0', { headers });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.text).not.toContain('script');
  });

  it('that cannot be had are an error of the remote side', async () => {
    const answer = await host.ask('/media/abc/0', { headers });
    expect(answer.status).toBe(502);
  });

  it('are only read', async () => {
    expect((await host.ask('/media/abc/0', { method: 'POST', headers })).status).toBe(405);
  });
});
