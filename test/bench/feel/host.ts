/** The browser host on data of its own, and a page on it. */
import { chromium, type Browser, type Page } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { watchShifts } from './probe.ts';

export interface Shown {
  readonly browser: Browser;
  readonly page: Page;
  end(): Promise<void>;
}

export interface ShowOptions {
  /** Path of the built host. */
  readonly host: string;
  readonly executablePath: string;
  readonly folder: string;
  readonly dataDir: string;
}

/** Starts the host on a folder and opens it in Chromium; resolves when the first papers are shown. */
export async function show({ host, executablePath, folder, dataDir }: ShowOptions): Promise<Shown> {
  const child = spawn(process.execPath, [host, 'serve', folder, '--no-open', '--port', '0'], {
    env: { ...process.env, LECTERN_DATA: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const url = await addressOf(child.stdout);
  const browser = await chromium.launch({
    executablePath,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
    ],
  });
  const end = async (): Promise<void> => {
    await browser.close();
    child.kill('SIGTERM');
    await ended;
  };
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'ko-KR' });
    await watchShifts(page);
    await page.goto(url);
    await page.locator('[data-pane="list"] [role="option"]').first().waitFor({ timeout: 120_000 });
    return { browser, page, end };
  } catch (error) {
    await end();
    throw error;
  }
}

async function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const url = /http:\/\/\S+/.exec(line)?.[0];
    if (url !== undefined) return url;
  }
  throw new Error('the browser host ended before it told its address');
}
