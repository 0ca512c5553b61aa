/** `npm run bench:feel`: drives the real window in Chromium and measures what a reader would feel. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import { generateDigests } from '../generate.ts';
import { passes, percentiles, table, type Measure } from '../report.ts';
import { percentile } from '../statistics.ts';
import { show, type Shown } from './host.ts';
import { answers, installProbe, shifts, type Shift } from './probe.ts';
import { CATEGORIES, scriptPerFrame, type FrameScript } from './trace.ts';

const USAGE = `npm run bench:feel -- [--papers N] [--search-papers N] [--json file]
  --papers         how many papers to move through (5000)
  --search-papers  how many papers to search in (110000)
  --json           where to write the figures, besides the table`;

/** As a keyboard repeats a key that is held. */
const REPEAT_MS = 33;
const HELD = 150;
/** As one types who types quickly; an answer that takes longer is waited for. */
const TYPED_MS = 100;
const SELECTIONS = 60;
const FRAME_MS = 16;
const ANSWER_MS = 50;
const SEARCHES = [
  ...['강화학습', 'language model', '확산 모델', 'diffusion', '데이터', 'agent 학습'],
  // None twice, and none that begins as another: what was looked for before is remembered.
  ...['생성', 'transformer', '추론 robust', 'benchmark', 'ㅁㄷ', 'video 합성'],
];

const IN_FIELD = "document.activeElement.matches('[role=combobox]')";

export interface FeelOptions {
  readonly host: string;
  readonly executablePath: string;
}

/** Holds a key down: the script of each frame. */
async function hold({ browser, page }: Shown, key: 'j' | 'k'): Promise<readonly FrameScript[]> {
  await browser.startTracing(page, { categories: CATEGORIES });
  for (let press = 0; press < HELD; press += 1) {
    await page.keyboard.down(key);
    await page.waitForTimeout(REPEAT_MS);
  }
  await page.keyboard.up(key);
  return scriptPerFrame(await browser.stopTracing());
}

async function moving(shown: Shown): Promise<readonly Measure[]> {
  const frames = [...(await hold(shown, 'j')), ...(await hold(shown, 'k'))];
  const limit = { of: 'value', most: FRAME_MS } as const;
  const at = (name: string, value: number, limited = false): Measure => ({
    name: `script of a frame while a key is held, ${name}`,
    unit: 'ms',
    value,
    floor: null,
    limit: limited ? limit : null,
  });
  const processor = frames.map((frame) => frame.processor);
  return [
    at('p50', percentile(processor, 0.5)),
    at('p95', percentile(processor, 0.95)),
    at('longest', Math.max(...processor), true),
    at('longest on the wall clock', Math.max(...frames.map(({ wall }) => wall))),
  ];
}

/** One key at a time: from the key to the frame that shows the paper. */
async function selecting(page: Page): Promise<readonly Measure[]> {
  const values = await answers(page, 'paper', async (settled) => {
    for (let turn = 0; turn < SELECTIONS; turn += 1) {
      await page.keyboard.press(turn % 3 === 2 ? 'k' : 'j');
      await settled();
    }
  });
  const limit = { of: 'value', most: ANSWER_MS } as const;
  return percentiles('from a key to the paper on screen', { values }, limit);
}

async function marking(page: Page): Promise<void> {
  for (const key of ['m', 's', 'm', 'j', 's', 'Shift+A', 'z', 'h', 'h', 'd', 'Escape']) {
    await page.keyboard.press(key);
    await page.waitForTimeout(250);
  }
}

function shiftMeasure(name: string, all: readonly Shift[]): Measure {
  for (const { value, what } of all.slice(0, 10)) {
    console.log(`  shift ${value.toFixed(4)}: ${what}`);
  }
  const value = all.reduce((sum, shift) => sum + shift.value, 0);
  const limit = { of: 'value', most: 0 } as const;
  return { name: `layout shift, ${name}`, unit: '', value, floor: null, limit };
}

async function searching(page: Page): Promise<readonly Measure[]> {
  const values = await answers(page, 'search', async (settled) => {
    for (const search of SEARCHES) {
      await page.keyboard.press('/');
      for (const character of search) {
        await page.keyboard.insertText(character);
        await Promise.all([settled(), page.waitForTimeout(TYPED_MS)]);
      }
      while (await page.evaluate<boolean>(IN_FIELD)) await page.keyboard.press('Escape');
      await page.waitForTimeout(300);
    }
  });
  const limit = { of: 'value', most: ANSWER_MS } as const;
  return percentiles('from a search key to the list', { values }, limit);
}

/** Resolves when all papers are listed and can be found: a first look at a folder is measured by `npm run bench`. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const body = JSON.stringify({ search: true });
    const headers = { 'Content-Type': 'application/json' };
    await fetch('/api/library.ready', { method: 'POST', headers, body });
  });
  await page.waitForTimeout(3_000);
}

/** Runs the benchmark. Rejects only when something could not be measured. */
export async function feel(options: FeelOptions, args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      papers: { type: 'string' },
      'search-papers': { type: 'string' },
      json: { type: 'string' },
    },
  });
  const papers = Number(values.papers ?? 5_000);
  const searched = Number(values['search-papers'] ?? 110_000);
  if (!Number.isSafeInteger(papers) || !Number.isSafeInteger(searched)) throw new Error(USAGE);
  const scratch = await mkdtemp(join(tmpdir(), 'lectern-feel-'));
  const measures: Measure[] = [];
  const on = async (count: number, run: (shown: Shown) => Promise<void>): Promise<void> => {
    const folder = join(scratch, `digests-${count}`);
    console.log(`Writing ${count} papers …`);
    await generateDigests(folder, count);
    const shown = await show({ ...options, folder, dataDir: join(scratch, `data-${count}`) });
    try {
      await atRest(shown.page);
      await installProbe(shown.page);
      await run(shown);
    } finally {
      await shown.end();
    }
  };
  try {
    await on(papers, async (shown) => {
      await shown.page.keyboard.press('ControlOrMeta+2');
      console.log('Moving …');
      measures.push(...(await moving(shown)), ...(await selecting(shown.page)));
      measures.push(shiftMeasure('loading and moving', await shifts(shown.page)));
      await marking(shown.page);
      const unasked = (await shifts(shown.page)).filter(({ asked }) => !asked);
      measures.push(shiftMeasure('marking, filtering and pages, that no key asked for', unasked));
    });
    if (searched > 0) {
      await on(searched, async ({ page }) => {
        console.log('Searching …');
        measures.push(...(await searching(page)));
      });
    }
    console.log(`\n${table(measures)}`);
    const missed = measures.filter((each) => passes(each) === false);
    console.log(missed.length === 0 ? '\nAll limits kept.' : `\n${missed.length} MISSED.`);
    if (values.json === undefined) return;
    const report = {
      date: new Date().toISOString(),
      node: process.version,
      processor: cpus()[0]?.model ?? '',
      processors: cpus().length,
      papers,
      searched,
      measures: measures.map((each) => ({ ...each, pass: passes(each) })),
    };
    await writeFile(resolve(values.json), `${JSON.stringify(report, null, 2)}\n`);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
