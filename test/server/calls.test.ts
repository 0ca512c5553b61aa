import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runHost, type Answer, type RunningHost } from './running-host.ts';

let host: RunningHost;
let headers: Record<string, string>;
beforeEach(async () => {
  host = await runHost();
  headers = await host.signIn();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await host.close();
});

function call(method: string, body: string | Buffer): Promise<Answer> {
  return host.ask(`/api/${method}`, { method: 'POST', headers, body });
}

describe('a contract call over HTTP', () => {
  it('reaches the engine with its input, and brings back its Result', async () => {
    host.engine.answer = () => ({ ok: true, value: ['가', 'b'] });
    const answer = await call('folders.complete', JSON.stringify({ typed: '~/논문' }));
    expect(host.engine.calls).toEqual([{ method: 'folders.complete', input: { typed: '~/논문' } }]);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(JSON.parse(answer.text)).toEqual({ ok: true, value: ['가', 'b'] });
  });

  it('brings back the engine’s errors as they are', async () => {
    const error = { code: 'not-found', message: 'gone', subject: 'x', retryable: false } as const;
    host.engine.answer = () => ({ ok: false, error });
    const answer = await call('paper.read', '{"paper":"x"}');
    expect(JSON.parse(answer.text)).toEqual({ ok: false, error });
  });

  it('tells what host it is without asking the engine', async () => {
    const answer = await call('host.info', '{}');
    expect(JSON.parse(answer.text)).toEqual({
      ok: true,
      value: { host: 'browser', version: '1.2.3', platform: 'linux', dataDir: '/data' },
    });
    expect(host.engine.calls).toEqual([]);
  });

  it('leaves to the engine what is no good input for host.info', async () => {
    await call('host.info', '{"x":1}');
    expect(host.engine.calls).toEqual([{ method: 'host.info', input: { x: 1 } }]);
  });

  it.each(['', '{', 'undefined', '\0', Buffer.from([0xff, 0xfe, 0x00])])(
    'is refused when its body is no JSON: %j',
    async (body) => {
      const answer = await call('folders.list', body);
      expect(answer.status).toBe(400);
      expect(JSON.parse(answer.text)).toMatchObject({ error: { code: 'invalid-input' } });
      expect(host.engine.calls).toEqual([]);
    },
  );

  it('is made by POST only', async () => {
    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      const answer = await host.ask('/api/folders.list', { method, headers });
      expect(answer.status).toBe(405);
    }
    expect(host.engine.calls).toEqual([]);
  });

  it('may be as long as 16 MB, and no longer', async () => {
    const text = (bytes: number): string => JSON.stringify('x'.repeat(bytes - 2));
    expect((await call('a', text(16 * 1024 * 1024))).status).toBe(200);
    const answer = await call('a', text(16 * 1024 * 1024 + 1));
    expect(answer.status).toBe(413);
    expect(JSON.parse(answer.text)).toMatchObject({ error: { code: 'invalid-input' } });
    expect(host.engine.calls).toHaveLength(1);
  });

  it('is cut off at 16 MB when it does not tell its length', async () => {
    headers['transfer-encoding'] = 'chunked';
    const answer = await call('a', Buffer.alloc(20 * 1024 * 1024, 0x20));
    expect(answer.status).toBe(413);
  });

  it('is one of a limited number in a second', async () => {
    vi.spyOn(performance, 'now').mockReturnValue(performance.now());
    const statuses: number[] = [];
    for (let round = 0; round < 21; round += 1) {
      const answers = await Promise.all(Array.from({ length: 100 }, () => call('a', '1')));
      statuses.push(...answers.map((answer) => answer.status));
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(2_000);
    expect(statuses.filter((status) => status === 429)).toHaveLength(100);
  });

  it('gets a Result for whatever method and body are sent', async () => {
    const method = fc.string({ unit: 'binary', maxLength: 30 }).map(encodeURIComponent);
    await fc.assert(
      fc.asyncProperty(method, fc.json(), async (name, body) => {
        const answer = await call(name, body);
        expect(answer.status).toBe(200);
        expect(JSON.parse(answer.text)).toHaveProperty('ok');
      }),
      { numRuns: 100 },
    );
  });
});
