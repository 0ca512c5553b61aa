/** Starts the built app under the fake, and answers for the machine that it believes to run on. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { ElectronPage, type Theme } from './electron-page.ts';
import type { Machine } from './main/host.ts';
import { rpcTo, type Rpc } from './rpc.ts';

export interface DialogQuestion {
  readonly kind: 'open' | 'save' | 'message';
  readonly modal: boolean;
  readonly options: Readonly<Record<string, unknown>>;
}

export interface NetQuestion {
  readonly url: string;
  readonly [option: string]: unknown;
}

export interface NetAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export interface LaunchOptions {
  /** Path of the built main process. */
  readonly entry: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly machine: Machine;
  readonly dialog?: (question: DialogQuestion) => object;
  readonly network?: (question: NetQuestion) => NetAnswer;
  readonly droppedPaths?: Readonly<Record<string, string>>;
}

export interface WindowDescription {
  readonly id: number;
  readonly options: Readonly<Record<string, unknown>>;
  readonly bounds: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  readonly maximized: boolean;
  readonly minimized: boolean;
  readonly visible: boolean;
  readonly fullScreen: boolean;
  readonly zoomLevel: number;
  readonly sandboxedApp: boolean;
}

export interface MenuDescription {
  readonly id: string | undefined;
  readonly label: string | undefined;
  readonly role: string | undefined;
  readonly enabled: boolean;
  readonly items: readonly MenuDescription[];
}

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export class FakeElectron {
  readonly rpc: Rpc;
  readonly pages: ElectronPage[] = [];
  readonly openedExternally: string[] = [];
  readonly openedPaths: string[] = [];
  readonly copied: string[] = [];
  readonly errorBoxes: { readonly title: string; readonly content: string }[] = [];
  readonly dialogs: DialogQuestion[] = [];
  readonly focused: number[] = [];
  readonly requested: NetQuestion[] = [];
  /** Context menus of the system, as they were shown. */
  readonly shownMenus: (readonly MenuDescription[])[] = [];
  relaunches = 0;
  output = '';
  /** Resolves with the exit code. */
  readonly exited: Promise<number | null>;
  readonly #process: ChildProcess;
  readonly #context: BrowserContext;
  readonly #loaded = new Map<number, Promise<void>>();
  #theme: Theme = 'system';
  #onWindow: (() => void) | null = null;

  static async launch(browser: Browser, options: LaunchOptions): Promise<FakeElectron> {
    const context = await browser.newContext({
      locale: options.machine.locale,
      serviceWorkers: 'block',
    });
    return new FakeElectron(context, options);
  }

  private constructor(context: BrowserContext, options: LaunchOptions) {
    this.#context = context;
    this.#process = fork(file('run.js'), [options.entry, ...(options.args ?? [])], {
      execArgv: ['--import', file('register.js')],
      env: { ...process.env, ...options.env, FAKE_ELECTRON: JSON.stringify(options.machine) },
      serialization: 'advanced',
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream?.on('data', (data) => {
        this.output += String(data);
      });
    }
    const child = this.#process;
    this.rpc = rpcTo(child);
    this.exited = once(child, 'exit').then(async ([code]) => {
      this.rpc.close('the app has ended');
      await context.close();
      return code as number | null;
    });
    this.#answer(options);
  }

  #answer({ dialog, network, droppedPaths = {} }: LaunchOptions): void {
    const { rpc } = this;
    const pageOf = (window: number) => this.pages[window - 1];
    rpc.on(
      'page.load',
      async ({ window, url, preload }: { window: number; url: string; preload: string }) => {
        const context = this.#context;
        const made =
          pageOf(window) ??
          (await ElectronPage.create({ context, rpc, window, preload, paths: droppedPaths }));
        await made.paint(this.#theme);
        this.pages[window - 1] = made;
        const loaded = made.load(url);
        this.#loaded.set(window, loaded);
        this.#onWindow?.();
        await loaded;
      },
    );
    rpc.on(
      'page.send',
      ({ window, channel, args }: { window: number; channel: string; args: unknown[] }) =>
        pageOf(window)?.send(channel, args),
    );
    rpc.on('page.close', (window: number) => pageOf(window)?.close());
    rpc.on('dialog', (question: DialogQuestion) => {
      this.dialogs.push(question);
      return dialog?.(question) ?? { canceled: true, filePaths: [], filePath: '', response: 1 };
    });
    rpc.on('net', (question: NetQuestion) => {
      this.requested.push(question);
      if (network === undefined) throw new Error('net::ERR_INTERNET_DISCONNECTED');
      return network(question);
    });
    rpc.on('shell.openPath', (path: string) => void this.openedPaths.push(path));
    rpc.on('shell.openExternal', (url: string) => void this.openedExternally.push(url));
    rpc.on('clipboard.writeText', (text: string) => void this.copied.push(text));
    rpc.on(
      'error-box',
      (box: { title: string; content: string }) => void this.errorBoxes.push(box),
    );
    rpc.on('window.focus', (window: number) => void this.focused.push(window));
    rpc.on('theme', async (theme: Theme) => {
      this.#theme = theme;
      await Promise.all(this.pages.map((page) => page.paint(theme)));
    });
    rpc.on('menu.changed', () => undefined);
    rpc.on('menu.shown', (items: readonly MenuDescription[]) => void this.shownMenus.push(items));
    rpc.on('relaunch', () => {
      this.relaunches += 1;
    });
  }

  /** The page of the first window, loaded. Rejects when the app ends before. */
  async page(): Promise<Page> {
    return (await this.electronPage()).page;
  }

  async electronPage(): Promise<ElectronPage> {
    const opened = new Promise<void>((resolve) => {
      if (this.pages.length > 0) resolve();
      else this.#onWindow = resolve;
    });
    const ended = this.exited.then((code) => {
      throw this.#ended(code);
    });
    await Promise.race([opened, ended]);
    const [first] = this.pages;
    if (first === undefined) throw new Error('no window');
    await this.#loaded.get(1);
    return first;
  }

  windows(): Promise<readonly WindowDescription[]> {
    return this.rpc.call('windows');
  }

  menu(): Promise<readonly MenuDescription[]> {
    return this.rpc.call('menu');
  }

  /** Calls the contract as the page would, past the page. */
  call(method: unknown, input: unknown, sender: object = {}): Promise<unknown> {
    return this.rpc.call('ipc', {
      window: 1,
      channel: 'lectern:call',
      args: [method, input],
      ...sender,
    });
  }

  kill(signal: NodeJS.Signals): void {
    this.#process.kill(signal);
  }

  /** Ends the app as SIGTERM does. Rejects, with what the app said, unless it ended well. */
  async quit(): Promise<void> {
    this.kill('SIGTERM');
    const code = await this.exited;
    if (code === 0) return;
    throw this.#ended(code);
  }

  /** An end that was not expected, with what the app said. */
  #ended(code: number | null): Error {
    const boxes = this.errorBoxes.map(({ title, content }) => `${title}: ${content}`);
    return new Error(`the app ended with ${String(code)}: ${[this.output, ...boxes].join('\n')}`);
  }

  /** Whatever state it is in, it is gone afterwards. */
  async destroy(): Promise<void> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) this.kill('SIGKILL');
    await this.exited;
  }
}
