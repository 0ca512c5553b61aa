/** What a trace of Chromium tells of a page's main thread. */

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  readonly args?: { readonly name?: string };
}

/** To be traced for `scriptPerFrame`. */
export const CATEGORIES = [
  'devtools.timeline',
  'devtools.timeline.frame',
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-devtools.timeline.frame',
];

/** Events within which script runs; they lie within each other, so that their times are joined, not added. */
const SCRIPT = new Set([
  'EvaluateScript',
  'FunctionCall',
  'RunMicrotasks',
  'TimerFire',
  'FireAnimationFrame',
  'EventDispatch',
]);
const FRAME = 'BeginMainThreadFrame';

/** Milliseconds of script in each frame that ran any, in order. */
export function scriptPerFrame(trace: Buffer): readonly number[] {
  const { traceEvents } = JSON.parse(trace.toString('utf8')) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  const events = ofPage(traceEvents);
  const frames = events.filter(({ name }) => name === FRAME).map(({ ts }) => ts);
  frames.sort((a, b) => a - b);
  const script = joined(
    events
      .filter(({ name, ph }) => ph === 'X' && SCRIPT.has(name))
      .map(({ ts, dur = 0 }) => [ts, ts + dur] as const),
  );
  const times = new Map<number, number>();
  let frame = 0;
  for (const [start, end] of script) {
    while (frame < frames.length && (frames[frame] ?? 0) <= start) frame += 1;
    times.set(frame, (times.get(frame) ?? 0) + (end - start) / 1000);
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

type Span = readonly [start: number, end: number];

function joined(spans: readonly Span[]): readonly Span[] {
  const whole: [number, number][] = [];
  for (const [start, end] of [...spans].sort(([a], [b]) => a - b)) {
    const last = whole.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else whole.push([start, end]);
  }
  return whole;
}
