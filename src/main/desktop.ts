import { join } from 'node:path';
import { app, dialog, session } from 'electron';
import type { Engine } from '../core/thread/client.ts';
import { attempt } from '../shared/errors.ts';
import { createDispatch } from './dispatch.ts';
import { createHostHandlers } from './host-handlers.ts';
import { answerCalls } from './ipc.ts';
import { LinkOpener } from './link-opener.ts';
import { answerMedia } from './media.ts';
import { NativeUi } from './native-ui.ts';
import { handleAppScheme } from './protocol.ts';
import { hardenContents, hardenSession } from './security.ts';
import { MainWindow } from './window.ts';
import { WindowStateStore } from './window-state.ts';

export interface DesktopOptions {
  readonly engine: Engine;
  /** Folder of everything built: main/, preload/, renderer/. */
  readonly built: string;
  /** Where reader state lives, to show. */
  readonly dataDir: string;
}

/** The running app: an engine, a window, and what the system does to them. */
export class Desktop {
  readonly #engine: Engine;
  readonly #window: MainWindow;
  readonly #ui: NativeUi;
  readonly #unlisten: () => void;
  #ending: 'no' | 'saving' | 'saved' = 'no';

  /** The app must be ready. */
  constructor({ engine, built, dataDir }: DesktopOptions) {
    this.#engine = engine;
    this.#ui = new NativeUi(
      engine,
      (command, argument) => void this.#window.run(command, argument),
    );
    const words = () => this.#ui.words();
    this.#window = new MainWindow({
      preload: join(built, 'preload/index.cjs'),
      state: new WindowStateStore(join(app.getPath('userData'), 'window.json')),
      devTools: !app.isPackaged,
      words,
      language: () => this.#ui.language(),
    });
    this.#serve({ engine, built, dataDir });
    this.#unlisten = engine.listen((event) => {
      this.#ui.follow(event);
      this.#window.tell(event);
    });
    app.on('activate', () => this.#window.show());
    app.on('window-all-closed', () => {
      if (process.platform !== 'darwin') app.quit();
    });
    app.on('will-quit', (event) => {
      if (this.#ending === 'saved') return;
      event.preventDefault();
      void this.#saveAndQuit();
    });
    void engine.ended.then(() => this.#onEngineEnded());
  }

  /** Shows menu and window, and opens a folder (absolute path) when there is one. */
  async open(folder: string | null): Promise<void> {
    await this.#ui.refresh();
    this.openFolder(folder);
  }

  /** Brings the window to the front; the page is asked to open the folder, if any. */
  openFolder(folder: string | null): void {
    if (folder === null) this.#window.show();
    else void this.#window.run('folder.openPath', folder);
  }

  #serve({ engine, built, dataDir }: DesktopOptions): void {
    handleAppScheme({
      rendererDir: join(built, 'renderer'),
      media: (src, request) => answerMedia(engine, src, request),
    });
    hardenSession(session.defaultSession);
    const links = new LinkOpener({
      window: () => this.#window.current,
      words: () => this.#ui.words(),
    });
    app.on('web-contents-created', (_event, contents) =>
      // A blocked or unopenable address needs no word: the link simply does nothing.
      hardenContents(contents, (url) => void attempt(() => links.open(url))),
    );
    const handlers = createHostHandlers({
      engine,
      dataDir,
      links,
      window: () => this.#window.current,
      words: () => this.#ui.words(),
    });
    answerCalls({
      accepts: (caller) => this.#window.owns(caller),
      answer: createDispatch(engine, handlers),
    });
  }

  /** Runs once all windows are closed, so that what their pages sent last has reached the engine. */
  async #saveAndQuit(): Promise<void> {
    if (this.#ending !== 'no') return;
    this.#ending = 'saving';
    this.#unlisten();
    const closed = await attempt(() => this.#engine.close());
    this.#ending = 'saved';
    if (closed.ok) {
      app.quit();
      return;
    }
    dialog.showErrorBox(this.#ui.words().notSaved, closed.error.message);
    app.exit(1);
  }

  async #onEngineEnded(): Promise<void> {
    if (this.#ending !== 'no') return;
    this.#ending = 'saved';
    const words = this.#ui.words();
    const { response } = await dialog.showMessageBox({
      type: 'error',
      message: words.engineGone,
      detail: words.allSaved,
      buttons: [words.restart, words.quit],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    });
    if (response === 0) app.relaunch();
    app.exit(1);
  }
}
