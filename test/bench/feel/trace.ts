/** What a trace of Chromium tells of a page's main thread. */

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  /** Of the thread itself, without what other processes of the machine took in between. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** To be traced for `scriptPerFrame`. */
export const CATEGORIES = [
  'devtools.timeline',
  'devtools.timeline.frame',
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-devtools.timeline.frame',
];

/** Events within which script runs; they lie within each other, so that only the outermost count. */
const SCRIPT = new Set([
  'EvaluateScript',
  'FunctionCall',
  'RunMicrotasks',
  'TimerFire',
  'FireAnimationFrame',
  'EventDispatch',
]);
const FRAME = 'BeginMainThreadFrame';

/** Milliseconds of script in each frame that ran any, in order: of processor time, and as the clock on the wall tells it. */
export interface FrameScript {
  readonly processor: number;
  readonly wall: number;
}

export function scriptPerFrame(trace: Buffer): readonly FrameScript[] {
  const { traceEvents } = JSON.parse(trace.toString('utf8')) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  const events = ofPage(traceEvents);
  const frames = events.filter(({ name }) => name === FRAME).map(({ ts }) => ts);
  frames.sort((a, b) => a - b);
  const script = outermost(events.filter(({ name, ph }) => ph === 'X' && SCRIPT.has(name)));
  const times = new Map<number, { processor: number; wall: number }>();
  let frame = 0;
  for (const { ts, dur = 0, tdur = dur } of script) {
    while (frame < frames.length && (frames[frame] ?? 0) <= ts) frame += 1;
    const time = times.get(frame) ?? { processor: 0, wall: 0 };
    times.set(frame, { processor: time.processor + tdur / 1000, wall: time.wall + dur / 1000 });
  }
  return [...times.values()];
}

/** Of the main thread that ran most script: the page's own. */
function ofPage(events: readonly TraceEvent[]): readonly TraceEvent[] {
  const key = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
  const mains = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(key),
  );
  const calls = new Map<string, number>();
  for (const event of events) {
    if (!SCRIPT.has(event.name) || !mains.has(key(event))) continue;
    calls.set(key(event), (calls.get(key(event)) ?? 0) + 1);
  }
  const page = [...calls].sort(([, a], [, b]) => b - a)[0]?.[0];
  return events.filter((event) => key(event) === page);
}

/** Those that lie in no other. */
function outermost(events: readonly TraceEvent[]): readonly TraceEvent[] {
  const whole: TraceEvent[] = [];
  let end = -Infinity;
  for (const event of [...events].sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))) {
    if (event.ts < end) continue;
    whole.push(event);
    end = event.ts + (event.dur ?? 0);
  }
  return whole;
}
