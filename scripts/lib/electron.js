import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './run.js';

const packageDir = join(root, 'node_modules', 'electron');
/** Some 110 MB; a line that needs longer is better served by the browser. */
const DOWNLOAD_MS = 180_000;

/** Path of Electron's binary, or null while it is not downloaded (the package comes without it since version 42). */
export function electronBinary() {
  const pathFile = join(packageDir, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(packageDir, 'dist');
  const binary = join(dist, readFileSync(pathFile, 'utf8'));
  return existsSync(binary) ? binary : null;
}

/** Why this system cannot show an Electron window, or null. */
export function whyNoWindow({ platform, env, uid }) {
  if (platform !== 'linux') return null;
  if (!env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return 'there is no display';
  // Its sandbox refuses root, and Lectern does not run without the sandbox.
  return uid === 0 ? 'Electron does not run as root with its sandbox on' : null;
}

/** Downloads the binary unless it is there; null when it cannot be had. */
export async function ensureElectron() {
  const present = electronBinary();
  if (present !== null) return present;
  console.log('Downloading Electron (some 110 MB, once) …');
  await run(process.execPath, [join(packageDir, 'install.js')], { timeoutMs: DOWNLOAD_MS });
  return electronBinary();
}

/** Whether the binary runs at all: a system may lack libraries that it needs. */
export function electronRuns(binary) {
  return spawnSync(binary, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}
