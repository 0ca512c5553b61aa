import { spawn } from 'node:child_process';

/** The command that opens an address in a system's default browser. */
export function openerOf(platform: NodeJS.Platform, url: string): readonly [string, string[]] {
  if (platform === 'darwin') return ['open', [url]];
  // Not `cmd /c start`, which would interpret the address.
  if (platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler', url]];
  return ['xdg-open', [url]];
}

/** Opens the default browser; resolves to false when there is none to open. */
export function openBrowser(url: string, platform = process.platform): Promise<boolean> {
  const [command, args] = openerOf(platform, url);
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'ignore', detached: true });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
    child.unref();
  });
}
