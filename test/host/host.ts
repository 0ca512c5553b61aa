/** The built Electron host under the fake, for specs: `launch` as often as wanted, everything gone afterwards. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, type Page } from '@playwright/test';
import type { LecternBridge } from '../../src/shared/bridge.ts';
import type { Result } from '../../src/shared/errors.ts';
import { FakeElectron, type LaunchOptions } from './fake-electron/fake-electron.ts';
import type { Machine } from './fake-electron/main/host.ts';

export const entry = fileURLToPath(new URL('../../out/main/index.js', import.meta.url));
export const digests = fileURLToPath(new URL('../fixtures/digests', import.meta.url));

export type Launch = Partial<Omit<LaunchOptions, 'entry' | 'machine'>> & {
  readonly machine?: Partial<Machine>;
};

interface Fixtures {
  /** A folder of this test's own. */
  readonly dir: string;
  /** Starts the app; its data are in `dir`/data at every start. */
  readonly launch: (options?: Launch) => Promise<FakeElectron>;
}

export const test = base.extend<Fixtures>({
  // eslint-disable-next-line no-empty-pattern -- Playwright demands the pattern
  dir: async ({}, use) => {
    const dir = await mkdtemp(join(tmpdir(), 'lectern-host-'));
    await mkdir(join(dir, 'profile'));
    await mkdir(join(dir, 'documents'));
    await use(dir);
    await rm(dir, { recursive: true });
  },

  launch: async ({ browser, dir }, use) => {
    const running: FakeElectron[] = [];
    await use(async ({ machine, env, ...options } = {}) => {
      const app = await FakeElectron.launch(browser, {
        entry,
        env: { LECTERN_DATA: join(dir, 'data'), ...env },
        machine: {
          packaged: true,
          locale: 'en-GB',
          userData: join(dir, 'profile'),
          documents: join(dir, 'documents'),
          workAreas: [{ x: 0, y: 0, width: 1920, height: 1080 }],
          ...machine,
        },
        ...options,
      });
      running.push(app);
      return app;
    });
    await Promise.all(running.map((app) => app.destroy()));
  },
});

export { expect } from '@playwright/test';

declare global {
  var lectern: LecternBridge;
}

/** Asks the host from inside the page, through the preload. */
export function ask(page: Page, method: string, input: unknown = {}): Promise<Result<unknown>> {
  return page.evaluate(([name, argument]) => lectern.call(name, argument), [
    method,
    input,
  ] as const);
}
