import type { Client, HostInfo, Input } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { mailAddress } from '../../shared/mail-address.ts';
import type { ExportFile } from '../../shared/model.ts';
import { t } from '../i18n/i18n.svelte.ts';

export type SavedFile = Pick<ExportFile, 'name' | 'text' | 'encoding'>;

export type WindowAction = Input<'host.window'>['action'];

/** What a host offers beyond the engine. In Electron the host does it; in a browser the page does it. */
export interface Platform {
  /** The native folder dialog's answer, null when cancelled; `typed` where a path has to be typed. */
  chooseFolder(host: HostInfo): Promise<{ readonly path: string } | 'typed' | null>;
  /** Zooms or goes full screen; false where only the browser itself can. */
  arrangeWindow(host: HostInfo, action: WindowAction): Promise<boolean>;
  openLink(host: HostInfo, url: string): Promise<void>;
  copyText(host: HostInfo, text: string): Promise<void>;
  /** Shows the folder of a kept export in the system's file manager. Errors: unsupported in a browser. */
  showFolder(host: HostInfo, path: string): Promise<void>;
  /** Saves a file; the path where the host tells one, null when cancelled, '' for a browser's download. */
  saveFile(host: HostInfo, file: SavedFile): Promise<string | null>;
}

/** Each host's own way to folders, links, clipboard and files. Rejects with AppError. */
export function createPlatform(client: Client, window: Window & typeof globalThis): Platform {
  const native = (host: HostInfo): boolean => host.host === 'electron';
  return {
    async chooseFolder(host) {
      return native(host) ? client.call('host.chooseFolder', {}) : 'typed';
    },
    async arrangeWindow(host, action) {
      if (native(host)) await client.call('host.window', { action });
      else if (action === 'fullScreen') await toggleFullScreen(window.document);
      else return false;
      return true;
    },
    async openLink(host, url) {
      if (native(host)) await client.call('host.openLink', { url });
      else if (/^mailto:/i.test(url)) writeMail(window, url);
      else window.open(httpsOnly(url), '_blank', 'noopener,noreferrer');
    },
    async copyText(host, text) {
      if (native(host)) await client.call('host.copyText', { text });
      else await window.navigator.clipboard.writeText(text);
    },
    async showFolder(_host, path) {
      await client.call('host.showFolder', { path });
    },
    async saveFile(host, { name, text, encoding }) {
      if (native(host)) {
        return (await client.call('host.saveFile', { name, text, encoding }))?.path ?? null;
      }
      download(window.document, name, encoding === 'base64' ? fromBase64(text) : text);
      return '';
    },
  };
}

async function toggleFullScreen(document: Document): Promise<void> {
  if (document.fullscreenElement === null) await document.documentElement.requestFullscreen();
  else await document.exitFullscreen();
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

function download(
  document: Document,
  name: string,
  content: string | Uint8Array<ArrayBuffer>,
): void {
  const type = typeof content === 'string' ? 'text/plain;charset=utf-8' : 'application/zip';
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** Hands an address to the reader's mail program, once they have seen all of it. */
function writeMail(window: Window, url: string): void {
  const address = mailAddress(url);
  if (address === null) {
    throw new AppError('link-blocked', 'This mail link asks for more than a letter.', {
      subject: url,
    });
  }
  // The browser's own question: no text of a digest can look like it.
  if (!window.confirm(`${t('link.openMail')}\n\n${address}`)) return;
  const link = window.document.createElement('a');
  link.href = address;
  link.click();
}

/** The address as it is, when it is https; digests are untrusted, and the desktop host refuses all else too. */
function httpsOnly(url: string): string {
  if (URL.canParse(url) && new URL(url).protocol === 'https:') return url;
  throw new AppError('link-blocked', 'Only https links are opened.', { subject: url });
}
