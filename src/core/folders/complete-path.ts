import { readdir } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';

const MOST = 50;

/** `~` at the beginning is the reader's home. */
export function expandHome(typed: string, home: string): string {
  if (typed === '~') return home;
  return typed.startsWith('~/') || typed.startsWith(`~${sep}`) ? join(home, typed.slice(2)) : typed;
}

/**
 * The folders that a half-typed path may mean, sorted, at most 50. Hidden ones only when the dot was typed. What
 * cannot be read completes to nothing: typing goes on.
 */
export async function completePath(typed: string, home: string): Promise<readonly string[]> {
  const path = expandHome(typed, home);
  if (path === '' || path.includes('\0')) return [];
  const whole = path.endsWith('/') || path.endsWith(sep);
  const parent = whole ? path : dirname(path);
  const start = whole ? '' : basename(path).toLowerCase().normalize('NFC');
  try {
    const entries = await readdir(parent, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
      .map((entry) => entry.name)
      .filter((name) => name.toLowerCase().normalize('NFC').startsWith(start))
      .filter((name) => start.startsWith('.') || !name.startsWith('.'))
      .sort(new Intl.Collator(['ko', 'en'], { numeric: true }).compare)
      .slice(0, MOST)
      .map((name) => join(parent, name));
  } catch {
    return [];
  }
}
