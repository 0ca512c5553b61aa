/** `npm run soak`: random use of the real page for a while, and whether anything grows, breaks or complains meanwhile. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type CDPSession, type Page } from '@playwright/test';
import { generateDigests } from '../bench/generate.ts';
import { Random } from '../bench/random.ts';
import { Churn } from './churn.ts';
import { startSoakHost, type SoakHost } from './host.ts';
import { Use } from './use.ts';
import { verdict, type Row, type Sample } from './verdict.ts';

const USAGE = 'npm run soak -- [--minutes N] [--papers N] [--seed N] [--snapshots FOLDER]';
const SAMPLE_MS = 15_000;
const CHURN_MS = 1_500;
/**
 * Acts before the minutes begin to count: code is loaded and compiled, and every cache fills to its bound (rows, texts, papers
 * read, answers, words searched). What is held until then is no growth, and not compared.
 */
const WARM_UP_ACTS = 600;

export interface SoakPaths {
  /** The built lectern.js, the bundled probe.js and the browser. */
  readonly cli: string;
  readonly probe: string;
  readonly browser: string;
}

interface Wanted {
  /** After the warm-up. */
  readonly minutes: number;
  readonly papers: number;
  readonly seed: number;
  /** Where the page's heap is written after the warm-up and at the end, to see what was kept; '' for nowhere. */
  readonly snapshots: string;
}

function readArguments(args: readonly string[]): Wanted {
  const { values } = parseArgs({
    args: [...args],
    options: {
      minutes: { type: 'string', default: '10' },
      papers: { type: 'string', default: '20000' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000_007) },
      snapshots: { type: 'string', default: '' },
    },
  });
  const [minutes, papers, seed] = [values.minutes, values.papers, values.seed].map(Number);
  if (!(Number(minutes) > 0) || !(Number(papers) >= 100) || !Number.isSafeInteger(seed)) {
    throw new Error(USAGE);
  }
  const { snapshots } = values;
  return { minutes: Number(minutes), papers: Number(papers), seed: Number(seed), snapshots };
}

/** Resolves once all papers are listed and can be found: what the host holds grows until then. */
async function ready(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const answer = await fetch('/api/library.ready', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ search: true }),
    });
    if (!answer.ok) throw new Error(`library.ready was answered with ${answer.status}`);
  });
}

/** Has the page tell what its content policy blocks, with the element: the browser's own line tells of none. */
const TELL_BLOCKED = `document.addEventListener('securitypolicyviolation', (event) => {
  const { effectiveDirective, blockedURI, sourceFile, lineNumber } = event;
  const element = event.composedPath()[0]?.outerHTML?.slice(0, 300);
  console.error('blocked', effectiveDirective, blockedURI, sourceFile + ':' + lineNumber, element);
}, true);`;

