import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './host.ts';

test('the window is isolated, sandboxed and without Node', async ({ launch }) => {
  const app = await launch();
  const page = await app.page();
  await expect.poll(async () => (await app.windows())[0]?.visible).toBe(true);
  const [window] = await app.windows();
  expect(window?.sandboxedApp).toBe(true);
  expect(window?.options).toMatchObject({
    show: false,
    minWidth: 640,
    minHeight: 480,
    webPreferences: {
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      devTools: false,
      // Elsewhere its dictionaries come from the network.
      spellcheck: process.platform === 'darwin',
    },
  });
  // Where nothing is said, Electron's own defaults hold: none of these is to be turned on.
  const preferences = Object.keys((window?.options as { webPreferences: object }).webPreferences);
  for (const risky of [
    ...['allowRunningInsecureContent', 'experimentalFeatures', 'enableBlinkFeatures'],
    ...['plugins', 'additionalArguments', 'disableBlinkFeatures', 'session', 'partition'],
  ]) {
    expect(preferences).not.toContain(risky);
  }
  const seen = await page.evaluate(() => ({
    secure: (globalThis as { isSecureContext?: boolean }).isSecureContext,
    node: ['require', 'process', 'module', 'Buffer', 'electron'].filter(
      (name) => name in globalThis,
    ),
  }));
  expect(seen).toEqual({ secure: true, node: [] });
});

test('developer tools are there only while the app is not packaged', async ({ launch }) => {
  const app = await launch({ machine: { packaged: false } });
  await app.page();
  const [window] = await app.windows();
  expect(window?.options).toMatchObject({ webPreferences: { devTools: true } });
});

test('the page gets one read-only object, of which nothing leads to the preload', async ({
  launch,
}) => {
  const app = await launch();
  const page = await app.page();
  const seen = await page.evaluate(`(() => {
    const { writable, configurable } = Object.getOwnPropertyDescriptor(globalThis, 'lectern');
    // In the preload's world this would be a function.
    const world = lectern.call.constructor('return typeof fakeElectronReceive')();
    return { keys: Object.keys(lectern).sort(), writable, configurable, world };
  })()`);
  expect(seen).toEqual({
    keys: ['call', 'listen', 'pathOf'],
    writable: false,
    configurable: false,
    world: 'undefined',
  });
});

test('what cannot be cloned does not cross the bridge', async ({ launch }) => {
  const app = await launch();
  const page = await app.page();
  const outcomes = await page.evaluate(async () => {
    const tries = [() => undefined, Symbol('x'), new WeakMap(), new Proxy({}, {})];
    return Promise.all(
      tries.map(async (value) => {
        try {
          await lectern.call('host.copyText', { text: value });
          return 'crossed';
        } catch (error) {
          return error instanceof Error ? 'refused' : 'odd';
        }
      }),
    );
  });
  expect(outcomes).toEqual(['refused', 'refused', 'refused', 'refused']);
  expect(app.copied).toEqual([]);
});

test('the place of the window is kept over a restart', async ({ launch, dir }) => {
  const bounds = { x: 200, y: 120, width: 1000, height: 700 };
  const first = await launch();
  await first.page();
  await first.rpc.call('window.arrange', { id: 1, bounds, maximized: true });
  await first.quit();

  const second = await launch();
  await second.page();
  expect(await second.windows()).toMatchObject([{ bounds, maximized: true }]);
  await second.quit();

  // A display was unplugged: the window comes back where it can be seen.
  const third = await launch({ machine: { workAreas: [{ x: 0, y: 0, width: 150, height: 100 }] } });
  await third.page();
  expect((await third.windows())[0]?.options).not.toHaveProperty('x');
  await third.quit();

  await writeFile(join(dir, 'data/electron/window.json'), '{"bounds":');
  const fourth = await launch();
  await fourth.page();
  expect(await fourth.windows()).toHaveLength(1);
  await fourth.quit();
  expect(JSON.parse(await readFile(join(dir, 'data/electron/window.json'), 'utf8'))).toMatchObject({
    maximized: false,
  });
});

test('a page that crashed can be loaded again', async ({ launch }) => {
  let answers = 0;
  const app = await launch({
    dialog: () => {
      answers += 1;
      return { response: 0, checkboxChecked: false };
    },
  });
  const page = await app.page();
  const reloaded = page.waitForEvent('load');
  await app.rpc.call('window.crash', 1);
  await reloaded;
  expect(answers).toBe(1);
  expect(app.dialogs[0]).toMatchObject({ kind: 'message', modal: true });
});

test('what is asked of an app that was killed, and of which nobody knows yet, is refused', async ({
  launch,
}) => {
  const app = await launch();
  await app.page();
  app.kill('SIGKILL');
  // This thread learns nothing while it waits: only the write finds that nobody reads any more.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
  await expect(app.rpc.call('windows')).rejects.toThrow('the app has ended');
});

test('the page zooms the window within bounds, and brings it to full screen and back', async ({
  launch,
}) => {
  const app = await launch();
  const page = await app.page();
  const arrange = (action: string) =>
    page.evaluate(
      (chosen) =>
        (
          globalThis as unknown as {
            lectern: { call(method: string, input: unknown): Promise<unknown> };
          }
        ).lectern.call('host.window', { action: chosen }),
      action,
    );
  const window = async () => (await app.windows())[0];
  await arrange('zoomIn');
  await arrange('zoomIn');
  expect((await window())?.zoomLevel).toBe(1);
  for (let step = 0; step < 20; step += 1) await arrange('zoomIn');
  expect((await window())?.zoomLevel).toBe(5);
  for (let step = 0; step < 30; step += 1) await arrange('zoomOut');
  expect((await window())?.zoomLevel).toBe(-3);
  await arrange('zoomReset');
  expect((await window())?.zoomLevel).toBe(0);
  await arrange('fullScreen');
  expect((await window())?.fullScreen).toBe(true);
  await arrange('fullScreen');
  expect((await window())?.fullScreen).toBe(false);
  expect(await arrange('explode')).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
});
