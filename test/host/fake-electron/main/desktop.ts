/** Dialogs, clipboard, shell, theme, screen and network: what they are asked goes to the test, which answers. */
import { EventEmitter } from 'node:events';
import { Readable } from 'node:stream';
import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { machine, requireThat, test } from './host.ts';

interface DialogOptions {
  readonly title?: string;
  readonly message?: string;
  readonly properties?: readonly string[];
  readonly buttons?: readonly string[];
  readonly defaultPath?: string;
  readonly [option: string]: unknown;
}

const PROPERTIES = [
  'openFile',
  'openDirectory',
  'multiSelections',
  'showHiddenFiles',
  'createDirectory',
];

function ask<T>(kind: string, args: readonly unknown[]): Promise<T> {
  requireThat(app.isReady(), 'dialogs can be shown only after app is ready');
  const [parent, given] = args.length > 1 ? args : [null, args[0]];
  requireThat(parent === null || parent instanceof BrowserWindow, 'Invalid parent window');
  requireThat(typeof given === 'object' && given !== null, 'Options must be an object');
  const options = given as DialogOptions;
  for (const key of ['title', 'message', 'detail', 'defaultPath']) {
    const value = options[key];
    requireThat(value === undefined || typeof value === 'string', `${key} must be a string`);
  }
  const { properties = [], buttons } = options;
  requireThat(
    Array.isArray(properties) && properties.every((name) => PROPERTIES.includes(name as string)),
    'Properties must be an array of known names',
  );
  requireThat(buttons === undefined || Array.isArray(buttons), 'Buttons must be an array');
  if (kind === 'message') requireThat(options.message !== undefined, 'Message must be a string');
  return test.call<T>('dialog', {
    kind,
    options: structuredClone(options),
    modal: parent !== null,
  });
}

export const dialog = {
  showOpenDialog: (...args: unknown[]) =>
    ask<{ canceled: boolean; filePaths: readonly string[] }>('open', args),
  showSaveDialog: (...args: unknown[]) =>
    ask<{ canceled: boolean; filePath: string }>('save', args),
  showMessageBox: (...args: unknown[]) =>
    ask<{ response: number; checkboxChecked: boolean }>('message', args),
  showErrorBox(title: string, content: string): void {
    requireThat(typeof title === 'string' && typeof content === 'string', 'Texts are needed');
    void test.call('error-box', { title, content });
  },
};

export const shell = {
  /** As Electron's: '' when it went well. */
  async openPath(path: string): Promise<string> {
    await test.call('shell.openPath', path);
    return '';
  },
  async openExternal(url: string): Promise<void> {
    requireThat(URL.canParse(url), 'Invalid URL');
    await test.call('shell.openExternal', url);
  },
};

export const clipboard = {
  async writeText(text: string): Promise<void> {
    requireThat(typeof text === 'string', 'writeText takes a string');
    await test.call('clipboard.writeText', text);
  },
};

let themeSource = 'system';

export const nativeTheme = {
  get shouldUseDarkColors(): boolean {
    return themeSource === 'dark';
  },
  get themeSource(): string {
    return themeSource;
  },
  set themeSource(source: string) {
    requireThat(['system', 'light', 'dark'].includes(source), 'Invalid theme source');
    themeSource = source;
    void test.call('theme', source);
  },
};

export const screen = {
  getAllDisplays() {
    requireThat(app.isReady(), "The 'screen' module can't be used before the app 'ready' event");
    return machine.workAreas.map((workArea, id) => ({ id, workArea, bounds: workArea }));
  },
};

interface NetAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** One request of Chromium's network; the test is the network. */
class ClientRequest extends EventEmitter {
  readonly #options: Record<string, unknown>;
  #aborted = false;

  constructor({ session, ...options }: Record<string, unknown>) {
    super();
    requireThat(app.isReady(), 'net module can only be used after app is ready');
    requireThat(session !== undefined, 'the test wants a session of its own for media');
    this.#options = options;
  }

  end(): void {
    void this.#run();
  }

  abort(): void {
    if (this.#aborted) return;
    this.#aborted = true;
    this.emit('abort');
    this.emit('close');
  }

  #failUnlessAborted(error: unknown): void {
    if (!this.#aborted) this.emit('error', error);
  }

  async #run(): Promise<void> {
    try {
      const answer = await test.call<NetAnswer>('net', structuredClone(this.#options));
      if (this.#aborted) return;
      const location = answer.headers['location'];
      if (location !== undefined && answer.status >= 300 && answer.status < 400) {
        this.emit('redirect', answer.status, 'GET', location, {});
        // As in Electron: who neither follows nor aborts gets an error.
        this.#failUnlessAborted(new Error('Redirect was cancelled'));
        return;
      }
      const message = Readable.from([Buffer.from(answer.body)]);
      this.emit(
        'response',
        Object.assign(message, { statusCode: answer.status, headers: answer.headers }),
      );
    } catch (error) {
      this.#failUnlessAborted(error);
    }
    this.emit('close');
  }
}

export const net = {
  request: (options: Record<string, unknown>) => new ClientRequest(options),
};
