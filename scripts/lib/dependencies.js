import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mustSucceed, npm, root } from './run.js';

async function packagesOf(path) {
  try {
    return JSON.parse(await readFile(path, 'utf8')).packages;
  } catch {
    // Missing, or torn by an install that was cut short: to be installed anew.
    return null;
  }
}

/**
 * Whether node_modules holds what package-lock.json says: npm writes what it installed into node_modules.
 * Optional packages may be missing, they are for other systems.
 */
export async function dependenciesAreInstalled(folder = root) {
  const wanted = await packagesOf(join(folder, 'package-lock.json'));
  const installed = await packagesOf(join(folder, 'node_modules', '.package-lock.json'));
  if (wanted === null || installed === null) return false;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true;
    const found = installed[path];
    return found === undefined ? optional === true : found.version === version;
  });
}

/** Installs the dependencies unless they are there. Rejects when npm fails. */
export async function ensureDependencies() {
  if (await dependenciesAreInstalled()) return;
  console.log('Installing the dependencies (once) …');
  mustSucceed(await npm(['ci', '--include=dev', '--no-audit', '--no-fund']), 'npm ci');
}
