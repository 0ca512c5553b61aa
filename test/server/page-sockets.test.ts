import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { runHost, type RunningHost } from './running-host.ts';

let host: RunningHost;
beforeEach(async () => {
  host = await runHost();
});
afterEach(() => host.close());

async function open(): Promise<WebSocket> {
  const socket = await host.connect(await host.signIn());
  if (socket instanceof WebSocket) return socket;
  throw new Error(`refused: ${socket}`);
}

describe('sockets of pages', () => {
  it('tell every page of events, in order', async () => {
    const sockets = [await open(), await open()];
    const received = sockets.map((socket) => {
      const texts: unknown[] = [];
      socket.on('message', (data: Buffer) => texts.push(JSON.parse(data.toString('utf8'))));
      return texts;
    });
    host.engine.tell({ type: 'library' });
    host.engine.tell({ type: 'problems', count: 3 });
    await Promise.all(sockets.map((socket) => once(socket, 'message')));
    await expect
      .poll(() => received)
      .toEqual(
        Array(2).fill([{ event: { type: 'library' } }, { event: { type: 'problems', count: 3 } }]),
      );
  });

  it('answer calls, each under its number, whichever is done first', async () => {
    const socket = await open();
    const answers: unknown[] = [];
    socket.on('message', (data: Buffer) => answers.push(JSON.parse(data.toString('utf8'))));
    let finish = (): void => undefined;
    const slow = new Promise<void>((resolve) => (finish = resolve));
    host.engine.answer = async (method, input) => {
      if (method === 'slow') await slow;
      return { ok: true, value: { method, input } };
    };
    socket.send(JSON.stringify({ call: 1, method: 'slow', input: { text: '가' } }));
    socket.send(JSON.stringify({ call: 2, method: 'quick', input: {} }));
    const answer = (call: number, method: string, input: object) => ({
      call,
      result: { ok: true, value: { method, input } },
    });
    await expect.poll(() => answers).toEqual([answer(2, 'quick', {})]);
    finish();
    await expect.poll(() => answers[1]).toEqual(answer(1, 'slow', { text: '가' }));
  });

  it('tell of a call that fails, and go on', async () => {
    const socket = await open();
    host.engine.answer = (method) => {
      if (method === 'broken') return Promise.reject(new Error('out of order'));
      return { ok: true, value: null };
    };
    const ask = async (call: number, method: string): Promise<unknown> => {
      socket.send(JSON.stringify({ call, method, input: {} }));
      const [data] = (await once(socket, 'message')) as [Buffer];
      return JSON.parse(data.toString('utf8'));
    };
    expect(await ask(1, 'broken')).toMatchObject({
      call: 1,
      result: { ok: false, error: { code: 'internal', message: 'out of order' } },
    });
    expect(await ask(2, 'whole')).toEqual({ call: 2, result: { ok: true, value: null } });
  });

  it('take only so many calls at once', async () => {
    const socket = await open();
    const refused = new Promise<unknown>((resolve) => {
      socket.on('message', (data: Buffer) => {
        const { result } = JSON.parse(data.toString('utf8')) as { result: { ok: boolean } };
        if (!result.ok) resolve(result);
      });
    });
    for (let call = 0; call < 4_000; call++) {
      socket.send(JSON.stringify({ call, method: 'library.outline', input: {} }));
    }
    expect(await refused).toMatchObject({ error: { code: 'forbidden', retryable: true } });
  });

  it.each([
    ['no JSON', 'hello'],
    ['no call', '{"call":1}'],
    ['a number that is none', '{"call":-1,"method":"m","input":{}}'],
    ['a binary message', Buffer.from('{"call":1,"method":"m","input":{}}')],
  ])('end for a page that sends %s', async (_, message) => {
    const socket = await open();
    socket.send(message);
    const [code] = (await once(socket, 'close')) as [number];
    expect(code).toBe(1008);
    expect(host.engine.calls).toEqual([]);
  });

  it('end for a page that sends more than it may', async () => {
    const socket = await open();
    socket.on('error', () => undefined);
    socket.send('x'.repeat(200_000));
    const [code] = (await once(socket, 'close')) as [number];
    expect([1006, 1009]).toContain(code);
  });

  it('are given to a limited number of pages', async () => {
    const headers = await host.signIn();
    const opened = await Promise.all(Array.from({ length: 40 }, () => host.connect(headers)));
    expect(opened.filter((socket) => socket instanceof WebSocket)).toHaveLength(32);
    expect(opened.filter((socket) => socket === 429)).toHaveLength(8);
  });

  it('answer what is under way before the host closes', async () => {
    const socket = await open();
    let finish = (): void => undefined;
    const slow = new Promise<void>((resolve) => (finish = resolve));
    host.engine.answer = async () => {
      await slow;
      return { ok: true, value: 'saved' };
    };
    socket.send(JSON.stringify({ call: 1, method: 'slow', input: {} }));
    await expect.poll(() => host.engine.calls).toHaveLength(1);
    const seen: string[] = [];
    socket.on('message', (data: Buffer) => seen.push(data.toString('utf8')));
    socket.on('close', () => seen.push('closed'));
    const closed = host.close();
    finish();
    await closed;
    await expect
      .poll(() => seen)
      .toEqual(['{"call":1,"result":{"ok":true,"value":"saved"}}', 'closed']);
  });

  it('end with a reason when the host closes, and the engine is no longer listened to', async () => {
    const socket = await open();
    const closed = once(socket, 'close');
    await host.close();
    const [code] = (await closed) as [number];
    expect(code).toBe(1001);
    expect(host.engine.listeners).toBe(0);
  });
});
