import { describe, expect, it, vi } from 'vitest';
import { createDispatch } from '../../src/main/dispatch.ts';
import type { HostHandlers } from '../../src/shared/contract.ts';
import { AppError, type Result } from '../../src/shared/errors.ts';

function setUp(patch: Partial<HostHandlers> = {}) {
  const request = vi.fn((): Promise<Result<unknown>> =>
    Promise.resolve({ ok: true, value: 'engine' }),
  );
  const opened: string[] = [];
  const handlers: HostHandlers = {
    'host.info': () => ({ host: 'electron', version: '1', platform: 'linux', dataDir: '/d' }),
    'host.chooseFolder': () => null,
    'host.openLink': ({ url }) => void opened.push(url),
    'host.copyText': () => undefined,
    'host.showFolder': () => undefined,
    'host.window': () => undefined,
    'host.saveFile': () => null,
    ...patch,
  };
  return { call: createDispatch({ request }, handlers), request, opened };
}

describe('a call of the page', () => {
  it('goes to the engine unless it is the host’s', async () => {
    const { call, request } = setUp();
    expect(await call('folders.list', {})).toEqual({ ok: true, value: 'engine' });
    expect(await call('no.such', 1)).toEqual({ ok: true, value: 'engine' });
    expect(request.mock.calls).toEqual([
      ['folders.list', {}],
      ['no.such', 1],
    ]);
  });

  it('is answered here after its input was checked', async () => {
    const { call, opened, request } = setUp();
    expect(await call('host.openLink', { url: 'https://arxiv.org/' })).toMatchObject({ ok: true });
    for (const input of [{}, { url: 1 }, { url: 'x', extra: 1 }, null, undefined, 'x', []]) {
      const answer = await call('host.openLink', input);
      expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    }
    expect(opened).toEqual(['https://arxiv.org/']);
    expect(request).not.toHaveBeenCalled();
  });

  it('gets an error object when a handler throws or rejects', async () => {
    const { call } = setUp({
      'host.info': () => {
        throw new Error('odd');
      },
      'host.chooseFolder': () => Promise.reject(new AppError('write-failed', 'full')),
    });
    expect(await call('host.info', {})).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(await call('host.chooseFolder', {})).toMatchObject({
      ok: false,
      error: { code: 'write-failed', message: 'full' },
    });
  });
});
