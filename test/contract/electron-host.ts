/** The built Electron host under the fake of test/host, without a page: calls go straight to its ipc. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { AppEvent } from '../../src/shared/contract.ts';
import type { Result } from '../../src/shared/errors.ts';
import { rpcTo } from '../host/fake-electron/rpc.ts';
import { Host, root, type StartHost } from './hosts.ts';

const fake = join(root, 'test/host/fake-electron');

export const startElectronHost: StartHost = (dataDir) =>
  startElectronHostAt(join(root, 'out/main/index.js'), dataDir);

/** The same of a main process that was built to, or packed into, another place. */
export async function startElectronHostAt(entry: string, dataDir: string): Promise<Host> {
  const profile = join(dataDir, 'profile');
  await mkdir(profile, { recursive: true });
  const workAreas = [{ x: 0, y: 0, width: 1920, height: 1080 }];
  const machine = {
    packaged: true,
    locale: 'en-GB',
    userData: profile,
    documents: profile,
    workAreas,
  };
  const child = fork(join(fake, 'run.js'), [entry], {
    execArgv: ['--import', join(fake, 'register.js')],
    env: { ...process.env, LECTERN_DATA: dataDir, FAKE_ELECTRON: JSON.stringify(machine) },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const exited = once(child, 'exit') as Promise<[number | null]>;
  const listeners = new Set<(event: AppEvent) => void>();
  const rpc = rpcTo(child);
  rpc.on('page.send', ({ channel, args }: { channel: string; args: [AppEvent] }) => {
    if (channel === 'lectern:event') for (const listener of listeners) listener(args[0]);
  });
  for (const name of ['theme', 'menu.changed', 'page.close', 'error-box']) {
    rpc.on(name, () => undefined);
  }
  for (const name of ['shell.openExternal', 'clipboard.writeText']) rpc.on(name, () => undefined);
  rpc.on('dialog', ({ kind }: { kind: 'open' | 'save' | 'message' }) => {
    switch (kind) {
      case 'open':
        return { canceled: true, filePaths: [] };
      case 'save':
        return { canceled: false, filePath: join(profile, 'saved') };
      case 'message':
        return { response: 0, checkboxChecked: false };
    }
  });
  await new Promise<void>((resolve, reject) => {
    rpc.on('page.load', () => resolve());
    void exited.then(([code]) => reject(new Error(`the app ended with ${String(code)}`)));
  });
  return new Host({
    request: (method, input) =>
      rpc.call<Result<unknown>>('ipc', {
        window: 1,
        channel: 'lectern:call',
        args: [method, input],
      }),
    listen: (listener) => listeners.add(listener),
    async close() {
      child.kill('SIGTERM');
      const [code] = await exited;
      if (code !== 0) throw new Error(`the app ended with ${String(code)}`);
    },
  });
}
