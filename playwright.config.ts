import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/lib/browser.js';

const executablePath = await findBrowser();

/** Keeps a browser under test from talking to anyone; a container's root may not use the browser's own sandbox. */
const args = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    launchOptions: { args, ...(executablePath === null ? {} : { executablePath }) },
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    // A trace of every test takes an eighth of its time: `--trace on` for the one that is looked into.
    trace: 'off',
    screenshot: 'only-on-failure',
  },
  projects: [
    // The specs through the browser host, the built Electron host against a fake Electron, the specs on the real one.
    { name: 'browser', testDir: 'test/e2e' },
    { name: 'host', testDir: 'test/host' },
    { name: 'electron', testDir: 'test/e2e' },
  ],
});
