import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runHost, type RunningHost } from './running-host.ts';

let host: RunningHost;
beforeEach(async () => {
  host = await runHost();
});
afterEach(() => host.close());

describe('the built renderer', () => {
  it('is served with a policy that lets in nothing from elsewhere', async () => {
    const answer = await host.ask('/', { headers: host.own });
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('<title>Lectern</title>');
    expect(answer.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    const policy = String(answer.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:${host.port}`);
    expect(policy).not.toContain('unsafe');
    expect(policy).not.toContain('*');
    expect(policy).not.toContain('data:');
  });

  it('may keep assets, whose names change with their content', async () => {
    const answer = await host.ask('/assets/index-1a2b.js?v', { headers: host.own });
    expect(answer.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(answer.headers['cache-control']).toContain('immutable');
    expect(answer.text).toBe('export {};');
  });

  it('answers HEAD without a body', async () => {
    const answer = await host.ask('/', { method: 'HEAD', headers: host.own });
    expect(answer).toMatchObject({ status: 200, text: '' });
  });

  it.each([
    '/../secret.js',
    '/assets/../../secret.js',
    '/%2e%2e/secret.js',
    '/..%2fsecret.js',
    '/..\\secret.js',
    '/%00',
    '//127.0.0.1/secret.js',
    '/assets/',
    '/missing.js',
    '/session/',
    '*',
    'http://127.0.0.1/secret.js',
  ])('does not serve %s', async (path) => {
    const answer = await host.ask(path, { headers: host.own });
    expect(answer.status).toBe(404);
    expect(answer.text).not.toContain('secret');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  });

  it('cannot be written', async () => {
    for (const method of ['POST', 'PUT', 'DELETE']) {
      expect((await host.ask('/', { method, headers: host.own })).status).toBe(405);
    }
  });
});
