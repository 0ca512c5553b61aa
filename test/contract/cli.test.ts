/** The built command, as it is started from a shell. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Result } from '../../src/shared/errors.ts';
import { digests, root, signIn, spawnServer, type Server } from './hosts.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await realpath(await mkdtemp(join(tmpdir(), 'lectern-cli-')));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

function lectern(...args: string[]): { code: number | null; out: string; err: string } {
  const ended = spawnSync(process.execPath, [join(root, 'scripts/lectern.js'), ...args], {
    env: { ...process.env, LC_ALL: 'C.UTF-8', LECTERN_DATA: dataDir },
    encoding: 'utf8',
    timeout: 30_000,
  });
  return { code: ended.status, out: ended.stdout, err: ended.stderr };
}

async function call(server: Server, method: string, input: unknown): Promise<unknown> {
  const headers = await signIn(server.address);
  const url = new URL(`/api/${method}`, server.address.origin);
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(input) });
  const result = (await answer.json()) as Result<unknown>;
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

describe('lectern', () => {
  it('tells its version and how it is used', async () => {
    const text = await readFile(join(root, 'package.json'), 'utf8');
    const { version } = JSON.parse(text) as { version: string };
    expect(lectern('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' });
    expect(lectern('--help')).toMatchObject({ code: 0, err: '' });
    expect(lectern('--help').out).toContain('lectern serve [folder]');
  });

  it.each([
    [['serve', '--port', 'many'], 2, /many.*port/],
    [['serve', '/no/such/folder', '--no-open'], 1, /\/no\/such\/folder/],
    [['search', 'x', '/no/such/folder'], 1, /\/no\/such\/folder/],
    [['import', '/no/such/file'], 1, /\/no\/such\/file/],
    [['stats'], 1, /No folder/],
    [['read'], 2, /read/],
  ])('says in one line what is wrong with %j, and ends with %i', (args, code, message) => {
    const ended = lectern(...args);
    expect(ended).toMatchObject({ code, out: '' });
    expect(ended.err).toMatch(message);
    expect(ended.err.trim().split('\n')).toHaveLength(1);
  });

  it('says that a port is taken, and gives the data back', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    const ended = lectern('serve', '--no-open', '--port', String(port));
    other.close();
    expect(ended).toMatchObject({ code: 1 });
    expect(ended.err).toMatch(new RegExp(`Port ${port} is taken .*--port`));
    const server = await spawnServer(dataDir, ['--port', String(port)]);
    expect(server.address.port).toBe(String(port));
    expect(await server.end()).toBe(0);
  });

  it('opens data that another Lectern has only to be read, says so, and does not touch them', async () => {
    const first = await spawnServer(dataDir, [digests]);
    const change = { kind: 'star', papers: ['arxiv:2602.90110'], value: true };
    await call(first, 'state.change', { change });
    const second = await spawnServer(dataDir, [digests]);
    expect(second.output()).toContain('opened only to be read');
    expect(await call(second, 'data.info', {})).toMatchObject({
      dir: dataDir,
      place: 'fixed',
      access: { mode: 'read', reason: 'in-use' },
    });
    expect(await call(second, 'folders.list', {})).toMatchObject([{ path: digests }]);
    await expect(call(second, 'state.change', { change })).rejects.toThrow(/only be read/);
    expect(await first.end()).toBe(0);
    expect(await call(second, 'data.retry', { takeOver: false })).toMatchObject({
      access: { mode: 'write' },
    });
    expect(await call(second, 'state.change', { change })).toMatchObject({ changed: 0 });
    expect(await second.end()).toBe(0);
  });

  it('opens the folder that it is given, and answers only on the loopback address', async () => {
    const server = await spawnServer(dataDir, [digests]);
    expect(server.address.hostname).toBe('127.0.0.1');
    expect(await call(server, 'folders.list', {})).toMatchObject([{ path: digests }]);
    expect(await server.end()).toBe(0);
  });

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'ends well at %s with open connections, everything saved',
    async (signal) => {
      const server = await spawnServer(dataDir);
      const change = { kind: 'star', papers: ['arxiv:2602.90110'], value: true };
      await call(server, 'state.change', { change });
      expect(await server.end(signal)).toBe(0);
      const again = await spawnServer(dataDir);
      expect(await call(again, 'state.change', { change })).toMatchObject({ changed: 0 });
      await again.end();
    },
  );

  it('has lost nothing that it acknowledged when it is killed', async () => {
    const server = await spawnServer(dataDir);
    const change = { kind: 'note', paper: 'arxiv:2602.90110', text: '마지막 말' };
    await call(server, 'state.change', { change });
    expect(await server.end('SIGKILL')).toBeNull();
    const again = await spawnServer(dataDir);
    expect(await call(again, 'state.change', { change })).toMatchObject({ changed: 0 });
    expect(await again.end()).toBe(0);
  });
});

describe('npm start', () => {
  it('opens a folder in the browser host, and saves everything when npm is ended', async () => {
    const env = { ...process.env, LECTERN_DATA: dataDir };
    const args = ['start', '--', '--browser', '--no-open', digests];
    const npm = spawn('npm', args, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    npm.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
    await expect
      .poll(() => output, { timeout: 60_000 })
      .toMatch(/http:\/\/127\.0\.0\.1:\d+\/#[\w-]{43}/);
    expect(existsSync(join(dataDir, 'lock'))).toBe(true);
    npm.kill('SIGTERM');
    await expect.poll(() => existsSync(join(dataDir, 'lock')), { timeout: 10_000 }).toBe(false);
    expect(existsSync(join(dataDir, 'state.json'))).toBe(true);
  }, 90_000);
});
