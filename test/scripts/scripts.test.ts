import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, unlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { browserPaths } from '../../scripts/lib/browser.js';
import { isStale } from '../../scripts/lib/built.js';
import { countsOf } from '../../scripts/lib/counts.js';
import { dependenciesAreInstalled } from '../../scripts/lib/dependencies.js';
import { whyNoWindow } from '../../scripts/lib/electron.js';
import { readStartArguments } from '../../scripts/lib/start.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-scripts-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Writes a file (and its folders) as of `second` seconds after 2024 began. */
async function put(path: string, second: number, text = ''): Promise<void> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  await touch(path, second);
}

function touch(path: string, second: number): Promise<void> {
  const time = new Date(Date.UTC(2024, 0, 1, 0, 0, second));
  return utimes(join(folder, path), time, time);
}

describe('whether the build is stale', () => {
  const inputs = [
    'src/core/a.ts',
    'package.json',
    'package-lock.json',
    'electron.vite.config.ts',
    'svelte.config.js',
    'tsconfig.json',
  ];
  const outputs = [
    'out/main/index.js',
    'out/main/lectern.js',
    'out/main/engine.js',
    'out/preload/index.cjs',
    'out/renderer/index.html',
  ];

  beforeEach(async () => {
    for (const path of inputs) await put(path, 10);
    for (const path of outputs) await put(path, 20);
    for (const path of ['src/core', 'src']) await touch(path, 10);
  });

  it('is not when everything was built after the last change', () => {
    expect(isStale(folder)).toBe(false);
  });

  it.each(inputs)('is when %s is newer', async (path) => {
    await touch(path, 30);
    expect(isStale(folder)).toBe(true);
  });

  it.each(outputs)('is when %s is missing', async (path) => {
    await unlink(join(folder, path));
    expect(isStale(folder)).toBe(true);
  });

  it('is when a source was deleted', async () => {
    await unlink(join(folder, 'src/core/a.ts'));
    expect(isStale(folder)).toBe(true);
  });
});

describe('whether the dependencies are installed', () => {
  const locked = (packages: object): string => JSON.stringify({ packages });
  const lock = locked({
    '': { version: '1.0.0' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/only-mac': { version: '1.0.0', optional: true },
  });
  const installed = 'node_modules/.package-lock.json';

  it('is so when npm installed every version that is locked, but for other systems’ packages', async () => {
    await put('package-lock.json', 0, lock);
    await put(installed, 0, locked({ 'node_modules/a': { version: '1.0.0' } }));
    expect(await dependenciesAreInstalled(folder)).toBe(true);
  });

  it.each([
    ['another version', locked({ 'node_modules/a': { version: '1.0.1' } })],
    ['a package missing', locked({})],
    ['a torn file', '{"packages": {'],
  ])('is not so with %s', async (_name, text) => {
    await put('package-lock.json', 0, lock);
    await put(installed, 0, text);
    expect(await dependenciesAreInstalled(folder)).toBe(false);
  });

  it('is not so in a fresh clone', async () => {
    await put('package-lock.json', 0, lock);
    expect(await dependenciesAreInstalled(folder)).toBe(false);
  });
});

describe('npm start', () => {
  it('means a folder from where npm was called', () => {
    const args = readStartArguments(['논문', '--no-open'], { INIT_CWD: '/home/me' }, '/lectern');
    expect(args).toEqual({ folder: '/home/me/논문', browser: false, open: false, port: null });
    expect(readStartArguments([], {}, '/lectern')).toMatchObject({ folder: null, open: true });
  });

  it('refuses what it does not know', () => {
    expect(() => readStartArguments(['--nonsense'])).toThrow(/nonsense/);
    expect(() => readStartArguments(['a', 'b'])).toThrow(/one folder/);
  });

  it('says why there can be no window', () => {
    const env = { DISPLAY: ':0' };
    expect(whyNoWindow({ platform: 'linux', env, uid: 1000 })).toBeNull();
    expect(whyNoWindow({ platform: 'linux', env: { WAYLAND_DISPLAY: 'w' }, uid: 1 })).toBeNull();
    expect(whyNoWindow({ platform: 'linux', env: {}, uid: 1000 })).toContain('display');
    expect(whyNoWindow({ platform: 'linux', env, uid: 0 })).toContain('root');
    expect(whyNoWindow({ platform: 'darwin', env: {}, uid: 501 })).toBeNull();
    expect(whyNoWindow({ platform: 'win32', env: {}, uid: undefined })).toBeNull();
  });

  it('names the Node that it needs', () => {
    const check = join(import.meta.dirname, '../../scripts/lib/check-node.js');
    const old = `Object.defineProperty(process, 'versions', { value: { node: '20.18.3' } });`;
    const code = `${old} await import(${JSON.stringify(check)});`;
    const ended = spawnSync(process.execPath, ['--input-type=module', '-e', code]);
    expect(ended.status).toBe(1);
    expect(ended.stderr.toString()).toContain('20.19');
  });
});

describe('npm test', () => {
  it('counts what Vitest and Playwright report', async () => {
    const vitest = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 };
    await put('vitest.json', 0, JSON.stringify(vitest));
    expect(countsOf(join(folder, 'vitest.json'))).toEqual({ passed: 5, failed: 1, skipped: 3 });
    const stats = { expected: 7, unexpected: 1, flaky: 2, skipped: 0 };
    await put('playwright.json', 0, JSON.stringify({ stats }));
    expect(countsOf(join(folder, 'playwright.json'))).toEqual({ passed: 7, failed: 3, skipped: 0 });
    expect(countsOf(join(folder, 'none.json'))).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });

  it('looks for a browser where each system keeps it', () => {
    const linux = browserPaths('linux', { PATH: '/usr/local/bin:/usr/bin' });
    expect(linux.slice(0, 2)).toEqual(['/usr/local/bin/chromium', '/usr/bin/chromium']);
    expect(browserPaths('darwin', { HOME: '/Users/me' })[0]).toContain('Google Chrome.app');
    expect(browserPaths('win32', { ProgramFiles: 'C:\\P' })[0]).toContain('chrome.exe');
  });
});
