import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { answerAppRequest } from '../../src/main/protocol.ts';

vi.mock('electron', () => ({ protocol: {} }));

describe('app://lectern', () => {
  let dir: string;
  const asked: string[] = [];
  const answer = (url: string, init: RequestInit = {}) =>
    answerAppRequest(new Request(url, init), {
      rendererDir: join(dir, 'renderer'),
      media: (src) => {
        asked.push(src);
        return Promise.resolve(new Response('medium'));
      },
    });

  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'lectern-scheme-'));
    mkdirSync(join(dir, 'renderer/assets'), { recursive: true });
    writeFileSync(join(dir, 'renderer/index.html'), '<!doctype html><title>page</title>');
    writeFileSync(join(dir, 'renderer/assets/index-AbC.js'), 'export {}');
    writeFileSync(join(dir, 'renderer/data.json'), '{}');
    writeFileSync(join(dir, 'secret.html'), 'secret');
    symlinkSync(join(dir, 'secret.html'), join(dir, 'renderer/link.html'));
    symlinkSync(dir, join(dir, 'renderer/up'));
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  it('serves the page and its files with their types and the strict policy', async () => {
    const page = await answer('app://lectern/index.html');
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<title>page</title>');
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    const policy = page.headers.get('content-security-policy')?.split('; ');
    expect(policy).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "font-src 'self'",
      "img-src 'self'",
      "media-src 'self'",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]);
    const script = await answer('app://lectern/assets/index-AbC.js?v=1#x');
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(await script.text()).toBe('export {}');
  });

  it.each([
    'app://lectern/../secret.html',
    'app://lectern/..%2fsecret.html',
    'app://lectern/%2e%2e/secret.html',
    'app://lectern/%2E%2E%2Fsecret.html',
    'app://lectern/%252e%252e/secret.html',
    'app://lectern/assets/..%5c..%5csecret.html',
    'app://lectern/..\\secret.html',
    'app://lectern/assets\\..\\..\\secret.html',
    'app://lectern/index.html%00.js',
    'app://lectern/index.html%00',
    'app://lectern//secret.html',
    'app://lectern//etc/passwd',
    'app://lectern/link.html',
    'app://lectern/up/secret.html',
    'app://lectern/.hidden.html',
    'app://lectern/data.json',
    'app://lectern/assets',
    'app://lectern/assets/',
    'app://lectern/missing.html',
    'app://lectern/C:/secret.html',
    'app://lectern/file:///etc/passwd',
  ])('has nothing at %s', async (url) => {
    const response = await answer(url);
    expect([url, response.status]).toEqual([url, 404]);
    expect(await response.text()).toBe('');
  });

  it.each([
    'app://elsewhere/index.html',
    'app://lectern.evil/index.html',
    'app://lectern:80/index.html',
    'app:///index.html',
  ])('refuses the host of %s', async (url) => {
    expect((await answer(url)).status).toBe(403);
  });

  it.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH'])('refuses %s', async (method) => {
    expect((await answer('app://lectern/index.html', { method })).status).toBe(405);
  });

  it('asks for media by their path on the origin, and for nothing else', async () => {
    asked.length = 0;
    expect(await (await answer('app://lectern/media/abc?n=1')).text()).toBe('medium');
    await answer('app://lectern/media/%2e%2e/x');
    await answer('app://lectern/media');
    expect(asked).toEqual(['media/abc?n=1']);
  });
});
