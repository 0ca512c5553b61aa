import type { LecternBridge } from '../../shared/bridge.ts';
import { BrowserTransport } from './browser-transport.ts';
import type { Transport } from './transport.ts';

declare global {
  interface Window {
    /** Put there by the Electron preload; absent in the browser host. */
    readonly lectern?: LecternBridge;
  }
}

/** The way to the host that this page runs in. */
export function connect(window: Window): Transport {
  return window.lectern === undefined
    ? new BrowserTransport(window)
    : electronTransport(window.lectern);
}

function electronTransport(bridge: LecternBridge): Transport {
  return {
    call: (method, input) => bridge.call(method, input),
    listen: (listener) => bridge.listen(listener),
    watch(listener) {
      listener('ready');
      return () => undefined;
    },
    pathOf: (file) => bridge.pathOf(file) || null,
  };
}
