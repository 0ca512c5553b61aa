import { EventEmitter } from 'node:events';
import { statSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { PreventableEvent } from './event.ts';
import { machine, requireThat, test } from './host.ts';
import { takeInstanceLock } from './instance-lock.ts';

interface Closable {
  close(): Promise<boolean>;
}

/** What app.quit() has to close; filled by BrowserWindow. */
export const openWindows = new Set<Closable>();

const paths = new Map([
  ['userData', machine.userData],
  ['documents', machine.documents],
]);

class App extends EventEmitter {
  readonly isPackaged = machine.packaged;
  sandboxed = false;
  #ready = false;
  #quitting = false;
  readonly #whenReady: Promise<void>;
  #resolveReady: () => void = () => undefined;

  constructor() {
    super();
    this.#whenReady = new Promise((resolve) => {
      this.#resolveReady = resolve;
    });
  }

  isReady(): boolean {
    return this.#ready;
  }

  whenReady(): Promise<void> {
    return this.#whenReady;
  }

  becomeReady(): void {
    if (this.#quitting) return;
    // What was opened with the app comes before it is ready.
    if (machine.openFile !== undefined) this.openFile(machine.openFile);
    this.#ready = true;
    this.emit('ready', new PreventableEvent(), {});
    this.#resolveReady();
  }

  enableSandbox(): void {
    requireThat(!this.#ready, 'app.enableSandbox() can only be called before app is ready');
    this.sandboxed = true;
  }

  requestSingleInstanceLock(additionalData: Record<string, unknown> = {}): boolean {
    return takeInstanceLock(this.getPath('userData'), structuredClone(additionalData), (other) => {
      void this.#whenReady.then(() =>
        this.emit('second-instance', new PreventableEvent(), other.argv, other.cwd, other.data),
      );
    });
  }

  getPath(name: string): string {
    const path = paths.get(name);
    requireThat(path !== undefined, `Failed to get '${name}' path`);
    return path;
  }

  setPath(name: string, path: string): void {
    requireThat(paths.has(name), `Failed to set '${name}' path`);
    requireThat(isAbsolute(path), 'Path must be absolute');
    statSync(path);
    paths.set(name, path);
  }

  getVersion(): string {
    return '0.0.0-fake';
  }

  getLocale(): string {
    return this.#ready ? machine.locale : '';
  }

  quit(): void {
    if (this.#quitting) return;
    void this.#quit();
  }

  exit(code = 0): void {
    process.exit(code);
  }

  relaunch(): void {
    void test.call('relaunch');
  }

  /** As Electron: closes the windows, without window-all-closed, then asks will-quit. */
  async #quit(): Promise<void> {
    this.#quitting = true;
    if (this.#prevents('before-quit')) return;
    for (const window of openWindows) {
      if (await window.close()) continue;
      this.#quitting = false;
      return;
    }
    if (this.#prevents('will-quit')) return;
    this.emit('quit', new PreventableEvent(), 0);
    process.exit(0);
  }

  #prevents(name: string): boolean {
    const event = new PreventableEvent();
    this.emit(name, event);
    if (event.defaultPrevented) this.#quitting = false;
    return event.defaultPrevented;
  }

  openFile(path: string): boolean {
    const event = new PreventableEvent();
    this.emit('open-file', event, path);
    return event.defaultPrevented;
  }

  /** A window was closed by itself, not by quit(). */
  onWindowClosed(): void {
    if (openWindows.size > 0 || this.#quitting) return;
    if (!this.emit('window-all-closed')) this.quit();
  }
}

export const app = new App();

/** macOS hands over a file or folder. Tells whether the app took it for its own. */
test.on('open-file', (path: string) => app.openFile(path));

export function becomeReady(): void {
  app.becomeReady();
}
