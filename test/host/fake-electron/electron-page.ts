/**
 * One window of the fake as a real page of Chromium. The preload runs where Electron runs it: in an isolated world of
 * the page, before the page's own scripts. Chromium cannot be taught `app://lectern`, so `https://lectern.test` stands
 * for it: a secure origin too, whose every request is answered by the handler that the app registered.
 */
import { readFileSync } from 'node:fs';
import type { BrowserContext, CDPSession, Page, Request, Route } from '@playwright/test';
import { decode, encode } from './codec.ts';
import type { Rpc } from './rpc.ts';

const APP = 'app://lectern';
const STAND_IN = 'https://lectern.test';
const WORLD = 'preload';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const mainWorld = read('page/main-world.js');
const isolatedWorld = read('page/isolated-world.js');

function preloadScript(preload: string, paths: Readonly<Record<string, string>>): string {
  return `(() => {
    if (window !== window.top) return;
    ${isolatedWorld}
    const require = fakeElectronModules({
      encode: ${encode.toString()},
      decode: ${decode.toString()},
      toHost: (text) => fakeElectronToHost(text),
      paths: ${JSON.stringify(paths)},
    });
    delete globalThis.fakeElectronModules;
    const module = { exports: {} };
    ((require, module, exports) => {${preload}\n})(require, module, module.exports);
  })();`;
}

export type Theme = 'system' | 'light' | 'dark';

export interface ElectronPageOptions {
  readonly context: BrowserContext;
  readonly rpc: Rpc;
  readonly window: number;
  readonly preload: string;
  /** What webUtils.getPathForFile says of a File, by its name. */
  readonly paths: Readonly<Record<string, string>>;
}

export class ElectronPage {
  readonly page: Page;
  /** Requests that left the app's origin, allowed or not by the policy; none of them was answered. */
  readonly foreignRequests: string[] = [];
  /** Errors in the console, and exceptions nobody caught. */
  readonly errors: string[] = [];
  readonly #options: ElectronPageOptions;
  readonly #session: CDPSession;
  #contextId: number | null = null;
  #loading = false;

  static async create(options: ElectronPageOptions): Promise<ElectronPage> {
    const page = await options.context.newPage();
    const session = await options.context.newCDPSession(page);
    const made = new ElectronPage(options, page, session);
    await made.#prepare();
    return made;
  }

  private constructor(options: ElectronPageOptions, page: Page, session: CDPSession) {
    this.#options = options;
    this.#session = session;
    this.page = page;
  }

