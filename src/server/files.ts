import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { contentSecurityPolicy } from '../core/host/content-security-policy.ts';
import { resolveStatic } from '../core/host/static-files.ts';
import { sendText, writeHead } from './respond.ts';

/** GET of a file of the built renderer; 404 for whatever is none. */
export async function serveFile(
  request: IncomingMessage,
  response: ServerResponse,
  root: string,
  urlPath: string,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    sendText(response, 405, 'Files are only read.\n', { Allow: 'GET, HEAD' });
    return;
  }
  const file = await resolveStatic(root, urlPath);
  if (file === null) {
    sendText(response, 404, 'There is nothing at this address.\n');
    return;
  }
  writeHead(response, 200, {
    'Content-Type': file.type,
    'Content-Length': (await stat(file.path)).size,
    'Content-Security-Policy': contentSecurityPolicy(`ws://${request.headers.host ?? ''}`),
    // The build puts a hash of the content into the name of every asset.
    'Cache-Control': urlPath.startsWith('/assets/')
      ? 'private, max-age=31536000, immutable'
      : 'no-store',
  });
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(file.path), response);
}
