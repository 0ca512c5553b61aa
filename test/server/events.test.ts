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

describe('events over WebSockets', () => {
  it('reach every page as JSON, in order', async () => {
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
      .toEqual(Array(2).fill([{ type: 'library' }, { type: 'problems', count: 3 }]));
  });

  it('end for a page that talks back', async () => {
    const socket = await open();
    socket.send('hello');
    const [code] = (await once(socket, 'close')) as [number];
    expect(code).toBe(1008);
  });

  it('end for a page that sends more than a kilobyte', async () => {
    const socket = await open();
    socket.on('error', () => undefined);
    socket.send('x'.repeat(2_000));
    const [code] = (await once(socket, 'close')) as [number];
    expect([1006, 1009]).toContain(code);
  });

  it('go to a limited number of pages', async () => {
    const headers = await host.signIn();
    const opened = await Promise.all(Array.from({ length: 40 }, () => host.connect(headers)));
    expect(opened.filter((socket) => socket instanceof WebSocket)).toHaveLength(32);
    expect(opened.filter((socket) => socket === 429)).toHaveLength(8);
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