  async #prepare(): Promise<void> {
    const { context, preload, paths } = this.#options;
    const session = this.#session;
    this.page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(message.text());
    });
    this.page.on('pageerror', (error) => this.errors.push(String(error)));
    const { frameTree } = await session.send('Page.getFrameTree');
    session.on('Runtime.executionContextCreated', ({ context: created }) => {
      // An embedded frame has such a world too, but no preload: nodeIntegrationInSubFrames is off.
      const { frameId } = created.auxData as { readonly frameId?: string };
      if (created.name === WORLD && frameId === frameTree.frame.id) this.#contextId = created.id;
    });
    session.on(
      'Runtime.bindingCalled',
      ({ payload }) => void this.#unlessGone(this.#invoke(payload)),
    );
    await session.send('Runtime.enable');
    await session.send('Runtime.addBinding', {
      name: 'fakeElectronToHost',
      executionContextName: WORLD,
    });
    await session.send('Page.enable');
    await session.send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorld });
    await session.send('Page.addScriptToEvaluateOnNewDocument', {
      source: preloadScript(readFileSync(preload, 'utf8'), paths),
      worldName: WORLD,
    });
    await context.route('**/*', (route, request) => this.#unlessGone(this.#answer(route, request)));
    // Whatever window a page opens is asked for by its first request, and never stays.
    context.on('page', (popup) => void popup.close());
  }

  async load(url: string): Promise<void> {
    this.#loading = true;
    await this.page.goto(url.replace(APP, STAND_IN));
  }

  /** ipcRenderer's listeners get an event. */
  send(channel: string, args: readonly unknown[]): Promise<void> {
    return this.#receive({ kind: 'event', channel, args });
  }

  /** nativeTheme decides what the page's media queries see. */
  async paint(theme: Theme): Promise<void> {
    await this.#unlessGone(
      this.page.emulateMedia({ colorScheme: theme === 'system' ? null : theme }),
    );
  }

  async close(): Promise<void> {
    if (this.page.isClosed()) return;
    const closed = this.page.waitForEvent('close');
    await this.page.close({ runBeforeUnload: true });
    await closed;
  }

  async #invoke(payload: string): Promise<void> {
    const { rpc, window } = this.#options;
    const { id, channel, args, contextMenu } = decode(payload) as Record<string, unknown>;
    if (contextMenu !== undefined) {
      await rpc.call('context-menu', { window, params: contextMenu });
      return;
    }
    const answer = await rpc.call('ipc', { window, channel, args }).then(
      (value: unknown) => ({ kind: 'answer', id, value }),
      (error: unknown) => ({ kind: 'answer', id, error: (error as Error).message }),
    );
    await this.#receive(answer);
  }

  async #receive(message: object): Promise<void> {
    if (this.page.isClosed() || this.#contextId === null) return;
    const expression = `fakeElectronReceive(${JSON.stringify(encode(message))})`;
    const contextId = this.#contextId;
    await this.#unlessGone(this.#session.send('Runtime.evaluate', { expression, contextId }));
  }

  /** The page may close or reload meanwhile, or the app end: Electron drops what it has for a frame that is gone. */
  async #unlessGone(done: Promise<unknown>): Promise<void> {
    try {
      await done;
    } catch (error) {
      if (!/closed|Cannot find context|the app has ended/.test(String(error))) throw error;
    }
  }

  async #answer(route: Route, request: Request): Promise<void> {
    const url = request.url();
    if (request.isNavigationRequest()) {
      if (!this.#loading) {
        await this.#refuseNavigation(route, request);
        return;
      }
      // Only the navigation itself ends this: what the former page still asks for may come before it.
      this.#loading = false;
    }
    if (!url.startsWith(`${STAND_IN}/`)) {
      this.foreignRequests.push(url);
      await route.abort('blockedbyclient');
      return;
    }
    const headers = Object.entries(await request.allHeaders()).filter(
      ([name]) => !name.startsWith(':'),
    );
    const asked = { url: url.replace(STAND_IN, APP), method: request.method(), headers };
    const answer = await this.#options.rpc
      .call<{ status: number; headers: [string, string][]; body: Uint8Array }>('request', asked)
      .catch(() => null);
    if (answer === null) await route.abort('failed');
    else {
      await route.fulfill({
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        body: Buffer.from(answer.body),
      });
    }
  }

  /** A navigation that the page began: the app's listeners have to prevent it. */
  async #refuseNavigation(route: Route, request: Request): Promise<void> {
    const { rpc, window } = this.#options;
    const url = request.url().replace(STAND_IN, APP);
    const frame = frameOf(request);
    if (frame === null || frame.page() !== this.page) {
      if ((await rpc.call<string>('window.open', { window, url })) !== 'deny') {
        this.foreignRequests.push(url);
      }
    } else {
      const main = frame === this.page.mainFrame();
      const events = main ? ['will-frame-navigate', 'will-navigate'] : ['will-frame-navigate'];
      const prevented = await Promise.all(
        events.map((event) => rpc.call<boolean>('navigate', { window, event, url })),
      );
      if (!prevented.includes(true)) this.foreignRequests.push(url);
    }
    await route.abort('aborted');
  }
}

function frameOf(request: Request) {
  try {
    return request.frame();
  } catch {
    // Playwright knows no frame yet for the first request of a new window.
    return null;
  }
}
