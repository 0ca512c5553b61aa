import { posix, win32 } from 'node:path';

/**
 * The folder of reader state and cache, the same for every host: LECTERN_DATA, else `reader` in what Electron calls
 * userData (https://www.electronjs.org/docs/latest/api/app#appgetpathname; on Linux the XDG base directory
 * specification, which has relative paths ignored). `home`: the user's home folder.
 */
export function dataDir(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
  home: string,
): string {
  const path = platform === 'win32' ? win32 : posix;
  const own = env['LECTERN_DATA'] ?? '';
  if (own !== '') return path.resolve(own);
  const given = (name: string): string | null => {
    const value = env[name] ?? '';
    return path.isAbsolute(value) ? value : null;
  };
  const base = (): string => {
    if (platform === 'win32') return given('APPDATA') ?? path.join(home, 'AppData', 'Roaming');
    if (platform === 'darwin') return path.join(home, 'Library', 'Application Support');
    return given('XDG_CONFIG_HOME') ?? path.join(home, '.config');
  };
  return path.join(base(), 'Lectern', 'reader');
}

/** Whether the app may move reader state out of that folder: not when LECTERN_DATA names it. */
export function isMovable(env: Readonly<Record<string, string | undefined>>): boolean {
  return (env['LECTERN_DATA'] ?? '') === '';
}
