import { startElectronHost } from './electron-host.ts';
import {
  startBrowserHost,
  startBrowserSocket,
  startEngineThread,
  type StartHost,
} from './hosts.ts';

/** Every way to the contract that the suites are run through. `clones`: by structured clone, not as JSON; `info`: what the host calls itself. */
export const ways: readonly {
  readonly name: string;
  readonly start: StartHost;
  readonly clones: boolean;
  readonly info: 'electron' | 'browser' | null;
}[] = [
  { name: 'the engine’s thread', start: startEngineThread, clones: true, info: null },
  { name: 'the browser host', start: startBrowserHost, clones: false, info: 'browser' },
  { name: 'the browser host’s socket', start: startBrowserSocket, clones: false, info: 'browser' },
  { name: 'the Electron host', start: startElectronHost, clones: true, info: 'electron' },
];
