import { realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

/** What a built renderer consists of; a file of any other type is not served. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
};

/** Names as the build writes them: no escapes, no backslash, no NUL, no segment that begins with a dot. */
const BUILT_PATH = /^(?:\/[\w-][\w.-]*)+$/;

export interface StaticFile {
  /** Absolute, without symlinks. */
  readonly path: string;
  /** Value of Content-Type. */
  readonly type: string;
}

/**
 * Finds the file of `root` that a URL's path (raw, as it came, without query; `/` is the index page) names. Null for
 * whatever is no regular file inside root, be it by dots, escapes or symlinks.
 */
export async function resolveStatic(root: string, urlPath: string): Promise<StaticFile | null> {
  const wanted = urlPath === '/' ? '/index.html' : urlPath;
  if (!BUILT_PATH.test(wanted)) return null;
  const type = TYPES[extname(wanted)];
  if (type === undefined) return null;
  try {
    const realRoot = await realpath(root);
    const path = await realpath(join(realRoot, wanted));
    if (!path.startsWith(realRoot + sep)) return null;
    return (await stat(path)).isFile() ? { path, type } : null;
  } catch {
    // Missing, a broken link, no access: to the page all of them are "not there".
    return null;
  }
}
