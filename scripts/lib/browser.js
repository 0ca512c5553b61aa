import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { mustSucceed, root, run } from './run.js';

const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const MAC_APPS = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
const WINDOWS_PROGRAMS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * Paths where the system's Chromium, Chrome or Edge may be, best first.
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 * @returns {string[]}
 */
export function browserPaths(platform, env) {
  const product = (folders, names) => folders.flatMap((f) => names.map((name) => join(f, name)));
  switch (platform) {
    case 'darwin':
      return product(['/Applications', `${env['HOME'] ?? ''}/Applications`], MAC_APPS);
    case 'win32': {
      const folders = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']];
      return product(folders.filter(Boolean), WINDOWS_PROGRAMS);
    }
    default:
      return COMMANDS.flatMap((command) =>
        (env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, command)),
      );
  }
}

/** The browser that tests use: LECTERN_BROWSER, else the system's, else Playwright's own; null when there is none. */
export async function findBrowser() {
  const named = process.env['LECTERN_BROWSER'];
  if (named) return existsSync(named) ? named : null;
  const found = browserPaths(process.platform, process.env).find((path) => existsSync(path));
  if (found !== undefined) return found;
  const { chromium } = await import('@playwright/test');
  const own = chromium.executablePath();
  return existsSync(own) ? own : null;
}

/** Finds a browser or installs one: Playwright's, else Debian's as root. Rejects when none can be had. */
export async function ensureBrowser() {
  if ((await findBrowser()) === null) {
    console.log('No Chromium, Chrome or Edge here: installing one for the tests …');
    const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
    await run(process.execPath, [cli, 'install', 'chromium'], { timeoutMs: 300_000 });
    if ((await findBrowser()) === null) await installDebianBrowser();
  }
  const browser = await findBrowser();
  if (browser !== null) return browser;
  throw new Error(
    'the tests need a browser: install Chromium, Chrome or Edge, or name one in LECTERN_BROWSER',
  );
}

async function installDebianBrowser() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  mustSucceed(await run('apt-get', ['update', '-q'], { env }), 'apt-get update');
  // The Korean fonts are for what the tests see and show.
  const packages = ['chromium', 'fonts-noto-cjk'];
  mustSucceed(
    await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { env }),
    'apt-get install',
  );
}
