import { EventEmitter } from 'node:events';
import { statSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { app, openWindows } from './app.ts';
import { PreventableEvent } from './event.ts';
import { requireThat, test } from './host.ts';
import { invoke } from './ipc-main.ts';
import { session } from './session.ts';

interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Options extends Partial<Bounds> {
  readonly show?: boolean;
  readonly webPreferences?: Readonly<Record<string, unknown>>;
  readonly [option: string]: unknown;
}

/** What Electron 45 does when an option is not said. */
const DEFAULTS = { contextIsolation: true, sandbox: true, nodeIntegration: false, devTools: true };

type OpenHandler = (details: object) => { action: 'deny' | 'allow' };

class WebContents extends EventEmitter {
  readonly id: number;
  readonly session = session.defaultSession;
  openHandler: OpenHandler = () => ({ action: 'allow' });
  /** As for a custom standard scheme: scheme and host. */
  readonly mainFrame = { origin: 'null', url: '' };

  constructor(id: number) {
    super();
    this.id = id;
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }

  #zoomLevel = 0;
  getZoomLevel = (): number => this.#zoomLevel;
  setZoomLevel(level: number): void {
    requireThat(Number.isFinite(level), 'a zoom level is a number');
    this.#zoomLevel = level;
  }

  replaceMisspelling(word: string): void {
    void test.call('page.replaceMisspelling', { window: this.id, word });
  }

  send(channel: string, ...args: unknown[]): void {
    requireThat(typeof channel === 'string', 'Missing required channel argument');
    void test.call('page.send', { window: this.id, channel, args: structuredClone(args) });
  }
}

const windows = new Map<number, BrowserWindow>();

export class BrowserWindow extends EventEmitter {
  readonly id = windows.size + 1;
  readonly webContents: WebContents;
  readonly #options: Options;
  #bounds: Bounds;
  #maximized = false;
  #minimized = false;
  #visible: boolean;
  #destroyed = false;
  #closing: Promise<boolean> | null = null;

  constructor(options: Options = {}) {
    super();
    requireThat(app.isReady(), 'Cannot create BrowserWindow before app is ready');
    const preferences = { ...DEFAULTS, ...options.webPreferences };
    this.#options = { ...options, webPreferences: preferences };
    const preload = options.webPreferences?.['preload'];
    if (preload !== undefined) {
      requireThat(typeof preload === 'string' && isAbsolute(preload), 'preload must be absolute');
      requireThat(!preload.endsWith('.mjs'), 'a sandboxed preload cannot be an ES module');
      statSync(preload);
    }
    const { x = 100, y = 100, width = 800, height = 600 } = options;
    this.#bounds = { x, y, width, height };
    this.#visible = options.show ?? true;
    this.webContents = new WebContents(this.id);
    windows.set(this.id, this);
    openWindows.add(this);
    app.emit('web-contents-created', new PreventableEvent(), this.webContents);
  }

  async loadURL(url: string): Promise<void> {
    const { protocol, host } = new URL(url);
    this.webContents.mainFrame.origin = `${protocol}//${host}`;
    this.webContents.mainFrame.url = url;
    const preload = this.#options.webPreferences?.['preload'];
    await test.call('page.load', { window: this.id, url, preload, bounds: this.#bounds });
    this.emit('ready-to-show', new PreventableEvent());
  }

  show(): void {
    this.#visible = true;
  }
  focus(): void {
    void test.call('window.focus', this.id);
  }
  maximize(): void {
    this.#maximized = true;
  }
  restore(): void {
    this.#minimized = false;
  }
  isMinimized = (): boolean => this.#minimized;
  isMaximized = (): boolean => this.#maximized;
  #fullScreen = false;
  isFullScreen = (): boolean => this.#fullScreen;
  setFullScreen(flag: boolean): void {
    this.#fullScreen = flag;
  }
  isDestroyed = (): boolean => this.#destroyed;
  getNormalBounds = (): Bounds => ({ ...this.#bounds });

  /** Whether it did close: `close` may be prevented. */
  close(): Promise<boolean> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<boolean> {
    const event = new PreventableEvent();
    this.emit('close', event);
    if (event.defaultPrevented) {
      this.#closing = null;
      return false;
    }
    await test.call('page.close', this.id);
    this.#destroyed = true;
    openWindows.delete(this);
    this.emit('closed');
    app.onWindowClosed();
    return true;
  }

  describe(): object {
    return {
      id: this.id,
      options: structuredClone(this.#options),
      bounds: this.#bounds,
      maximized: this.#maximized,
      minimized: this.#minimized,
      visible: this.#visible,
      fullScreen: this.#fullScreen,
      zoomLevel: this.webContents.getZoomLevel(),
      sandboxedApp: app.sandboxed,
    };
  }

  /** What a reader does to a window with the mouse. */
  arrange(patch: { bounds?: Bounds; maximized?: boolean; minimized?: boolean }): void {
    this.#bounds = patch.bounds ?? this.#bounds;
    this.#maximized = patch.maximized ?? this.#maximized;
    this.#minimized = patch.minimized ?? this.#minimized;
  }
}

function windowOf(id: number): BrowserWindow {
  const window = windows.get(id);
  requireThat(window !== undefined, `there is no window ${id}`);
  return window;
}

interface Invoked {
  readonly window: number;
  readonly channel: string;
  readonly args: unknown[];
  /** Absent: the main frame of the page. Null: a frame that is gone. */
  readonly frame?: { readonly origin: string; readonly url: string } | null;
  /** Sent by a page that is no window's of the app's. */
  readonly foreign?: boolean;
}

test.on('ipc', ({ window, channel, args, frame, foreign }: Invoked) => {
  const { webContents } = windowOf(window);
  const sender = foreign === true ? new WebContents(-1) : webContents;
  const senderFrame = frame === undefined ? webContents.mainFrame : frame;
  return invoke(channel, { sender, senderFrame }, args);
});

test.on('navigate', (details: { window: number; event: string; url: string }) => {
  const { webContents } = windowOf(details.window);
  const event = Object.assign(new PreventableEvent(), { url: details.url });
  webContents.emit(details.event, event, details.url);
  return event.defaultPrevented;
});

test.on(
  'window.open',
  ({ window, url }: { window: number; url: string }) =>
    windowOf(window).webContents.openHandler({ url, frameName: '', features: '' }).action,
);

/** The page left a context menu to the system. */
test.on('context-menu', ({ window, params }: { window: number; params: object }) => {
  windowOf(window).webContents.emit('context-menu', new PreventableEvent(), params);
});
test.on('window.close', (id: number) => windowOf(id).close());
test.on('windows', () =>
  [...windows.values()].filter((w) => !w.isDestroyed()).map((w) => w.describe()),
);
test.on('window.arrange', ({ id, ...patch }: { id: number; bounds?: Bounds }) =>
  windowOf(id).arrange(patch),
);
/** As if the page had got to another origin in spite of everything. */
test.on('window.relocate', ({ id, origin }: { id: number; origin: string }) => {
  windowOf(id).webContents.mainFrame.origin = origin;
});
test.on('window.crash', (id: number) => {
  windowOf(id).webContents.emit('render-process-gone', new PreventableEvent(), {
    reason: 'crashed',
    exitCode: 1,
  });
});