async function writeSnapshot(cdp: CDPSession, folder: string, name: string): Promise<void> {
  const chunks: string[] = [];
  const keep = ({ chunk }: { readonly chunk: string }): void => void chunks.push(chunk);
  cdp.on('HeapProfiler.addHeapSnapshotChunk', keep);
  await cdp.send('HeapProfiler.takeHeapSnapshot');
  cdp.off('HeapProfiler.addHeapSnapshotChunk', keep);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name}.heapsnapshot`), chunks.join(''));
}

async function samplePage(cdp: CDPSession) {
  // Twice: finalizers of the first collection let go of more.
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return {
    pageHeap: of('JSHeapUsedSize'),
    pageNodes: of('Nodes'),
    pageListeners: of('JSEventListeners'),
    pageDocuments: of('Documents'),
  };
}

/** Uses the page until it is warm, then until the time is up; samples on the way. */
async function live(
  page: Page,
  host: SoakHost,
  { minutes, seed, snapshots }: Wanted,
  folder: string,
): Promise<{
  readonly samples: readonly Sample[];
  readonly acts: Use['acts'];
  readonly changes: number;
}> {
  const random = new Random(seed);
  const use = new Use(page, random);
  const churn = await Churn.over(folder, new Random(seed + 1));
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  await cdp.send('HeapProfiler.enable');
  let churned = 0;
  const act = async (): Promise<void> => {
    await use.act();
    if (performance.now() - churned <= CHURN_MS) return;
    churned = performance.now();
    await churn.change();
  };
  for (let done = 0; done < WARM_UP_ACTS; done++) await act();
  await use.rest();
  if (snapshots !== '') await writeSnapshot(cdp, snapshots, 'warm');
  const start = performance.now();
  const seconds = (): number => (performance.now() - start) / 1000;
  const samples: Sample[] = [];
  let sampled = -Infinity;
  while (seconds() < minutes * 60) {
    await act();
    if (performance.now() - sampled < SAMPLE_MS) continue;
    await use.rest();
    const { heap, buffers, resident, handles, files } = await host.measure();
    const sample = {
      seconds: Math.round(seconds()),
      ...(await samplePage(cdp)),
      hostHeap: heap,
      hostBuffers: buffers,
      hostResident: resident,
      hostHandles: handles,
      hostFiles: files,
    };
    samples.push(sample);
    console.log(JSON.stringify(sample));
    sampled = performance.now();
  }
  if (snapshots !== '') await writeSnapshot(cdp, snapshots, 'end');
  return { samples, acts: use.acts, changes: churn.changes };
}

function print(rows: readonly Row[]): void {
  const shown = (value: number): string =>
    value >= 1e6 ? `${(value / 1e6).toFixed(1)} M` : String(Math.round(value));
  console.table(
    Object.fromEntries(
      rows.map(({ measure, early, late, ratio, flat }) => [
        measure,
        { early: shown(early), late: shown(late), ratio: Number(ratio.toFixed(3)), flat },
      ]),
    ),
  );
}

/** Runs it; false when something grew, was written to the console, thrown, or asked of the network. */
export async function soak(paths: SoakPaths, args: readonly string[]): Promise<boolean> {
  const wanted = readArguments(args);
  const base = await mkdtemp(join(tmpdir(), 'lectern-soak-'));
  const folder = join(base, 'digests');
  console.log(`${wanted.papers} papers, ${wanted.minutes} minutes, seed ${wanted.seed} …`);
  await generateDigests(folder, wanted.papers);
  const host = await startSoakHost(paths.cli, paths.probe, folder, join(base, 'data'));
  const browser = await chromium.launch({
    executablePath: paths.browser,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Else the heap is told in coarse steps.
      '--enable-precise-memory-info',
    ],
  });
  const complaints: string[] = [];
  try {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: 'ko-KR',
    });
    const { origin } = new URL(host.address);
    await context.route(
      (url) => url.origin !== origin && url.protocol !== 'blob:',
      async (route) => {
        complaints.push(`asked for ${route.request().url()}`);
        await route.abort();
      },
    );
    const page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() !== 'debug') complaints.push(`${message.type()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => complaints.push(`thrown: ${error.message}`));
    page.on('crash', () => complaints.push('the page crashed'));
    await page.addInitScript({ content: TELL_BLOCKED });
    await page.goto(host.address);
    await page.locator('[data-pane="list"] [role="option"]').first().waitFor({ timeout: 120_000 });
    await ready(page);
    const { samples, acts, changes } = await live(page, host, wanted, folder);
    const rows = verdict(samples);
    if (rows !== null) print(rows);
    for (const complaint of new Set(complaints)) console.error(complaint);
    const flat = rows?.every((row) => row.flat) ?? false;
    if (rows === null) console.error('Too short to tell: there are fewer than six samples.');
    const good = flat && complaints.length === 0;
    console.log(
      JSON.stringify({
        ...wanted,
        good,
        samples: samples.length,
        acts,
        fileChanges: changes,
        rows,
        complaints,
      }),
    );
    return good;
  } finally {
    await browser.close();
    await host.end();
    await rm(base, { recursive: true, force: true });
  }
}
