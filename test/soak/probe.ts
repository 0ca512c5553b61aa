/**
 * Loaded into every thread of the host before its own code (`--import`), with `--expose-gc`: tells how much each holds
 * after a collection. The main thread is asked by the harness, and asks the others.
 */
import { BroadcastChannel, isMainThread, threadId } from 'node:worker_threads';

/** What one thread of the host holds. */
export interface ThreadMeasure {
  readonly thread: number;
  readonly heap: number;
  /** Of array buffers, which are no part of the heap. */
  readonly buffers: number;
  /** Of the whole process. */
  readonly resident: number;
  /** Timers, sockets, files, watchers that keep it going. */
  readonly handles: number;
}

type Message =
  { readonly kind: 'measure' } | { readonly kind: 'measured'; readonly measure: ThreadMeasure };

/** The engine may be in the middle of something long. */
const ANSWER_MS = 20_000;

const channel = new BroadcastChannel('lectern-soak');
// Only of the thread's own work may keep it alive.
(channel as unknown as { unref(): void }).unref();

function measure(): ThreadMeasure {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
  return {
    thread: threadId,
    heap: heapUsed,
    buffers: arrayBuffers,
    resident: rss,
    handles: process.getActiveResourcesInfo().length,
  };
}

if (isMainThread) {
  let heard: (measure: ThreadMeasure) => void = () => undefined;
  channel.onmessage = (event) => {
    const message = (event as { data: Message }).data;
    if (message.kind === 'measured') heard(message.measure);
  };
  process.on('message', () => {
    const own = measure();
    const late = setTimeout(() => process.send?.([own]), ANSWER_MS);
    // There is one other thread: the engine's.
    heard = (engine) => {
      clearTimeout(late);
      process.send?.([own, engine]);
    };
    channel.postMessage({ kind: 'measure' } satisfies Message);
  });
  process.channel?.unref();
} else {
  channel.onmessage = (event) => {
    if ((event as { data: Message }).data.kind !== 'measure') return;
    channel.postMessage({ kind: 'measured', measure: measure() } satisfies Message);
  };
}
