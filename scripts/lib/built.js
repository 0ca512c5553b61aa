import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { mustSucceed, npm, root } from './run.js';

const INPUTS = [
  'src',
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
  'svelte.config.js',
  'tsconfig.json',
];
const OUTPUTS = [
  'out/main/index.js',
  'out/main/lectern.js',
  'out/main/engine.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
];

/** The newest change in a file or folder; a folder changes too when something in it is deleted. */
function newest(path) {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return readdirSync(path).reduce(
    (latest, name) => Math.max(latest, newest(join(path, name))),
    stats.mtimeMs,
  );
}

/** Whether anything that the build reads is newer than what it wrote, or something is missing. */
export function isStale(folder = root) {
  const built = OUTPUTS.map((path) => statSync(join(folder, path), { throwIfNoEntry: false }));
  if (built.includes(undefined)) return true;
  const oldest = Math.min(...built.map((stats) => stats.mtimeMs));
  return INPUTS.some((path) => newest(join(folder, path)) > oldest);
}

/** Builds unless out/ is newer than everything it was built from. Rejects when the build fails. */
export async function ensureBuilt() {
  if (!isStale()) return;
  console.log('Building …');
  mustSucceed(await npm(['run', '--silent', 'build', '--', '--logLevel', 'warn']), 'The build');
}
