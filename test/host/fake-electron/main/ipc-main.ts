import { requireThat } from './host.ts';

type IpcHandler = (event: object, ...args: unknown[]) => unknown;

const handlers = new Map<string, IpcHandler>();

export const ipcMain = {
  handle(channel: string, handler: IpcHandler): void {
    requireThat(!handlers.has(channel), `Attempted to register a second handler for '${channel}'`);
    requireThat(typeof handler === 'function', `Expected handler to be a function`);
    handlers.set(channel, handler);
  },
  removeHandler: (channel: string) => void handlers.delete(channel),
};

/** What ipcRenderer.invoke gets: a clone, or a rejection with Electron's words. */
export async function invoke(channel: string, event: object, args: unknown[]): Promise<unknown> {
  const handler = handlers.get(channel);
  if (handler === undefined) {
    throw new Error(
      `Error invoking remote method '${channel}': Error: No handler registered for '${channel}'`,
    );
  }
  try {
    return structuredClone(await handler(event, ...args));
  } catch (error) {
    throw new Error(`Error invoking remote method '${channel}': ${String(error)}`, {
      cause: error,
    });
  }
}
