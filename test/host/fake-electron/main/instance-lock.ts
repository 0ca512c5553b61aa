import { createHash } from 'node:crypto';
import { createServer } from 'node:net';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { existsSync, rmSync } from 'node:fs';

export interface OtherInstance {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly data: unknown;
}

/** Passes its arguments to the first instance; exits with 0 when there is one. Run apart, since the lock is synchronous. */
const KNOCK = `
const socket = require('node:net').connect(process.argv[1]);
socket.on('error', () => process.exit(1));
socket.end(process.argv[2], () => socket.on('close', () => process.exit(0)).resume());
`;

/** Electron's lock by user data folder, over a socket. True for the first; a later one's arguments go to the first. */
export function takeInstanceLock(
  userData: string,
  data: unknown,
  onOther: (other: OtherInstance) => void,
): boolean {
  const name = createHash('sha256').update(userData).digest('hex').slice(0, 20);
  const path = join(tmpdir(), `fake-electron-${name}.sock`);
  const message = JSON.stringify({ argv: process.argv, cwd: process.cwd(), data });
  const knock = () => spawnSync(process.execPath, ['-e', KNOCK, path, message]).status === 0;
  if (existsSync(path) && knock()) return false;
  rmSync(path, { force: true });
  const server = createServer((socket) => {
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', (part) => {
      text += String(part);
    });
    socket.on('end', () => {
      socket.end();
      onOther(JSON.parse(text) as OtherInstance);
    });
  });
  server.listen(path);
  server.unref();
  process.on('exit', () => rmSync(path, { force: true }));
  return true;
}
