/** The engine's thread: everything heavy happens here, so that a host's own event loop stays free. */
import { parentPort, workerData } from 'node:worker_threads';
import { attempt, toErrorInfo } from '../../shared/errors.ts';
import { Reader } from '../reader.ts';
import type { EngineData, FromEngine, ToEngine } from './protocol.ts';

async function run(): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error('engine.js runs as a worker thread only');
  const send = (message: FromEngine): void => port.postMessage(message);

  const opened = await attempt(() =>
    Reader.open({
      ...(workerData as EngineData),
      now: () => Date.now(),
      emit: (event) => send({ kind: 'event', event }),
    }),
  );
  if (!opened.ok) {
    send({ kind: 'failed', error: opened.error });
    return;
  }
  const reader = opened.value;

  port.on('message', (message: ToEngine) => {
    switch (message.kind) {
      case 'call':
        void attempt(() => reader.call(message.method, message.input)).then((result) =>
          send({ kind: 'answer', id: message.id, result }),
        );
        return;
      case 'close':
        void reader.close().then(
          () => send({ kind: 'closed', error: null }),
          (error: unknown) => send({ kind: 'closed', error: toErrorInfo(error) }),
        );
        return;
    }
  });
  send({ kind: 'ready' });
}

void run();
