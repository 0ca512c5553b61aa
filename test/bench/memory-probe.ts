/** A process of its own that hosts an engine with a folder open, as hosts do; it prints what that takes, as JSON. */
import { Session as Inspector } from 'node:inspector';
import { Session } from './session.ts';

export interface MemoryUse {
  /** Resident bytes of the whole process before the engine and with it. */
  readonly before: number;
  readonly after: number;
  /** Used heap of the host's own thread and of the engine's, in bytes. */
  readonly hostHeap: number;
  readonly engineHeap: number;
}

/** Asks the engine's isolate through the inspector: Node 20 has no other way to see a worker's heap. */
function engineHeap(): Promise<number> {
  const inspector = new Inspector();
  inspector.connect();
  return new Promise((resolve, reject) => {
    inspector.on('NodeWorker.attachedToWorker', ({ params: { sessionId } }) => {
      const message = JSON.stringify({ id: 1, method: 'Runtime.getHeapUsage' });
      inspector.post('NodeWorker.sendMessageToWorker', { sessionId, message }, (error) => {
        if (error !== null) reject(error);
      });
    });
    inspector.on('NodeWorker.receivedMessageFromWorker', ({ params: { message } }) => {
      const { id, result } = JSON.parse(message) as { id?: number; result?: { usedSize: number } };
      if (id === 1 && result !== undefined) resolve(result.usedSize);
    });
    inspector.post('NodeWorker.enable', { waitForDebuggerOnStart: false }, (error) => {
      if (error !== null) reject(error);
    });
  }).finally(() => inspector.disconnect()) as Promise<number>;
}

const [, , engine = '', folder = '', dataDir = ''] = process.argv;
const before = process.memoryUsage().rss;
const session = await Session.start(engine, dataDir);
const scanned = session.scanned();
await session.engine.call('folders.open', { path: folder });
await scanned;
await session.searchable();
await session.search('학습');
const { rss: after, heapUsed: hostHeap } = process.memoryUsage();
const use: MemoryUse = { before, after, hostHeap, engineHeap: await engineHeap() };
await session.close();
process.stdout.write(`${JSON.stringify(use)}\n`);
