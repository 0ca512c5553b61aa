/** What a session and a page are forbidden: each of these falls when its line in main/security.ts is taken away. */
import { EventEmitter } from 'node:events';
import type { Session, WebContents } from 'electron';
import { expect, test } from 'vitest';
import { hardenContents, hardenSession } from '../../src/main/security.ts';

type Request = (contents: unknown, permission: string, grant: (granted: boolean) => void) => void;
type Display = (request: unknown, answer: (streams: unknown) => void) => void;
type Open = (details: { url: string }) => unknown;

/** A session whose handlers can be asked; those that were not set answer as Electron does, or more freely. */
class FakeSession extends EventEmitter {
  #request: Request = (_contents, _permission, grant) => grant(true);
  #check = (): boolean => true;
  #device = (): boolean => true;
  #display: Display = (_request, answer) => answer({ video: 'screen' });

  setPermissionRequestHandler(handler: Request): void {
    this.#request = handler;
  }
  setPermissionCheckHandler(handler: () => boolean): void {
    this.#check = handler;
  }
  setDevicePermissionHandler(handler: () => boolean): void {
    this.#device = handler;
  }
  setDisplayMediaRequestHandler(handler: Display): void {
    this.#display = handler;
  }

  answers(permission: string): Record<string, unknown> {
    let requested: unknown = 'nothing';
    let display: unknown = 'nothing';
    this.#request({}, permission, (granted) => (requested = granted));
    this.#display({}, (streams) => (display = streams));
    return { requested, checked: this.#check(), device: this.#device(), display };
  }
}

class FakeContents extends EventEmitter {
  open: Open = () => ({ action: 'allow' });
  setWindowOpenHandler(handler: Open): void {
    this.open = handler;
  }
}

/** Whether an event is prevented by those who listen to it. */
function isPrevented(emitter: EventEmitter, name: string): boolean {
  let prevented = false;
  emitter.emit(name, { preventDefault: () => (prevented = true), url: 'https://evil.example/' });
  return prevented;
}

test.each(['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'unknown'])(
  'a session denies %s, devices and display capture',
  (permission) => {
    const session = new FakeSession();
    hardenSession(session as unknown as Session);
    expect(session.answers(permission)).toEqual({
      requested: false,
      checked: false,
      device: false,
      display: null,
    });
  },
);

test('a session downloads nothing', () => {
  const session = new FakeSession();
  hardenSession(session as unknown as Session);
  expect(isPrevented(session, 'will-download')).toBe(true);
});

test.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])(
  'a page is kept from %s',
  (name) => {
    const contents = new FakeContents();
    hardenContents(contents as unknown as WebContents, () => undefined);
    expect(isPrevented(contents, name)).toBe(true);
  },
);

test('a new window is denied; its address is handed on to be checked', () => {
  const contents = new FakeContents();
  const asked: string[] = [];
  hardenContents(contents as unknown as WebContents, (url) => asked.push(url));
  expect(contents.open({ url: 'https://evil.example/' })).toEqual({ action: 'deny' });
  expect(asked).toEqual(['https://evil.example/']);
});
