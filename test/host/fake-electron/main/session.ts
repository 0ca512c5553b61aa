import { EventEmitter } from 'node:events';
import { app } from './app.ts';
import { PreventableEvent } from './event.ts';
import { requireThat, test } from './host.ts';

type Callback = (...args: never[]) => unknown;

/** Keeps the handlers, so that a test can ask them what Chromium would ask. Without a handler Electron grants. */
class Session extends EventEmitter {
  readonly handlers = new Map<string, Callback | null>();

  setPermissionRequestHandler(handler: Callback | null): void {
    this.handlers.set('permission-request', handler);
  }
  setPermissionCheckHandler(handler: Callback | null): void {
    this.handlers.set('permission-check', handler);
  }
  setDevicePermissionHandler(handler: Callback | null): void {
    this.handlers.set('device', handler);
  }
  setDisplayMediaRequestHandler(handler: Callback | null): void {
    this.handlers.set('display-media', handler);
  }
}

const sessions = new Map<string, Session>();

function sessionOf(partition: string): Session {
  requireThat(app.isReady(), 'Session can only be received when app is ready');
  const found = sessions.get(partition) ?? new Session();
  sessions.set(partition, found);
  return found;
}

export const session = {
  get defaultSession() {
    return sessionOf('');
  },
  fromPartition: (partition: string) => sessionOf(partition),
};

test.on('permission', (permission: string) => {
  const { handlers } = session.defaultSession;
  const request = handlers.get('permission-request') as
    | ((contents: object, name: string, grant: (granted: boolean) => void, details: object) => void)
    | undefined;
  const check = handlers.get('permission-check') as
    ((contents: object, name: string, origin: string, details: object) => boolean) | undefined;
  let requested = true;
  request?.({}, permission, (granted) => (requested = granted), {});
  return { requested, checked: check?.({}, permission, 'app://lectern', {}) ?? true };
});

test.on('device', (deviceType: string) => {
  const handler = session.defaultSession.handlers.get('device') as
    ((details: object) => boolean) | undefined;
  return handler?.({ deviceType, origin: 'app://lectern', device: {} }) ?? false;
});

test.on('download', () => {
  const event = new PreventableEvent();
  session.defaultSession.emit('will-download', event, {}, {});
  return event.defaultPrevented;
});
