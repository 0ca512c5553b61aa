import { startBrowserHost, startEngineThread, type StartHost } from './hosts.ts';

/** Every way to the contract that the suites are run through. `clones`: by structured clone, not as JSON. */
export const ways: readonly {
  readonly name: string;
  readonly start: StartHost;
  readonly clones: boolean;
}[] = [
  { name: 'the engine’s thread', start: startEngineThread, clones: true },
  { name: 'the browser host', start: startBrowserHost, clones: false },
];
