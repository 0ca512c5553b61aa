/** Runs sandboxed, before the page: puts one frozen object into it and nothing else. */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { LecternBridge } from '../shared/bridge.ts';
import type { AppEvent } from '../shared/contract.ts';
import type { Result } from '../shared/errors.ts';

type Listener = (event: AppEvent) => void;

const listeners = new Set<Listener>();
/** Commands (a folder given at the start) that came before the page listened; null once it does. */
let early: AppEvent[] | null = [];

ipcRenderer.on('lectern:event', (_ipc, event: AppEvent) => {
  if (early !== null && event.type === 'command') early.push(event);
  for (const listener of listeners) listener(event);
});

const bridge: LecternBridge = Object.freeze({
  call: (method: string, input: unknown) =>
    ipcRenderer.invoke('lectern:call', method, input) as Promise<Result<unknown>>,

  listen(listener: Listener) {
    listeners.add(listener);
    const missed = early ?? [];
    early = null;
    for (const event of missed) listener(event);
    return () => {
      listeners.delete(listener);
    };
  },

  pathOf: (file: unknown) =>
    webUtils.getPathForFile(file as Parameters<typeof webUtils.getPathForFile>[0]),
});

contextBridge.exposeInMainWorld('lectern', bridge);
