import { dialog, shell, type BrowserWindow } from 'electron';
import { checkLink, isMail } from '../core/host/check-link.ts';
import { isKnownHost } from '../core/host/known-hosts.ts';
import type { Words } from './words.ts';

export interface LinkOpenerOptions {
  window(): BrowserWindow | null;
  words(): Words;
}

/**
 * Opens addresses in the reader's browser. The page shows untrusted text and is not trusted itself, so the question for
 * a host that is not known is the system's own dialog, with the address whole.
 */
export class LinkOpener {
  readonly #options: LinkOpenerOptions;
  /** Hosts that the reader wants no question for; until the app ends. */
  readonly #trusted = new Set<string>();
  #asking = false;

  constructor(options: LinkOpenerOptions) {
    this.#options = options;
  }

  /** Resolves when the address was opened, or the reader did not want it. Errors: link-blocked. */
  async open(url: string): Promise<void> {
    const address = checkLink(url);
    if (isMail(address)) {
      // Always asked for: a letter is the reader's own doing.
      if (!this.#asking && (await this.#ask(address, null))) await shell.openExternal(address);
      return;
    }
    const { host } = new URL(address);
    if (!isKnownHost(address) && !this.#trusted.has(host)) {
      // One question at a time: a page cannot bury the reader in them.
      if (this.#asking || !(await this.#ask(address, host))) return;
    }
    await shell.openExternal(address);
  }

  /** host: that of a web address, which the reader may trust from now on; null for mail. */
  async #ask(address: string, host: string | null): Promise<boolean> {
    const words = this.#options.words();
    const window = this.#options.window();
    const question = {
      type: 'question' as const,
      message: host === null ? words.openMail : words.openUnknown(host),
      detail: address,
      buttons: [words.openLink, words.cancel],
      defaultId: 1,
      cancelId: 1,
      noLink: true,
      ...(host === null ? {} : { checkboxLabel: words.askNoMore }),
    };
    this.#asking = true;
    try {
      const { response, checkboxChecked } =
        window === null
          ? await dialog.showMessageBox(question)
          : await dialog.showMessageBox(window, question);
      if (response !== 0) return false;
      if (checkboxChecked && host !== null) this.#trusted.add(host);
      return true;
    } finally {
      this.#asking = false;
    }
  }
}
