import { BrowserWindow, dialog, nativeTheme, screen } from 'electron';
import type { AppEvent } from '../shared/contract.ts';
import type { CommandId } from '../shared/commands.ts';
import { attempt } from '../shared/errors.ts';
import { answerContextMenu } from './context-menu.ts';
import { tell, type Caller } from './ipc.ts';
import { APP_ORIGIN, APP_URL } from './origin.ts';
import { isReachable, MIN_HEIGHT, MIN_WIDTH, type WindowStateStore } from './window-state.ts';
import type { NativeLanguage, Words } from './words.ts';

const BACKGROUND = { light: '#ffffff', dark: '#17181a' };
const DEFAULT_SIZE = { width: 1280, height: 820 };

export interface MainWindowOptions {
  /** Path of the built preload script. */
  readonly preload: string;
  readonly state: WindowStateStore;
  /** Developer tools and their shortcut: never in a packaged app. */
  readonly devTools: boolean;
  words(): Words;
  language(): NativeLanguage;
}

/** The one window, which may be closed while the app runs on (macOS), and the way to its page. */
export class MainWindow {
  readonly #options: MainWindowOptions;
  #window: BrowserWindow | null = null;
  #loaded: Promise<void> = Promise.resolve();

  constructor(options: MainWindowOptions) {
    this.#options = options;
  }

  /** The window to which dialogs belong, or null. */
  get current(): BrowserWindow | null {
    return this.#window;
  }

  /** Shows the window, in front; creates it when there is none. */
  show(): void {
    const window = this.#window;
    if (window === null) {
      this.#create();
      return;
    }
    if (window.isMinimized()) window.restore();
    window.focus();
  }

  /** Whether a call comes from this window's own page, at its top. */
  owns(caller: Caller): boolean {
    return (
      caller.contents === this.#window?.webContents &&
      caller.isMainFrame &&
      caller.origin === APP_ORIGIN
    );
  }

  /** Tells the page; nothing happens while there is none. */
  tell(event: AppEvent): void {
    if (this.#window !== null) tell(this.#window.webContents, event);
  }

  /** Asks the page for a command, once it is there. */
  async run(command: CommandId, argument: string | null = null): Promise<void> {
    this.show();
    await this.#loaded;
    this.tell({ type: 'command', command, argument });
  }

  #create(): void {
    const kept = this.#options.state.load();
    const areas = screen.getAllDisplays().map((display) => display.workArea);
    const place = kept !== null && isReachable(kept.bounds, areas) ? kept.bounds : DEFAULT_SIZE;
    const window = new BrowserWindow({
      ...place,
      minWidth: MIN_WIDTH,
      minHeight: MIN_HEIGHT,
      show: false,
      backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
      webPreferences: {
        preload: this.#options.preload,
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        webviewTag: false,
        navigateOnDragDrop: false,
        safeDialogs: true,
        devTools: this.#options.devTools,
        // Elsewhere than on macOS Chromium would fetch its dictionaries from the network.
        spellcheck: process.platform === 'darwin',
      },
    });
    this.#window = window;
    if (kept?.maximized === true) window.maximize();
    window.once('ready-to-show', () => window.show());
    window.on('close', () => this.#keepPlace(window));
    window.on('closed', () => {
      this.#window = null;
    });
    window.webContents.on('render-process-gone', () => void this.#offerReload(window));
    answerContextMenu(window, {
      language: () => this.#options.language(),
      run: (command) => this.tell({ type: 'command', command, argument: null }),
    });
    this.#loaded = this.#load(window);
  }

  async #load(window: BrowserWindow): Promise<void> {
    const loaded = await attempt(() => window.loadURL(APP_URL));
    // A window that is closed while it loads aborts that: there is nothing to tell.
    if (loaded.ok || window.isDestroyed() || loaded.error.message.includes('ERR_ABORTED')) return;
    dialog.showErrorBox(this.#options.words().cannotStart, loaded.error.message);
    window.close();
  }

  #keepPlace(window: BrowserWindow): void {
    this.#options.state.save({
      bounds: window.getNormalBounds(),
      maximized: window.isMaximized(),
    });
  }

  async #offerReload(window: BrowserWindow): Promise<void> {
    if (window.isDestroyed()) return;
    const words = this.#options.words();
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      message: words.pageGone,
      detail: words.allSaved,
      buttons: [words.reload, words.quit],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    if (window.isDestroyed()) return;
    if (response === 0) this.#loaded = this.#load(window);
    else window.close();
  }
}
