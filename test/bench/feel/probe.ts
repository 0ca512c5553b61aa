/** Measures inside the page: what runs there is text, for the benchmark knows no DOM types. */
import type { Page } from '@playwright/test';

const PROBE = `(() => {
  const probe = { asked: null, search: '', answered: [], kind: null, call: null, told() {} };
  window.__feel = probe;
  /** A frame that is painted: what was changed before it is on screen. */
  const painted = (run) => requestAnimationFrame(() => setTimeout(run));
  const watch = (kind, selector) => {
    const root = document.querySelector(selector);
    new MutationObserver(() => {
      if (probe.kind !== kind || probe.asked === null) return;
      const { asked } = probe;
      painted(() => answered(asked));
    }).observe(root, { subtree: true, childList: true, characterData: true });
  };
  // What changes in the list first may belong to the letter before, and a letter more may change nothing: a search is
  // answered once the answer to its own query, with the first rows, is painted.
  const send = WebSocket.prototype.send;
  const heard = new WeakSet();
  WebSocket.prototype.send = function (text) {
    const { call, method, input } = JSON.parse(text);
    const { asked, kind, search } = probe;
    if (kind === 'search' && asked !== null && method === 'query.open' && input.query.search === search) {
      probe.call = { start: '{"call":' + call + ',', asked };
    }
    if (!heard.has(this)) {
      heard.add(this);
      this.addEventListener('message', ({ data }) => {
        const { start, asked } = probe.call ?? {};
        if (start !== undefined && data.startsWith(start)) painted(() => answered(asked));
      });
    }
    send.call(this, text);
  };
  const answered = (asked) => {
    if (probe.asked !== asked) return;
    probe.asked = null;
    probe.answered.push(performance.now() - asked);
    probe.told();
  };
  /** The time of the next answer, or null when none comes in five seconds. One promise: to ask again and again took time. */
  probe.next = async () => {
    if (probe.answered.length === 0) {
      await new Promise((resolve) => {
        probe.told = resolve;
        setTimeout(resolve, 5_000);
      });
    }
    return probe.answered.splice(0)[0] ?? null;
  };
  const ask = (kind) => (event) => {
    if (probe.kind !== kind || !event.isTrusted) return;
    Object.assign(probe, { asked: event.timeStamp, search: event.target.value });
  };
  watch('paper', '#reader-scroll');
  addEventListener('keydown', ask('paper'), true);
  addEventListener('input', ask('search'), true);
})()`;

/** Of all that was shown before, too. */
const SHIFTS = `(() => {
  window.__shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries()) {
      const elements = sources.map(({ node }) => (node instanceof Element ? node : node?.parentElement));
      // The paper that is exchanged by a key moves nothing: there is another in its place.
      const elsewhere = elements.some((element) => !element?.closest('[data-pane="reader"]'));
      if (!hadRecentInput || elsewhere) {
        window.__shifts.push({
          value,
          asked: hadRecentInput,
          what: elements.map((element) => element?.outerHTML.slice(0, 80) ?? '').join(' | '),
        });
      }
    }
  }).observe({ type: 'layout-shift', buffered: true });
})()`;

export interface Shift {
  readonly value: number;
  /** It followed a key within half a second. */
  readonly asked: boolean;
  readonly what: string;
}

/** Notes layout shifts from the first paint on. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(SHIFTS);
}

export async function shifts(page: Page): Promise<readonly Shift[]> {
  return page.evaluate<readonly Shift[]>('window.__shifts');
}

export async function installProbe(page: Page): Promise<void> {
  await page.evaluate(PROBE);
}

/** From a key to the frame that shows its answer, in milliseconds, for each key that `run` presses. Rejects when none comes. */
export async function answers(
  page: Page,
  kind: 'paper' | 'search',
  run: (settled: () => Promise<void>) => Promise<void>,
): Promise<readonly number[]> {
  await page.evaluate(
    `Object.assign(window.__feel, { kind: '${kind}', asked: null, answered: [] })`,
  );
  const times: number[] = [];
  const settled = async (): Promise<void> => {
    const time = await page.evaluate<number | null>('window.__feel.next()');
    if (time === null) throw new Error(`no answer to a key: ${kind}`);
    times.push(time);
  };
  await run(settled);
  return times;
}
